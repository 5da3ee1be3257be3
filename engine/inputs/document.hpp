// A snapshot as a document: the table of figures, or the table of rows that a theme declared, with every cell
// checked.
//
// CSV and JSON (a list of flat objects) give the same document. What is wrong is collected for the whole file
// and told at once. Messages name file, line and column and never repeat a cell; a heading may be repeated.
//
// Cells are trimmed. A number cell is written plainly: `1,181,000` becomes `1181000`, `13.60` stays. An empty
// number cell stays empty (not available yet); a shorthand of the Government Analysis Function such as [c],
// [x] or [z] stays as it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "eqr/document.hpp"
#include "inputs/source.hpp"
#include "problems/problem.hpp"

namespace eqr::inputs {

// What the numbers of a column count, as theme.json says it. `none` is for numbers that are no count: scores,
// percentages, pounds; a Document has it as things, which are not protected.
enum class ColumnCounts { people, things, published, none };

struct DeclaredColumn {
  std::string id;  // [a-z0-9_-]+; its heading is the id, its hyphens and underscores also written as blanks
  bool is_number = false;
  ColumnCounts counts = ColumnCounts::people;
  bool optional = false;  // absent: a column of empty cells
};

enum class Shape {
  // id, label, value and, where wanted, unit, counts, base, period, as_at, qualifier, status, source, note:
  // one named figure a row. The document has all twelve columns in this order. `value` is a number, a range
  // `5 to 6` or empty; `as_at` is written 2018-03-31; words stand in lower case. `counts` is always filled
  // in: where the file leaves it empty it is people for the units people and number and for no unit,
  // otherwise things.
  figures,
  // The declared columns, in the order of their declaration; columns that nobody declared are left out.
  table,
};

struct DocumentShape {
  Shape shape = Shape::table;
  std::vector<DeclaredColumn> columns;  // shape table only
  bool published =
      false;  // the run file says where these figures are public: counts of people become `published`
};

struct DocumentRead {
  std::optional<eqr::Document> document;  // none if there is any problem
  std::vector<std::size_t> lines;         // line of the file for row 1, 2 … of the document
  std::vector<std::string> headings;      // as written in the file, for each column; empty for an absent one
  std::vector<problems::Problem> problems;  // the first twenty, then how many more there are
};

// `input` is the name that the document, and so every expression over it, goes by.
[[nodiscard]] DocumentRead read_document(const Snapshot& snapshot, const std::string& input,
                                         const DocumentShape& shape);

}  // namespace eqr::inputs
