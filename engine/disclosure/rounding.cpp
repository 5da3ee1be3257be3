#include "disclosure/rounding.hpp"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <utility>

namespace eqr::disclosure {
namespace {

using Groups = std::vector<std::size_t>;

struct Sum {
  std::size_t total = 0;
  Groups parts;  // ascending
};

// A joint system without its noughts. Cells that a relation makes equal are one group: the same people.
struct Grouped {
  Groups of_cell;
  std::vector<std::int64_t> people;     // of each group
  std::vector<std::int64_t> published;  // how many published cells each group is
  std::vector<Sum> sums;                // parts are fewer people than their total, each once
};
// None when a relation is no sum, or does not hold, or a count is less than nought.
[[nodiscard]] std::optional<Grouped> grouped(const Joint& joint);

// A profile holds, of the parts of each total in it, exactly one, and each total that a part in it adds to.
// Inner groups are no totals: an inner group brings all totals above it, and a profile is one inner group for
// each family of tables that only their margins link.
class Profiles {
 public:
  explicit Profiles(const Grouped& system);

  // The inner groups within a group; of an inner group, itself.
  [[nodiscard]] const Groups& inner_of(std::size_t group) const { return m_inner_of[group]; }

  // A profile, ascending, with this inner group and others that have people, those with the most where there
  // is a choice. None when there is none, or the search was cut short.
  [[nodiscard]] std::optional<Groups> with(std::size_t inner, const std::vector<std::int64_t>& people);

 private:
  void look_up_from(std::size_t inner);
  bool add(std::size_t inner);
  void drop_to(std::size_t size);
  [[nodiscard]] std::optional<std::size_t> open_sum() const;
  [[nodiscard]] bool complete(const std::vector<std::int64_t>& people);

  const std::vector<Sum>& m_sums;
  std::vector<std::vector<std::size_t>> m_as_total, m_as_part;  // sums
  std::vector<Groups> m_inner_of, m_above;
  // The profile in the making.
  Groups m_in;
  std::vector<bool> m_is_in;
  std::vector<int> m_parts_in;  // of each sum
  int m_steps = 0;
};

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

struct Cost {
  std::int64_t small = 0;    // published cells that are too small
  std::int64_t squares = 0;  // of how far published cells moved
  auto operator<=>(const Cost&) const = default;
};

class Rounding {
 public:
  Rounding(const Grouped& system, std::int64_t base)
      : m_system(system), m_base(base), m_profiles(system), m_people(system.people) {}

  std::optional<std::vector<std::int64_t>> run() {
    fill_up();
    while (true) {
      // What is small in between has its profiles rounded as well: it leaves more to choose from.
      while (round_all_in(small_groups())) improve();
      m_heeds_small = true;
      improve();
      const Groups small = small_groups();
      if (small.empty()) return std::move(m_people);
      if (!gain(small.front())) return std::nullopt;
    }
  }

 private:
  struct Profile {
    Groups groups;
    std::int64_t people = 0;
    bool is_rounded = false;
  };

  [[nodiscard]] bool is_small(std::int64_t people) const { return people > 0 && people < m_base; }

  [[nodiscard]] Groups small_groups() const {
    Groups small;
    for (std::size_t i = 0; i < m_people.size(); ++i) {
      if (m_system.published[i] > 0 && is_small(m_people[i])) small.push_back(i);
    }
    return small;
  }

  // Makes up as many of the people as can be from profiles, those of small groups first and whole.
  void fill_up() {
    std::vector<std::int64_t> left = m_people;
    Groups inner;
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (m_system.people[i] > 0 && m_profiles.inner_of(i) == Groups{i}) inner.push_back(i);
    }
    while (!inner.empty()) {
      const auto least = std::ranges::min_element(inner, {}, [&](std::size_t group) { return left[group]; });
      auto profile = left[*least] > 0 ? m_profiles.with(*least, left) : std::nullopt;
      if (!profile) {
        inner.erase(least);
        continue;
      }
      std::int64_t people = left[*least];
      for (const std::size_t group : *profile) people = std::min(people, left[group]);
      for (const std::size_t group : *profile) left[group] -= people;
      m_all.push_back({std::move(*profile), people, false});
    }
  }

  bool round_all_in(const Groups& small) {
    bool is_any = false;
    for (Profile& profile : m_all) {
      if (profile.is_rounded || profile.people >= m_base) continue;
      if (std::ranges::none_of(profile.groups,
                               [&](std::size_t group) { return std::ranges::binary_search(small, group); }))
        continue;
      move(profile, -profile.people);
      is_any = profile.is_rounded = true;
    }
    return is_any;
  }

  void improve() {
    while (step() || exchange()) {
    }
  }

  // A small group of people that profiles do not make up grows.
  bool gain(std::size_t group) {
    for (const std::size_t inner : m_profiles.inner_of(group)) {
      auto profile = m_profiles.with(inner, m_system.people);
      if (!profile) continue;
      m_all.push_back({std::move(*profile), 0, true});
      move(m_all.back(), m_base);
      return true;
    }
    return false;
  }

  void move(Profile& profile, std::int64_t by) {
    profile.people += by;
    for (const std::size_t group : profile.groups) m_people[group] += by;
  }

  void add_change(Cost& cost, std::size_t group, std::int64_t by) const {
    const std::int64_t published = m_system.published[group];
    const std::int64_t now = m_people[group];
    const std::int64_t off = now - m_system.people[group];
    if (m_heeds_small) cost.small += published * (is_small(now + by) - is_small(now));
    cost.squares += published * by * (2 * off + by);
  }

  [[nodiscard]] std::int64_t other_way(const Profile& profile) const {
    return profile.people > 0 ? -m_base : m_base;
  }

  // The one profile whose other way costs least, if that is a gain.
  bool step() {
    Cost least;
    Profile* best = nullptr;
    for (Profile& profile : m_all) {
      if (!profile.is_rounded) continue;
      Cost cost;
      for (const std::size_t group : profile.groups) add_change(cost, group, other_way(profile));
      if (cost >= least) continue;
      least = cost;
      best = &profile;
    }
    if (best) move(*best, other_way(*best));
    return best != nullptr;
  }

  // Of each two profiles that are rounded differently, the other way round where that is a gain.
  bool exchange() {
    bool is_any = false;
    for (Profile& one : m_all) {
      for (Profile& other : m_all) {
        if (!one.is_rounded || !other.is_rounded || one.people == 0 || other.people != 0) continue;
        if (exchange_cost(one, other) >= Cost{}) continue;
        move(one, -m_base);
        move(other, m_base);
        is_any = true;
      }
    }
    return is_any;
  }

  [[nodiscard]] Cost exchange_cost(const Profile& down, const Profile& up) const {
    Cost cost;
    auto at = up.groups.begin();
    for (const std::size_t group : down.groups) {
      for (; at != up.groups.end() && *at < group; ++at) add_change(cost, *at, m_base);
      if (at != up.groups.end() && *at == group) {
        ++at;
      } else {
        add_change(cost, group, -m_base);
      }
    }
    for (; at != up.groups.end(); ++at) add_change(cost, *at, m_base);
    return cost;
  }

  const Grouped& m_system;
  std::int64_t m_base;
  bool m_heeds_small = false;
  Profiles m_profiles;
  std::vector<std::int64_t> m_people;
  std::vector<Profile> m_all;
};

}  // namespace

std::uint64_t rounded_to_nearest(std::uint64_t people, std::uint64_t base) {
  if (base <= 1) return people;
  const std::uint64_t over = people % base;
  return over >= base - over ? people - over + base : people - over;
}

std::optional<std::vector<std::uint64_t>> rounded_small_counts(const Joint& joint, std::uint64_t base) {
  const auto system = grouped(joint);
  if (!system) return std::nullopt;
  const auto rounded = Rounding(*system, static_cast<std::int64_t>(base)).run();
  if (!rounded) return std::nullopt;
  std::vector<std::uint64_t> values;
  for (const std::size_t group : system->of_cell) {
    values.push_back(static_cast<std::uint64_t>((*rounded)[group]));
  }
  return values;
}

}  // namespace eqr::disclosure
