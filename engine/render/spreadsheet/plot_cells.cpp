#include "render/spreadsheet/plot_cells.hpp"

namespace eqr::render::spreadsheet {

PlotCells cells_of(const Plot& plot, const Book& book) {
  const std::size_t header = sheet_named(book, plot.sheet).lines.size();
  return {plot.sheet, header, header + 1, header + plot.rows};
}

}  // namespace eqr::render::spreadsheet
