#include "render/spreadsheet/layout.hpp"

#include <algorithm>
#include <stdexcept>

#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/sheets.hpp"
#include "text/characters.hpp"

namespace eqr::render::spreadsheet {
namespace {

// A title in the document's properties has neither dashes nor underscores, which screen readers spell out.
std::string without_dashes(std::string title) {
  for (const std::string_view dash : {"-", "_", "\xE2\x80\x93", "\xE2\x80\x94"}) {
    for (std::size_t at = title.find(dash); at != std::string::npos; at = title.find(dash, at + 1)) {
      title.replace(at, dash.size(), " ");
    }
  }
  return one_line(title);
}

// Properties hold 255 characters: whole words, then an ellipsis.
std::string shortened(const std::string& text) {
  if (text::utf16_units(text) <= longest_property) return text;
  std::string kept = text;
  while (text::utf16_units(kept) >= longest_property) {
    const std::size_t blank = kept.rfind(' ');
    if (blank == std::string::npos) return {};
    kept.resize(blank);
  }
  return kept + "\xE2\x80\xA6";
}

std::string keywords(const std::vector<std::string>& all) {
  std::string list;
  for (const std::string& keyword : all) {
    const std::string longer = list + (list.empty() ? "" : ", ") + one_line(keyword);
    if (text::utf16_units(longer) > longest_property) break;
    list = longer;
  }
  return list;
}

Properties properties(const report::Report& report) {
  Properties made;
  made.title = shortened(without_dashes(report.title + ": " + report.organisation + ", " + report.period));
  made.subject = shortened(one_line("Public Sector Equality Duty, " + report.period));
  made.author = shortened(one_line(report.organisation));
  made.keywords = keywords(report.keywords);
  made.comments = shortened(one_line(report.summary));
  made.status = report.is_draft ? "Draft" : "Published";
  made.language = report.language;
  made.created = report.published;
  return made;
}

}  // namespace

std::string shown(const Amount& amount) {
  std::string written = numbers::to_text(amount.value, amount.grouped);
  const int missing = amount.places - amount.value.places;
  if (missing > 0)
    written += (amount.value.places == 0 ? "." : "") + std::string(static_cast<std::size_t>(missing), '0');
  return written;
}

const Sheet& sheet_named(const Book& book, const std::string& name) {
  const auto found = std::ranges::find(book.sheets, name, &Sheet::name);
  if (found == book.sheets.end()) throw std::out_of_range("no sheet is named " + name);
  return *found;
}

Book laid_out(const report::Report& report, const Options& options) {
  Names names;
  // The fixed names are taken first, so that no table can hold one of them.
  for (const char* fixed : {cover_name, contents_name, notes_name, figures_name, facts_name, sources_name})
    names.reserve(fixed);

  std::vector<Sheet> following;
  if (!report.notes.empty()) following.push_back(notes(report, names));
  std::vector<std::size_t> of_table;  // in `following`
  for (const report::Table& table : report.tables) {
    of_table.push_back(following.size());
    following.push_back(table_sheet(report, table, names));
  }
  if (!std::ranges::all_of(report.figures, is_fact)) following.push_back(figures(report, names));
  if (std::ranges::any_of(report.figures, is_fact)) following.push_back(facts(report, names));
  if (!report.sources.empty()) following.push_back(sources(report, names));
  for (const report::Chart& chart : report.charts) {
    if (!options.charts) break;
    const Sheet& numbers = following.at(of_table.at(chart.table));
    if (auto drawn = chart_sheet(report, chart, numbers, names)) following.push_back(std::move(*drawn));
  }

  Book book{properties(report), {cover(report, following)}};
  if (!following.empty()) book.sheets.push_back(contents(report, following, names));
  for (Sheet& sheet : following)
    add_link(sheet, "Return to the table of contents", std::string("#") + contents_name);
  std::ranges::move(following, std::back_inserter(book.sheets));
  return book;
}

}  // namespace eqr::render::spreadsheet
