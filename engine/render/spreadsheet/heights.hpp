// How high rows are, so that wrapped text shows whole in programs that do not fit rows when they open a file.
#pragma once

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::spreadsheet {

// In points. A wrapped line is as high as its lines in a column of `pixels`; headings have space above them,
// which sets groups of lines apart without blank rows.
[[nodiscard]] double line_height(const Line& line, bool wraps, int pixels);
[[nodiscard]] double header_height(const MarkedTable& table);
[[nodiscard]] double row_height(const MarkedTable& table, const Row& row);

}  // namespace eqr::render::spreadsheet
