// A chart as the embedded object that an OpenDocument spreadsheet shows on a sheet.
#pragma once

#include <string>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::ods {

inline constexpr const char* plot_media_type = "application/vnd.oasis.opendocument.chart";

// content.xml of the object: the plot of `sheet`, which is one of the book's. Programs look the numbers up in
// the cells; for those which do not, it repeats them in a table of its own, as the format wants.
[[nodiscard]] std::string plot_object(const spreadsheet::Sheet& sheet, const spreadsheet::Book& book);

// "Object 3" of the third plot.
[[nodiscard]] std::string plot_folder(std::size_t number);

// The frame that shows it, in a style that content.xml declares.
inline constexpr const char* plot_style = "plot";
[[nodiscard]] std::string plot_frame(const spreadsheet::Sheet& sheet, std::size_t number);

// "$Workforce.$A$7", and from one row of a column to another.
[[nodiscard]] std::string address(const std::string& sheet, std::size_t row, std::size_t column);
[[nodiscard]] std::string address(const std::string& sheet, std::size_t first, std::size_t last,
                                  std::size_t column);

}  // namespace eqr::render::ods
