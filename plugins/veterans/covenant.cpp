#include "covenant.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "eqr/supplied_rows.hpp"

namespace eqr::veterans {
namespace {

using Rows = std::vector<std::size_t>;

// A pledge without an area would be in the total and in no row above it.
void refuse_empty(const Document& covenant, const std::string& column) {
  for (const std::size_t row : covenant.rows_where(column, "")) {
    throw ThemeFault("input \"covenant\", row " + std::to_string(row) + ": column \"" + column +
                     "\" is empty; every pledge needs one");
  }
}

// Two spellings of one area would become one id, and their pledges two lines that look the same.
void refuse_two_spellings(const std::string& column, const std::vector<std::string>& words) {
  std::map<std::string, std::string> seen;
  for (const std::string& word : words) {
    const auto [earlier, is_new] = seen.emplace(id_from(word), word);
    if (!is_new) {
      throw ThemeFault("input \"covenant\": column \"" + column + "\" says both \"" + earlier->second +
                       "\" and \"" + word + "\"; write it one way");
    }
  }
}

std::vector<std::string> areas_of(const Document& covenant, std::vector<std::string> areas) {
  for (const std::string& area : covenant.distinct("area")) {
    if (std::find(areas.begin(), areas.end(), area) == areas.end()) areas.push_back(area);
  }
  return areas;
}

Rows both(const Rows& first, const Rows& second) {
  Rows found;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(found));
  return found;
}

// A column that nobody filled in would be a column of [x].
bool is_used(const Document& covenant, const std::string& column) {
  return covenant.has_column(column) && !covenant.distinct(column).empty();
}

Table pledges_table(const Context& context, const Document& covenant) {
  Table table("pledges", "Armed Forces Covenant pledges and their progress, " + context.organisation + ", " +
                             context.period);
  table.text_column("pledge", "Pledge").text_column("area", "Area").text_column("progress", "Progress");
  const std::vector<std::pair<std::string, std::string>> further = {{"lead", "Lead"}, {"since", "Since"}};
  for (const auto& [column, header] : further) {
    if (is_used(covenant, column)) table.text_column(column, header);
  }
  const bool helped = is_used(covenant, "people_helped");
  if (helped) table.number_column("people-helped", "People helped", whole_people);
  for (const std::size_t row : all_rows(covenant)) {
    std::vector<Cell> cells;
    for (const Column& column : table.columns) {
      if (column.kind == Column::Kind::number) continue;
      const std::string& text = covenant.text(row, column.id);
      cells.emplace_back(text.empty() ? std::string("Not recorded") : text);
    }
    if (helped) cells.emplace_back(covenant.cell(row, "people_helped"));
    table.row(std::move(cells));
  }
  add_notes(covenant, all_rows(covenant), "pledge", table);
  return table;
}

Table progress_table(const Context& context, const Document& covenant,
                     const std::vector<std::string>& areas) {
  Table table("progress", "Armed Forces Covenant pledges by area and progress, " + context.organisation +
                              ", " + context.period);
  table.text_column("area", "Area");
  const std::vector<std::string> words = covenant.distinct("progress");
  for (const std::string& word : words) {
    table.number_column("progress-" + id_from(word), word, whole_things);
  }
  table.number_column("all-pledges", "All pledges", whole_things);
  const auto cells = [&](const std::string& label, const Rows& rows) {
    std::vector<Cell> made = {label};
    for (const std::string& word : words) {
      made.emplace_back(covenant.count_rows(both(rows, covenant.rows_where("progress", word))));
    }
    made.emplace_back(covenant.count_rows(rows));
    return made;
  };
  for (const std::string& area : areas) table.row(cells(area, covenant.rows_where("area", area)));
  table.total_row(cells("All areas", all_rows(covenant)));
  return table;
}

void add_figures(const Document& covenant, const std::vector<std::string>& areas, Draft& draft) {
  draft.figures.push_back({"pledges.count",
                           "Armed Forces Covenant pledges",
                           covenant.count_rows(all_rows(covenant)),
                           std::nullopt,
                           whole_things,
                           {}});
  for (const std::string& area : areas) {
    const Rows rows = covenant.rows_where("area", area);
    draft.figures.push_back({"pledges." + id_from(area) + ".count",
                             area + ": Armed Forces Covenant pledges",
                             covenant.count_rows(rows),
                             std::nullopt,
                             whole_things,
                             {}});
    if (!covenant.has_column("people_helped")) continue;
    std::vector<Expression> helped;
    for (const std::size_t row : rows) {
      if (!covenant.text(row, "people_helped").empty()) helped.push_back(covenant.cell(row, "people_helped"));
    }
    if (helped.empty()) continue;
    draft.figures.push_back({"people-helped." + id_from(area), area + ": people helped", sum(helped),
                             std::nullopt, whole_people,
                             "Pledges that count nobody are left out; one person may be helped by several."});
  }
  for (const std::string& word : covenant.distinct("progress")) {
    draft.figures.push_back({"progress." + id_from(word) + ".count",
                             "Pledges whose progress is: " + word,
                             covenant.count_rows(covenant.rows_where("progress", word)),
                             std::nullopt,
                             whole_things,
                             {}});
  }
}

}  // namespace

void add_covenant(const Context& context, const Document& covenant, const std::vector<std::string>& areas,
                  Draft& draft) {
  if (covenant.row_count() == 0) return;
  const std::vector<std::string> shown = areas_of(covenant, areas);
  for (const char* column : {"area", "progress"}) refuse_empty(covenant, column);
  refuse_two_spellings("area", shown);
  refuse_two_spellings("progress", covenant.distinct("progress"));
  draft.tables.push_back(pledges_table(context, covenant));
  draft.tables.push_back(progress_table(context, covenant, shown));
  draft.sections.push_back({"covenant", "Armed Forces Covenant", {"pledges", "progress"}, {}});
  add_figures(covenant, shown, draft);
}

}  // namespace eqr::veterans
