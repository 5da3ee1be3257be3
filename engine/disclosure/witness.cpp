#include "disclosure/witness.hpp"

#include <set>

namespace eqr::disclosure {

bool is_possible(const std::vector<Change>& changes, const Joint& joint,
                 const RelationsOfCells& relations_of) {
  std::map<std::size_t, std::int64_t> by;
  for (const Change& change : changes) by[change.cell] += change.by;
  std::set<std::size_t> relations;
  for (const auto& [cell, amount] : by) {
    const JointCell& at = joint.cells[cell];
    const std::int64_t people = at.people + amount;
    if (at.status == Status::published || people < at.known.least) return false;
    if (at.known.most && people > *at.known.most) return false;
    relations.insert(relations_of[cell].begin(), relations_of[cell].end());
  }
  for (const std::size_t relation : relations) {
    std::int64_t sum = 0;
    for (const Term& term : joint.relations[relation].terms) {
      const auto found = by.find(term.of);
      if (found != by.end()) sum += term.times * found->second;
    }
    if (sum != 0) return false;
  }
  return true;
}

std::int64_t change_of(std::size_t cell, const std::vector<Change>& changes) {
  std::int64_t by = 0;
  for (const Change& change : changes) by += change.cell == cell ? change.by : 0;
  return by;
}

}  // namespace eqr::disclosure
