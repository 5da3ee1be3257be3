// Tables of figures: one named figure a row.
#include <algorithm>
#include <map>
#include <utility>

#include "inputs/document_table.hpp"
#include "text/words.hpp"

namespace eqr::inputs {
namespace {

enum Column : std::size_t {
  id,
  label,
  value,
  unit,
  counts,
  base,
  period,
  as_at,
  qualifier,
  status,
  source,
  note
};

const std::vector<DeclaredColumn>& figure_columns() {
  static const std::vector<DeclaredColumn> columns = [] {
    std::vector<DeclaredColumn> made;
    for (const char* name : {"id", "label", "value", "unit", "counts", "base", "period", "as_at", "qualifier",
                             "status", "source", "note"}) {
      made.push_back({name, false, ColumnCounts::none, made.size() > Column::value});
    }
    made[Column::value].is_number = true;
    return made;
  }();
  return columns;
}

const std::map<std::size_t, std::vector<std::string>>& allowed_words() {
  static const std::map<std::size_t, std::vector<std::string>> words = {
      {Column::unit, {"people", "things", "percent", "points", "ratio", "pounds", "number"}},
      {Column::counts, {"people", "things", "published"}},
      {Column::qualifier, {"about", "more than", "fewer than", "up to", "hundreds of"}},
      {Column::status, {"provisional", "estimated", "revised", "target"}},
  };
  return words;
}

Checked word_cell(std::string_view cell, const std::vector<std::string>& allowed) {
  const std::string word = text::normalised(cell);
  if (word.empty() || std::find(allowed.begin(), allowed.end(), word) != allowed.end())
    return {word, std::nullopt};
  return {{}, CellFault{"is not one of the words for this column", text::suggestion(word, allowed)}};
}

Checked id_cell(std::string_view cell) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  if (cell.empty()) return {{}, CellFault{"is empty", "give every figure an id of its own"}};
  if (std::all_of(cell.begin(), cell.end(), allowed)) return {std::string(cell), std::nullopt};
  return {{}, CellFault{"is not an id", "use small letters a to z, digits and hyphens, as in people-helped"}};
}

Checked label_cell(std::string_view cell) {
  if (cell.empty()) return {{}, CellFault{"is empty", "say in words what the figure is"}};
  return text_cell(cell);
}

Checked checked(std::size_t column, std::string_view cell) {
  switch (column) {
    case Column::id:
      return id_cell(cell);
    case Column::label:
      return label_cell(cell);
    case Column::value:
      return number_or_range_cell(cell);
    case Column::as_at:
      return date_cell(cell);
    case Column::unit:
    case Column::counts:
    case Column::qualifier:
    case Column::status:
      return word_cell(cell, allowed_words().at(column));
    default:
      return text_cell(cell);
  }
}

// Whatever might be a number of people is taken for one, until the file says otherwise.
void fill_in_counts(std::vector<std::string>& row, bool published) {
  const std::string& of = row[Column::unit];
  std::string& word = row[Column::counts];
  if (word.empty()) word = of.empty() || of == "people" || of == "number" ? "people" : "things";
  if (published && word == "people") word = "published";
}

}  // namespace

DocumentRead read_figures(DocumentTable& source, const std::string& input, bool published) {
  const std::vector<DeclaredColumn>& columns = figure_columns();
  source.find_columns(columns);
  source.refuse_others(columns);
  DocumentRead read;
  std::vector<std::vector<std::string>> rows;
  std::map<std::string, std::size_t> line_of_id;
  for (const tabular::Record& record : source.table().records) {
    if (DocumentTable::is_blank(record)) continue;
    std::vector<std::string> row;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      row.push_back(source.has(i) ? source.taken(checked(i, source.cell(record, i)), record, i) : "");
    }
    fill_in_counts(row, published);
    if (const std::string& name = row[Column::id]; !name.empty()) {
      const auto [entry, is_new] = line_of_id.emplace(name, record.line);
      if (!is_new) {
        source.add("is the id of line " + std::to_string(entry->second) + " already",
                   "give every figure an id of its own", record, Column::id);
      }
    }
    rows.push_back(std::move(row));
    read.lines.push_back(record.line);
  }
  std::vector<eqr::DocumentColumn> described;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool is_value = i == Column::value;
    described.push_back({columns[i].id, is_value, published ? eqr::Counts::published : eqr::Counts::people});
  }
  read.headings = source.headings();
  read.document.emplace(input, std::move(described), std::move(rows));
  return read;
}

}  // namespace eqr::inputs
