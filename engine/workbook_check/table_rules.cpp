// T: sheets and their tables. P: what makes Excel offer a repair.
#include <algorithm>
#include <cmath>
#include <set>

#include "text/words.hpp"
#include "workbook_check/parts.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::workbook_check {
namespace {

constexpr std::size_t longest_text = 32'767;

// Each table of each sheet.
void each_table(const Book& book, auto&& use) {
  for (const Sheet& sheet : book.sheets) {
    for (const Table& table : sheet.tables) use(sheet, table);
  }
}

Place header_at(const Table& table, std::size_t column) {
  return {table.area.first.row, column};
}

void each_header(const Sheet& sheet, const Table& table, auto&& use) {
  if (!table.has_header) return;
  for (std::size_t column = table.area.first.column; column <= table.area.last.column; ++column)
    use(header_at(table, column), sheet.cell(header_at(table, column)));
}

bool is_shorthand(const Cell& cell) {
  const std::string_view text = text::trimmed(cell.text);
  return text.size() > 2 && text.front() == '[' && text.back() == ']' && shorthand_in(text).size() == 1;
}

// Whether a column of the table holds numbers, shorthand among them.
bool holds_numbers(const Sheet& sheet, const Table& table, std::size_t column) {
  bool has_number = false, has_words = false;
  each_cell(sheet, table, [&](Place place, const Cell* cell) {
    if (place.column != column || is_blank(cell)) return;
    if (cell->kind == Cell::Kind::number) {
      has_number = true;
    } else if (!is_shorthand(*cell)) {
      has_words = true;
    }
  });
  return has_number && !has_words;
}

// Whether it may be right-aligned as numbers are: some cell is more than mere words. "About 40" and "5 to 6"
// are.
bool has_amounts(const Sheet& sheet, const Table& table, std::size_t column) {
  bool has_amount = false, has_words = false;
  each_cell(sheet, table, [&](Place place, const Cell* cell) {
    if (place.column != column || is_blank(cell)) return;
    const bool has_digit = std::ranges::any_of(cell->text, [](char c) { return c >= '0' && c <= '9'; });
    (has_digit || is_shorthand(*cell) ? has_amount : has_words) = true;
  });
  return has_amount || !has_words;
}

void titles(const Book& book, std::vector<Finding>& findings) {
  std::set<std::string> seen;
  for (const Sheet& sheet : book.sheets) {
    if (sheet.is_chart || sheet.cells.empty()) continue;
    const Cell* cell = sheet.cell({0, 0});
    if (is_blank(cell)) {
      findings.push_back({sheet.name, Place{}, "A1 holds no title"});
      continue;
    }
    if (book.looks[cell->look].heading != 1)
      findings.push_back({sheet.name, Place{}, "the title does not have the cell style Heading 1"});
    if (!seen.insert(text::normalised(cell->text)).second)
      findings.push_back({sheet.name, Place{}, "another sheet has the same title"});
  }
}

// "This worksheet contains one table."
bool says_how_many(const Sheet& sheet) {
  return std::ranges::any_of(lines(sheet), [](const auto& line) {
    const std::string words = text::folded(line.second->text);
    return words.find("table") != std::string::npos &&
           (words.find("contains") != std::string::npos || words.find("has one") != std::string::npos);
  });
}

void number_of_tables(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.tables.size() > 1) findings.push_back({sheet.name, {}, "the sheet has more than one table"});
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
    std::size_t filled = 0;
    for (const auto& [place, cell] : sheet.cells) {
      if (is_blank(&cell) || table.area.contains(place)) continue;
      if (place.row >= table.area.first.row) {
        findings.push_back({sheet.name, place, "something stands below or beside the table"});
        break;
      }
      filled += place.column == 0 ? 1 : 0;
    }
    if (filled < table.area.first.row)
      findings.push_back({sheet.name, {}, "there are blank rows above the table"});
  }
}

void marked_up(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    const bool has_columns = std::ranges::any_of(
        sheet.cells, [](const auto& cell) { return cell.first.column > 0 && !is_blank(&cell.second); });
    if (sheet.tables.empty() && has_columns && !is_cover(book, sheet))
      findings.push_back({sheet.name, {}, "the table is not marked up as a table"});
  }
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    if (!table.has_header) findings.push_back({sheet.name, table.area.first, "the table has no header row"});
    if (table.has_filter_buttons)
      findings.push_back({sheet.name, table.area.first, "the table has filter buttons"});
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

void table_names(const Book& book, std::vector<Finding>& findings) {
  std::set<std::string> seen;
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    const bool is_plain = !table.name.empty() && std::ranges::all_of(table.name, [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    const std::string folded = text::folded(table.name);
    const bool says_nothing =
        folded.starts_with("table") &&
        std::ranges::all_of(folded.substr(5), [](char c) { return c >= '0' && c <= '9'; });
    if (!is_plain || says_nothing)
      findings.push_back({sheet.name, table.area.first, "the table has no meaningful name"});
    if (!seen.insert(folded).second)
      findings.push_back({sheet.name, table.area.first, "two tables have the same name"});
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
      if (columns.contains(column)) continue;
      findings.push_back({sheet.name, header_at(table, column), "a column of the table is blank"});
      break;
    }
  });
}

void blanks_and_shorthand(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    std::set<std::string> explained;
    bool explains_blanks = false;
    const std::size_t cover = book.sheets.empty() ? 0 : 1;
    for (const auto& [place, cell] : lines(sheet)) {
      for (std::string& code : shorthand_in(cell->text)) explained.insert(std::move(code));
      explains_blanks = explains_blanks || text::folded(cell->text).find("blank") != std::string::npos;
    }
    for (std::size_t i = 0; i < cover; ++i) {
      for (const auto& [place, cell] : book.sheets[i].cells) {
        if (!is_cover(book, book.sheets[i]) || sheet.tables.empty()) break;
        for (std::string& code : shorthand_in(cell.text)) explained.insert(std::move(code));
      }
    }
    for (const Table& table : sheet.tables) {
      std::set<std::string> told;
      bool told_blank = explains_blanks;
      each_cell(sheet, table, [&](Place place, const Cell* cell) {
        if (is_blank(cell) && !told_blank) {
          findings.push_back({sheet.name, place, "a cell is blank, and no line above the table says why"});
          told_blank = true;
        }
        if (cell == nullptr || cell->kind != Cell::Kind::text || !is_shorthand(*cell)) return;
        const std::string code = shorthand_in(cell->text).front();
        if (!explained.contains(code) && told.insert(code).second)
          findings.push_back({sheet.name, place, "shorthand [" + code + "] is explained nowhere"});
      });
    }
  }
}

void text_wraps(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    std::optional<Place> first;
    for (const auto& [place, cell] : sheet.cells) {
      const bool is_text = cell.kind == Cell::Kind::text && table.area.contains(place);
      if (is_text && !book.looks[cell.look].wraps && !first) first = place;
    }
    if (first) findings.push_back({sheet.name, first, "text in the table does not wrap"});
  });
}

void alignment(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    std::set<std::string> told;
    const auto tell = [&](Place place, const char* what) {
      if (told.insert(what).second) findings.push_back({sheet.name, place, what});
    };
    each_header(sheet, table, [&](Place place, const Cell* cell) {
      if (is_blank(cell)) return;
      const Look& look = book.looks[cell->look];
      if (!look.bold) tell(place, "a header is not bold");
      const bool is_number = holds_numbers(sheet, table, place.column);
      if (is_number && look.align != Look::Align::right)
        tell(place, "the header of a column of numbers is not right-aligned");
      const bool is_left = look.align == Look::Align::general || look.align == Look::Align::left;
      if (!is_left && !is_number && !has_amounts(sheet, table, place.column))
        tell(place, "the header of a column of text is not left-aligned");
    });
    each_cell(sheet, table, [&](Place place, const Cell* cell) {
      if (is_blank(cell)) return;
      const Look& look = book.looks[cell->look];
      const bool is_label = place.column == table.area.first.column;
      if (is_label && !look.bold && cell->kind == Cell::Kind::text) tell(place, "a row label is not bold");
      const bool is_left = look.align == Look::Align::left || look.align == Look::Align::other;
      if (cell->kind == Cell::Kind::number && is_left) tell(place, "a number is not right-aligned");
      if (is_shorthand(*cell) && look.align != Look::Align::right &&
          holds_numbers(sheet, table, place.column))
        tell(place, "shorthand among numbers is not right-aligned");
    });
  });
}

// A number that somebody typed as text: digits with commas, a point, a sign or a per cent sign.
bool looks_like_a_number(std::string_view text) {
  bool has_digit = false;
  for (const char c : text::trimmed(text)) {
    if (c >= '0' && c <= '9') {
      has_digit = true;
    } else if (c != ',' && c != '.' && c != '-' && c != '+' && c != '%') {
      return false;
    }
  }
  return has_digit;
}

void numbers_are_numbers(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    for (std::size_t column = table.area.first.column; column <= table.area.last.column; ++column) {
      std::optional<Place> as_text;
      std::size_t numbers = 0, texts = 0;
      each_cell(sheet, table, [&](Place place, const Cell* cell) {
        if (place.column != column || is_blank(cell)) return;
        numbers += cell->kind == Cell::Kind::number ? 1 : 0;
        if (cell->kind != Cell::Kind::text || !looks_like_a_number(cell->text)) return;
        ++texts;
        if (!as_text) as_text = place;
      });
      if (as_text && numbers > 0) findings.push_back({sheet.name, as_text, "a number is stored as text"});
    }
  });
}

// Decimal places that a format shows.
std::string places_in(const std::string& format) {
  const std::size_t point = format.find('.');
  return point == std::string::npos ? "" : format.substr(point);
}

bool is_list(const Sheet& sheet) {  // each row has a unit of its own
  return sheet.name == "Figures_in_the_text" || sheet.name == "Facts";
}

void one_format_a_column(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    if (is_list(sheet)) return;
    for (std::size_t column = table.area.first.column; column <= table.area.last.column; ++column) {
      const std::string* format = nullptr;
      bool is_told = false;
      each_cell(sheet, table, [&](Place place, const Cell* cell) {
        if (is_told || place.column != column || cell == nullptr || cell->kind != Cell::Kind::number) return;
        const std::string& here = book.looks[cell->look].number_format;
        const bool is_bare = (here.empty() || here == "General") && std::abs(cell->number) >= 10'000;
        if (format != nullptr && places_in(here) != places_in(*format)) {
          findings.push_back({sheet.name, place, "numbers in one column have different decimal places"});
          is_told = true;
        } else if (is_bare) {
          findings.push_back({sheet.name, place, "a large number has no commas between thousands"});
          is_told = true;
        }
        format = &here;
      });
    }
  });
}

bool is_total(const Cell* cell) {
  if (is_blank(cell)) return false;
  const std::string word = text::normalised(cell->text);
  return word == "total" || word == "all" || word.starts_with("total ") || word == "grand total";
}

void totals_at_the_edge(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    const std::size_t first = table.area.first.row + 1, last = table.area.last.row;
    for (std::size_t row = first + 1; row < last; ++row) {
      const Place place{row, table.area.first.column};
      const auto is_total_at = [&](std::size_t at) { return is_total(sheet.cell({at, place.column})); };
      if (!is_total_at(row) || is_total_at(row + 1) || is_total_at(row - 1)) continue;
      findings.push_back({sheet.name, place, "a total stands in the middle of the table"});
      return;
    }
  });
}

void no_indents(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    for (const auto& [place, cell] : sheet.cells) {
      const bool is_label = table.area.contains(place) && place.column == table.area.first.column;
      const bool is_indented = book.looks[cell.look].indent > 0 || cell.text.starts_with(' ');
      if (!is_label || !is_indented || is_blank(&cell)) continue;
      findings.push_back({sheet.name, place, "a row label is indented"});
      return;
    }
  });
}

void columns_as_named(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    if (table.columns.empty() || !table.has_header) return;
    const std::size_t wide = table.area.last.column - table.area.first.column + 1;
    if (table.columns.size() != wide) {
      findings.push_back({sheet.name, table.area.first, "the table says another number of columns"});
      return;
    }
    each_header(sheet, table, [&](Place place, const Cell* cell) {
      const std::string& name = table.columns[place.column - table.area.first.column];
      const std::string shown = cell == nullptr ? "" : cell->text;
      // A line end in a header is written in more than one way.
      if (text::normalised(name) == text::normalised(shown) || name.find("_x000") != std::string::npos)
        return;
      findings.push_back({sheet.name, place, "the table calls the column otherwise than the header cell"});
    });
  });
}

void values_that_can_be(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    for (const auto& [place, cell] : sheet.cells) {
      if (cell.kind == Cell::Kind::number && !std::isfinite(cell.number))
        findings.push_back({sheet.name, place, "the cell's value is no number"});
      if (cell.text.size() > longest_text && cell.kind == Cell::Kind::text)
        findings.push_back({sheet.name, place, "the text is longer than a cell can hold"});
    }
  }
}

}  // namespace

std::vector<Rule> table_rules() {
  return {
      {"T1", Level::fail, "A1 holds a title in the cell style Heading 1, in words that no other sheet has",
       "write the title into A1 and give it the cell style Heading 1", titles},
      {"T2", Level::warning, "each sheet has one table and says so",
       "give each table a sheet; write below the title: This worksheet contains one table.",
       number_of_tables},
      {"T3", Level::fail,
       "the table starts in column A straight below the text, with nothing below or beside",
       "move notes above the table, and take blank rows and columns out", where_tables_stand},
      {"T4", Level::fail, "tables are marked up, with one header row, no style and no filter buttons",
       "format the cells as a table; choose the style None; switch filter button and banded rows off",
       marked_up},
      {"T5", Level::fail, "every column has a header, and no two the same", "give each column its own header",
       headers},
      {"T6", Level::warning, "tables have meaningful names of their own",
       "name the table in letters, digits and underscores: pay_by_grade", table_names},
      {"T7", Level::fail, "tables have no blank rows and no blank columns", "take them out", no_blank_lines},
      {"T8", Level::fail, "blank cells and shorthand are explained",
       "write shorthand such as [x] into blank cells, and say above the table what it means",
       blanks_and_shorthand},
      {"T9", Level::fail, "text wraps in every cell of a table", "switch wrapping on", text_wraps},
      {"T10", Level::warning, "headers and row labels are bold; numbers right-aligned, text left-aligned",
       "align numbers, their headers and shorthand among them to the right", alignment},
      {"T11", Level::fail, "numbers are stored as numbers", "turn the texts into numbers",
       numbers_are_numbers},
      {"T11b", Level::warning, "numbers have commas, and the same decimal places down a column",
       "give the column one number format", one_format_a_column},
      {"T12", Level::warning, "totals stand at the edge of a table", "move the total to the last row",
       totals_at_the_edge},
      {"T13", Level::warning, "row labels are not indented",
       "say in words, or in a column, what belongs to what", no_indents},
      {"P1", Level::fail, "tables call their columns what the header cells say",
       "write the header into the cell once more in a spreadsheet program", columns_as_named},
      {"P2", Level::fail, "every value is one that a cell can hold", "replace it by shorthand, or shorten it",
       values_that_can_be}};
}

}  // namespace eqr::workbook_check
