// T8 to T13: what stands in the cells of tables. P: what makes a spreadsheet program offer a repair.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "text/characters.hpp"
#include "text/words.hpp"
#include "workbook_check/parts.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::workbook_check {
namespace {

constexpr std::size_t longest_text = 32'767;

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

// The shorthand that texts explain.
std::set<std::string> explained_above(const Sheet& sheet) {
  std::set<std::string> explained;
  for (const auto& [place, cell] : lines(sheet)) {
    for (std::string& code : shorthand_in(cell->text)) explained.insert(std::move(code));
  }
  return explained;
}

std::set<std::string> explained_on_cover(const Book& book) {
  if (book.sheets.empty() || !is_cover(book, book.sheets.front())) return {};
  return explained_above(book.sheets.front());
}

std::optional<Place> line_with(const Sheet& sheet, const std::string& words) {
  for (const auto& [place, cell] : lines(sheet)) {
    if (cell->text.find(words) != std::string::npos) return place;
  }
  return std::nullopt;
}

// Each cell of the sheet's tables that is nothing but shorthand.
void each_shorthand(const Sheet& sheet, auto&& use) {
  for (const Table& table : sheet.tables) {
    each_cell(sheet, table, [&](Place place, const Cell* cell) {
      if (cell != nullptr && cell->kind == Cell::Kind::text && is_shorthand(*cell))
        use(place, shorthand_in(cell->text).front());
    });
  }
}

// Codes of the guidance, and others in a column of numbers; "[tbc]" among words is what somebody wrote.
bool stands_for_values(const Sheet& sheet, Place place, const std::string& code) {
  constexpr std::array<std::string_view, 16> known = {"b", "c", "e", "er", "f",   "k", "low", "ns",
                                                      "p", "r", "s", "ss", "sss", "u", "x",   "z"};
  if (std::ranges::find(known, code) != known.end()) return true;
  return std::ranges::any_of(sheet.tables, [&](const Table& table) {
    return table.area.contains(place) && holds_numbers(sheet, table, place.column);
  });
}

void blanks_and_shorthand(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    bool explains_blanks = std::ranges::any_of(lines(sheet), [](const auto& line) {
      const std::string words = text::folded(line.second->text);
      return words.find("blank") != std::string::npos || words.find("empty") != std::string::npos;
    });
    for (const Table& table : sheet.tables) {
      each_cell(sheet, table, [&](Place place, const Cell* cell) {
        if (!is_blank(cell) || explains_blanks) return;
        findings.push_back({sheet.name, place, "a cell is blank, and no line above the table says why"});
        explains_blanks = true;  // told once
      });
    }
    std::set<std::string> explained = explained_above(sheet);
    explained.merge(explained_on_cover(book));
    each_shorthand(sheet, [&](Place place, const std::string& code) {
      if (stands_for_values(sheet, place, code) && explained.insert(code).second)
        findings.push_back({sheet.name, place, "shorthand [" + code + "] is explained nowhere"});
    });
  }
}

void shorthand_above_the_table(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.tables.empty()) continue;
    const std::set<std::string> above = explained_above(sheet);
    std::set<std::string> used, told;
    each_shorthand(sheet, [&](Place place, const std::string& code) {
      used.insert(code);
      if (!above.contains(code) && told.insert(code).second)
        findings.push_back({sheet.name, place, "no line above the table says what [" + code + "] means"});
    });
    for (const auto& [place, cell] : sheet.cells) {  // beside a number, "12 [p]"
      for (std::string& code : shorthand_in(cell.text)) {
        if (place.row >= sheet.tables.front().area.first.row) used.insert(std::move(code));
      }
    }
    for (const std::string& code : above) {
      if (!used.contains(code))
        findings.push_back({sheet.name, line_with(sheet, "[" + code + "]"),
                            "[" + code + "] is explained and does not occur in the table"});
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

// "007" is a code.
bool is_code(std::string_view text) {
  return text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
}

// Where numbers stand in the column too, or all of several cells are such texts.
void numbers_are_numbers(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    for (std::size_t column = table.area.first.column; column <= table.area.last.column; ++column) {
      std::optional<Place> as_text;
      std::size_t numbers = 0, texts = 0, others = 0;
      each_cell(sheet, table, [&](Place place, const Cell* cell) {
        if (place.column != column || is_blank(cell) || is_shorthand(*cell)) return;
        if (cell->kind == Cell::Kind::number) {
          ++numbers;
        } else if (cell->kind == Cell::Kind::text && looks_like_a_number(cell->text) &&
                   !is_code(cell->text)) {
          ++texts;
          if (!as_text) as_text = place;
        } else {
          ++others;
        }
      });
      const bool is_label = column == table.area.first.column;
      const bool are_all = !is_label && texts > 1 && others == 0;
      if (as_text && (numbers > 0 || are_all))
        findings.push_back({sheet.name, as_text, "a number is stored as text"});
    }
  });
}

// Decimal places that a format shows.
std::string places_in(const std::string& format) {
  const std::size_t point = format.find('.');
  return point == std::string::npos ? "" : format.substr(point);
}

// Where each row says its unit, numbers of one column are not of one kind.
bool has_units_by_row(const Sheet& sheet, const Table& table) {
  bool has_units = false;
  each_header(sheet, table, [&](Place, const Cell* cell) {
    has_units = has_units || (cell != nullptr && text::normalised(cell->text) == "unit");
  });
  return has_units;
}

// Years: whole numbers of our time, and nothing else.
bool holds_years(const Sheet& sheet, const Table& table, std::size_t column) {
  bool is_year = true;
  each_cell(sheet, table, [&](Place place, const Cell* cell) {
    if (place.column != column || cell == nullptr || cell->kind != Cell::Kind::number) return;
    is_year =
        is_year && cell->number >= 1800 && cell->number <= 2200 && cell->number == std::floor(cell->number);
  });
  return is_year;
}

void one_format_a_column(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    if (has_units_by_row(sheet, table)) return;
    for (std::size_t column = table.area.first.column; column <= table.area.last.column; ++column) {
      const std::string* format = nullptr;
      bool is_told = holds_years(sheet, table, column);
      each_cell(sheet, table, [&](Place place, const Cell* cell) {
        if (is_told || place.column != column || cell == nullptr || cell->kind != Cell::Kind::number) return;
        const std::string& here = book.looks[cell->look].number_format;
        const bool has_commas = here.find(',') != std::string::npos;
        if (format != nullptr && places_in(here) != places_in(*format)) {
          findings.push_back({sheet.name, place, "numbers in one column have different decimal places"});
          is_told = true;
        } else if (!has_commas && std::abs(cell->number) >= 1'000) {
          findings.push_back({sheet.name, place, "a number has no commas between thousands"});
          is_told = true;
        }
        format = &here;
      });
    }
  });
}

// "540 (520 to 560)"
bool has_number_in_brackets(const std::string& text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t open = text.find('('), close = text.find(')', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return false;
  return std::ranges::any_of(text.substr(0, open), is_digit) &&
         std::ranges::any_of(text.substr(open, close - open), is_digit);
}

void one_number_a_cell(const Book& book, std::vector<Finding>& findings) {
  each_table(book, [&](const Sheet& sheet, const Table& table) {
    bool is_told = false;
    each_cell(sheet, table, [&](Place place, const Cell* cell) {
      const bool is_label = place.column == table.area.first.column;
      if (is_told || is_label || is_blank(cell) || cell->kind != Cell::Kind::text) return;
      const bool is_aligned = book.looks[cell->look].align == Look::Align::right;
      if (!is_aligned || !has_number_in_brackets(cell->text)) return;
      findings.push_back({sheet.name, place, "a cell holds more than one number"});
      is_told = true;
    });
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
      if (cell != nullptr && cell->kind == Cell::Kind::number) {
        findings.push_back({sheet.name, place, "the header cell holds a number, and not text"});
        return;
      }
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
      if (cell.kind == Cell::Kind::other && cell.text.starts_with('#'))
        findings.push_back({sheet.name, place, "the cell holds an error"});
      if (cell.kind == Cell::Kind::number && !std::isfinite(cell.number))
        findings.push_back({sheet.name, place, "the cell's value is no number"});
      if (text::utf16_units(cell.text) > longest_text && cell.kind == Cell::Kind::text)
        findings.push_back({sheet.name, place, "the text is longer than a cell can hold"});
    }
  }
}

}  // namespace

std::vector<Rule> cell_rules() {
  return {{"T8", Level::fail, "blank cells and shorthand are explained",
           "write shorthand such as [x] into blank cells, and say above the table what it means",
           blanks_and_shorthand},
          {"T8b", Level::warning, "each sheet explains the shorthand of its table, and no other",
           "say above the table what its shorthand means", shorthand_above_the_table},
          {"T9", Level::fail, "text wraps in every cell of a table", "switch wrapping on", text_wraps},
          {"T10", Level::warning, "headers and row labels are bold; numbers right-aligned, text left-aligned",
           "align numbers, their headers and shorthand among them to the right", alignment},
          {"T11", Level::warning, "numbers are stored as numbers", "turn the texts into numbers",
           numbers_are_numbers},
          {"T11b", Level::warning, "numbers have commas, and the same decimal places down a column",
           "give the column one number format", one_format_a_column},
          {"T12", Level::warning, "totals stand at the edge of a table", "move the total to the last row",
           totals_at_the_edge},
          {"T12b", Level::warning, "a cell holds one number", "give bounds and numbers columns of their own",
           one_number_a_cell},
          {"T13", Level::warning, "row labels are not indented",
           "say in words, or in a column, what belongs to what", no_indents},
          {"P1", Level::fail, "tables call their columns what the header cells say",
           "write the header into the cell once more in a spreadsheet program", columns_as_named},
          {"P2", Level::fail, "every value is one that a cell can hold",
           "replace it by shorthand, or shorten it", values_that_can_be}};
}

}  // namespace eqr::workbook_check
