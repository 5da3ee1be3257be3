#include "movement.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "eqr/measures.hpp"

namespace eqr::workforce {
namespace {

using Pair = std::pair<const char*, const char*>;

// Characteristic and group, in the order of the rows.
constexpr std::array<Pair, 6> rows = {{{"sex", "female"},
                                       {"sex", "male"},
                                       {"ethnicity", "minority"},
                                       {"ethnicity", "white"},
                                       {"disability", "disabled"},
                                       {"disability", "not-disabled"}}};

bool knows_movement(const PeopleInput& input) {
  const Characteristic* movement = input.find("movement");
  if (movement == nullptr || input.is_counted) return false;
  constexpr std::array<const char*, 4> leaves = {"stayed", "started", "left", "started-and-left"};
  return std::ranges::all_of(leaves, [&](const char* leaf) { return movement->has(leaf); });
}

std::vector<Cell> cells(std::string label, const Population& who) {
  return {std::move(label), count(starters(who)), count(leavers(who)), starters_rate(who), turnover(who)};
}

}  // namespace

void add_movement(const Staff& staff, Draft& draft) {
  if (!knows_movement(staff.input())) return;
  const Population everyone = staff.everyone();
  const auto add_figure = [&](std::string name, std::string title, Expression value) {
    draft.figures.push_back({std::move(name), std::move(title), std::move(value), std::nullopt,
                             one_place_percent,
                             "Percentage of the average headcount of both ends of the year."});
  };
  Table table("turnover", staff.title("Staff who joined and left in the year"));
  table.text_column("group", "Group")
      .number_column("starters", "Starters", whole_people)
      .number_column("leavers", "Leavers", whole_people)
      .number_column("starters-rate", "Starters, share of average headcount", one_place_percent)
      .number_column("turnover", "Turnover: leavers, share of average headcount", one_place_percent);
  add_figure("turnover", "Staff turnover", turnover(everyone));
  add_figure("starters-rate", "Starters, share of average headcount", starters_rate(everyone));
  for (const auto& [column, id] : rows) {
    const Characteristic* characteristic = staff.input().find(column);
    const Group* group = characteristic == nullptr ? nullptr : characteristic->find(id);
    if (group == nullptr) continue;
    const Population who = everyone.where(column, {id});
    table.row(cells(group->label, who));
    add_figure(std::string("turnover.") + column + "." + id, "Staff turnover: " + group->label,
               turnover(who));
  }
  table.total_row(cells("All staff", everyone));
  table.note("The average headcount is that of the first and the last day of the year.");
  table.note("People who joined and left within the year count as starters and as leavers.");
  draft.sections.push_back({"movement", "Joining and leaving", {table.id}, {}});
  draft.tables.push_back(std::move(table));
}

}  // namespace eqr::workforce
