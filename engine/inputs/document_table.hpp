// The two shapes of a document, from a table as received. read_document() is what others call.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/cells.hpp"
#include "inputs/document.hpp"
#include "tabular/problem_list.hpp"
#include "tabular/table.hpp"

namespace eqr::inputs {

// A received table while it is being checked: its columns by id, its problems.
class DocumentTable {
 public:
  // `header_line` is 0 where the header is no line of its own, as in JSON.
  DocumentTable(const tabular::Table& table, std::size_t header_line)
      : m_table(table), m_header_line(header_line), m_problems(table.file) {}

  // Finds the columns, and headings that are not printable. Heading and id are compared normalised, hyphens
  // and underscores as blanks.
  void find_columns(const std::vector<DeclaredColumn>& wanted);
  // A problem for each heading that find_columns() did not take.
  void refuse_others(const std::vector<DeclaredColumn>& wanted);

  [[nodiscard]] bool has(std::size_t column) const { return m_at[column].has_value(); }
  // The cell of the wanted column `column`, empty where the file lacks that column.
  [[nodiscard]] std::string_view cell(const tabular::Record& record, std::size_t column) const;
  // The text of `checked`; its fault, if it has one, becomes a problem.
  std::string taken(Checked checked, const tabular::Record& record, std::size_t column);
  void add(const std::string& message, const std::string& hint, const tabular::Record& record,
           std::size_t column);

  // Rows that spreadsheets leave behind: nothing but commas.
  [[nodiscard]] static bool is_blank(const tabular::Record& record);

  [[nodiscard]] const tabular::Table& table() const { return m_table; }
  [[nodiscard]] const tabular::ProblemList& problems() const { return m_problems; }
  // As written in the file, for each wanted column.
  [[nodiscard]] std::vector<std::string> headings() const;

 private:
  void check_headings();
  [[nodiscard]] std::vector<std::string> headings_left() const;

  const tabular::Table& m_table;
  std::size_t m_header_line;
  tabular::ProblemList m_problems;
  std::vector<std::string> m_ids;
  std::vector<std::optional<std::size_t>> m_at;  // where in the file each wanted column is
  std::vector<bool> m_taken;                     // for each column of the file
};

// Shape::figures and Shape::table of document.hpp.
[[nodiscard]] DocumentRead read_figures(DocumentTable& source, const std::string& input, bool published);
[[nodiscard]] DocumentRead read_table(DocumentTable& source, const std::string& input,
                                      const std::vector<DeclaredColumn>& columns, bool published);

}  // namespace eqr::inputs
