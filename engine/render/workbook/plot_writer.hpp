// Native charts, as far as libxlsxwriter can write them; package_finish.hpp does the rest.
#pragma once

#include <xlsxwriter.h>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::spreadsheet {

// Puts the plot of `sheet`, one of the book's, onto the worksheet. Throws std::runtime_error, naming the
// sheet, where the library refuses.
void draw(lxw_workbook* workbook, lxw_worksheet* worksheet, const Sheet& sheet, const Book& book);

}  // namespace eqr::render::spreadsheet
