#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <set>
#include <stdexcept>

#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/note_markers.hpp"
#include "text/characters.hpp"
#include "text/words.hpp"

namespace eqr::render::spreadsheet {
namespace {

constexpr std::size_t most_line_breaks = 253;
constexpr std::size_t longest_header = 255;
constexpr std::int64_t most_exact = 1'000'000'000'000'000;  // 15 digits: what a spreadsheet keeps

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}
bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

[[noreturn]] void refuse(const Where& where, const std::string& what) {
  throw std::runtime_error("workbook: " + where.words() + ": " + what);
}

enum class Breaks { allowed, refused };

void check_text(const std::string& text, const Where& where, Breaks breaks, std::size_t longest) {
  if (!text::is_utf8(text)) refuse(where, "the text is not valid UTF-8");
  text::for_each_character(text, [&](char32_t point, std::size_t, std::size_t) {
    const bool is_control = point < 0x20 || (point >= 0x7F && point < 0xA0);
    const bool is_noncharacter = point == 0xFFFE || point == 0xFFFF;
    if (point == '\n' && breaks == Breaks::allowed) return;
    if (!is_control && !is_noncharacter) return;
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(point));
    refuse(where, "the text holds a control character (" + std::string(code) + ")");
  });
  const std::size_t units = text::utf16_units(text);
  if (units > longest) {
    refuse(where,
           "the text has " + std::to_string(units) + " characters, and " + std::to_string(longest) + " fit");
  }
  if (std::cmp_greater(std::ranges::count(text, '\n'), most_line_breaks)) {
    refuse(where, "the text has more than " + std::to_string(most_line_breaks) + " line breaks");
  }
}

void check_link(const std::string& link, const Where& where, const std::set<std::string>& sheets) {
  if (link.empty()) return;
  if (link.front() == '#') {
    if (!sheets.contains(text::folded(link.substr(1)))) refuse(where, "the link leads to no worksheet");
    return;
  }
  if (!is_outside_link(link)) {
    refuse(where, "the link is not http, https, mailto or a worksheet, or needs characters written as %xx");
  }
}

void check_cell(const Cell& cell, const Where& where, const std::set<std::string>& sheets) {
  if (const auto* text = std::get_if<Text>(&cell)) {
    check_text(text->text, where, Breaks::allowed, longest_text);
    check_link(text->link, where, sheets);
  } else if (const auto* amount = std::get_if<Amount>(&cell)) {
    if (amount->value.digits >= most_exact || amount->value.digits <= -most_exact) {
      refuse(where, "the number has more than 15 digits, which a spreadsheet cannot keep");
    }
    if (amount->places < amount->value.places || amount->places > numbers::most_places) {
      refuse(where, "the number format would round the number");
    }
  }
}

void check_columns(const MarkedTable& table, const std::string& subject, std::size_t header_row) {
  if (table.columns.empty()) refuse(subject, "the table has no columns");
  if (table.columns.size() > most_columns) refuse(subject, "the table has too many columns");
  std::set<std::string> headers;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string& header = table.columns[i].header;
    const Where where(subject, header_row, i);
    if (text::trimmed(header).empty()) refuse(where, "the column has no header");
    check_text(header, where, Breaks::refused, longest_header);
    if (!headers.insert(text::folded(header)).second) {
      refuse(where, "another column of the table has the same header");
    }
  }
}

void check_table(const MarkedTable& table, const std::string& subject, std::size_t header_row,
                 const std::set<std::string>& sheets) {
  check_columns(table, subject, header_row);
  if (table.rows.empty()) refuse(subject, "the table has no rows");
  if (header_row + table.rows.size() >= most_rows) refuse(subject, "the table has too many rows");
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const std::size_t at = header_row + 1 + i;
    const auto& cells = table.rows[i].cells;
    const std::string row = subject + ", row " + std::to_string(at + 1);
    if (cells.size() != table.columns.size()) {
      refuse(row, "the row has " + std::to_string(cells.size()) + " cells and the table " +
                      std::to_string(table.columns.size()) + " columns");
    }
    if (std::ranges::all_of(cells, [](const Cell& c) { return std::holds_alternative<Blank>(c); })) {
      refuse(row, "the row is blank");
    }
    for (std::size_t k = 0; k < cells.size(); ++k) {
      check_cell(cells[k], Where(subject, at, k), sheets);
    }
  }
}

void check_plot(const Plot& plot, const std::string& subject, const Book& book) {
  check_text(plot.alternative, subject + ", alternative text", Breaks::refused, longest_text);
  if (text::trimmed(plot.alternative).empty()) refuse(subject, "the chart has no alternative text");
  const auto numbers = std::ranges::find(book.sheets, plot.sheet, &Sheet::name);
  if (numbers == book.sheets.end() || !numbers->table)
    refuse(subject, "the chart's table is on no worksheet");
  const MarkedTable& table = *numbers->table;
  const bool fits = plot.rows > 0 && plot.rows <= table.rows.size() &&
                    plot.label_column < table.columns.size() &&
                    std::ranges::all_of(plot.series, [&](const Plot::Series& series) {
                      return series.column < table.columns.size() && series.labels.size() == plot.rows;
                    });
  if (!fits) refuse(subject, "the chart shows cells that its table does not have");
  if (!(plot.low < plot.high && plot.step > 0)) refuse(subject, "the chart's scale has no length");
}

void check_properties(const Properties& properties) {
  const std::pair<const char*, const std::string*> all[] = {
      {"title", &properties.title},       {"subject", &properties.subject},   {"author", &properties.author},
      {"keywords", &properties.keywords}, {"comments", &properties.comments}, {"status", &properties.status},
      {"language", &properties.language}};
  for (const auto& [name, text] : all) {
    check_text(*text, std::string("document property ") + name, Breaks::refused, longest_property);
  }
  if (properties.title.empty()) refuse("document property title", "there is none");
  // A spreadsheet's calendar starts in 1900, and its dates end with four digits for the year.
  const int year = static_cast<int>(properties.created.year());
  if (!properties.created.ok() || year < 1900 || year > 9999) {
    refuse("document property created", "the date of publication is not between 1900 and 9999");
  }
}

}  // namespace

std::string Where::words() const {
  std::string words(m_subject);
  if (m_row) words += ", cell " + cell_name(*m_row, m_column);
  return words;
}

std::string cell_name(std::size_t row, std::size_t column) {
  return column_letters(column) + std::to_string(row + 1);
}

std::string absolute_cell_name(std::size_t row, std::size_t column) {
  return "$" + column_letters(column) + "$" + std::to_string(row + 1);
}

bool is_sheet_name(std::string_view name) {
  if (name.empty() || name.size() > longest_sheet_name || !is_letter(name.front())) return false;
  return is_word(name) && text::folded(name) != "history";
}

bool is_table_name(std::string_view name) {
  if (name.empty() || name.size() > longest_table_name || !is_word(name)) return false;
  if (!is_letter(name.front()) && name.front() != '_') return false;
  // A cell in either style: up to three letters then digits, or R and C with or without numbers.
  const auto digits = std::ranges::find_if(name, is_digit);
  const bool ends_in_digits = digits != name.end() && std::all_of(digits, name.end(), is_digit);
  if (ends_in_digits && digits - name.begin() <= 3 && std::all_of(name.begin(), digits, is_letter)) {
    return false;
  }
  std::string rest = text::folded(name);
  for (const char letter : {'r', 'c'}) {
    if (rest.empty() || rest.front() != letter) continue;
    rest.erase(0, 1);
    while (!rest.empty() && is_digit(rest.front())) rest.erase(0, 1);
  }
  return !rest.empty();
}

bool is_outside_link(std::string_view link) {
  const bool is_known =
      link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
  return is_known && link.size() <= longest_link && std::ranges::all_of(link, [](char c) {
           return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\';
         });
}

std::string as_literal(std::string_view text) {
  std::string literal;
  literal.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view ahead = text.substr(i, 7);
    const bool is_escape = ahead.size() == 7 && ahead.starts_with("_x") && ahead.back() == '_' &&
                           std::ranges::all_of(ahead.substr(2, 4), is_hexadecimal);
    literal += is_escape ? "_x005F_" : std::string(1, text[i]);
  }
  return literal;
}

void check(const Book& book) {
  if (book.sheets.empty()) refuse("the whole", "there are no worksheets");
  check_properties(book.properties);
  std::set<std::string> sheets;
  std::set<std::string> tables;
  for (const Sheet& sheet : book.sheets) {
    if (!is_sheet_name(sheet.name)) {
      refuse(sheet.subject, "the worksheet's name is not 1 to 31 letters, digits and underscores");
    }
    if (!sheets.insert(text::folded(sheet.name)).second) {
      refuse(sheet.subject, "another worksheet has the same name");
    }
    if (!sheet.table) continue;
    if (!is_table_name(sheet.table->name)) {
      refuse(sheet.subject, "the table's name is not letters, digits and underscores, or reads as a cell");
    }
    if (!tables.insert(text::folded(sheet.table->name)).second) {
      refuse(sheet.subject, "another table has the same name");
    }
  }
  for (const Sheet& sheet : book.sheets) {
    if (sheet.lines.empty()) refuse(sheet.subject, "the worksheet has no title");
    for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
      const Where where(sheet.subject, i, 0);
      if (text::trimmed(sheet.lines[i].text).empty()) refuse(where, "the line is blank");
      check_text(sheet.lines[i].text, where, Breaks::refused, longest_text);
      check_link(sheet.lines[i].link, where, sheets);
    }
    if (sheet.table) check_table(*sheet.table, sheet.subject, sheet.lines.size(), sheets);
    if (sheet.plot) check_plot(*sheet.plot, sheet.subject, book);
  }
  check_note_markers(book);
}

}  // namespace eqr::render::spreadsheet
