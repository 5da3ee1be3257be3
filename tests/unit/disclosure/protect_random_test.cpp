// Reports of invented small workforces, read by somebody who has nothing but the report.
#include <gtest/gtest.h>

#include <optional>

#include "disclosure/intervals.hpp"
#include "unit/disclosure/enumeration.hpp"
#include "unit/disclosure/publications.hpp"
#include "unit/disclosure/tables.hpp"

namespace eqr::disclosure::tests {
namespace {

using Names = std::vector<std::string>;
using Pair = std::pair<std::string, std::string>;

struct Invented {
  Workforce workforce{{}};
  std::map<std::string, Names> groups;  // of each column
  std::vector<Pair> pairs;              // of columns with a table
  std::set<Key> shown;
  std::uint64_t threshold = 0;
};

Key pair_key(const Pair& pair, const std::string& first, const std::string& second) {
  return staff({{pair.first, {first}}, {pair.second, {second}}});
}

// 5 to 80 people and 2 to 4 columns of 2 to 4 groups, each half as common as the one before; tables of all
// columns and of some pairs.
Invented invented(Random& random) {
  Invented made;
  Workforce::Columns columns;
  for (std::size_t i = 0, many = random.between(2, 4); i < many; ++i) {
    const std::string column(1, static_cast<char>('a' + i));
    for (std::size_t group = 0, most = random.between(2, 4); group < most; ++group) {
      made.groups[column].push_back(column + std::to_string(group));
      columns[column].leaves.insert(made.groups[column].back());
    }
  }
  made.workforce = Workforce(columns);
  for (std::size_t left = random.between(5, 80); left > 0; --left) {
    Workforce::Person person;
    for (const auto& [column, groups] : made.groups) {
      std::size_t group = 0;
      while (group + 1 < groups.size() && random.one_in(2)) ++group;
      person[column] = groups[group];
    }
    made.workforce.add(1, person);
  }
  for (const auto& [first, groups] : made.groups) {
    made.shown.merge(made.workforce.table({first}));
    for (const auto& [second, others] : made.groups) {
      if (first >= second || !random.one_in(2)) continue;
      made.pairs.emplace_back(first, second);
      made.shown.merge(made.workforce.table({first, second}));
    }
  }
  made.threshold = random.between(3, 6);
  return made;
}

// What a reader makes of printed numbers: an unknown for each count, known where it is printed.
class Reading {
 public:
  Reading(const Invented& invented, const Protected& safe) : m_invented(invented), m_safe(safe) {}

  void add_column(const std::string& column) {
    std::vector<Key> parts;
    for (const std::string& group : m_invented.groups.at(column)) parts.push_back(staff({{column, {group}}}));
    add_up(staff(), parts);
  }
  void add_table(const Pair& pair) {
    for (const std::string& first : m_invented.groups.at(pair.first)) {
      std::vector<Key> row;
      for (const std::string& second : m_invented.groups.at(pair.second))
        row.push_back(pair_key(pair, first, second));
      add_up(staff({{pair.first, {first}}}), row);
    }
    for (const std::string& second : m_invented.groups.at(pair.second)) {
      std::vector<Key> column;
      for (const std::string& first : m_invented.groups.at(pair.first))
        column.push_back(pair_key(pair, first, second));
      add_up(staff({{pair.second, {second}}}), column);
    }
  }

  // Shown counts that are too small to be told.
  [[nodiscard]] std::vector<std::size_t> small() const {
    std::vector<std::size_t> found;
    for (const auto& [key, unknown] : m_unknowns) {
      const std::uint64_t people = m_invented.workforce.count(key);
      if (people > 0 && people < m_invented.threshold) found.push_back(unknown);
    }
    return found;
  }
  [[nodiscard]] const Attack& attack() const { return m_attack; }
  [[nodiscard]] const Completion& truth() const { return m_truth; }

 private:
  std::size_t unknown(const Key& key) {
    const auto [found, is_new] = m_unknowns.try_emplace(key, m_unknowns.size());
    if (!is_new) return found->second;
    m_truth.push_back(static_cast<std::int64_t>(m_invented.workforce.count(key)));
    const auto* count = std::get_if<Count>(&m_safe.answers.count(key));
    const auto people = static_cast<std::int64_t>(count == nullptr ? 0 : count->people);
    m_attack.unknowns.push_back(count == nullptr ? Unknown{0, 80} : Unknown{people, people});
    return found->second;
  }
  void add_up(const Key& total, const std::vector<Key>& parts) {
    Equation equation{{{unknown(total), -1}}, 0};
    for (const Key& part : parts) equation.terms.push_back({unknown(part), 1});
    m_attack.equations.push_back(std::move(equation));
  }

  const Invented& m_invented;
  const Protected& m_safe;
  std::map<Key, std::size_t> m_unknowns;
  Attack m_attack;
  Completion m_truth;
};

struct Seen {
  int small = 0, secondary = 0, narrow = 0, pinned = 0, tables = 0;
};

void read_whole(const Invented& invented, const Protected& safe, Seen& seen) {
  Reading reading(invented, safe);
  for (const auto& [column, groups] : invented.groups) reading.add_column(column);
  for (const Pair& pair : invented.pairs) reading.add_table(pair);
  ASSERT_TRUE(is_completion(reading.attack(), reading.truth()));
  for (const auto& interval : intervals(reading.attack(), reading.small(), reading.truth())) {
    ++seen.small;
    if (!interval->is_at_least(static_cast<std::int64_t>(invented.threshold) - 1)) ++seen.narrow;
  }
}

// One table by itself, all ways of filling it in.
void read_table(const Invented& invented, const Protected& safe, const Pair& pair, Seen& seen) {
  Reading reading(invented, safe);
  reading.add_column(pair.first);
  reading.add_column(pair.second);
  reading.add_table(pair);
  const Enumeration all(reading.attack());
  if (!all.is_whole()) return;
  ++seen.tables;
  for (const std::size_t cell : reading.small()) seen.pinned += all.low[cell] == all.high[cell] ? 1 : 0;
}

TEST(ProtectRandom, nobody_works_out_a_small_count_from_what_is_printed) {
  Random random(71);
  Seen seen;
  for (int i = 0; i < 400 && !testing::Test::HasFailure(); ++i) {
    const Invented made = invented(random);
    const Protected safe = protect(made.workforce.showing(made.shown), below(made.threshold));
    expect_proven(safe);
    for (const auto& cell : safe.certificate.withheld) seen.secondary += cell.reason != Reason::threshold;
    read_whole(made, safe, seen);
    for (const Pair& pair : made.pairs) read_table(made, safe, pair, seen);
    EXPECT_EQ(seen.narrow, 0) << "in report " << i;
    EXPECT_EQ(seen.pinned, 0) << "in report " << i;
  }
  EXPECT_GT(seen.small, 2'000);
  EXPECT_GT(seen.secondary, 500);
  EXPECT_GT(seen.tables, 200);
  RecordProperty("small", seen.small);
  std::cerr << seen.small << ' ' << seen.secondary << ' ' << seen.tables << '\n';
}

}  // namespace
}  // namespace eqr::disclosure::tests
