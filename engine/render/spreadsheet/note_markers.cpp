#include "render/spreadsheet/note_markers.hpp"

#include <algorithm>
#include <set>

#include "problems/problem.hpp"
#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/sheets.hpp"

namespace eqr::render::spreadsheet {
namespace {

constexpr std::string_view opening = "[note ";

[[noreturn]] void refuse(const Sheet& sheet, std::size_t row, std::size_t column, const std::string& what,
                         const std::string& remedy) {
  throw problems::Fault(
      problems::Cost::nothing_written,
      problems::Problem{{"", 0, 0, ""},
                        Where(sheet.subject, row, column).words() + " of the spreadsheets: " + what,
                        remedy});
}

std::string_view text_of(const Cell& cell) {
  const auto* text = std::get_if<Text>(&cell);
  return text == nullptr ? std::string_view{} : text->text;
}

class Markers {
 public:
  explicit Markers(const Book& book) : m_book(book) {
    const auto notes = std::ranges::find(book.sheets, notes_name, &Sheet::name);
    if (notes == book.sheets.end() || !notes->table) return;
    m_notes = &*notes;
    for (const Row& row : notes->table->rows) {
      for (const std::string& number : notes_marked_in(text_of(row.cells.front()))) m_unused.insert(number);
    }
    m_known = m_unused;
  }

  void check() {
    for (const Sheet& sheet : m_book.sheets) {
      if (&sheet != m_notes) check(sheet);
    }
    if (m_unused.empty()) return;
    const auto& rows = m_notes->table->rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const std::string& number : notes_marked_in(text_of(rows[i].cells.front()))) {
        if (m_unused.contains(number))
          refuse(*m_notes, m_notes->lines.size() + 1 + i, 0, "no table has a marker of note " + number,
                 "take the note out, or mark what it is of");
      }
    }
  }

 private:
  void check(const Sheet& sheet) {
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) see(sheet, i, 0, sheet.lines[i].text);
    if (!sheet.table) return;
    const std::size_t header = sheet.lines.size();
    for (std::size_t k = 0; k < sheet.table->columns.size(); ++k)
      see(sheet, header, k, sheet.table->columns[k].header);
    for (std::size_t i = 0; i < sheet.table->rows.size(); ++i) {
      const auto& cells = sheet.table->rows[i].cells;
      for (std::size_t k = 0; k < cells.size(); ++k) {
        const std::string_view text = text_of(cells[k]);
        if (k > 0 && !notes_marked_in(text).empty())
          refuse(sheet, header + 1 + i, k, "the text of an input reads as a note marker",
                 "write it without brackets, or put it into the label of its row");
        see(sheet, header + 1 + i, k, text);
      }
    }
  }

  void see(const Sheet& sheet, std::size_t row, std::size_t column, std::string_view text) {
    for (const std::string& number : notes_marked_in(text)) {
      if (!m_known.contains(number))
        refuse(sheet, row, column,
               "the text of an input reads as a marker of note " + number + ", which is not there",
               "write it without brackets");
      m_unused.erase(number);
    }
  }

  const Book& m_book;
  const Sheet* m_notes = nullptr;
  std::set<std::string> m_known, m_unused;
};

}  // namespace

std::vector<std::string> notes_marked_in(std::string_view text) {
  std::vector<std::string> numbers;
  for (std::size_t at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at + 1)) {
    const std::size_t begin = at + opening.size();
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    if (end > begin && end < text.size() && text[end] == ']')
      numbers.emplace_back(text.substr(begin, end - begin));
  }
  return numbers;
}

void check_note_markers(const Book& book) {
  Markers(book).check();
}

}  // namespace eqr::render::spreadsheet
