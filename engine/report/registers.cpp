#include "report/registers.hpp"

#include <algorithm>
#include <array>

#include "calendar/date.hpp"
#include "report/values.hpp"

namespace eqr::report {
namespace {

constexpr std::string_view base_note =
    "Some of these percentages were supplied without saying what they are a percentage of.";

void add_once(std::vector<std::size_t>& list, std::size_t index) {
  if (std::ranges::find(list, index) == list.end()) list.push_back(index);
}

std::string header_of(const eqr::Column& column) {
  if (column.kind == eqr::Column::Kind::text) return column.header;
  const std::string unit = unit_in_header(unit_of(column.format.unit));
  return unit.empty() ? column.header : column.header + " (" + unit + ")";
}

// The source that a row of a table of figures names for itself.
std::optional<Source> row_source(const Document& document, std::size_t row, const Source& input) {
  if (!document.has_column("source") || document.text(row, "source").empty()) return std::nullopt;
  Source source = input;
  source.title = document.text(row, "source");
  if (document.has_column("as_at") && !document.text(row, "as_at").empty()) {
    const auto date = calendar::parse_date(document.text(row, "as_at"));
    source.as_at = date ? calendar::long_text(*date) : document.text(row, "as_at");
  }
  return source;
}

// A chart of nothing but shorthand would show nothing that its table does not say.
bool has_values(const Table& table, const std::vector<std::size_t>& columns) {
  return std::ranges::any_of(table.rows, [&](const Row& row) {
    return std::ranges::any_of(
        columns, [&](std::size_t column) { return std::holds_alternative<Number>(row.cells[column]); });
  });
}

}  // namespace

Registers::Registers(const Material& material, const measures::Inputs& inputs,
                     const measures::Evaluator& evaluator, Report& report)
    : m_material(material), m_inputs(inputs), m_evaluator(evaluator), m_report(report) {
  const auto know = [this](const measures::Statement& statement) {
    for (const eqr::Figure& figure : statement.draft.figures) {
      m_known_figures.emplace(statement.theme + "." + figure.name, Named{&statement, &figure});
    }
  };
  know(material.facts);
  for (const ThemeMaterial& theme : material.themes) {
    if (theme.statement) know(*theme.statement);
  }
}

std::optional<std::size_t> Registers::figure(const std::string& name) {
  if (const auto entered = m_figures.find(name); entered != m_figures.end()) return entered->second;
  const auto known = m_known_figures.find(name);
  if (known == m_known_figures.end()) return std::nullopt;
  const auto& [statement, drafted] = known->second;
  const auto evaluated = m_evaluator.evaluate(drafted->value, drafted->format, statement->settings);
  Figure figure{name, drafted->title, printed_value(evaluated, drafted->format.unit),
                {},   drafted->note,  evaluated.lineage,
                {}};
  add_sources(evaluated, figure.sources);
  if (drafted->last_year) {
    const auto before = m_evaluator.evaluate(*drafted->last_year, drafted->format, statement->settings);
    figure.last_year = printed_value(before, drafted->format.unit);
    met(*figure.last_year);
  }
  met(figure.value);
  if (evaluated.base_not_stated && figure.note.empty()) figure.note = base_note;
  m_report.figures.push_back(std::move(figure));
  return m_figures[name] = m_report.figures.size() - 1;
}

std::optional<std::size_t> Registers::table(const measures::Statement& statement, const std::string& id) {
  const std::string full_id = statement.theme + "." + id;
  if (const auto entered = m_tables.find(full_id); entered != m_tables.end()) return entered->second;
  const auto drafted = std::ranges::find(statement.draft.tables, id, &eqr::Table::id);
  if (drafted == statement.draft.tables.end()) return std::nullopt;
  m_report.tables.push_back(made(statement, *drafted));
  return m_tables[full_id] = m_report.tables.size() - 1;
}

Table Registers::made(const measures::Statement& statement, const eqr::Table& drafted) {
  Table table;
  table.id = statement.theme + "." + drafted.id;
  table.title = drafted.title;
  for (const eqr::Column& column : drafted.columns) {
    table.columns.push_back({column.id, header_of(column), column.kind == eqr::Column::Kind::number,
                             unit_of(column.format.unit), column.format.places});
  }
  for (const std::string& text : drafted.notes) add_once(table.notes, note(text));
  // Totals stand last, whatever order the theme wrote them in.
  for (const bool totals : {false, true}) {
    for (const eqr::Row& row : drafted.rows) {
      if (row.total != totals) continue;
      Row& written = table.rows.emplace_back(Row{{}, row.total});
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        written.cells.push_back(cell(statement, row.cells[i], drafted.columns[i], table));
      }
    }
  }
  return table;
}

Cell Registers::cell(const measures::Statement& statement, const eqr::Cell& drafted,
                     const eqr::Column& column, Table& table) {
  if (const auto* words = std::get_if<std::string>(&drafted)) return *words;
  const auto* expression = std::get_if<Expression>(&drafted);
  if (expression == nullptr) {
    const Shorthand not_applicable{"z", "Not applicable."};
    met(not_applicable);
    return not_applicable;
  }
  const auto evaluated = m_evaluator.evaluate(*expression, column.format, statement.settings);
  add_sources(evaluated, table.sources);
  if (evaluated.base_not_stated) add_once(table.notes, note(std::string(base_note)));
  const Value value = printed_value(evaluated, column.format.unit);
  met(value);
  return std::visit([](const auto& known) -> Cell { return known; }, value);
}

std::optional<std::size_t> Registers::chart(const measures::Statement& statement, const std::string& id) {
  const std::string full_id = statement.theme + "." + id;
  if (const auto entered = m_charts.find(full_id); entered != m_charts.end()) return entered->second;
  const auto drafted = std::ranges::find(statement.draft.charts, id, &eqr::Chart::id);
  if (drafted == statement.draft.charts.end()) return std::nullopt;
  const auto shown = table(statement, drafted->table);
  if (!shown) return std::nullopt;
  const std::vector<Column>& columns = m_report.tables[*shown].columns;
  const auto position = [&columns](const std::string& column) {
    return static_cast<std::size_t>(std::ranges::find(columns, column, &Column::id) - columns.begin());
  };
  constexpr std::array kinds = {Chart::Kind::bars, Chart::Kind::grouped_bars, Chart::Kind::stacked_bars,
                                Chart::Kind::line, Chart::Kind::dot_range};
  Chart chart{full_id,
              kinds.at(static_cast<std::size_t>(drafted->kind)),
              drafted->title,
              *shown,
              position(drafted->label_column),
              {},
              {}};
  for (const std::string& column : drafted->value_columns) chart.value_columns.push_back(position(column));
  if (!has_values(m_report.tables[*shown], chart.value_columns)) return std::nullopt;
  m_report.charts.push_back(std::move(chart));
  return m_charts[full_id] = m_report.charts.size() - 1;
}

std::size_t Registers::note(const std::string& text) {
  const auto [entered, is_new] = m_notes.try_emplace(text, m_report.notes.size());
  if (is_new) m_report.notes.push_back({text});
  return entered->second;
}

std::size_t Registers::source(const Source& source) {
  const auto [entered, is_new] = m_sources.try_emplace(
      {source.title, source.file, source.as_at, source.publication}, m_report.sources.size());
  if (is_new) m_report.sources.push_back(source);
  return entered->second;
}

void Registers::add_sources(const measures::Evaluated& evaluated, std::vector<std::size_t>& sources) {
  for (const std::string& input : evaluated.inputs) {
    const auto known = m_material.sources.find(input);
    if (known == m_material.sources.end()) continue;
    bool named_by_rows = false;
    for (const auto& [document, row] : evaluated.rows) {
      if (document != input) continue;
      if (const auto own = row_source(m_inputs.documents.at(document).document, row, known->second)) {
        add_once(sources, source(*own));
        named_by_rows = true;
      }
    }
    if (!named_by_rows) add_once(sources, source(known->second));
  }
}

void Registers::met(const Value& value) {
  if (const auto* shorthand = std::get_if<Shorthand>(&value)) {
    m_codes.insert(shorthand->code);
  } else if (const std::string& mark = std::get<Number>(value).mark; !mark.empty()) {
    m_codes.insert(mark);
  }
}

std::vector<std::string> Registers::shorthands() const {
  std::vector<std::string> ordered;
  for (const std::string code : {"c", "low", "x", "z", "p", "e", "r", "b", "u"}) {
    if (m_codes.contains(code)) ordered.push_back(code);
  }
  return ordered;
}

}  // namespace eqr::report
