// Small tables of counts with their margins, hand-made and random, for the tests of disclosure.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

#include "disclosure/joint.hpp"

namespace eqr::disclosure::tests {

// Draws the same numbers everywhere, which the distributions of the standard library do not.
class Random {
 public:
  explicit Random(std::uint32_t seed) : m_engine(seed) {}

  std::size_t below(std::size_t limit) { return m_engine() % limit; }
  std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }
  std::int64_t people(std::int64_t most) {
    return static_cast<std::int64_t>(below(static_cast<std::size_t>(most) + 1));
  }
  bool one_in(std::size_t many) { return below(many) == 0; }

 private:
  std::mt19937 m_engine;
};

// What a table is broken down by: first its groups, then what they add up to.
struct Dimension {
  std::vector<std::vector<std::size_t>> nodes;  // the groups that each stands for
  std::vector<std::vector<std::size_t>> sums;   // nodes: the first is the sum of the others
  std::size_t groups = 0;
};

inline Dimension groups_alone(std::size_t groups) {
  Dimension dimension{{}, {}, groups};
  for (std::size_t i = 0; i < groups; ++i) dimension.nodes.push_back({i});
  return dimension;
}
// Adds a node that is the sum of others, and gives its number.
inline std::size_t add_sum(Dimension& dimension, const std::vector<std::size_t>& of) {
  std::vector<std::size_t> groups, sum{dimension.nodes.size()};
  for (const std::size_t node : of) {
    groups.insert(groups.end(), dimension.nodes[node].begin(), dimension.nodes[node].end());
  }
  sum.insert(sum.end(), of.begin(), of.end());
  dimension.nodes.push_back(std::move(groups));
  dimension.sums.push_back(std::move(sum));
  return dimension.nodes.size() - 1;
}
inline std::vector<std::size_t> numbers(std::size_t from, std::size_t to) {
  std::vector<std::size_t> list(to - from);
  std::iota(list.begin(), list.end(), from);
  return list;
}
inline Dimension flat(std::size_t groups) {
  Dimension dimension = groups_alone(groups);
  add_sum(dimension, numbers(0, groups));
  return dimension;
}
// A sub-total of the groups before `second`, one of the others, and the total.
inline Dimension two_levels(std::size_t groups, std::size_t second) {
  Dimension dimension = groups_alone(groups);
  const std::size_t before = add_sum(dimension, numbers(0, second));
  const std::size_t after = add_sum(dimension, numbers(second, groups));
  add_sum(dimension, {before, after});
  return dimension;
}

using Place = std::vector<std::size_t>;  // a node of each dimension

// All places, the last dimension running fastest.
inline std::vector<Place> places(const std::vector<std::size_t>& sizes) {
  std::vector<Place> all{{}};
  for (const std::size_t size : sizes) {
    std::vector<Place> longer;
    for (const Place& place : all) {
      for (std::size_t i = 0; i < size; ++i) {
        longer.push_back(place);
        longer.back().push_back(i);
      }
    }
    all = std::move(longer);
  }
  return all;
}

inline std::size_t totals_in(const std::vector<Dimension>& dimensions, const Place& place) {
  std::size_t totals = 0;
  for (std::size_t d = 0; d < place.size(); ++d) totals += place[d] >= dimensions[d].groups ? 1U : 0U;
  return totals;
}

// A table with its margins, all published, of the people in `inner` (one number for each combination of
// groups). A cell costs the more the more people and the more totals it has; one of nobody is never withheld.
// With `fewest_totals`, only cells with so many totals are there: of three dimensions and one total, all
// tables of two of them.
inline Joint table(const std::vector<Dimension>& dimensions, const std::vector<std::int64_t>& inner,
                   std::size_t fewest_totals = 0) {
  std::vector<std::size_t> sizes, groups;
  for (const Dimension& dimension : dimensions) {
    sizes.push_back(dimension.nodes.size());
    groups.push_back(dimension.groups);
  }
  const std::vector<Place> leaves = places(groups);
  std::map<Place, std::size_t> cells;
  Joint joint;
  for (const Place& place : places(sizes)) {
    const std::size_t totals = totals_in(dimensions, place);
    if (totals < fewest_totals) continue;
    JointCell cell;
    for (std::size_t i = 0; i < inner.size(); ++i) {
      bool is_in = true;
      for (std::size_t d = 0; d < place.size(); ++d) {
        is_in = is_in && std::ranges::count(dimensions[d].nodes[place[d]], leaves[i][d]) > 0;
      }
      if (is_in) cell.people += inner[i];
    }
    const double lost = std::log(1.0 + static_cast<double>(cell.people)) + 3.0 * static_cast<double>(totals);
    if (cell.people > 0) cell.cost = std::llround(10.0 * lost + 1.0);
    cells.emplace(place, joint.cells.size());
    joint.cells.push_back(cell);
  }
  for (const auto& [place, cell] : cells) {
    for (std::size_t d = 0; d < place.size(); ++d) {
      for (const auto& sum : dimensions[d].sums) {
        Place part = place;
        part[d] = sum[1];
        if (sum.front() != place[d] || !cells.contains(part)) continue;
        Equation relation{{{cell, -1}}, 0};
        for (std::size_t i = 1; i < sum.size(); ++i) {
          part[d] = sum[i];
          relation.terms.push_back({cells.at(part), 1});
        }
        joint.relations.push_back(std::move(relation));
      }
    }
  }
  return joint;
}

inline std::vector<std::int64_t> random_people(Random& random, const std::vector<Dimension>& dimensions,
                                               std::int64_t most) {
  std::size_t size = 1;
  for (const Dimension& dimension : dimensions) size *= dimension.groups;
  std::vector<std::int64_t> people(size);
  for (std::int64_t& number : people) number = random.people(most);
  return people;
}

// Groups of people in two years: this year = last year + starters - leavers, and all four have totals.
inline Joint two_years(Random& random, std::size_t groups, std::int64_t most) {
  Dimension group = flat(groups);
  Dimension kind = groups_alone(4);
  std::vector<std::int64_t> people;
  for (std::size_t i = 0; i < groups; ++i) {
    const std::int64_t last = random.people(most), starters = random.people(most);
    const std::int64_t leavers = random.people(last);
    people.insert(people.end(), {last, starters, leavers, last + starters - leavers});
  }
  Joint joint = table({std::move(group), std::move(kind)}, people);
  for (std::size_t i = 0; i < joint.cells.size(); i += 4) {
    joint.relations.push_back({{{i, 1}, {i + 1, 1}, {i + 2, -1}, {i + 3, -1}}, 0});
  }
  return joint;
}

inline void withhold(Joint& joint, const std::vector<std::size_t>& cells) {
  for (const std::size_t cell : cells) joint.cells[cell].status = Status::withheld;
}
inline void withhold_some(Joint& joint, Random& random, std::size_t one_in) {
  for (JointCell& cell : joint.cells) {
    if (random.one_in(one_in)) cell.status = Status::withheld;
  }
}
// Primary suppression: counts of 1 to threshold - 1.
inline void protect_small(Joint& joint, std::int64_t threshold) {
  for (JointCell& cell : joint.cells) {
    if (cell.people == 0 || cell.people >= threshold) continue;
    cell.status = Status::withheld;
    cell.is_protected = true;
    cell.cost.reset();
  }
}

}  // namespace eqr::disclosure::tests
