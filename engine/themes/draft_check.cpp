#include "themes/draft_check.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "text/characters.hpp"
#include "text/words.hpp"
#include "themes/expression_check.hpp"
#include "themes/file_problem.hpp"

namespace eqr::themes {
namespace {

using problems::Problem;

// More than this and the author has one mistake, many times over.
constexpr std::size_t most_problems = 100;

// A line of fewer tells less than bars do.
constexpr std::size_t fewest_points = 4;

struct ValueColumns {
  std::size_t least, most;
  const char* rule;
};

ValueColumns value_columns_of(Chart::Kind kind) {
  switch (kind) {
    case Chart::Kind::bars:
      return {1, 1, "a chart of bars has exactly one value column"};
    case Chart::Kind::grouped_bars:
    case Chart::Kind::stacked_bars:
      return {2, 4, "a chart of grouped or stacked bars has two to four value columns"};
    case Chart::Kind::line:
      return {1, 4, "a chart of lines has one to four value columns"};
    case Chart::Kind::dot_range:
      return {2, 2, "a dot range has exactly two value columns: a value and what it is set against"};
  }
  return {1, 4, "a chart has one to four value columns"};
}

// Each group of an each() row is a row.
std::size_t rows_in(const Table& table, bool with_totals) {
  std::size_t rows = 0;
  for (const Row& row : table.rows)
    if (with_totals || !row.total) rows += row.each ? row.each->groups.size() : 1;
  return rows;
}

class DraftChecker {
 public:
  DraftChecker(const Draft& draft, const Manifest& manifest, const Context& context)
      : m_draft(draft), m_manifest(manifest), m_context(context), m_expressions(manifest, context) {}

  std::vector<Problem> check();

 private:
  void wrong(const std::string& place, const std::string& message, std::string hint = {}) {
    m_found.push_back(
        file_problem("theme \"" + m_context.theme + "\"", place + ": " + message, std::move(hint)));
  }
  void check_text(const std::string& place, const std::string& text, bool may_be_empty);
  void check_header(const std::string& place, const std::string& header);
  void check_id(const std::string& place, const std::string& id, std::set<std::string>& seen);
  void check_expression(const std::string& place, const Expression& expression, const Each* each);
  void check_figure(const Figure& figure);
  void check_table(const Table& table);
  void check_row(const Table& table, const Row& row, const std::string& place);
  void check_cell(const Column& column, const Cell& cell, const Each* each, const std::string& place);
  void check_chart(const Chart& chart);
  void check_chart_columns(const Chart& chart, const Table& table, const std::string& place);
  void check_sections();
  void check_sizes();

  [[nodiscard]] const Table* table(const std::string& id) const {
    const auto found = std::ranges::find(m_draft.tables, id, &Table::id);
    return found == m_draft.tables.end() ? nullptr : &*found;
  }
  template <typename Part>
  [[nodiscard]] static std::vector<std::string> ids_of(const std::vector<Part>& parts) {
    std::vector<std::string> ids;
    for (const Part& part : parts) ids.push_back(part.id);
    return ids;
  }

  const Draft& m_draft;
  const Manifest& m_manifest;
  const Context& m_context;
  ExpressionChecker m_expressions;
  std::vector<Problem> m_found;
  std::set<std::string> m_names;
  std::set<std::string> m_table_ids;
  std::set<std::string> m_chart_ids;
  std::set<std::string> m_section_ids;
};

void DraftChecker::check_text(const std::string& place, const std::string& text, bool may_be_empty) {
  if (!text::is_utf8(text)) {
    wrong(place, "the text is not valid UTF-8");
  } else if (!text::is_printable(text)) {
    wrong(place, "the text holds a control character", "leave it out; only line ends and tabs may stand");
  } else if (text::utf16_units(text) > longest_text) {
    wrong(place, "the text is longer than 32,767 characters, the most a spreadsheet cell holds",
          "shorten it, or split it over several rows");
  } else if (!may_be_empty && text::trimmed(text).empty()) {
    wrong(place, "the text is empty", "readers who cannot see the page depend on it");
  }
}

void DraftChecker::check_header(const std::string& place, const std::string& header) {
  if (text::utf16_units(header) > longest_header) {
    wrong(place, "the header is longer than " + std::to_string(longest_header) + " characters",
          "shorten it, and say the rest in a note");
  } else {
    check_text(place, header, false);
  }
}

void DraftChecker::check_id(const std::string& place, const std::string& id, std::set<std::string>& seen) {
  if (!is_word(id)) {
    wrong(place, "\"" + id + "\" is not an id", "use a-z, 0-9 and hyphens");
  } else if (!seen.insert(id).second) {
    wrong(place, "the id \"" + id + "\" is used twice");
  }
}

void DraftChecker::check_expression(const std::string& place, const Expression& expression,
                                    const Each* each) {
  for (const ExpressionProblem& problem : m_expressions.check(expression, each)) {
    wrong(place, problem.message, problem.hint);
  }
}

void DraftChecker::check_figure(const Figure& figure) {
  const std::string place = "figures." + figure.name;
  if (!is_figure_name(figure.name)) {
    wrong("figures", "\"" + figure.name + "\" is not the name of a figure",
          "use words of a-z, 0-9 and hyphens, joined by dots");
  } else if (!m_names.insert(figure.name).second) {
    wrong(place, "the figure is there twice");
  } else if (!m_manifest.matches(figure.name)) {
    wrong(place, "theme.json declares no such figure", text::suggestion(figure.name, m_manifest.figures));
  }
  check_text(place + " title", figure.title, false);
  check_text(place + " note", figure.note, true);
  check_expression(place, figure.value, nullptr);
  if (figure.last_year) check_expression(place + " last year", *figure.last_year, nullptr);
}

void DraftChecker::check_cell(const Column& column, const Cell& cell, const Each* each,
                              const std::string& place) {
  const bool number = column.kind == Column::Kind::number;
  if (const auto* words = std::get_if<std::string>(&cell)) {
    if (number) {
      wrong(place, "text in a number column",
            "give an expression, or not-applicable, or make it a text column");
    }
    check_text(place, *words, true);
  } else if (const auto* expression = std::get_if<Expression>(&cell)) {
    if (!number) wrong(place, "an expression in a text column", "make it a number column");
    check_expression(place, *expression, each);
  } else if (std::holds_alternative<RowLabel>(cell)) {
    if (each == nullptr) wrong(place, "a row label outside an each() row");
    if (number) wrong(place, "a row label in a number column");
  }
}

void DraftChecker::check_row(const Table& table, const Row& row, const std::string& place) {
  const Each* each = row.each ? &*row.each : nullptr;
  if (each != nullptr) {
    for (const ExpressionProblem& problem : m_expressions.check(*each)) {
      wrong(place, problem.message, problem.hint);
    }
  }
  if (row.cells.size() != table.columns.size()) {
    wrong(place, std::to_string(row.cells.size()) + " cells, but the table has " +
                     std::to_string(table.columns.size()) + " columns");
    return;
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    check_cell(table.columns[i], row.cells[i], each, place + ", column \"" + table.columns[i].id + "\"");
  }
}

void DraftChecker::check_table(const Table& table) {
  const std::string place = "tables." + table.id;
  check_id("tables", table.id, m_table_ids);
  check_text(place + " title", table.title, false);
  if (table.columns.empty()) wrong(place, "the table has no columns");
  if (table.columns.size() > most_columns) wrong(place, "the table has more than 100 columns");
  std::set<std::string> column_ids;
  for (const Column& column : table.columns) {
    check_id(place + " columns", column.id, column_ids);
    check_header(place + " column \"" + column.id + "\"", column.header);
  }
  const std::size_t rows = rows_in(table, true);
  if (rows == 0) wrong(place, "the table has no rows", "leave the table out when there is nothing to show");
  if (rows > most_rows) {
    wrong(place, "the table has more than 10,000 rows");
    return;
  }
  for (std::size_t i = 0; i < table.rows.size() && m_found.size() < most_problems; ++i) {
    check_row(table, table.rows[i], place + " row " + std::to_string(i + 1));
  }
  for (const std::string& note : table.notes) check_text(place + " note", note, false);
}

void DraftChecker::check_chart_columns(const Chart& chart, const Table& table, const std::string& place) {
  const auto check = [&](const std::string& id, Column::Kind kind, const std::string& as) {
    const auto found = std::ranges::find(table.columns, id, &Column::id);
    if (found == table.columns.end()) {
      wrong(place, "the table \"" + table.id + "\" has no column \"" + id + "\"",
            text::suggestion(id, ids_of(table.columns)));
    } else if (found->kind != kind) {
      wrong(place, "the column \"" + id + "\" cannot be " + as,
            kind == Column::Kind::number ? "name a number column" : "name a text column");
    }
  };
  check(chart.label_column, Column::Kind::text, "the labels of a chart");
  for (const std::string& id : chart.value_columns) check(id, Column::Kind::number, "the values of a chart");
  const std::set<std::string> distinct(chart.value_columns.begin(), chart.value_columns.end());
  if (distinct.size() != chart.value_columns.size()) wrong(place, "a value column is named twice");
}

void DraftChecker::check_chart(const Chart& chart) {
  const std::string place = "charts." + chart.id;
  check_id("charts", chart.id, m_chart_ids);
  check_text(place + " title", chart.title, false);
  const ValueColumns wanted = value_columns_of(chart.kind);
  const std::size_t columns = chart.value_columns.size();
  if (columns < wanted.least || columns > wanted.most) wrong(place, wanted.rule);
  if (const Table* shown = table(chart.table)) {
    check_chart_columns(chart, *shown, place);
    if (chart.kind == Chart::Kind::line && rows_in(*shown, false) < fewest_points) {
      wrong(place, "a chart of lines needs more than three rows that are no totals",
            "each row is a point in time; show fewer as grouped bars");
    }
  } else {
    wrong(place, "there is no table \"" + chart.table + "\"",
          text::suggestion(chart.table, ids_of(m_draft.tables)));
  }
}

void DraftChecker::check_sections() {
  const std::vector<std::string> tables = ids_of(m_draft.tables);
  const std::vector<std::string> charts = ids_of(m_draft.charts);
  for (const Section& section : m_draft.sections) {
    const std::string place = "sections." + section.id;
    check_id("sections", section.id, m_section_ids);
    check_text(place + " heading", section.heading, false);
    for (const std::string& id : section.tables) {
      if (std::ranges::find(tables, id) == tables.end()) {
        wrong(place, "there is no table \"" + id + "\"", text::suggestion(id, tables));
      }
    }
    for (const std::string& id : section.charts) {
      if (std::ranges::find(charts, id) == charts.end()) {
        wrong(place, "there is no chart \"" + id + "\"", text::suggestion(id, charts));
      }
    }
  }
}

void DraftChecker::check_sizes() {
  const auto bound = [&](const char* place, std::size_t size, std::size_t most) {
    if (size > most) {
      wrong(place, "there are " + std::to_string(size) + ", at most " + std::to_string(most) + " are taken");
    }
  };
  bound("figures", m_draft.figures.size(), most_figures);
  bound("tables", m_draft.tables.size(), most_tables);
  bound("charts", m_draft.charts.size(), most_tables);
  bound("sections", m_draft.sections.size(), most_tables);
}

std::vector<Problem> DraftChecker::check() {
  check_sizes();
  if (!m_found.empty()) return std::move(m_found);
  for (const Figure& figure : m_draft.figures) check_figure(figure);
  for (const Table& entry : m_draft.tables) check_table(entry);
  for (const Chart& chart : m_draft.charts) check_chart(chart);
  check_sections();
  if (m_expressions.checked() > most_expressions) wrong("draft", "there are more than 500,000 expressions");
  if (m_found.size() > most_problems) {
    m_found.resize(most_problems);
    wrong("draft", "there are more problems; the first 100 are listed");
  }
  return std::move(m_found);
}

}  // namespace

std::vector<Problem> check_draft(const Draft& draft, const Manifest& manifest, const Context& context) {
  return DraftChecker(draft, manifest, context).check();
}

}  // namespace eqr::themes
