#include "render/spreadsheet/look.hpp"

#include "render/spreadsheet/widths.hpp"

namespace eqr::render::spreadsheet {

int Look::points() const {
  switch (level) {
    case Level::text:
      return text_points;
    case Level::heading_1:
      return title_points;
    case Level::heading_2:
      return heading_points;
  }
  return text_points;
}

Look look_of(const Line& line, bool wraps) {
  Look look;
  if (line.kind == Line::Kind::title) look.level = Look::Level::heading_1;
  if (line.kind == Line::Kind::heading) look.level = Look::Level::heading_2;
  look.bold = line.kind != Line::Kind::text;
  look.bottom = line.kind == Line::Kind::heading;
  look.wrap = wraps;
  look.link = !line.link.empty();
  return look;
}

Look header_look(const Column& column) {
  Look look;
  look.bold = look.wrap = look.bottom = true;
  look.right = column.right;
  look.gap = column.gap;
  return look;
}

Look cell_look(const MarkedTable& table, const Row& row, std::size_t column) {
  Look look;
  look.bold = column == 0 || row.is_total;
  look.wrap = true;
  look.right = table.columns[column].right;
  look.gap = table.columns[column].gap;
  if (const auto* text = std::get_if<Text>(&row.cells[column])) {
    look.link = !text->link.empty();
  } else if (const auto* amount = std::get_if<Amount>(&row.cells[column])) {
    look.right = true;
    look.gap = false;
    look.places = amount->places;
    look.grouped = amount->grouped;
  }
  return look;
}

}  // namespace eqr::render::spreadsheet
