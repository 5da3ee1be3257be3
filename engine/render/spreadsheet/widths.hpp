// How wide text is in Arial, so that columns fit what they hold without opening a font.
//
// The advance widths are Arial's, which Liberation Sans shares by design. Characters outside ASCII are
// estimated: accented Latin letters as a digit, Asian scripts and emoji as a full square.
#pragma once

#include <string_view>

namespace eqr::render::spreadsheet {

enum class Weight { regular, bold };

// Pixels at 96 dots an inch, of the longest of the text's lines.
[[nodiscard]] int text_pixels(std::string_view utf8, Weight weight, int points = 12);

// Likewise of the widest word, the least a column can be without breaking one.
[[nodiscard]] int widest_word_pixels(std::string_view utf8, Weight weight, int points = 12);

// How many lines the text takes in a column of so many pixels; a word wider than the column is broken.
[[nodiscard]] int wrapped_lines(std::string_view utf8, Weight weight, int pixels, int points = 12);

// The sizes of the workbook's text, in points.
inline constexpr int text_points = 12;
inline constexpr int heading_points = 14;
inline constexpr int title_points = 16;

// What the space before a column's text takes.
inline constexpr int gap_pixels = 16;

// A digit of Arial 12, the unit in which a file states the widths of columns.
inline constexpr double digit_pixels = 9.0;

}  // namespace eqr::render::spreadsheet
