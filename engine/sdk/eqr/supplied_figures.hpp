// Tables of figures as services supply them, made into tables and named figures of a draft.
//
// A service adds a row to its file and the row is reported: which figures there are is not fixed here. A
// table column has one unit, so that rows of different units stand in tables of their own, in the order in
// which the units first appear.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eqr/document.hpp"
#include "eqr/draft.hpp"
#include "eqr/supplied_rows.hpp"
#include "eqr/theme.hpp"

namespace eqr {

// What a figure's unit means for a draft: its format and the words for headers and titles.
struct SuppliedUnit {
  std::string_view word;  // in the file
  std::string_view id;    // ends the id of the table
  Unit unit;
  std::string_view header;
  std::string_view title;
};

// A figure without a unit is about people: the cautious reading, and the engine's own.
[[nodiscard]] inline const SuppliedUnit& supplied_unit(const Document& figures, std::size_t row) {
  static constexpr std::array<SuppliedUnit, 7> units = {
      {{"people", "people", Unit::people, "Number of people", "numbers of people"},
       {"things", "numbers", Unit::things, "Number", "numbers"},
       {"percent", "percentages", Unit::percent, "Share", "percentages"},
       {"points", "changes", Unit::percentage_points, "Change", "changes in percentages"},
       {"ratio", "ratios", Unit::ratio, "Ratio", "ratios"},
       {"pounds", "amounts", Unit::pounds, "Amount", "amounts of money"},
       {"number", "values", Unit::number, "Value", "values"}}};
  const std::string& word = figures.text(row, "unit");
  const auto* found =
      std::find_if(units.begin(), units.end(), [&](const SuppliedUnit& unit) { return unit.word == word; });
  return found == units.end() ? units.front() : *found;
}

// Digits after the point, as supplied: 13.9 has one. Of a range, those of its first number.
[[nodiscard]] inline int supplied_places(std::string_view value) {
  const std::size_t point = value.find('.');
  if (point == std::string_view::npos) return 0;
  const std::size_t end = std::min(value.find_first_not_of("0123456789", point + 1), value.size());
  return static_cast<int>(std::min<std::size_t>(end - point - 1, 9));
}

[[nodiscard]] inline Format supplied_format(const Document& figures, std::size_t row) {
  return {supplied_unit(figures, row).unit, supplied_places(figures.text(row, "value"))};
}

// "2017-09-01" as "1 September 2017"; any other text as it is.
[[nodiscard]] inline std::string written_date(const std::string& text) {
  static constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto digits = [&](std::size_t from, std::size_t length) {
    return text.find_first_not_of("0123456789", from) >= from + length;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return text;
  if (!digits(0, 4) || !digits(5, 2) || text.find_first_not_of("0123456789", 8) != std::string::npos) {
    return text;
  }
  const auto month = static_cast<std::size_t>((text[5] - '0') * 10 + (text[6] - '0'));
  if (month < 1 || month > months.size()) return text;
  const std::string day = text[8] == '0' ? text.substr(9, 1) : text.substr(8, 2);
  return day + " " + std::string(months.at(month - 1)) + " " + text.substr(0, 4);
}

// A cell of text is never left empty: a reader cannot tell "none" from "forgotten".
[[nodiscard]] inline std::string stated(const std::string& text) {
  return text.empty() ? "Not stated" : text;
}

// The period or the date a figure stands for, or both: "2017/18", "31 March 2018".
[[nodiscard]] inline std::string supplied_when(const Document& figures, std::size_t row) {
  const std::string& period = figures.text(row, "period");
  const std::string date = written_date(figures.text(row, "as_at"));
  if (period.empty() || date.empty()) return stated(period + date);
  return period + ", at " + date;
}

// What a reader must know of a figure: what it is a share of, and the service's own note.
[[nodiscard]] inline std::string supplied_note(const Document& figures, std::size_t row) {
  const std::string& base = figures.text(row, "base");
  const std::string& note = figures.text(row, "note");
  if (base.empty()) return note;
  return "Base: " + base + "." + (note.empty() ? "" : " " + note);
}

// A named figure for each row: `<prefix>.<id of the row>`.
inline void add_supplied_figures(const Document& figures, const std::string& prefix, Draft& draft) {
  for (const std::size_t row : all_rows(figures)) {
    draft.figures.push_back({prefix + "." + figures.text(row, "id"), figures.text(row, "label"),
                             figures.cell(row, "value"), std::nullopt, supplied_format(figures, row),
                             supplied_note(figures, row)});
  }
}

// A table for each unit among `rows`, with the id `<id>-people`, `<id>-percentages` and so on, added to the
// draft and to the section. Titles end with the organisation and the period, so that they stand alone.
inline void add_supplied_tables(const Document& figures, const std::vector<std::size_t>& rows,
                                const std::string& id, const std::string& subject, const Context& context,
                                Draft& draft, Section& section) {
  std::vector<std::pair<const SuppliedUnit*, std::vector<std::size_t>>> by_unit;
  for (const std::size_t row : rows) {
    const SuppliedUnit* unit = &supplied_unit(figures, row);
    auto found =
        std::find_if(by_unit.begin(), by_unit.end(), [&](const auto& seen) { return seen.first == unit; });
    if (found == by_unit.end()) found = by_unit.insert(found, {unit, {}});
    found->second.push_back(row);
  }
  for (const auto& [unit, of_unit] : by_unit) {
    Table table(id + "-" + std::string(unit->id), subject + ": " + std::string(unit->title) + ", " +
                                                      context.organisation + ", " + context.period);
    int places = 0;
    for (const std::size_t row : of_unit) places = std::max(places, supplied_format(figures, row).places);
    table.text_column("measure", "Measure")
        .number_column("value", std::string(unit->header), {unit->unit, places})
        .text_column("when", "Period or date")
        .text_column("source", "Source");
    for (const std::size_t row : of_unit) {
      const std::string& label = figures.text(row, "label");
      table.row({label, figures.cell(row, "value"), supplied_when(figures, row),
                 stated(figures.text(row, "source"))});
      const std::string note = supplied_note(figures, row);
      if (!note.empty()) table.note(label + ": " + note);
    }
    section.tables.push_back(table.id);
    draft.tables.push_back(std::move(table));
  }
}

}  // namespace eqr
