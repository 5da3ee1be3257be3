// Notes, figures, facts and sources: the report's lists, each as one table.
#include <algorithm>

#include "render/spreadsheet/sheets.hpp"

namespace eqr::render::spreadsheet {
namespace {

constexpr const char* not_stated = "not stated";
constexpr const char* not_applicable = "not applicable";

std::string unit_words(const report::Value& value) {
  const auto* number = std::get_if<report::Number>(&value);
  if (number == nullptr) return not_applicable;
  switch (number->unit) {
    case report::Unit::people:
      return "people";
    case report::Unit::percent:
      return "per cent";
    case report::Unit::percentage_points:
      return "percentage points";
    case report::Unit::ratio:
      return "ratio";
    case report::Unit::pounds:
      return "pounds";
    case report::Unit::things:
    case report::Unit::number:
      return "number";
  }
  return not_applicable;
}

Cell words(const std::string& text, const char* otherwise = not_stated) {
  return Text{text.empty() ? otherwise : cell_text(text), {}};
}

// The list states units in a column of their own, so that no value needs its unit beside it.
Cell bare_value(const report::Value& value) {
  const auto* number = std::get_if<report::Number>(&value);
  if (number == nullptr) return value_cell(value, report::Unit::number, 0);
  return value_cell(value, number->unit, number->value.places);
}

// What the sources of a figure say of themselves, each once: titles, or dates.
std::string joined(const report::Report& report, const std::vector<std::size_t>& sources,
                   std::string report::Source::*part) {
  std::vector<std::string> seen;
  std::string text;
  for (const std::size_t index : sources) {
    const std::string& next = report.sources.at(index).*part;
    if (next.empty() || std::ranges::find(seen, next) != seen.end()) continue;
    seen.push_back(next);
    text += (text.empty() ? "" : "; ") + one_line(next);
  }
  return text;
}

std::string of_report(const report::Report& report, const std::string& title) {
  return title + ": " + report.organisation + ", " + report.period;
}

void finish(Sheet& sheet, const report::Report& report, MarkedTable table, const ShorthandSeen& seen) {
  add_shorthand(sheet, report, seen);
  fit_columns(table);
  sheet.table = std::move(table);
}

// An optional column of the list of figures is there when at least one figure fills it.
struct FigureColumns {
  bool last_year = false;
  bool note = false;
  bool lineage = false;
};

FigureColumns columns_filled(const report::Report& report) {
  FigureColumns filled;
  for (const report::Figure& figure : report.figures) {
    if (is_fact(figure)) continue;
    filled.last_year = filled.last_year || figure.last_year.has_value();
    filled.note = filled.note || !figure.note.empty();
    filled.lineage = filled.lineage || !figure.lineage.empty();
  }
  return filled;
}

Row figure_row(const report::Report& report, const report::Figure& figure, const FigureColumns& filled,
               ShorthandSeen& seen) {
  seen.see(figure.value);
  Row row{{words(figure.name), words(figure.title), bare_value(figure.value)}, false};
  if (filled.last_year) {
    const report::Value last = figure.last_year.value_or(report::Shorthand{"z", {}});
    seen.see(last);
    row.cells.push_back(bare_value(last));
  }
  // A figure withheld this year may still have last year's number, and then its unit.
  const bool this_year = std::holds_alternative<report::Number>(figure.value) || !figure.last_year;
  row.cells.push_back(words(unit_words(this_year ? figure.value : *figure.last_year)));
  row.cells.push_back(words(joined(report, figure.sources, &report::Source::title)));
  if (filled.lineage) row.cells.push_back(words(figure.lineage));
  if (filled.note) row.cells.push_back(words(figure.note, "none"));
  return row;
}

}  // namespace

bool is_fact(const report::Figure& figure) {
  return figure.name.starts_with("facts.");
}

Sheet notes(const report::Report& report, Names& names) {
  Sheet sheet = new_sheet(report, notes_name, "the notes", of_report(report, "Notes"));
  add_line(sheet, one_table);
  MarkedTable table{names.table("notes_to_tables"), {{"Note number"}, {"Note text"}}, {}};
  for (std::size_t i = 0; i < report.notes.size(); ++i) {
    table.rows.push_back(
        {{Text{"[note " + std::to_string(i + 1) + "]", {}}, words(report.notes[i].text)}, false});
  }
  finish(sheet, report, std::move(table), {});
  return sheet;
}

Sheet figures(const report::Report& report, Names& names) {
  Sheet sheet =
      new_sheet(report, figures_name, "the figures in the text", of_report(report, "Figures in the text"));
  add_line(sheet, one_table);
  add_line(sheet,
           "It lists each figure that the text of the report shows, with the name the text calls it by.");
  const FigureColumns filled = columns_filled(report);
  MarkedTable table{names.table("figures_in_the_text"), {{"Name"}, {"What it is"}, {"Value", true}}, {}};
  if (filled.last_year) table.columns.push_back({"Value last year", true});
  table.columns.insert(table.columns.end(), {{"Unit"}, {"Source"}});
  if (filled.lineage) table.columns.push_back({"How it is worked out"});
  if (filled.note) table.columns.push_back({"Remark"});
  ShorthandSeen seen;
  for (const report::Figure& figure : report.figures) {
    if (!is_fact(figure)) table.rows.push_back(figure_row(report, figure, filled, seen));
  }
  finish(sheet, report, std::move(table), seen);
  return sheet;
}

Sheet facts(const report::Report& report, Names& names) {
  Sheet sheet = new_sheet(report, facts_name, "the facts", of_report(report, "Facts used in the report"));
  add_line(sheet, one_table);
  MarkedTable table{
      names.table("facts_used"), {{"What it is"}, {"Value", true}, {"Unit"}, {"Source"}, {"As at"}}, {}};
  ShorthandSeen seen;
  for (const report::Figure& figure : report.figures) {
    if (!is_fact(figure)) continue;
    seen.see(figure.value);
    table.rows.push_back({{words(figure.title), bare_value(figure.value), words(unit_words(figure.value)),
                           words(joined(report, figure.sources, &report::Source::title)),
                           words(joined(report, figure.sources, &report::Source::as_at))},
                          false});
  }
  finish(sheet, report, std::move(table), seen);
  return sheet;
}

Sheet sources(const report::Report& report, Names& names) {
  Sheet sheet = new_sheet(report, sources_name, "the sources", of_report(report, "Sources"));
  add_line(sheet, one_table);
  MarkedTable table{names.table("sources_used"),
                    {{"Source"}, {"As at"}, {"Supplied by"}, {"Already published in"}, {"File"}},
                    {}};
  for (const report::Source& source : report.sources) {
    table.rows.push_back({{words(source.title), words(source.as_at), words(source.supplier),
                           words(source.publication), words(source.file)},
                          false});
  }
  finish(sheet, report, std::move(table), {});
  return sheet;
}

}  // namespace eqr::render::spreadsheet
