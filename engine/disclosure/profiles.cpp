#include "disclosure/profiles.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace eqr::disclosure {
namespace {

constexpr int most_steps = 400;  // of the search for one profile

// The cells with people that a relation is about, its total first; none when it is no sum that holds.
std::optional<std::vector<std::size_t>> total_and_parts(const Equation& relation, const Joint& joint) {
  std::vector<std::size_t> plus, minus;
  std::int64_t sum = 0;
  for (const Term& term : relation.terms) {
    if (term.times != 1 && term.times != -1) return std::nullopt;
    const std::int64_t people = joint.cells[term.of].people;
    if (people > 0) (term.times > 0 ? plus : minus).push_back(term.of);
    sum += term.times * people;
  }
  if (plus.size() > minus.size()) std::swap(plus, minus);
  if (plus.size() > 1 || sum != 0 || relation.sum != 0) return std::nullopt;
  plus.insert(plus.end(), minus.begin(), minus.end());
  return plus;
}

// The first of the cells that are equal to a cell, as far as they have been joined.
std::size_t first_of(std::size_t cell, std::vector<std::size_t>& equal_to) {
  while (equal_to[cell] != cell) cell = equal_to[cell] = equal_to[equal_to[cell]];
  return cell;
}

// Numbers the groups in the order of their first cells.
void number_groups(Grouped& system, std::vector<std::size_t> equal_to, const Joint& joint) {
  for (std::size_t i = 0; i < joint.cells.size(); ++i) {
    const std::size_t first = first_of(i, equal_to);
    if (first == i) {
      system.of_cell.push_back(system.people.size());
      system.people.push_back(joint.cells[i].people);
      system.published.push_back(0);
    } else {
      system.of_cell.push_back(system.of_cell[first]);
    }
    if (joint.cells[i].status == Status::published) ++system.published[system.of_cell[i]];
  }
}

}  // namespace

std::optional<Grouped> grouped(const Joint& joint) {
  if (std::ranges::any_of(joint.cells, [](const JointCell& cell) { return cell.people < 0; }))
    return std::nullopt;
  std::vector<std::size_t> equal_to(joint.cells.size());
  std::iota(equal_to.begin(), equal_to.end(), std::size_t{0});
  std::vector<std::vector<std::size_t>> sums;
  for (const Equation& relation : joint.relations) {
    auto sum = total_and_parts(relation, joint);
    if (!sum) return std::nullopt;
    if (sum->size() > 2) {
      sums.push_back(std::move(*sum));
    } else if (sum->size() == 2) {
      const std::size_t total = first_of(sum->front(), equal_to);
      const std::size_t part = first_of(sum->back(), equal_to);
      equal_to[std::max(total, part)] = std::min(total, part);
    }
  }
  Grouped system;
  number_groups(system, std::move(equal_to), joint);
  for (std::vector<std::size_t>& sum : sums) {
    for (std::size_t& cell : sum) cell = system.of_cell[cell];
    std::sort(sum.begin() + 1, sum.end());
    if (std::adjacent_find(sum.begin() + 1, sum.end()) != sum.end()) return std::nullopt;
    system.sums.push_back({sum.front(), Groups(sum.begin() + 1, sum.end())});
  }
  return system;
}

Profiles::Profiles(const Grouped& system)
    : m_sums(system.sums),
      m_as_total(system.people.size()),
      m_as_part(system.people.size()),
      m_inner_of(system.people.size()),
      m_above(system.people.size()),
      m_is_in(system.people.size(), false),
      m_parts_in(system.sums.size(), 0) {
  for (std::size_t i = 0; i < m_sums.size(); ++i) {
    m_as_total[m_sums[i].total].push_back(i);
    for (const std::size_t part : m_sums[i].parts) m_as_part[part].push_back(i);
  }
  for (std::size_t i = 0; i < system.people.size(); ++i) {
    if (system.people[i] > 0 && m_as_total[i].empty()) look_up_from(i);
  }
}

std::optional<Groups> Profiles::with(std::size_t inner, const std::vector<std::int64_t>& people) {
  m_steps = 0;
  std::optional<Groups> found;
  if (add(inner) && complete(people)) found = m_in;
  drop_to(0);
  if (found) std::ranges::sort(*found);
  return found;
}

// Totals are more people than their parts, so this comes to an end.
void Profiles::look_up_from(std::size_t inner) {
  Groups& above = m_above[inner] = {inner};
  for (std::size_t i = 0; i < above.size(); ++i) {
    m_inner_of[above[i]].push_back(inner);
    for (const std::size_t sum : m_as_part[above[i]]) {
      if (std::ranges::find(above, m_sums[sum].total) == above.end()) above.push_back(m_sums[sum].total);
    }
  }
}

// False when that puts a second part of some total in.
bool Profiles::add(std::size_t inner) {
  bool is_possible = true;
  for (const std::size_t group : m_above[inner]) {
    if (m_is_in[group]) continue;
    m_is_in[group] = true;
    m_in.push_back(group);
    for (const std::size_t sum : m_as_part[group]) {
      if (++m_parts_in[sum] > 1) is_possible = false;
    }
  }
  return is_possible;
}

void Profiles::drop_to(std::size_t size) {
  for (; m_in.size() > size; m_in.pop_back()) {
    m_is_in[m_in.back()] = false;
    for (const std::size_t sum : m_as_part[m_in.back()]) --m_parts_in[sum];
  }
}

// Of the totals that no part is in of, the one with the fewest choices.
std::optional<std::size_t> Profiles::open_sum() const {
  std::optional<std::size_t> open;
  for (const std::size_t group : m_in) {
    for (const std::size_t sum : m_as_total[group]) {
      if (m_parts_in[sum] > 0) continue;
      if (!open || m_inner_of[group].size() < m_inner_of[m_sums[*open].total].size()) open = sum;
    }
  }
  return open;
}

bool Profiles::complete(const std::vector<std::int64_t>& people) {
  const auto open = open_sum();
  if (!open) return true;
  Groups choices;
  for (const std::size_t part : m_sums[*open].parts) {
    std::ranges::copy_if(m_inner_of[part], std::back_inserter(choices),
                         [&](std::size_t inner) { return people[inner] > 0; });
  }
  std::ranges::stable_sort(choices, std::ranges::greater{}, [&](std::size_t inner) { return people[inner]; });
  const std::size_t so_far = m_in.size();
  for (const std::size_t inner : choices) {
    if (++m_steps > most_steps) return false;
    if (add(inner) && complete(people)) return true;
    drop_to(so_far);
  }
  return false;
}
}  // namespace eqr::disclosure
