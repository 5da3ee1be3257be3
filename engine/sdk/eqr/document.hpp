// Documents: the tables of figures that services supply. A theme sees their content and may compute with
// it, but puts a number into its draft only as a reference to the cell (or rows) it came from.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eqr/expression.hpp"

namespace eqr {

// What the whole numbers of a column count. Counts of people are protected like any other; counts of
// things never are; `published` values are already public and say where.
enum class Counts { people, things, published };

// One column of a document, under the id that theme.json (or the run file) declares.
struct DocumentColumn {
  std::string id;
  bool is_number = false;
  Counts counts = Counts::people;

  bool operator==(const DocumentColumn&) const = default;
};

// A table as received, cells as text. Rows are numbered from 1 in the order of the file; a number cell was
// checked by the engine before the theme sees it, and is written with a point and no commas.
class Document {
 public:
  Document() = default;
  Document(std::string input, std::vector<DocumentColumn> columns, std::vector<std::vector<std::string>> rows)
      : m_input(std::move(input)), m_columns(std::move(columns)), m_rows(std::move(rows)) {}

  [[nodiscard]] const std::string& input() const { return m_input; }
  [[nodiscard]] const std::vector<DocumentColumn>& columns() const { return m_columns; }
  [[nodiscard]] std::size_t row_count() const { return m_rows.size(); }
  [[nodiscard]] const std::vector<std::vector<std::string>>& raw_rows() const { return m_rows; }

  [[nodiscard]] bool has_column(std::string_view column) const { return position(column).has_value(); }

  // The text of a cell, trimmed; empty for an empty cell. Throws std::out_of_range for a wrong place.
  [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const {
    const auto at = position(column);
    if (!at)
      throw std::out_of_range("input \"" + m_input + "\" has no column \"" + std::string(column) + "\"");
    if (row == 0 || row > m_rows.size()) throw std::out_of_range("input \"" + m_input + "\" has no such row");
    return m_rows[row - 1][*at];
  }

  // A reference to a number cell, to stand in a draft. Throws std::out_of_range for a wrong place. An empty
  // cell may be referred to: it is printed as [x], not available.
  [[nodiscard]] Expression cell(std::size_t row, std::string column) const {
    (void)text(row, column);
    Expression made;
    made.operation = Operation::cell;
    made.input = m_input;
    made.row = row;
    made.column = std::move(column);
    return made;
  }

  // How many rows: for registers, whose rows are things such as assessments or events.
  [[nodiscard]] Expression count_rows(std::vector<std::size_t> rows) const {
    Expression made;
    made.operation = Operation::rows;
    made.input = m_input;
    made.row_numbers = std::move(rows);
    return made;
  }
  // The rows whose `column` reads `value`, compared as written.
  [[nodiscard]] std::vector<std::size_t> rows_where(std::string_view column, std::string_view value) const {
    std::vector<std::size_t> found;
    for (std::size_t row = 1; row <= m_rows.size(); ++row) {
      if (text(row, column) == value) found.push_back(row);
    }
    return found;
  }
  // The distinct values of a column in order of first appearance; empty ones left out.
  [[nodiscard]] std::vector<std::string> distinct(std::string_view column) const {
    std::vector<std::string> values;
    for (std::size_t row = 1; row <= m_rows.size(); ++row) {
      const std::string& value = text(row, column);
      bool seen = value.empty();
      for (const std::string& earlier : values) seen = seen || earlier == value;
      if (!seen) values.push_back(value);
    }
    return values;
  }

  // In a table of figures (columns id, label, value, …): the row with this id, if it is there.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const {
    for (std::size_t row = 1; row <= m_rows.size(); ++row) {
      if (text(row, "id") == id) return row;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<std::size_t> position(std::string_view column) const {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      if (m_columns[i].id == column) return i;
    }
    return std::nullopt;
  }

  std::string m_input;
  std::vector<DocumentColumn> m_columns;
  std::vector<std::vector<std::string>> m_rows;
};

}  // namespace eqr
