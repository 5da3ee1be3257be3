// The cells of a table by row and column.
#pragma once

#include <cstddef>
#include <vector>

#include "pdf_check/seen.hpp"

namespace eqr::pdf_check {

struct GridCell {
  std::size_t tag = 0;  // index of the TH or TD
  std::size_t row = 0, column = 0, rows = 1, columns = 1;
};

struct Grid {
  std::vector<GridCell> cells;      // in the order in which they are read
  std::vector<std::size_t> widths;  // of each row, in columns, with what spans into it
  bool overlaps = false;
};

// Rows of the table itself, its head, body and foot; not those of tables inside it.
[[nodiscard]] Grid grid_of(const Document& document, std::size_t table);

}  // namespace eqr::pdf_check
