// For the unit tests of a theme: a context made in a few lines, and a draft looked into by name. Use it with
// any test framework; nothing here is compiled into a plugin.
//
//   eqr::Context context = eqr::testing::context();
//   context.people_inputs["staff"].characteristics = {
//       eqr::testing::characteristic("sex", {"female", "male"}, {"not-stated"})};
//   context.documents["covenant"] = eqr::testing::table("covenant", R"(
//       area,    people_helped:people
//       Housing, 14
//       Health,  3
//   )");
//   const eqr::Draft draft = Veterans().draft(context);
//   EXPECT_EQ(eqr::testing::delivery_fault(draft), "");
//   EXPECT_EQ(eqr::testing::figure(draft, "pledges.housing.count").value,
//             context.documents["covenant"].cell(1, "people_helped"));
#pragma once

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eqr/theme.hpp"

namespace eqr::testing {

// A context of an invented council for the year to 31 March 2020, with nothing bound yet.
[[nodiscard]] inline Context context(std::string theme = "theme-under-test") {
  Context made;
  made.theme = std::move(theme);
  made.organisation = "Invented County Council";
  made.period = "2019/20";
  made.snapshot = "31 March 2020";
  made.last_snapshot = "31 March 2019";
  return made;
}

namespace detail {

[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The cells of one line; a cell in double quotes may hold commas and doubled quotes.
[[nodiscard]] inline std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  bool was_quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += line[i++];
    } else if (line[i] == '"' && (quoted || trimmed(cells.back()).empty())) {
      if (!quoted) cells.back().clear();
      quoted = !quoted;
      was_quoted = true;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
      was_quoted = false;
    } else if (!was_quoted || quoted) {
      cells.back() += line[i];
    }
  }
  for (std::string& cell : cells) cell = std::string(trimmed(cell));
  return cells;
}

[[nodiscard]] inline std::vector<std::vector<std::string>> lines_of(std::string_view written) {
  std::vector<std::vector<std::string>> lines;
  while (!written.empty()) {
    const std::size_t end = written.find('\n');
    const std::string_view line = written.substr(0, end);
    if (!trimmed(line).empty()) lines.push_back(cells_of(line));
    written = end == std::string_view::npos ? std::string_view() : written.substr(end + 1);
  }
  return lines;
}

// `people_helped:people` is a number column that counts people; a heading without a colon is a text column.
[[nodiscard]] inline DocumentColumn column_of(const std::string& heading) {
  const std::size_t colon = heading.find(':');
  if (colon == std::string::npos) return {heading, false, Counts::people};
  const std::string counts = heading.substr(colon + 1);
  if (counts != "people" && counts != "things" && counts != "published" && counts != "none") {
    throw std::invalid_argument("\"" + heading + "\": people, things, published or none is expected");
  }
  return {heading.substr(0, colon), true,
          counts == "people"      ? Counts::people
          : counts == "published" ? Counts::published
                                  : Counts::things};
}

template <typename Part>
[[nodiscard]] const Part& named(const std::vector<Part>& parts, std::string_view name,
                                std::string Part::*called, const std::string& what) {
  std::string there;
  for (const Part& part : parts) {
    if (part.*called == name) return part;
    there += (there.empty() ? "" : ", ") + part.*called;
  }
  throw std::out_of_range("the draft has no " + what + " \"" + std::string(name) +
                          "\"; there are: " + (there.empty() ? "none" : there));
}

}  // namespace detail

// A table input from comma-separated lines, headings first. Blanks around a cell and empty lines are left
// out. Throws std::invalid_argument for lines of different lengths.
[[nodiscard]] inline Document table(std::string role, std::string_view written) {
  std::vector<std::vector<std::string>> lines = detail::lines_of(written);
  if (lines.empty()) throw std::invalid_argument("a table needs a line of headings");
  std::vector<DocumentColumn> columns;
  for (const std::string& heading : lines.front()) columns.push_back(detail::column_of(heading));
  lines.erase(lines.begin());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].size() != columns.size()) {
      throw std::invalid_argument("row " + std::to_string(i + 1) + " has " + std::to_string(lines[i].size()) +
                                  " cells, not " + std::to_string(columns.size()));
    }
  }
  return {std::move(role), std::move(columns), std::move(lines)};
}

// A table of figures from such lines: any of the columns a figures input may have, in any order; those that
// are left out have empty cells, as in a run.
[[nodiscard]] inline Document figures(std::string role, std::string_view written) {
  constexpr std::array<std::string_view, 12> all = {"id",        "label",  "value",  "unit",
                                                    "counts",    "base",   "period", "as_at",
                                                    "qualifier", "status", "source", "note"};
  const Document given = table(role, written);
  std::vector<DocumentColumn> columns;
  for (const std::string_view id : all) {
    columns.push_back({std::string(id), id == "value" || id == "base", Counts::people});
  }
  for (const DocumentColumn& column : given.columns()) {
    bool known = false;
    for (const std::string_view id : all) known = known || column.id == id;
    if (!known) throw std::invalid_argument("a table of figures has no column \"" + column.id + "\"");
  }
  std::vector<std::vector<std::string>> rows;
  for (std::size_t row = 1; row <= given.row_count(); ++row) {
    std::vector<std::string> cells;
    for (const DocumentColumn& column : columns) {
      cells.push_back(given.has_column(column.id) ? given.text(row, column.id) : std::string());
    }
    rows.push_back(std::move(cells));
  }
  return {std::move(role), std::move(columns), std::move(rows)};
}

// A characteristic whose titles and labels are its ids. Set them afterwards where a test is about them.
[[nodiscard]] inline Characteristic characteristic(const std::string& id,
                                                   const std::vector<std::string>& declared,
                                                   const std::vector<std::string>& undeclared = {},
                                                   const std::vector<std::string>& aggregates = {}) {
  Characteristic made;
  made.id = id;
  made.title = id;
  for (const std::string& group : declared) made.groups.push_back({group, group, false});
  for (const std::string& group : undeclared) made.groups.push_back({group, group, true});
  for (const std::string& group : aggregates) made.aggregates.push_back({group, group, false});
  return made;
}

// Parts of a draft. Throw std::out_of_range and say what there is instead.
[[nodiscard]] inline const Figure& figure(const Draft& draft, std::string_view name) {
  return detail::named(draft.figures, name, &Figure::name, "figure");
}
[[nodiscard]] inline const Table& table_of(const Draft& draft, std::string_view id) {
  return detail::named(draft.tables, id, &Table::id, "table");
}
[[nodiscard]] inline const Chart& chart(const Draft& draft, std::string_view id) {
  return detail::named(draft.charts, id, &Chart::id, "chart");
}
[[nodiscard]] inline const Section& section(const Draft& draft, std::string_view id) {
  return detail::named(draft.sections, id, &Section::id, "section");
}

// A cell by row, from 1, and column id. An each() row is one row here.
[[nodiscard]] inline const Cell& cell(const Table& table, std::size_t row, std::string_view column) {
  if (row == 0 || row > table.rows.size()) {
    throw std::out_of_range("the table \"" + table.id + "\" has " + std::to_string(table.rows.size()) +
                            " rows");
  }
  const Column& found = detail::named(table.columns, column, &Column::id, "column");
  const std::vector<Cell>& cells = table.rows[row - 1].cells;
  const auto at = static_cast<std::size_t>(&found - table.columns.data());
  if (at >= cells.size()) throw std::out_of_range("the row has fewer cells than the table has columns");
  return cells[at];
}

// What a cell holds. Throw std::bad_variant_access if it holds something else.
[[nodiscard]] inline const std::string& text_of(const Cell& cell) {
  return std::get<std::string>(cell);
}
[[nodiscard]] inline const Expression& expression_of(const Cell& cell) {
  return std::get<Expression>(cell);
}

// Sends the draft the way a real one goes, as JSON and back. Empty if it arrives unchanged, otherwise why
// not.
[[nodiscard]] inline std::string delivery_fault(const Draft& draft) {
  try {
    const nlohmann::json sent = to_json(draft);
    const Draft received = draft_from_json(nlohmann::json::parse(sent.dump()));
    return to_json(received) == sent ? "" : "the draft arrives changed";
  } catch (const std::exception& fault) {
    return fault.what();
  }
}

}  // namespace eqr::testing
