// Small publications about invented people, for the tests of disclosure.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "disclosure/protect.hpp"
#include "disclosure/publication.hpp"
#include "tallies/relations.hpp"

// How failed tests print them.
namespace eqr::tallies {
inline void PrintTo(const Key& key, std::ostream* out) {
  *out << in_words(key);
}
}  // namespace eqr::tallies
namespace eqr::disclosure {
inline void PrintTo(Reason reason, std::ostream* out) {
  *out << in_words(reason);
}
}  // namespace eqr::disclosure

namespace eqr::disclosure::tests {

using tallies::Count;
using tallies::CountSum;
using tallies::Key;
using tallies::Snapshot;

using Groups = std::set<std::string>;

inline Key staff(std::map<std::string, Groups> admits = {}, Snapshot snapshot = Snapshot::this_year) {
  return {"staff", snapshot, std::move(admits)};
}
inline Key staff_then(std::map<std::string, Groups> admits = {}) {
  return staff(std::move(admits), Snapshot::last_year);
}

// Staff of this and last year, each in one group of each column.
class Workforce {
 public:
  using Person = std::map<std::string, std::string>;
  using Columns = std::map<std::string, tallies::Dimension>;

  explicit Workforce(Columns columns) : m_columns(std::move(columns)) {}

  Workforce& add(std::uint64_t people, Person alike, Snapshot snapshot = Snapshot::this_year) {
    m_people.push_back({people, std::move(alike), snapshot});
    return *this;
  }

  [[nodiscard]] std::uint64_t count(const Key& key) const {
    std::uint64_t people = 0;
    for (const Alike& alike : m_people) {
      const auto is_in = [&](const auto& column) {
        return groups_in(key, column).contains(alike.groups.at(column.first));
      };
      if (alike.snapshot == key.snapshot && std::ranges::all_of(m_columns, is_in)) people += alike.people;
    }
    return people;
  }

  // Everybody, each group of these columns, and each combination of them: a table with its margins.
  [[nodiscard]] std::set<Key> table(const std::vector<std::string>& columns) const {
    std::set<Key> keys{staff()};
    for (const std::string& column : columns) {
      std::set<Key> narrower;
      for (Key key : keys) {
        for (const std::string& leaf : m_columns.at(column).leaves) {
          key.admits[column] = {leaf};
          narrower.insert(key);
        }
      }
      keys.merge(narrower);
    }
    return keys;
  }

  // A report of these counts, with its web and what stands between them.
  [[nodiscard]] Publication showing_sums(const std::set<CountSum>& sums) const {
    Publication publication;
    publication.shown.counts = sums;
    publication.dimensions = {{"staff", m_columns}};
    std::set<Key> asked;
    for (const CountSum& sum : sums) {
      for (const auto& [key, times] : sum) asked.insert(key);
    }
    publication.web = tallies::relations_among(asked, publication.dimensions);
    asked.insert(publication.web.between.begin(), publication.web.between.end());
    for (const Key& key : asked) publication.answers.counts.emplace(key, Count{count(key)});
    return publication;
  }
  [[nodiscard]] Publication showing(const std::set<Key>& keys) const {
    std::set<CountSum> sums;
    for (const Key& key : keys) sums.insert(tallies::just(key));
    return showing_sums(sums);
  }

 private:
  struct Alike {
    std::uint64_t people = 0;
    Person groups;
    Snapshot snapshot = Snapshot::this_year;
  };

  static const Groups& groups_in(const Key& key, const Columns::value_type& column) {
    const auto found = key.admits.find(column.first);
    if (found != key.admits.end()) return found->second;
    return column.second.when_absent.empty() ? column.second.leaves : column.second.when_absent;
  }

  Columns m_columns;
  std::vector<Alike> m_people;
};

// People of one column.
inline Workforce grouped(const std::string& column, const std::map<std::string, std::uint64_t>& groups,
                         std::map<std::string, Groups> unions = {}) {
  tallies::Dimension dimension{{}, std::move(unions)};
  for (const auto& [group, people] : groups) dimension.leaves.insert(group);
  Workforce workforce({{column, dimension}});
  for (const auto& [group, people] : groups) workforce.add(people, {{column, group}});
  return workforce;
}

inline Policy below(std::uint64_t threshold) {
  Policy policy;
  policy.threshold = threshold;
  return policy;
}

// How a table prints it.
inline std::string printed(const ProtectedAnswer& answer) {
  if (const auto* count = std::get_if<Count>(&answer)) return std::to_string(count->people);
  if (const auto* difference = std::get_if<Difference>(&answer)) return std::to_string(difference->people);
  if (const auto* share = std::get_if<tallies::Percentage>(&answer))
    return numbers::to_text(share->percent) + "%";
  if (std::holds_alternative<Low>(answer)) return "[low]";
  return std::holds_alternative<Withheld>(answer) ? "[c]" : "[x]";
}
inline std::string printed(const Protected& safe, const Key& key) {
  return printed(safe.answers.count(key));
}

// What is withheld, in words and with the reason: "staff, this year, where sex is male: threshold".
inline std::set<std::string> withheld(const Protected& safe) {
  std::set<std::string> cells;
  for (const auto& cell : safe.certificate.withheld) cells.insert(cell.what + ": " + in_words(cell.reason));
  return cells;
}
inline std::string in_staff(const std::string& where) {
  return "staff, this year, where " + where;
}

// Every protected count has an interval as wide as the policy asks.
inline void expect_proven(const Protected& safe) {
  EXPECT_TRUE(safe.certificate.unproven.empty()) << safe.certificate.unproven.front();
  for (const auto& proof : safe.certificate.proofs) {
    EXPECT_TRUE(proof.interval.is_at_least(static_cast<std::int64_t>(safe.certificate.width))) << proof.what;
  }
}
inline Interval interval_of(const Protected& safe, const std::string& what) {
  for (const auto& proof : safe.certificate.proofs) {
    if (proof.what == what) return proof.interval;
  }
  ADD_FAILURE() << "no proof of " << what;
  return {};
}

}  // namespace eqr::disclosure::tests
