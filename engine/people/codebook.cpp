#include "people/codebook.hpp"

#include <algorithm>
#include <utility>

#include "problems/problem.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

[[noreturn]] void refuse(const Codebook& codebook, std::string message, std::string hint) {
  throw problems::Fault(problems::Cost::settings,
                        problems::Problem{{codebook.file, 0, 0, {}}, std::move(message), std::move(hint)});
}

}  // namespace

std::optional<std::size_t> Characteristic::leaf(std::string_view leaf_id) const {
  const auto found = std::find_if(leaves.begin(), leaves.end(),
                                  [&](const Leaf& candidate) { return candidate.id == leaf_id; });
  if (found == leaves.end()) return std::nullopt;
  return static_cast<std::size_t>(found - leaves.begin());
}

std::set<std::string> Characteristic::declared() const {
  std::set<std::string> ids;
  for (const Leaf& each : leaves) {
    if (!each.undeclared) ids.insert(each.id);
  }
  return ids;
}

std::set<std::string> Characteristic::all_leaves() const {
  std::set<std::string> ids;
  for (const Leaf& each : leaves) ids.insert(each.id);
  return ids;
}

const std::string& Characteristic::heading() const {
  static const std::string none;
  if (const auto* coded = std::get_if<CodedColumn>(&source)) return coded->heading;
  if (const auto* birth = std::get_if<BirthDate>(&source)) return birth->heading;
  if (const auto* service = std::get_if<ServiceStart>(&source)) return service->heading;
  if (const auto* dated = std::get_if<DateInPeriod>(&source)) return dated->heading;
  return none;
}

const Aggregate* Characteristic::merged_with(const std::string& leaf_id) const {
  const auto found =
      std::ranges::find_if(merged, [&](const Aggregate& each) { return each.leaves.contains(leaf_id); });
  return found == merged.end() ? nullptr : &*found;
}

void adopt_looked_up(Codebook& events, const Codebook& people) {
  for (Characteristic& characteristic : events.characteristics) {
    if (!std::holds_alternative<LookedUp>(characteristic.source)) continue;
    const Characteristic* there = people.find(characteristic.id);
    if (there == nullptr || std::holds_alternative<Movement>(there->source)) {
      refuse(events,
             "characteristic \"" + characteristic.id + "\" is looked up, and the codebook " + people.file +
                 " does not have it",
             "name a characteristic of that codebook, or the column of this extract that holds it");
    }
    characteristic = *there;
    characteristic.source = LookedUp{};
  }
}

Treatment default_treatment(Finding finding) {
  return finding == Finding::hours ? Treatment::counted : Treatment::fatal;
}

Treatment Codebook::treatment(Finding finding) const {
  const auto own = treatments.find(finding);
  return own == treatments.end() ? default_treatment(finding) : own->second;
}

const Characteristic* Codebook::find(std::string_view characteristic_id) const {
  const auto found =
      std::find_if(characteristics.begin(), characteristics.end(),
                   [&](const Characteristic& candidate) { return candidate.id == characteristic_id; });
  return found == characteristics.end() ? nullptr : &*found;
}

eqr::PeopleInput describe(const Codebook& codebook, bool has_last_year, bool is_counted) {
  eqr::PeopleInput input;
  input.has_last_year = has_last_year;
  input.is_counted = is_counted;
  input.has_pay = codebook.pay.has_value() && !is_counted;
  input.has_bonus = input.has_pay && !codebook.pay->bonus.empty();
  for (const Characteristic& characteristic : codebook.characteristics) {
    eqr::Characteristic shown{characteristic.id, characteristic.title, {}, {}};
    for (const Leaf& leaf : characteristic.leaves) {
      const Aggregate* together = characteristic.merged_with(leaf.id);
      if (together == nullptr) {
        shown.groups.push_back({leaf.id, leaf.label, leaf.undeclared});
      } else if (shown.find(together->id) == nullptr) {
        shown.groups.push_back({together->id, together->label, leaf.undeclared});
      }
    }
    for (const Aggregate& aggregate : characteristic.aggregates) {
      // Of merged groups alone, it would tell them apart, or is the same.
      const auto holds = [&](const Aggregate& each) {
        return std::ranges::includes(each.leaves, aggregate.leaves);
      };
      if (std::ranges::any_of(characteristic.merged, holds)) continue;
      // read_codebook() lets no aggregate mix declared and undeclared leaves: the first one tells.
      const auto first = characteristic.leaf(*aggregate.leaves.begin());
      shown.aggregates.push_back(
          {aggregate.id, aggregate.label, first && characteristic.leaves[*first].undeclared});
    }
    input.characteristics.push_back(std::move(shown));
  }
  return input;
}

Codebook narrowed_to(Codebook codebook, const std::set<std::string>& characteristics) {
  std::erase_if(codebook.characteristics, [&](const Characteristic& characteristic) {
    return !characteristics.contains(characteristic.id);
  });
  return codebook;
}

}  // namespace eqr::persons
