#include "disclosure/joint.hpp"

#include <utility>

namespace eqr::disclosure {

Faced faced(const Joint& joint) {
  Faced all;
  std::vector<std::size_t> unknown_of(joint.cells.size(), 0);
  for (std::size_t i = 0; i < joint.cells.size(); ++i) {
    const JointCell& cell = joint.cells[i];
    if (cell.status == Status::published) continue;
    unknown_of[i] = all.cells.size();
    all.cells.push_back(i);
    all.people.push_back(cell.people);
    all.attack.unknowns.push_back(cell.known);
  }
  for (const Equation& relation : joint.relations) {
    Equation equation{{}, relation.sum};
    for (const Term& term : relation.terms) {
      const JointCell& cell = joint.cells[term.of];
      if (cell.status == Status::published) {
        equation.sum -= term.times * cell.people;
      } else {
        equation.terms.push_back({unknown_of[term.of], term.times});
      }
    }
    if (!equation.terms.empty()) all.attack.equations.push_back(std::move(equation));
  }
  return all;
}

}  // namespace eqr::disclosure
