// The sheets, one function each; laid_out() puts them in order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/spreadsheet/layout.hpp"
#include "render/spreadsheet/names.hpp"
#include "render/spreadsheet/sentences.hpp"

namespace eqr::render::spreadsheet {

inline constexpr const char* cover_name = "Cover";
inline constexpr const char* contents_name = "Contents";
inline constexpr const char* notes_name = "Notes";
inline constexpr const char* figures_name = "Figures_in_the_text";
inline constexpr const char* facts_name = "Facts";
inline constexpr const char* sources_name = "Sources";

[[nodiscard]] Sheet cover(const report::Report& report, const std::vector<Sheet>& following);
[[nodiscard]] Sheet contents(const report::Report& report, const std::vector<Sheet>& following, Names& names);

[[nodiscard]] Sheet notes(const report::Report& report, Names& names);
[[nodiscard]] Sheet table_sheet(const report::Report& report, const report::Table& table, Names& names);
// Figures that prose shows: all but the facts about the organisation, which have a sheet of their own.
[[nodiscard]] Sheet figures(const report::Report& report, Names& names);
[[nodiscard]] Sheet facts(const report::Report& report, Names& names);
[[nodiscard]] Sheet sources(const report::Report& report, Names& names);

// `numbers` is the sheet of the chart's table. None for a chart that spreadsheets cannot draw readably: of
// more series than there are colours, or with no number at all.
[[nodiscard]] std::optional<Sheet> chart_sheet(const report::Report& report, const report::Chart& chart,
                                               const Sheet& numbers, Names& names);

[[nodiscard]] bool is_fact(const report::Figure& figure);

// A worksheet with its title and, in a draft, the line that says so; the table and further lines come after.
[[nodiscard]] Sheet new_sheet(const report::Report& report, const std::string& name,
                              const std::string& subject, const std::string& title);
void add_line(Sheet& sheet, const std::string& text);
void add_link(Sheet& sheet, const std::string& text, const std::string& link);
// Adds the lines that explain the shorthand of the sheet's table, and keeps its codes for the cover.
void add_shorthand(Sheet& sheet, const report::Report& report, const ShorthandSeen& seen);

// One value as a cell of a column with `places` after the point: a number where it stands alone, otherwise
// the characters of printed(). `unit_in_header` is the unit that the column's header states; a number in a
// unit that readers would miss is written with it.
[[nodiscard]] Cell value_cell(const report::Value& value, report::Unit unit_in_header, int places,
                              bool grouped = true);

// Sets the width of each column from what it holds.
void fit_columns(MarkedTable& table);

}  // namespace eqr::render::spreadsheet
