// Names by which screen readers know the headers of a table.
//
// JAWS reads the row and column header of a cell when a name beginning with TitleRegion (both), ColumnTitle
// or RowTitle is defined for the cell at their corner; with a region in the name it holds for that part of
// the sheet: TitleRegion1.a4.b6.1 is the first such region, from A4 to B6 of the first sheet (Freedom
// Scientific, "Using JAWS with Excel: defining column and row titles").
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::spreadsheet {

struct NamedCell {
  std::string name;
  std::size_t row = 0, column = 0;  // counted from 0
};

// For the table of one of the book's sheets; none for a sheet without a table.
[[nodiscard]] std::vector<NamedCell> screen_reader_names(const Book& book, const Sheet& sheet);

}  // namespace eqr::render::spreadsheet
