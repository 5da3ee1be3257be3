// The sheets as an .xlsx file, as far as libxlsxwriter can write them; package_finish.hpp does the rest.
#pragma once

#include <string>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::spreadsheet {

// Makes the file at `file`, using `folder` for what libxlsxwriter writes on the way. Call check() first.
void written(const Book& book, const std::string& file, const std::string& folder);

}  // namespace eqr::render::spreadsheet
