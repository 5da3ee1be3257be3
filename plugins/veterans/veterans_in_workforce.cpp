#include "veterans_in_workforce.hpp"

#include <string>
#include <utility>
#include <vector>

namespace eqr::veterans {
namespace {

constexpr const char* characteristic_id = "veteran";

Population in(const Population& all, const std::vector<std::string>& groups) {
  return all.where(characteristic_id, groups);
}

Expression share(const Population& all, const std::vector<std::string>& groups) {
  return percent_of(count(in(all, groups)), count(all));
}

}  // namespace

void add_veterans_in_workforce(const Context& context, const PeopleInput& staff, Draft& draft) {
  const Characteristic* veteran = staff.find(characteristic_id);
  if (veteran == nullptr) return;
  const Population all = people("staff");
  const std::vector<std::string> declared = veteran->declared_groups();
  const bool has_undeclared = !veteran->undeclared_groups().empty();

  Table table("veterans-in-workforce",
              "Staff who served in the armed forces, " + context.organisation + ", " + context.snapshot);
  table.text_column("group", veteran->title)
      .number_column("headcount", "Headcount", whole_people)
      .number_column("percent", "Share of all staff", one_place_percent);
  if (has_undeclared) {
    table.number_column("percent-of-declared", "Share of those who declared", one_place_percent);
  }
  if (staff.has_last_year) {
    table
        .number_column("last-year-percent", "Share of all staff, " + context.last_snapshot, one_place_percent)
        .number_column("change", "Change in share of all staff", one_place_points);
  }
  const auto add_row = [&](const std::string& label, const std::vector<std::string>& groups,
                           bool is_declared) {
    std::vector<Cell> cells = {label, count(in(all, groups)), share(all, groups)};
    if (has_undeclared) {
      cells.push_back(is_declared ? Cell(percent_of(count(in(all, groups)), count(in(all, declared))))
                                  : Cell(NotApplicable{}));
    }
    if (staff.has_last_year) {
      cells.emplace_back(share(all.last_year(), groups));
      cells.emplace_back(change(share(all, groups), share(all.last_year(), groups)));
    }
    table.row(std::move(cells));
  };
  for (const Group& group : veteran->groups) {
    add_row(group.label, {group.id}, !group.undeclared);
    const std::string name = "workforce." + group.id;
    Figure number{name + ".count",
                  group.label + ", number of staff",
                  count(in(all, {group.id})),
                  std::nullopt,
                  whole_people,
                  {}};
    Figure percent{
        name + ".percent",      group.label + ", share of all staff",
        share(all, {group.id}), std::nullopt,
        one_place_percent,      "Percentage of all staff, including those who have not stated an answer."};
    if (staff.has_last_year) {
      number.last_year = count(in(all.last_year(), {group.id}));
      percent.last_year = share(all.last_year(), {group.id});
    }
    draft.figures.push_back(std::move(number));
    draft.figures.push_back(std::move(percent));
  }
  if (has_undeclared) {
    Figure rate{"workforce.declaration-rate",
                "Share of staff whose answer about service is known",
                share(all, declared),
                std::nullopt,
                one_place_percent,
                {}};
    if (staff.has_last_year) rate.last_year = share(all.last_year(), declared);
    draft.figures.push_back(std::move(rate));
  }
  table.note("Percentages of all staff include staff who have not stated an answer.");
  draft.sections.push_back({"workforce", "Veterans in our workforce", {table.id}, {}});
  draft.tables.push_back(std::move(table));
}

}  // namespace eqr::veterans
