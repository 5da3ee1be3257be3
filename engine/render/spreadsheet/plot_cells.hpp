// Where the cells stand that a plot points at.
#pragma once

#include <cstddef>
#include <string>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::spreadsheet {

// Rows and columns of the sheet, counted from 0.
struct PlotCells {
  std::string sheet;
  std::size_t header = 0;           // the table's row of headers
  std::size_t first = 0, last = 0;  // rows that have bars
};

[[nodiscard]] PlotCells cells_of(const Plot& plot, const Book& book);

// The row below the lines, which the drawing begins in.
[[nodiscard]] inline std::size_t row_of_plot(const Sheet& sheet) {
  return sheet.lines.size();
}

}  // namespace eqr::render::spreadsheet
