// The report on pages: where each block stands, and how it is tagged.
#pragma once

#include <vector>

#include "render/pdf/flow.hpp"
#include "render/pdf/paper.hpp"

namespace eqr::render::pdf {

[[nodiscard]] Document laid_out(const report::Report& report, const Fonts& fonts);

// ---- grids.cpp ----
// A table over as many pages as it takes: its head is repeated at the top of each, as an artifact. Columns
// are as wide as what they hold, as far as the page is.
void draw_grid(Paper& paper, const Grid& grid, TagId parent);
// Of its caption, its head and its first rows, which stay together.
[[nodiscard]] double least_height(Paper& paper, const Grid& grid);

// ---- figures.cpp ----
void draw_figure(Paper& paper, const Drawing& drawing, const report::Report& report, TagId parent);
[[nodiscard]] double height_of(Paper& paper, const Drawing& drawing, const report::Report& report);

}  // namespace eqr::render::pdf
