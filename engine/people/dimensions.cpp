#include "people/dimensions.hpp"

namespace eqr::persons {

std::map<std::string, tallies::Dimension> dimensions(const Codebook& codebook) {
  std::map<std::string, tallies::Dimension> made;
  for (const Characteristic& characteristic : codebook.characteristics) {
    tallies::Dimension& dimension = made[characteristic.id];
    dimension.leaves = characteristic.all_leaves();
    if (std::holds_alternative<Movement>(characteristic.source))
      dimension.when_absent = {"stayed", "started"};
    for (const Leaf& leaf : characteristic.leaves) {
      if (leaf.undeclared) dimension.undeclared.insert(leaf.id);
    }
    for (const auto* unions : {&characteristic.aggregates, &characteristic.merged}) {
      for (const Aggregate& each : *unions) dimension.unions.emplace(each.id, each.leaves);
    }
  }
  return made;
}

}  // namespace eqr::persons
