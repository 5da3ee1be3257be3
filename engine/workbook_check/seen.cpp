#include "workbook_check/seen.hpp"

#include <algorithm>

namespace eqr::workbook_check {
namespace {

constexpr std::size_t most_rows = 1'048'576, most_columns = 16'384;

}  // namespace

namespace {

// ECMA-376 part 1, 18.8.30 and 18.8.31: the built-in formats of dates and times, and those with a year, a day
// or an hour in them, apart from words in quotes and colours in brackets.
bool is_date_format(const std::string& format) {
  for (const char* built_in : {"14", "15", "16", "17", "18", "19", "20", "21", "22", "45", "46", "47"}) {
    if (format == std::string("built-in ") + built_in) return true;
  }
  if (format == "General" || format.starts_with("built-in")) return false;
  char closing = 0;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (closing != 0) {
      if (c == closing) closing = 0;
    } else if (c == '"' || c == '[') {
      closing = c == '"' ? '"' : ']';
    } else if (c == '\\') {
      ++i;
    } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D' || c == 'h' || c == 'H') {
      return true;
    }
  }
  return false;
}

}  // namespace

void tell_dates_from_numbers(Book& book) {
  if (book.format != Book::Format::xlsx) return;
  std::vector<bool> is_date;
  for (const Look& look : book.looks) is_date.push_back(is_date_format(look.number_format));
  for (Sheet& sheet : book.sheets) {
    for (auto& [place, cell] : sheet.cells) {
      if (cell.kind == Cell::Kind::number && is_date.at(cell.look)) cell.kind = Cell::Kind::other;
    }
  }
}

void clip_tables(Book& book) {
  for (Sheet& sheet : book.sheets) {
    Place last;
    for (const auto& [place, cell] : sheet.cells)
      last = {std::max(last.row, place.row), std::max(last.column, place.column)};
    for (Table& table : sheet.tables) {
      const Place& first = table.area.first;
      table.area.last.row = std::min(table.area.last.row, std::max(last.row + 1, first.row));
      table.area.last.column = std::min(table.area.last.column, std::max(last.column + 1, first.column));
    }
  }
}

std::string in_words(Place place) {
  std::string letters;
  for (std::size_t column = place.column + 1; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters + std::to_string(place.row + 1);
}

std::optional<Place> place_of(std::string_view written) {
  std::size_t row = 0, column = 0;
  bool has_digits = false;
  for (const char c : written) {
    if (c == '$') continue;
    const char letter = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (letter >= 'A' && letter <= 'Z' && !has_digits) {
      column = column * 26 + static_cast<std::size_t>(letter - 'A') + 1;
    } else if (c >= '0' && c <= '9' && column > 0) {
      has_digits = true;
      row = row * 10 + static_cast<std::size_t>(c - '0');
    } else {
      return std::nullopt;
    }
    if (row > most_rows || column > most_columns) return std::nullopt;
  }
  if (row == 0 || column == 0) return std::nullopt;
  return Place{row - 1, column - 1};
}

std::optional<Area> area_of(std::string_view written) {
  const std::size_t colon = written.find(':');
  const auto first = place_of(written.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : place_of(written.substr(colon + 1));
  if (!first || !last) return std::nullopt;
  return Area{{std::min(first->row, last->row), std::min(first->column, last->column)},
              {std::max(first->row, last->row), std::max(first->column, last->column)}};
}

}  // namespace eqr::workbook_check
