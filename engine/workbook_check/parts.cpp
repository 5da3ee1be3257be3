#include "workbook_check/parts.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace eqr::workbook_check {
namespace {

constexpr std::size_t longest_shorthand = 4;

// What stands between square brackets.
std::vector<std::string> bracketed(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
    const std::size_t close = text.find(']', open);
    if (close == std::string_view::npos) break;
    found.emplace_back(text.substr(open + 1, close - open - 1));
  }
  return found;
}

}  // namespace

bool is_cover(const Book& book, const Sheet& sheet) {
  return &sheet == book.sheets.data() && sheet.tables.empty();
}

bool is_contents(const Sheet& sheet) {
  std::string name = text::folded(sheet.name);
  std::ranges::replace(name, ' ', '_');
  return name == "contents" || name == "table_of_contents" || name == "contents_page" ||
         std::ranges::any_of(sheet.tables, [](const Table& t) { return t.name == "table_of_contents"; });
}

bool is_notes(const Sheet& sheet) {
  return text::folded(sheet.name) == "notes";
}

bool is_data(const Book& book, const Sheet& sheet) {
  return !sheet.is_chart && !is_cover(book, sheet) && !is_contents(sheet) && !is_notes(sheet);
}

std::vector<std::pair<Place, const Cell*>> lines(const Sheet& sheet) {
  std::size_t end = static_cast<std::size_t>(-1);
  for (const Table& table : sheet.tables) end = std::min(end, table.area.first.row);
  std::vector<std::pair<Place, const Cell*>> found;
  for (const auto& [place, cell] : sheet.cells) {
    if (place.column == 0 && place.row < end && !is_blank(&cell)) found.emplace_back(place, &cell);
  }
  return found;
}

bool is_blank(const Cell* cell) {
  if (cell == nullptr) return true;
  if (cell->has_formula) return false;
  return cell->kind == Cell::Kind::blank || text::trimmed(cell->text).empty();
}

std::vector<std::string> shorthand_in(std::string_view text) {
  std::vector<std::string> found;
  for (std::string& word : bracketed(text)) {
    const bool is_word = !word.empty() && word.size() <= longest_shorthand &&
                         std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    if (is_word) found.push_back(std::move(word));
  }
  return found;
}

std::vector<std::string> notes_in(std::string_view text) {
  std::vector<std::string> found;
  for (const std::string& words : bracketed(text)) {
    if (!words.starts_with("note ")) continue;
    const std::string number = words.substr(5);
    const bool is_number =
        !number.empty() && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    if (is_number) found.push_back(number);
  }
  return found;
}

std::string sheet_in(const std::string& link) {
  std::string name = link.substr(1);
  if (name.starts_with('$')) name.erase(0, 1);
  const std::size_t mark = name.find('!') != std::string::npos ? name.find('!') : name.find_last_of('.');
  if (mark != std::string::npos) name.resize(mark);
  std::erase(name, '\'');
  return name;
}

}  // namespace eqr::workbook_check
