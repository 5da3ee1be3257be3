#include "disclosure/attack.hpp"

#include <map>
#include <numeric>

namespace eqr::disclosure {
namespace {

// Sets of unknowns that equations join.
class Joined {
 public:
  explicit Joined(std::size_t size) : m_parent(size) { std::iota(m_parent.begin(), m_parent.end(), 0); }

  std::size_t root(std::size_t of) {
    while (m_parent[of] != of) of = m_parent[of] = m_parent[m_parent[of]];
    return of;
  }
  void join(std::size_t first, std::size_t second) { m_parent[root(second)] = root(first); }

 private:
  std::vector<std::size_t> m_parent;
};

}  // namespace

Equation sum_of(std::size_t total, const std::vector<std::size_t>& parts) {
  std::map<std::size_t, std::int64_t> times{{total, -1}};
  for (const std::size_t part : parts) ++times[part];
  Equation equation;
  for (const auto& [of, by] : times) {
    if (by != 0) equation.terms.push_back({of, by});
  }
  return equation;
}

std::vector<Part> parts_of(const Attack& attack) {
  Joined joined(attack.unknowns.size());
  for (const Equation& equation : attack.equations) {
    for (const Term& term : equation.terms) joined.join(equation.terms.front().of, term.of);
  }
  std::vector<Part> parts;
  std::map<std::size_t, std::size_t> part_of_root;
  for (std::size_t i = 0; i < attack.unknowns.size(); ++i) {
    const auto [found, is_new] = part_of_root.try_emplace(joined.root(i), parts.size());
    if (is_new) parts.emplace_back();
    parts[found->second].unknowns.push_back(i);
  }
  for (std::size_t i = 0; i < attack.equations.size(); ++i) {
    if (attack.equations[i].terms.empty()) continue;
    const std::size_t root = joined.root(attack.equations[i].terms.front().of);
    parts[part_of_root.at(root)].equations.push_back(i);
  }
  return parts;
}

Attack attack_of(const Part& part, const Attack& whole) {
  Attack attack;
  std::map<std::size_t, std::size_t> place;
  for (const std::size_t unknown : part.unknowns) {
    place.emplace(unknown, attack.unknowns.size());
    attack.unknowns.push_back(whole.unknowns[unknown]);
  }
  for (const std::size_t index : part.equations) {
    Equation equation = whole.equations[index];
    for (Term& term : equation.terms) term.of = place.at(term.of);
    attack.equations.push_back(std::move(equation));
  }
  return attack;
}

}  // namespace eqr::disclosure
