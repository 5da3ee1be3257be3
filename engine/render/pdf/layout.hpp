// The report on pages: where each block stands, and how it is tagged.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "render/pdf/flow.hpp"
#include "render/pdf/paper.hpp"

namespace eqr::render::pdf {

[[nodiscard]] Document laid_out(const report::Report& report, const Fonts& fonts);

// ---- grids.cpp ----
// A table over as many pages as it takes: its head is repeated at the top of each, as an artifact. Columns
// are as wide as what they hold, as far as the page is.
struct GridPlan;
// Each grid is measured once, though it is asked of more than once.
class GridPlans {
 public:
  GridPlans();
  ~GridPlans();
  GridPlans(const GridPlans&) = delete;
  GridPlans& operator=(const GridPlans&) = delete;
  GridPlan& of(const Grid& grid);

 private:
  std::map<const Grid*, std::unique_ptr<GridPlan>> m_plans;
};
void draw_grid(Paper& paper, const Grid& grid, GridPlans& plans, TagId parent);
// Of its caption, its head and its first rows, which stay together.
[[nodiscard]] double least_height(Paper& paper, const Grid& grid, GridPlans& plans);

// ---- pictures.cpp ----
// In the room between `left` and `width`; with its caption on the same page.
void draw_picture(Paper& paper, const Picture& picture, const report::Report& report, TagId parent,
                  double left, double width);
[[nodiscard]] double height_of(Paper& paper, const Picture& picture, const report::Report& report,
                               double width);
// The organisation's logo, and its name in its colours.
void draw_masthead(Paper& paper, const report::Report& report, TagId parent);

// ---- figures.cpp ----
void draw_figure(Paper& paper, const Drawing& drawing, const report::Report& report, TagId parent);
[[nodiscard]] double height_of(Paper& paper, const Drawing& drawing, const report::Report& report);

}  // namespace eqr::render::pdf
