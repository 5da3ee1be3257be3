#include "group_pay_gaps.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "eqr/measures.hpp"

namespace eqr::workforce {
namespace {

// One comparison that the settings ask for.
struct Comparison {
  const Characteristic* characteristic = nullptr;
  const Group* reference = nullptr;
};

Comparison read(const std::string& choice, const PeopleInput& input) {
  const std::size_t colon = choice.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == choice.size()) {
    throw ThemeFault("setting \"pay-gaps\": \"" + choice +
                     "\" is not a characteristic and the group to compare with, such as \"ethnicity:white\"");
  }
  const Characteristic* characteristic = input.find(choice.substr(0, colon));
  if (characteristic == nullptr) return {};
  const Group* reference = characteristic->find(choice.substr(colon + 1));
  if (reference == nullptr || reference->undeclared) {
    std::string known;
    for (const auto* list : {&characteristic->groups, &characteristic->aggregates}) {
      for (const Group& group : *list) {
        if (!group.undeclared) known += (known.empty() ? "" : ", ") + group.id;
      }
    }
    throw ThemeFault("setting \"pay-gaps\": \"" + characteristic->id + "\" has no group \"" +
                     choice.substr(colon + 1) + "\" to compare with; it has " + known);
  }
  return {characteristic, reference};
}

// The groups to compare, in the order to be shown: a union that the reference is not, such as `minority`,
// says the most, so that where unions are compared they stand alone.
std::vector<Group> compared(const Comparison& comparison) {
  const auto others = [&](const std::vector<Group>& groups) {
    std::vector<Group> found;
    std::ranges::copy_if(groups, std::back_inserter(found), [&](const Group& group) {
      return !group.undeclared && group.id != comparison.reference->id;
    });
    return found;
  };
  std::vector<Group> unions = others(comparison.characteristic->aggregates);
  const bool among_unions = unions.size() < comparison.characteristic->aggregates.size();
  if (among_unions && !unions.empty()) return unions;
  std::vector<Group> groups = others(comparison.characteristic->groups);
  groups.insert(groups.end(), unions.begin(), unions.end());
  return groups;
}

std::vector<std::pair<std::string, Expression>> named(const Gaps& gaps, bool has_bonus) {
  std::vector<std::pair<std::string, Expression>> measures = {{"mean", gaps.mean_pay},
                                                              {"median", gaps.median_pay}};
  if (has_bonus) {
    measures.emplace_back("mean-bonus", gaps.mean_bonus);
    measures.emplace_back("median-bonus", gaps.median_bonus);
  }
  return measures;
}

std::string title_of(const std::string& measure) {
  if (measure == "mean") return "Mean gap in hourly pay";
  if (measure == "median") return "Median gap in hourly pay";
  return measure == "mean-bonus" ? "Mean gap in bonus pay" : "Median gap in bonus pay";
}

Table table_of(const Staff& staff, const Comparison& comparison, Draft& draft) {
  const std::string& column = comparison.characteristic->id;
  const std::string what = in_sentence(comparison.characteristic->title);
  const Population everyone = staff.everyone();
  const Population reference = everyone.where(column, {comparison.reference->id});
  Table table("pay-gap-" + column,
              staff.title("Pay gaps by " + what + ", compared with " + comparison.reference->label));
  table.text_column("group", comparison.characteristic->title);
  for (const auto& [name, value] : named(gaps_between(reference, reference), staff.input().has_bonus)) {
    table.number_column(name, title_of(name), one_place_percent);
  }
  for (const Group& group : compared(comparison)) {
    const Gaps gaps = gaps_between(reference, everyone.where(column, {group.id}));
    std::vector<Cell> cells = {group.label};
    for (const auto& [name, value] : named(gaps, staff.input().has_bonus)) {
      cells.emplace_back(value);
      draft.figures.push_back(
          {"pay-gap." + column + "." + group.id + "." + name,
           title_of(name) + ": " + group.label + ", compared with " + comparison.reference->label, value,
           std::nullopt, one_place_percent,
           "Positive when the group is paid less than the one it is compared with."});
    }
    table.row(std::move(cells));
  }
  table.note(
      "A gap is the difference from the pay of " + comparison.reference->label +
      " staff as a percentage of it: above nought, the group is paid less; below nought, more. Staff whose "
      "answer is not known are left out.");
  return table;
}

}  // namespace

void add_group_pay_gaps(const Staff& staff, const std::vector<std::string>& choices, Draft& draft) {
  Section section{"pay-gap-by-group", "Pay gaps by other characteristics", {}, {}};
  for (const std::string& choice : choices) {
    const Comparison comparison = read(choice, staff.input());
    if (comparison.characteristic == nullptr || !staff.input().has_pay || staff.input().is_counted) continue;
    Table table = table_of(staff, comparison, draft);
    section.tables.push_back(table.id);
    draft.tables.push_back(std::move(table));
  }
  if (!section.tables.empty()) draft.sections.push_back(std::move(section));
}

}  // namespace eqr::workforce
