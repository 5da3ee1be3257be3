// A draft read from JSON, strictly: what the engine does with what a plugin handed over.
#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eqr/draft_words.hpp"
#include "eqr/draft_writing.hpp"

namespace eqr {

// Thrown by draft_from_json: `what()` is "tables[2].rows[0].cells[1]: a bare number …".
class DraftFault : public std::runtime_error {
 public:
  DraftFault(const std::string& place, const std::string& message)
      : std::runtime_error(place.empty() ? message : place + ": " + message) {}
};

namespace detail {

// One JSON object being read: knows its place, and complains of keys nobody asked for.
class Reader {
 public:
  Reader(const Json& value, std::string place) : m_value(value), m_place(std::move(place)) {
    if (m_value.is_number()) {
      throw DraftFault(
          m_place,
          "a bare number: every number of a draft is an expression, such as count() or a cell of a document");
    }
    if (!m_value.is_object()) throw DraftFault(m_place, "an object is expected here");
  }

  void allow(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, value] : m_value.items()) {
      bool known = false;
      for (const std::string_view allowed : keys) known = known || key == allowed;
      if (!known) throw DraftFault(m_place, "unknown key \"" + key + "\"");
    }
  }

  [[nodiscard]] bool has(const std::string& key) const { return m_value.contains(key); }
  [[nodiscard]] std::string place(const std::string& key) const {
    return m_place.empty() ? key : m_place + "." + key;
  }
  [[nodiscard]] const std::string& place() const { return m_place; }

  [[nodiscard]] const Json& at(const std::string& key) const {
    const auto found = m_value.find(key);
    if (found == m_value.end()) throw DraftFault(m_place, "\"" + key + "\" is missing");
    return *found;
  }
  [[nodiscard]] std::string string(const std::string& key) const {
    const Json& value = at(key);
    if (value.is_number()) throw DraftFault(place(key), "a bare number where text is expected");
    if (!value.is_string()) throw DraftFault(place(key), "text is expected here");
    return value.get<std::string>();
  }
  [[nodiscard]] const Json& array(const std::string& key) const {
    const Json& value = at(key);
    if (!value.is_array()) throw DraftFault(place(key), "a list is expected here");
    return value;
  }
  [[nodiscard]] std::vector<std::string> strings(const std::string& key) const {
    std::vector<std::string> read;
    for (const Json& entry : array(key)) {
      if (!entry.is_string()) throw DraftFault(place(key), "a list of texts is expected here");
      read.push_back(entry.get<std::string>());
    }
    return read;
  }
  // "r12" or "p1": a letter and a place number.
  [[nodiscard]] static std::size_t numbered(const std::string& written, char letter,
                                            const std::string& place) {
    const bool shaped = written.size() >= 2 && written.size() <= 10 && written.front() == letter &&
                        written.find_first_not_of("0123456789", 1) == std::string::npos;
    if (!shaped) throw DraftFault(place, std::string("\"") + letter + "<number>\" is expected here");
    return std::stoull(written.substr(1));
  }
  template <typename Enum, std::size_t size>
  [[nodiscard]] Enum word(const std::string& key, const std::array<Word<Enum>, size>& words) const {
    const std::string written = string(key);
    for (const auto& entry : words) {
      if (entry.word == written) return entry.value;
    }
    throw DraftFault(place(key), "unknown word \"" + written + "\"");
  }

 private:
  const Json& m_value;
  std::string m_place;
};

[[nodiscard]] inline std::string indexed(const std::string& place, std::size_t index) {
  return place + "[" + std::to_string(index) + "]";
}

[[nodiscard]] inline Population population_from(const Json& value, const std::string& place) {
  const Reader reader(value, place);
  reader.allow({"input", "snapshot", "where"});
  Population who = people(reader.string("input"));
  const std::string snapshot = reader.string("snapshot");
  if (snapshot == "last") {
    who = who.last_year();
  } else if (snapshot != "this") {
    throw DraftFault(reader.place("snapshot"), "\"this\" or \"last\" is expected here");
  }
  std::size_t index = 0;
  for (const Json& entry : reader.array("where")) {
    const Reader condition(entry, indexed(reader.place("where"), index++));
    condition.allow({"column", "groups", "of-row"});
    for (const Condition& earlier : who.conditions()) {
      if (earlier.column == condition.string("column")) {
        throw DraftFault(condition.place(), "a second condition on column \"" + earlier.column + "\"");
      }
    }
    if (condition.has("of-row")) {
      who = who.where_row(condition.string("column"));
    } else {
      who = who.where(condition.string("column"), condition.strings("groups"));
    }
  }
  return who;
}

inline constexpr int deepest_expression = 32;

[[nodiscard]] inline Expression expression_from(const Json& value, const std::string& place, int depth = 0) {
  if (depth > deepest_expression) throw DraftFault(place, "an expression nested more than 32 deep");
  const Reader reader(value, place);
  Expression expression;
  expression.operation = reader.word("op", operation_words);
  switch (expression.operation) {
    case Operation::count:
    case Operation::mean_pay:
    case Operation::median_pay:
    case Operation::mean_bonus:
    case Operation::median_bonus:
      reader.allow({"op", "of"});
      expression.population = population_from(reader.at("of"), reader.place("of"));
      return expression;
    case Operation::pay_quarter:
      reader.allow({"op", "of", "quarter", "column", "groups", "among"});
      expression.population = population_from(reader.at("of"), reader.place("of"));
      expression.number =
          static_cast<int>(Reader::numbered(reader.string("quarter"), 'q', reader.place("quarter")));
      if (expression.number < 1 || expression.number > 4) {
        throw DraftFault(reader.place("quarter"), "q1, q2, q3 or q4 is expected here");
      }
      expression.column = reader.string("column");
      expression.groups = reader.strings("groups");
      expression.among = reader.strings("among");
      return expression;
    case Operation::cell:
      reader.allow({"op", "input", "row", "column"});
      expression.input = reader.string("input");
      expression.row = Reader::numbered(reader.string("row"), 'r', reader.place("row"));
      expression.column = reader.string("column");
      return expression;
    case Operation::rows:
      reader.allow({"op", "input", "rows"});
      expression.input = reader.string("input");
      for (const std::string& row : reader.strings("rows")) {
        expression.row_numbers.push_back(Reader::numbered(row, 'r', reader.place("rows")));
      }
      return expression;
    case Operation::setting:
      reader.allow({"op", "setting"});
      expression.column = reader.string("setting");
      return expression;
    default:
      break;
  }
  reader.allow({"op", "operands"});
  std::size_t index = 0;
  for (const Json& operand : reader.array("operands")) {
    expression.operands.push_back(
        expression_from(operand, indexed(reader.place("operands"), index++), depth + 1));
  }
  const std::size_t wanted = operand_count(expression.operation);
  if (wanted == 0 ? expression.operands.empty() : expression.operands.size() != wanted) {
    throw DraftFault(reader.place("operands"), wanted == 0   ? "at least one operand is expected"
                                               : wanted == 4 ? "four operands are expected"
                                                             : "two operands are expected");
  }
  return expression;
}

[[nodiscard]] inline Format format_from(const Json& value, const std::string& place) {
  const Reader reader(value, place);
  reader.allow({"unit", "places"});
  Format format;
  format.unit = reader.word("unit", unit_words);
  format.places = static_cast<int>(Reader::numbered(reader.string("places"), 'p', reader.place("places")));
  if (format.places > 9) throw DraftFault(reader.place("places"), "at most 9 places");
  return format;
}

[[nodiscard]] inline Cell cell_from(const Json& value, const std::string& place) {
  const Reader reader(value, place);
  reader.allow({"text", "value", "label", "shorthand"});
  if (value.size() != 1) throw DraftFault(place, "exactly one of text, value, label, shorthand is expected");
  if (reader.has("text")) return reader.string("text");
  if (reader.has("value")) return expression_from(reader.at("value"), reader.place("value"));
  if (reader.has("label")) return RowLabel{};
  if (reader.string("shorthand") != "z") throw DraftFault(place, "only [z] may stand in a draft");
  return NotApplicable{};
}

[[nodiscard]] inline Figure figure_from(const Json& value, const std::string& place) {
  const Reader figure(value, place);
  figure.allow({"name", "title", "value", "last-year", "format", "note"});
  Figure read{figure.string("name"),
              figure.string("title"),
              expression_from(figure.at("value"), figure.place("value")),
              std::nullopt,
              format_from(figure.at("format"), figure.place("format")),
              figure.string("note")};
  if (figure.has("last-year")) {
    read.last_year = expression_from(figure.at("last-year"), figure.place("last-year"));
  }
  return read;
}

[[nodiscard]] inline Column column_from(const Json& value, const std::string& place) {
  const Reader column(value, place);
  column.allow({"id", "header", "kind", "format"});
  Column read{column.string("id"), column.string("header"), Column::Kind::text, {}};
  const std::string kind = column.string("kind");
  if (kind == "number") {
    read.kind = Column::Kind::number;
    read.format = format_from(column.at("format"), column.place("format"));
  } else if (kind != "text") {
    throw DraftFault(column.place("kind"), "\"text\" or \"number\" is expected here");
  }
  return read;
}

[[nodiscard]] inline Row row_from(const Json& value, const std::string& place, std::size_t columns) {
  const Reader row(value, place);
  row.allow({"cells", "each", "total"});
  Row read;
  read.total = row.has("total");
  if (row.has("each")) {
    const Reader each(row.at("each"), row.place("each"));
    each.allow({"input", "column", "groups"});
    read.each = Each{each.string("input"), each.string("column"), each.strings("groups")};
  }
  for (const Json& cell : row.array("cells")) {
    read.cells.push_back(cell_from(cell, indexed(row.place("cells"), read.cells.size())));
  }
  if (read.cells.size() != columns) {
    throw DraftFault(row.place("cells"), "as many cells are expected as the table has columns");
  }
  return read;
}

[[nodiscard]] inline Table table_from(const Json& value, const std::string& place) {
  const Reader table(value, place);
  table.allow({"id", "title", "columns", "rows", "notes"});
  Table read(table.string("id"), table.string("title"));
  for (const Json& column : table.array("columns")) {
    read.columns.push_back(column_from(column, indexed(table.place("columns"), read.columns.size())));
  }
  for (const Json& row : table.array("rows")) {
    read.rows.push_back(row_from(row, indexed(table.place("rows"), read.rows.size()), read.columns.size()));
  }
  read.notes = table.strings("notes");
  return read;
}

[[nodiscard]] inline Chart chart_from(const Json& value, const std::string& place) {
  const Reader chart(value, place);
  chart.allow({"id", "kind", "title", "table", "label-column", "value-columns"});
  return {chart.string("id"),    chart.word("kind", chart_words), chart.string("title"),
          chart.string("table"), chart.string("label-column"),    chart.strings("value-columns")};
}

[[nodiscard]] inline Section section_from(const Json& value, const std::string& place) {
  const Reader section(value, place);
  section.allow({"id", "heading", "tables", "charts"});
  return {section.string("id"), section.string("heading"), section.strings("tables"),
          section.strings("charts")};
}

}  // namespace detail

// Throws DraftFault for anything that is not a well-formed draft. Whether names, ids and columns fit
// together is checked by the engine afterwards.
[[nodiscard]] inline Draft draft_from_json(const nlohmann::json& written) {
  using detail::indexed;
  const detail::Reader reader(written, "");
  reader.allow({"format", "figures", "tables", "charts", "sections"});
  if (reader.string("format") != draft_format) {
    throw DraftFault("format", "\"" + std::string(draft_format) + "\" is expected here");
  }
  Draft draft;
  for (const auto& figure : reader.array("figures")) {
    draft.figures.push_back(detail::figure_from(figure, indexed("figures", draft.figures.size())));
  }
  for (const auto& table : reader.array("tables")) {
    draft.tables.push_back(detail::table_from(table, indexed("tables", draft.tables.size())));
  }
  for (const auto& chart : reader.array("charts")) {
    draft.charts.push_back(detail::chart_from(chart, indexed("charts", draft.charts.size())));
  }
  for (const auto& section : reader.array("sections")) {
    draft.sections.push_back(detail::section_from(section, indexed("sections", draft.sections.size())));
  }
  return draft;
}

}  // namespace eqr
