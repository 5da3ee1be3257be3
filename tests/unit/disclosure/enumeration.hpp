// All completions of a small attack, one by one: slow, obvious, and nothing of the engine's in it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "disclosure/attack.hpp"

namespace eqr::disclosure::tests {

// Goes through every completion of an attack whose unknowns all have bounds. Gives up when there are too
// many.
class Enumeration {
 public:
  explicit Enumeration(const Attack& attack) : m_attack(attack), m_equations_of(attack.unknowns.size()) {
    for (const Equation& equation : attack.equations) {
      for (const Term& term : equation.terms) {
        m_equations_of[term.of].push_back({m_left.size(), term.times});
      }
      m_left.push_back(equation.sum);
      m_reach.push_back({});
      for (const Term& term : equation.terms) change_reach(m_reach.back(), term.times, term.of, 1);
    }
    low.assign(attack.unknowns.size(), INT64_MAX);
    high.assign(attack.unknowns.size(), INT64_MIN);
    m_values.resize(attack.unknowns.size());
    fill_in(0);
  }

  std::vector<std::int64_t> low, high;
  [[nodiscard]] bool is_whole() const { return m_steps < most_steps; }

 private:
  static constexpr int most_steps = 100'000;
  struct Place {
    std::size_t equation;
    std::int64_t times;
  };
  // What the terms that are still open can add up to.
  struct Reach {
    std::int64_t least = 0, most = 0;
  };

  void change_reach(Reach& reach, std::int64_t times, std::size_t of, std::int64_t sign) const {
    const Unknown& unknown = m_attack.unknowns[of];
    const std::int64_t first = times * unknown.least, second = times * *unknown.most;
    reach.least += sign * std::min(first, second);
    reach.most += sign * std::max(first, second);
  }

  void fill_in(std::size_t of) {
    if (++m_steps >= most_steps) return;
    if (of == m_values.size()) {
      for (std::size_t i = 0; i < of; ++i) {
        low[i] = std::min(low[i], m_values[i]);
        high[i] = std::max(high[i], m_values[i]);
      }
      return;
    }
    for (const auto& [equation, times] : m_equations_of[of]) change_reach(m_reach[equation], times, of, -1);
    for (std::int64_t value = m_attack.unknowns[of].least; value <= *m_attack.unknowns[of].most; ++value) {
      m_values[of] = value;
      bool is_possible = true;
      for (const auto& [equation, times] : m_equations_of[of]) {
        const std::int64_t left = m_left[equation] -= times * value;
        is_possible = is_possible && left >= m_reach[equation].least && left <= m_reach[equation].most;
      }
      if (is_possible) fill_in(of + 1);
      for (const auto& [equation, times] : m_equations_of[of]) m_left[equation] += times * value;
    }
    for (const auto& [equation, times] : m_equations_of[of]) change_reach(m_reach[equation], times, of, 1);
  }

  const Attack& m_attack;
  std::vector<std::vector<Place>> m_equations_of;
  std::vector<std::int64_t> m_left;
  std::vector<Reach> m_reach;
  std::vector<std::int64_t> m_values;
  int m_steps = 0;
};

}  // namespace eqr::disclosure::tests
