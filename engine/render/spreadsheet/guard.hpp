// The guard before libxlsxwriter, which takes without complaint much that Excel then offers to repair, or
// that ends in a crash: broken UTF-8, two columns with one header, a table name that reads as a cell, a sheet
// name that is too long. Nothing reaches the library that has not passed here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::spreadsheet {

inline constexpr std::size_t longest_sheet_name = 31;
inline constexpr std::size_t longest_table_name = 255;
inline constexpr std::size_t longest_text = 32'767;  // UTF-16 units in a cell
inline constexpr std::size_t longest_property = 255;
inline constexpr std::size_t longest_link = 2'000;
inline constexpr std::size_t most_rows = 1'048'576;
inline constexpr std::size_t most_columns = 16'384;

// Throws std::runtime_error at the first thing that is wrong, such as
// `workbook: table "workforce.pay", cell B7: the text holds a control character (U+0007)`.
// A message never holds the text of a cell.
void check(const Book& book);

// What a message is about, put into words only when there is one: the text of a subject, which must outlive
// it, or a cell of it.
class Where {
 public:
  Where(const std::string& subject) : m_subject(subject) {}
  Where(const char* subject) : m_subject(subject) {}
  Where(const std::string& subject, std::size_t row, std::size_t column)
      : m_subject(subject), m_row(row), m_column(column) {}

  // `table "workforce.pay", cell B7`
  [[nodiscard]] std::string words() const;

 private:
  std::string_view m_subject;
  std::optional<std::size_t> m_row;  // counted from 0
  std::size_t m_column = 0;
};

// "B7" from rows and columns counted from 0.
[[nodiscard]] std::string cell_name(std::size_t row, std::size_t column);

// "$B$7"
[[nodiscard]] std::string absolute_cell_name(std::size_t row, std::size_t column);

// Letters, digits and underscores that start with a letter, at most 31, and not Excel's own "History".
[[nodiscard]] bool is_sheet_name(std::string_view name);

// Letters, digits and underscores that do not read as a cell ("AB12", "R1C1").
[[nodiscard]] bool is_table_name(std::string_view name);

// http, https or mailto, in characters that need no escape in an address, and not too long.
[[nodiscard]] bool is_outside_link(std::string_view link);

// Excel reads _x0041_ in a cell as the letter A; the first underscore is written _x005F_ to keep it text.
[[nodiscard]] std::string as_literal(std::string_view text);

}  // namespace eqr::render::spreadsheet
