#include "render/spreadsheet/heights.hpp"

#include <algorithm>

#include "render/spreadsheet/widths.hpp"

namespace eqr::render::spreadsheet {
namespace {

constexpr double text_line = 16;  // Excel gives Arial 12 fifteen points
constexpr double heading_line = 19;
constexpr double title_line = 22;
constexpr double above_heading = 10;
constexpr double above_header = 6;
constexpr double highest = 409;  // Excel's own limit, in whole points
constexpr int cell_padding = 8;  // what Excel keeps free at the sides, in pixels

int room(const Column& column) {
  return column.pixels - cell_padding - (column.gap ? gap_pixels : 0);
}

double text_height(int lines, double above = 0) {
  return std::min(highest, lines * text_line + above);
}

}  // namespace

double line_height(const Line& line, bool wraps, int pixels) {
  const bool is_title = line.kind == Line::Kind::title;
  const bool is_heading = line.kind == Line::Kind::heading;
  const Weight weight = line.kind == Line::Kind::text ? Weight::regular : Weight::bold;
  const int points = is_title ? title_points : is_heading ? heading_points : text_points;
  // Other programs' letters are a little wider or narrower.
  const int room = (pixels - cell_padding) * 97 / 100;
  const int lines = wraps ? wrapped_lines(line.text, weight, room, points) : 1;
  const double one = is_title ? title_line : is_heading ? heading_line : text_line;
  return std::min(highest, lines * one + (is_heading ? above_heading : 0));
}

double header_height(const MarkedTable& table) {
  int lines = 1;
  for (const Column& column : table.columns) {
    lines = std::max(lines, wrapped_lines(column.header, Weight::bold, room(column)));
  }
  return text_height(lines, above_header);
}

double row_height(const MarkedTable& table, const Row& row) {
  int lines = 1;
  for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
    const auto* text = std::get_if<Text>(&row.cells[i]);
    if (text == nullptr) continue;
    const Weight weight = i == 0 || row.is_total ? Weight::bold : Weight::regular;
    lines = std::max(lines, wrapped_lines(text->text, weight, room(table.columns[i])));
  }
  return text_height(lines);
}

}  // namespace eqr::render::spreadsheet
