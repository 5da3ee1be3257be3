#include "disclosure/rounding.hpp"

#include <algorithm>
#include <compare>
#include <utility>

#include "disclosure/profiles.hpp"

namespace eqr::disclosure {
namespace {

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

Unknown before_rounding(std::int64_t printed, std::uint64_t base) {
  const auto down = static_cast<std::int64_t>(base / 2), up = static_cast<std::int64_t>((base - 1) / 2);
  if (printed == 0) return {0, 0};
  if (printed < 0) return {printed - up, printed + down};
  return {printed - down, printed + up};
}

Unknown before_low(std::uint64_t base) {
  return {1, static_cast<std::int64_t>((base - 1) / 2)};
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
