#include "population.hpp"

#include <algorithm>
#include <utility>

#include "eqr/supplied_breakdowns.hpp"

namespace eqr::workforce {
namespace {

const Characteristic* characteristic_of(const PeopleInput& staff, const std::string& words) {
  const auto found = std::ranges::find_if(staff.characteristics, [&](const Characteristic& candidate) {
    return eqr::detail::same(candidate.id, words) || eqr::detail::same(candidate.title, words);
  });
  return found == staff.characteristics.end() ? nullptr : &*found;
}

const Group* group_of(const Characteristic& characteristic, const std::string& words) {
  for (const auto* list : {&characteristic.groups, &characteristic.aggregates}) {
    for (const Group& group : *list) {
      if (eqr::detail::same(group.id, words) || eqr::detail::same(group.label, words)) return &group;
    }
  }
  return nullptr;
}

// The rows of one characteristic: false where there is none.
bool add_rows(const Staff& staff, const Document& population, const Breakdown& residents, Table& table) {
  const Characteristic* characteristic = characteristic_of(staff.input(), residents.characteristic);
  if (characteristic == nullptr) return false;
  bool has_rows = false;
  for (const BreakdownGroup& of_area : residents.groups) {
    const Group* group = group_of(*characteristic, of_area.label);
    const auto share = share_of(population, residents, of_area);
    if (group == nullptr || group->undeclared || !share) continue;
    const Expression of_staff =
        share_of_declared(staff.everyone(), *characteristic, to_groups(characteristic->id, {group->id}));
    table.row({group->label, of_staff, *share, change(of_staff, *share)});
    has_rows = true;
  }
  return has_rows;
}

}  // namespace

void add_population(const Staff& staff, const Document& population, Draft& draft) {
  Table table("population", staff.title("Staff and the local population"));
  table.text_column("group", "Group")
      .number_column("staff", "Staff", one_place_percent)
      .number_column("population", "Local population", one_place_percent)
      .number_column("difference", "Staff less population", one_place_points);
  table.note(
      "Shares are of those who declared. A plus means that more of the staff than of the population are in "
      "the group.");
  std::vector<std::string> sources;
  for (const Breakdown& residents : breakdowns(population)) {
    if (!add_rows(staff, population, residents, table)) continue;
    for (std::string& source : source_notes(population, residents)) {
      if (std::ranges::find(sources, source) == sources.end()) sources.push_back(std::move(source));
    }
  }
  if (table.rows.empty()) return;
  for (const std::string& source : sources) table.note("Population. " + source);
  draft.tables.push_back(std::move(table));
  draft.charts.push_back({"population-chart",
                          Chart::Kind::dot_range,
                          "Staff and the local population by group, " + staff.date(),
                          "population",
                          "group",
                          {"staff", "population"}});
  draft.sections.push_back(
      {"population", "Staff and the local population", {"population"}, {"population-chart"}});
}

}  // namespace eqr::workforce
