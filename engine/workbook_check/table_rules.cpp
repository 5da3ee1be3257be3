// T1 to T7: sheets, their titles, and how tables stand on them.
#include <algorithm>
#include <array>
#include <set>

#include "text/words.hpp"
#include "workbook_check/parts.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::workbook_check {
namespace {

void titles(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.is_chart || sheet.cells.empty()) continue;
    const Cell* cell = sheet.cell({0, 0});
    if (is_blank(cell)) {
      findings.push_back({sheet.name, Place{}, "A1 holds no title"});
    } else if (book.looks[cell->look].heading != 1) {
      findings.push_back({sheet.name, Place{}, "the title does not have the cell style Heading 1"});
    }
  }
}

void titles_of_their_own(const Book& book, std::vector<Finding>& findings) {
  std::set<std::string> seen;
  for (const Sheet& sheet : book.sheets) {
    const Cell* cell = sheet.cell({0, 0});
    if (!is_blank(cell) && !seen.insert(text::normalised(cell->text)).second)
      findings.push_back({sheet.name, Place{}, "another sheet has the same title"});
  }
}

// "This worksheet contains one table."
bool says_how_many(const Sheet& sheet) {
  constexpr std::array<std::string_view, 6> words = {"no", "one", "two", "three", "four", "five"};
  const std::size_t many = sheet.tables.size();
  const std::string in_digits = std::to_string(many) + " table";
  const std::string in_letters = many < words.size() ? std::string(words[many]) + " table" : in_digits;
  return std::ranges::any_of(lines(sheet), [&](const auto& line) {
    const std::string text = text::folded(line.second->text);
    return text.find(in_digits) != std::string::npos || text.find(in_letters) != std::string::npos;
  });
}

void number_of_tables(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.tables.size() > 1)
      findings.push_back({sheet.name, sheet.tables[1].area.first, "the sheet has more than one table"});
    if (!sheet.tables.empty() && !says_how_many(sheet))
      findings.push_back({sheet.name, {}, "no line above the table says how many tables the sheet contains"});
  }
}

void where_tables_stand(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.tables.empty()) continue;
    const Table& table = sheet.tables.front();
    if (table.area.first.column != 0)
      findings.push_back({sheet.name, table.area.first, "the table does not start in column A"});
    if (sheet.tables.size() > 1) continue;
    for (const auto& [place, cell] : sheet.cells) {
      if (is_blank(&cell) || table.area.contains(place) || place.row < table.area.first.row) continue;
      findings.push_back({sheet.name, place, "something stands below or beside the table"});
      break;
    }
    for (std::size_t row = 0; row < table.area.first.row; ++row) {
      if (!is_blank(sheet.cell({row, 0}))) continue;
      findings.push_back({sheet.name, Place{row, 0}, "a row above the table is blank"});
      break;
    }
  }
}

void marked_up(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    const auto beside = std::ranges::find_if(
        sheet.cells, [](const auto& cell) { return cell.first.column > 0 && !is_blank(&cell.second); });
    if (sheet.tables.empty() && beside != sheet.cells.end() && !is_cover(book, sheet))
      findings.push_back({sheet.name, Place{beside->first.row, 0}, "the table is not marked up as a table"});
  }
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    if (!table.has_header) findings.push_back({sheet.name, table.area.first, "the table has no header row"});
    if (table.has_style || table.has_stripes)
      findings.push_back({sheet.name, table.area.first, "the table has a style or stripes"});
  });
}

void headers(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    std::set<std::string> seen;
    each_header(sheet, table, [&](Place place, const Cell* cell) {
      if (is_blank(cell)) {
        findings.push_back({sheet.name, place, "a column has no header"});
      } else if (!seen.insert(text::normalised(cell->text)).second) {
        findings.push_back({sheet.name, place, "two columns have the same header"});
      }
    });
  });
}

// A unit in brackets stands at the end of a header, before notes.
bool has_unit_inside(const std::string& header) {
  constexpr std::array<std::string_view, 8> units = {"%",      "£",         "percent",  "percentage points",
                                                     "pounds", "thousands", "millions", "number of people"};
  for (std::size_t open = header.find('('); open != std::string::npos; open = header.find('(', open + 1)) {
    const std::size_t close = header.find(')', open);
    if (close == std::string::npos) return false;
    const std::string_view inside = std::string_view(header).substr(open + 1, close - open - 1);
    const std::string_view after = text::trimmed(std::string_view(header).substr(close + 1));
    if (std::ranges::find(units, inside) != units.end() && !after.empty() && !after.starts_with('['))
      return true;
  }
  return false;
}

void units_in_headers(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    each_header(sheet, table, [&](Place place, const Cell* cell) {
      if (!is_blank(cell) && has_unit_inside(cell->text))
        findings.push_back({sheet.name, place, "the unit does not stand at the end of the header"});
    });
  });
}

void table_names(const Book& book, std::vector<Finding>& findings) {
  std::set<std::string> seen;
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    const bool is_plain = !table.name.empty() && std::ranges::all_of(table.name, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!is_plain)
      findings.push_back({sheet.name, table.area.first,
                          "the table's name has other characters than letters, digits and underscores"});
    if (!seen.insert(text::folded(table.name)).second)
      findings.push_back({sheet.name, table.area.first, "two tables have the same name"});
  });
}

void meaningful_names(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    const std::string folded = text::folded(table.name);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (folded.starts_with("table") && std::ranges::all_of(folded.substr(5), is_digit))
      findings.push_back({sheet.name, table.area.first, "the table's name says nothing of what it holds"});
  });
}

void no_blank_lines(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    std::set<std::size_t> rows, columns;
    each_cell(sheet, table, [&](Place place, const Cell* cell) {
      if (is_blank(cell)) return;
      rows.insert(place.row);
      columns.insert(place.column);
    });
    for (std::size_t row = table.area.first.row + 1; row <= table.area.last.row; ++row) {
      if (rows.contains(row)) continue;
      findings.push_back({sheet.name, Place{row, table.area.first.column}, "a row of the table is blank"});
      break;
    }
    for (std::size_t column = table.area.first.column; column <= table.area.last.column; ++column) {
      if (columns.contains(column) || !is_blank(sheet.cell(header_at(table, column)))) continue;
      findings.push_back({sheet.name, header_at(table, column), "a column of the table is blank"});
      break;
    }
  });
}

void columns_hold_something(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    std::set<std::size_t> filled;
    each_cell(sheet, table, [&](Place place, const Cell* cell) {
      if (!is_blank(cell)) filled.insert(place.column);
    });
    each_header(sheet, table, [&](Place place, const Cell* cell) {
      if (!is_blank(cell) && !filled.contains(place.column))
        findings.push_back({sheet.name, place, "a column has a header and nothing in it"});
    });
  });
}

}  // namespace

std::vector<Rule> table_rules() {
  return {
      {"T1", Level::fail, "A1 holds a title in the cell style Heading 1",
       "write the title into A1 and give it the cell style Heading 1", titles},
      {"T1b", Level::warning, "every sheet has a title of its own",
       "say in the title what sets the sheet apart", titles_of_their_own},
      {"T2", Level::warning, "each sheet has one table and says so",
       "give each table a sheet; write below the title: This worksheet contains one table.",
       number_of_tables},
      {"T3", Level::fail,
       "the table starts in column A straight below the text, with nothing below or beside",
       "move notes above the table, and take blank rows and columns out", where_tables_stand},
      {"T4", Level::fail, "tables are marked up, with one header row and no style",
       "format the cells as a table; choose the style None, without banded rows", marked_up},
      {"T5", Level::fail, "every column has a header, and no two the same", "give each column its own header",
       headers},
      {"T5b", Level::warning, "units stand in brackets at the end of headers", "write: Share of staff (%)",
       units_in_headers},
      {"T6", Level::fail, "tables have plain names of their own",
       "name the table in letters, digits and underscores: pay_by_grade", table_names},
      {"T6b", Level::warning, "tables have meaningful names", "say what it holds: pay_by_grade",
       meaningful_names},
      {"T7", Level::fail, "tables have no blank rows and no blank columns", "take them out", no_blank_lines},
      {"T7b", Level::warning, "every column holds something", "take the column out", columns_hold_something}};
}

}  // namespace eqr::workbook_check
