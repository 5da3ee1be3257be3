// How cells look, in every format of the workbook: Arial of 12 points or more, and no colour but that of
// links.
#pragma once

#include <compare>
#include <cstddef>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::spreadsheet {

struct Look {
  enum class Level { text, heading_1, heading_2 };
  Level level = Level::text;
  bool bold = false;
  bool right = false;
  bool wrap = false;
  bool link = false;
  bool gap = false;     // a little space before text that follows right-aligned numbers
  bool bottom = false;  // headings stand on the text that they head
  int places = -1;      // of a number, after the point; below nought for text
  bool grouped = false;

  auto operator<=>(const Look&) const = default;

  [[nodiscard]] bool is_number() const { return places >= 0; }
  [[nodiscard]] int points() const;
};

// `wraps`: on a sheet of text, whose one column is wide.
[[nodiscard]] Look look_of(const Line& line, bool wraps);
[[nodiscard]] Look header_look(const Column& column);
[[nodiscard]] Look cell_look(const MarkedTable& table, const Row& row, std::size_t column);

// The width of the column of a sheet of text, in pixels at 96 dots an inch: 76 digits.
inline constexpr int text_column_pixels = 684;
inline constexpr std::size_t most_columns_upright = 4;  // on paper; wider tables are printed across
inline constexpr unsigned link_blue = 0x0000FF;         // 8.6 to 1 on white

}  // namespace eqr::render::spreadsheet
