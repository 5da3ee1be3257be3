#include "render/csv/tidy.hpp"

#include <algorithm>
#include <set>

#include "report/model/names.hpp"

namespace eqr::render::csv {
namespace {

using report::Number;
using report::Shorthand;

bool is_measure(const report::Column& column) {
  return column.is_number;
}

// One cell of a column of numbers.
struct Observation {
  std::string value, value_to, qualifier, unit, shorthand, reason;
};

Observation observed(const report::Cell& cell, const report::Column& column) {
  Observation made;
  made.unit = report::name_of(column.unit);
  if (const auto* number = std::get_if<Number>(&cell)) {
    made.value = numbers::to_text(number->value, false);
    if (number->upper) made.value_to = numbers::to_text(*number->upper, false);
    made.qualifier = report::name_of(number->qualifier);
    made.unit = report::name_of(number->unit);
    made.shorthand = number->mark;
    if (!number->mark.empty()) made.reason = report::shorthand_meaning(number->mark);
  } else if (const auto* shorthand = std::get_if<Shorthand>(&cell)) {
    made.shorthand = shorthand->code;
    made.reason = shorthand->reason.empty() ? report::shorthand_meaning(shorthand->code) : shorthand->reason;
  } else {
    made.reason = std::get<std::string>(cell);
  }
  return made;
}

class Tidying {
 public:
  explicit Tidying(const report::Table& table) : m_table(table) {
    m_has_measures = std::ranges::any_of(table.columns, is_measure);
    for (const report::Row& row : table.rows) {
      for (const report::Cell& cell : row.cells) {
        const auto* number = std::get_if<Number>(&cell);
        if (number == nullptr) continue;
        m_has_ranges = m_has_ranges || number->upper;
        m_has_qualifiers = m_has_qualifiers || number->qualifier != report::Qualifier::none;
      }
    }
  }

  TidyTable make() {
    name_columns();
    for (const report::Row& row : m_table.rows) add(row);
    return std::move(m_made);
  }

 private:
  // The columns of values are called the same in every file; a column of the table that has one of their
  // names gets another.
  struct ValueColumn {
    const char *name, *title, *description;
    bool is_number = false, is_there = true;
  };
  [[nodiscard]] std::vector<ValueColumn> value_columns() const {
    return {{"measure", "Measure", "What the value is: the header of its column in the report"},
            {"value", "Value", "A number; nothing where the report prints shorthand", true},
            {"value_to", "Value to", "The upper end of a range", true, m_has_ranges},
            {"qualifier", "Qualifier", "How sure the source is of the value", false, m_has_qualifiers},
            {"unit", "Unit", "What the value counts or measures"},
            {"shorthand", "Shorthand", "What the report prints in place of, or beside, the value"},
            {"reason", "Reason", "What the shorthand means here"}};
  }

  void name_columns() {
    std::set<std::string> names, titles;
    if (m_has_measures) {
      for (const ValueColumn& column : value_columns()) {
        names.insert(column.name);
        titles.insert(column.title);
      }
    }
    const auto only = [](std::set<std::string>& taken, const std::string& wanted,
                         const std::string& between) {
      std::string one = wanted;
      for (int again = 2; !taken.insert(one).second; ++again) one = wanted + between + std::to_string(again);
      return one;
    };
    for (const report::Column& column : m_table.columns) {
      std::string name = column.id;
      std::ranges::replace(name, '-', '_');
      if (!is_measure(column))
        m_made.columns.push_back({only(names, name, "_"), only(titles, column.header, " "), "", false});
    }
    if (!m_has_measures) return;
    for (const ValueColumn& column : value_columns()) {
      if (column.is_there)
        m_made.columns.push_back({column.name, column.title, column.description, column.is_number});
    }
  }

  void add(const report::Row& row) {
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
      if (!is_measure(m_table.columns[i])) labels.push_back(text_of(row.cells[i]));
    }
    if (!m_has_measures) m_made.rows.push_back(labels);
    for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
      if (is_measure(m_table.columns[i])) add(labels, row.cells[i], m_table.columns[i]);
    }
  }

  void add(std::vector<std::string> fields, const report::Cell& cell, const report::Column& column) {
    const Observation here = observed(cell, column);
    fields.insert(fields.end(), {column.header, here.value});
    if (m_has_ranges) fields.push_back(here.value_to);
    if (m_has_qualifiers) fields.push_back(here.qualifier);
    fields.insert(fields.end(), {here.unit, here.shorthand, here.reason});
    m_made.rows.push_back(std::move(fields));
  }

  static std::string text_of(const report::Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<Number>(&cell)) return report::printed(*number);
    return report::printed(std::get<Shorthand>(cell));
  }

  const report::Table& m_table;
  bool m_has_measures = false, m_has_ranges = false, m_has_qualifiers = false;
  TidyTable m_made;
};

}  // namespace

TidyTable tidy(const report::Table& table) {
  return Tidying(table).make();
}

}  // namespace eqr::render::csv
