// What the parts of a workbook are for, and the pieces of its texts that rules ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook_check/seen.hpp"

namespace eqr::workbook_check {

// The sheets by what they are for, told from their names and tables.
[[nodiscard]] bool is_cover(const Book& book, const Sheet& sheet);
[[nodiscard]] bool is_contents(const Sheet& sheet);
[[nodiscard]] bool is_notes(const Sheet& sheet);
// All others that hold cells.
[[nodiscard]] bool is_data(const Book& book, const Sheet& sheet);

// The rows above the first table, or all of a sheet without one: column A.
[[nodiscard]] std::vector<std::pair<Place, const Cell*>> lines(const Sheet& sheet);

// Every cell of a table's body, blank ones too; null for one that the file does not have.
void each_cell(const Sheet& sheet, const Table& table, auto&& use) {
  for (std::size_t row = table.area.first.row + (table.has_header ? 1 : 0); row <= table.area.last.row;
       ++row) {
    for (std::size_t column = table.area.first.column; column <= table.area.last.column; ++column)
      use(Place{row, column}, sheet.cell({row, column}));
  }
}

// Each table of each sheet.
void each_table(const Book& book, auto&& use) {
  for (const Sheet& sheet : book.sheets) {
    for (const Table& table : sheet.tables) use(sheet, table);
  }
}

[[nodiscard]] inline Place header_at(const Table& table, std::size_t column) {
  return {table.area.first.row, column};
}

// Its header cells; null for one that the file does not have.
void each_header(const Sheet& sheet, const Table& table, auto&& use) {
  if (!table.has_header) return;
  for (std::size_t column = table.area.first.column; column <= table.area.last.column; ++column)
    use(header_at(table, column), sheet.cell(header_at(table, column)));
}

[[nodiscard]] bool is_blank(const Cell* cell);
// "[c]", "[low]": one to four letters in brackets, which are no note.
[[nodiscard]] std::vector<std::string> shorthand_in(std::string_view text);
// Of a link inside the file, "#Notes!A1", "#'Notes'!A1", "#Notes.A1" or "#Notes".
[[nodiscard]] std::string sheet_in(const std::string& link);
// The numbers of "[note 1]" as they stand.
[[nodiscard]] std::vector<std::string> notes_in(std::string_view text);

}  // namespace eqr::workbook_check
