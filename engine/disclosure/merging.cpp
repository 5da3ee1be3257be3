#include "disclosure/merging.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "disclosure/secondary.hpp"

namespace eqr::disclosure {
namespace {

using tallies::CountSum;
using tallies::Key;

// A codebook with many groups has too many sets of them to try.
constexpr std::size_t most_tried = 12;
constexpr std::size_t most_together = 10;
constexpr std::size_t most_neighbours = 4;
constexpr std::size_t most_columns = 4;
constexpr std::size_t large = 1'000;  // cells

// Each set is told together.
using Merges = std::vector<std::set<std::string>>;

class Joining {
 public:
  Joining(const std::string& input, const std::string& column, const std::set<std::string>& groups)
      : m_input(input), m_column(column), m_groups(groups) {}

  [[nodiscard]] Key joined(Key key) const {
    if (key.input != m_input) return key;
    const auto found = key.admits.find(m_column);
    if (found != key.admits.end() && found->second.size() == 1 && m_groups.contains(*found->second.begin()))
      found->second = m_groups;
    return key;
  }
  // The same line twice is one line.
  [[nodiscard]] CountSum joined(const CountSum& sum) const {
    CountSum made;
    for (const auto& [key, times] : sum) made[joined(key)] = times;
    return made;
  }

  [[nodiscard]] tallies::Shown joined(const tallies::Shown& shown) const {
    tallies::Shown made;
    for (const CountSum& sum : shown.counts) made.counts.insert(joined(sum));
    for (const CountSum& sum : shown.printed) made.printed.insert(joined(sum));
    for (const tallies::Share& share : shown.shares)
      made.shares.insert({joined(share.part), joined(share.whole)});
    for (const tallies::TableTotal& total : shown.totals) {
      std::set<CountSum> parts;
      for (const CountSum& part : total.parts) parts.insert(joined(part));
      made.totals.insert({joined(total.total), {parts.begin(), parts.end()}});
    }
    for (const auto& [amount, keys] : shown.means) {
      for (const Key& key : keys) made.means[amount].insert(joined(key));
    }
    return made;
  }

  // A new line's people, where they were counted group by group.
  void count(const Key& line, std::map<Key, tallies::Answer>& answers) const {
    const auto admitted = line.admits.find(m_column);
    if (line.input != m_input || admitted == line.admits.end() || answers.contains(line)) return;
    tallies::Count together;
    for (const std::string& group : admitted->second) {
      Key of_group = line;
      of_group.admits[m_column] = {group};
      const auto found = answers.find(of_group);
      const auto* count = found == answers.end() ? nullptr : std::get_if<tallies::Count>(&found->second);
      if (count == nullptr) return;
      together.people += count->people;
    }
    answers.emplace(line, together);
  }

 private:
  const std::string& m_input;
  const std::string& m_column;
  const std::set<std::string>& m_groups;
};

System protected_system(const Publication& publication, const Policy& policy) {
  System system = system_of(publication, policy);
  (void)withhold_secondary(system.joint, static_cast<std::int64_t>(policy.required_width()));
  return system;
}

std::size_t withheld_in(const System& system) {
  std::size_t withheld = 0;
  for (std::size_t i = 0; i < system.meanings.size(); ++i) {
    if (system.meanings[i].is_shown && system.joint.cells[i].status == Status::withheld) ++withheld;
  }
  return withheld;
}

// How many withheld counts are of one group of the column.
std::map<std::string, std::size_t> withheld_by_group(const System& system, const Mergeable& column) {
  std::map<std::string, std::size_t> withheld;
  for (std::size_t i = 0; i < system.meanings.size(); ++i) {
    if (!system.meanings[i].is_shown || system.joint.cells[i].status != Status::withheld) continue;
    for (const auto& [key, times] : system.meanings[i].sum) {
      const auto found = key.admits.find(column.column);
      if (key.input == column.input && found != key.admits.end() && found->second.size() == 1)
        ++withheld[*found->second.begin()];
    }
  }
  return withheld;
}

// Sets of groups to try: of a scale, neighbours; otherwise those with most withheld. Where the codebook has
// aggregates, only groups of one of the lowest belong together.
class Candidates {
 public:
  Candidates(const Mergeable& column, std::map<std::string, std::size_t> withheld)
      : m_column(column), m_withheld(std::move(withheld)) {}

  [[nodiscard]] std::vector<Merges> merges(const tallies::Dimension& dimension) {
    if (m_column.is_scale) {
      add_neighbours();
    } else {
      if (dimension.unions.empty()) add_smallest(m_column.groups);
      for (const auto& [id, leaves] : dimension.unions) {
        add(leaves);
        if (is_lowest(leaves, dimension)) add_smallest({leaves.begin(), leaves.end()});
      }
    }
    // A codebook's aggregate of some of them and of others would tell them apart.
    std::erase_if(m_sets, [&](const auto& set) {
      return std::ranges::any_of(dimension.unions,
                                 [&](const auto& each) { return tallies::is_split(each.second, set); });
    });
    std::ranges::stable_sort(m_sets, std::ranges::greater{},
                             [this](const auto& set) { return withheld_of(set); });
    if (m_sets.size() > most_tried) m_sets.resize(most_tried);
    std::vector<Merges> made;
    for (const std::set<std::string>& set : m_sets) made.push_back({set});
    if (Merges all = small_aggregates(dimension); all.size() > 1) made.push_back(std::move(all));
    return made;
  }

 private:
  [[nodiscard]] std::size_t withheld_of(const std::string& group) const {
    const auto found = m_withheld.find(group);
    return found == m_withheld.end() ? 0 : found->second;
  }
  [[nodiscard]] std::size_t withheld_of(const std::set<std::string>& groups) const {
    std::size_t sum = 0;
    for (const std::string& group : groups) sum += withheld_of(group);
    return sum;
  }

  void add(const std::set<std::string>& groups) {
    const auto is_there = [this](const std::string& group) {
      return std::ranges::find(m_column.groups, group) != m_column.groups.end();
    };
    if (groups.size() < 2 || groups.size() >= m_column.groups.size() || withheld_of(groups) == 0) return;
    if (!std::ranges::all_of(groups, is_there) || std::ranges::find(m_sets, groups) != m_sets.end()) return;
    m_sets.push_back(groups);
  }

  // Whether it is no aggregate of aggregates.
  static bool is_lowest(const std::set<std::string>& leaves, const tallies::Dimension& dimension) {
    return std::ranges::none_of(dimension.unions, [&](const auto& other) {
      return other.second.size() > 1 && other.second.size() < leaves.size() &&
             std::ranges::includes(leaves, other.second);
    });
  }

  // A codebook's level above its leaf groups: the smallest aggregates that have no group in common.
  [[nodiscard]] Merges small_aggregates(const tallies::Dimension& dimension) const {
    Merges unions;
    for (const auto& [id, leaves] : dimension.unions) {
      if (leaves.size() > 1 && withheld_of(leaves) > 0) unions.push_back(leaves);
    }
    std::ranges::stable_sort(unions, {}, &std::set<std::string>::size);
    Merges level;
    std::set<std::string> taken;
    for (const std::set<std::string>& leaves : unions) {
      const auto is_free = [&](const std::string& leaf) {
        return !taken.contains(leaf) && std::ranges::find(m_column.groups, leaf) != m_column.groups.end();
      };
      if (!std::ranges::all_of(leaves, is_free) || taken.size() + leaves.size() >= m_column.groups.size())
        continue;
      taken.insert(leaves.begin(), leaves.end());
      level.push_back(leaves);
    }
    return level;
  }

  void add_neighbours() {
    const auto& groups = m_column.groups;
    for (std::size_t many = 2; many <= most_neighbours; ++many) {
      for (std::size_t first = 0; first + many <= groups.size(); ++first) {
        const auto begin = groups.begin() + static_cast<std::ptrdiff_t>(first);
        add({begin, begin + static_cast<std::ptrdiff_t>(many)});
      }
    }
  }

  void add_smallest(std::vector<std::string> groups) {
    std::ranges::stable_sort(groups, std::ranges::greater{},
                             [this](const std::string& group) { return withheld_of(group); });
    std::set<std::string> together;
    for (std::size_t i = 0; i < std::min(groups.size(), most_together); ++i) {
      if (withheld_of(groups[i]) == 0 && i > 1) break;
      together.insert(groups[i]);
      add(together);
    }
  }

  const Mergeable& m_column;
  std::map<std::string, std::size_t> m_withheld;
  std::vector<std::set<std::string>> m_sets;
};

// Those of which enough counts are withheld; in a report with many, the first few.
std::vector<Mergeable> columns_withheld_most(const std::vector<Mergeable>& columns, const System& system) {
  std::vector<std::pair<std::size_t, Mergeable>> found;
  for (const Mergeable& column : columns) {
    std::size_t sum = 0;
    for (const auto& [group, counts] : withheld_by_group(system, column)) sum += counts;
    if (sum >= fewest_saved) found.emplace_back(sum, column);
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &std::pair<std::size_t, Mergeable>::first);
  if (found.size() > most_columns) found.resize(most_columns);
  std::vector<Mergeable> most;
  for (auto& [sum, column] : found) most.push_back(std::move(column));
  return most;
}

Publication with_merges(const Publication& publication, const Mergeable& column, const Merges& merges) {
  Publication made = publication;
  for (const auto& groups : merges) made = told_together(made, column.input, column.column, groups);
  return made;
}

std::size_t groups_in(const Merges& merges) {
  std::size_t sum = 0;
  for (const auto& groups : merges) sum += groups.size();
  return sum;
}

struct Tried {
  std::size_t published = 0, withheld = 0;
  Merges merges;

  [[nodiscard]] bool is_better_than(const Tried& other) const {
    if (published != other.published) return published > other.published;
    if (withheld != other.withheld) return withheld < other.withheld;
    return groups_in(merges) < groups_in(other.merges);
  }
};

}  // namespace

Publication told_together(const Publication& publication, const std::string& input, const std::string& column,
                          const std::set<std::string>& groups) {
  const Joining joining(input, column, groups);
  Publication made = publication;
  made.shown = joining.joined(publication.shown);
  std::set<Key> told;
  for (const CountSum& sum : publication.shown.counts) {
    for (const auto& [key, times] : sum) {
      told.insert(joining.joined(key));
    }
  }
  // Reports that are out told the groups apart, and still do.
  for (const auto& [sum, people] : publication.earlier.published) {
    for (const auto& [key, times] : sum) {
      if (made.answers.counts.contains(key)) told.insert(key);
    }
  }
  made.web = tallies::relations_among(told, publication.dimensions);
  told.insert(made.web.between.begin(), made.web.between.end());
  for (const Key& key : told) joining.count(key, made.answers.counts);
  return made;
}

std::vector<Suggestion> suggest_merges(const Publication& publication, const Policy& policy,
                                       const std::vector<Mergeable>& columns) {
  std::vector<Suggestion> suggestions;
  if (policy.rounding != Rounding::none) return suggestions;
  const System now = protected_system(publication, policy);
  for (const Mergeable& column : columns_withheld_most(columns, now)) {
    std::optional<Tried> best;
    const auto& dimension = publication.dimensions.at(column.input).at(column.column);
    for (Merges& merges : Candidates(column, withheld_by_group(now, column)).merges(dimension)) {
      const Publication made = with_merges(publication, column, merges);
      const bool is_large = now.joint.cells.size() > large;
      const System then = is_large ? system_of(made, policy) : protected_system(made, policy);
      const std::size_t withheld = withheld_in(then);
      Tried tried{made.shown.counts.size() - withheld, withheld, std::move(merges)};
      if (!best || tried.is_better_than(*best)) best = std::move(tried);
    }
    if (!best) continue;
    Suggestion suggestion{column.input, column.column, best->merges, 0, withheld_in(now)};
    suggestion.withheld =
        withheld_in(protected_system(with_merges(publication, column, best->merges), policy));
    if (suggestion.withheld + fewest_saved <= suggestion.instead_of)
      suggestions.push_back(std::move(suggestion));
  }
  std::ranges::stable_sort(suggestions, {}, &Suggestion::withheld);
  return suggestions;
}

}  // namespace eqr::disclosure
