// Reports of invented small workforces, read by somebody who has nothing but the report.
#include <gtest/gtest.h>

#include "disclosure/intervals.hpp"
#include "unit/disclosure/enumeration.hpp"
#include "unit/disclosure/publications.hpp"
#include "unit/disclosure/tables.hpp"

namespace eqr::disclosure::tests {
namespace {

struct Invented {
  Workforce workforce{{}};
  std::map<std::string, std::vector<std::string>> groups;  // of each column
  std::vector<std::set<Key>> tables;                       // of two columns, with their margins
  std::set<Key> shown;
  std::uint64_t threshold = 0;

  [[nodiscard]] bool is_small(const Key& key) const { return below(threshold).is_too_small(people(key)); }
  [[nodiscard]] std::uint64_t people(const Key& key) const { return workforce.count(key); }
  [[nodiscard]] std::int64_t width() const { return static_cast<std::int64_t>(threshold) - 1; }
};

// 5 to 80 people and 2 to 4 columns of 2 to 4 groups, each half as common as the one before; tables of all
// columns, of some pairs and, now and then, of three.
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
      made.tables.push_back(made.workforce.table({first, second}));
      made.shown.insert(made.tables.back().begin(), made.tables.back().end());
    }
  }
  if (made.groups.size() > 2 && random.one_in(4)) made.shown.merge(made.workforce.table({"a", "b", "c"}));
  made.threshold = random.between(3, 6);
  return made;
}

// What a reader makes of some of the printed numbers: an unknown for each count, known where it is printed;
// and each count is the sum of those that name a column more.
class Reading {
 public:
  Reading(const Invented& invented, const Protected& safe, const std::set<Key>& keys) {
    for (const Key& key : keys) {
      m_number.emplace(key, m_number.size());
      truth.push_back(static_cast<std::int64_t>(invented.people(key)));
      const bool is_told = std::holds_alternative<Count>(safe.answers.count(key));
      attack.unknowns.push_back(is_told ? Unknown{truth.back(), truth.back()} : Unknown{0, 80});
      if (invented.is_small(key)) small.push_back(m_number.at(key));
    }
    for (const Key& total : keys) {
      for (const auto& [column, groups] : invented.groups) add_up(total, column, groups);
    }
  }

  Attack attack;
  Completion truth;
  std::vector<std::size_t> small;

 private:
  void add_up(const Key& total, const std::string& column, const std::vector<std::string>& groups) {
    if (total.admits.contains(column)) return;
    Equation equation{{{m_number.at(total), -1}}, 0};
    for (const std::string& group : groups) {
      Key part = total;
      part.admits[column] = {group};
      const auto found = m_number.find(part);
      if (found == m_number.end()) return;
      equation.terms.push_back({found->second, 1});
    }
    attack.equations.push_back(std::move(equation));
  }

  std::map<Key, std::size_t> m_number;
};

struct Seen {
  int small = 0, secondary = 0, narrow = 0, pinned = 0, tables = 0;
};

void read_whole(const Invented& invented, const Protected& safe, Seen& seen) {
  const Reading reading(invented, safe, invented.shown);
  ASSERT_TRUE(is_completion(reading.attack, reading.truth));
  for (const auto& interval : intervals(reading.attack, reading.small, reading.truth)) {
    ++seen.small;
    seen.narrow += interval->is_at_least(invented.width()) ? 0 : 1;
  }
}

// One table by itself, all ways of filling it in.
void read_table(const Invented& invented, const Protected& safe, const std::set<Key>& table, Seen& seen) {
  const Reading reading(invented, safe, table);
  const Enumeration all(reading.attack);
  if (!all.is_whole()) return;
  ++seen.tables;
  for (const std::size_t cell : reading.small) seen.pinned += all.low[cell] == all.high[cell] ? 1 : 0;
}

TEST(ProtectRandom, nobody_works_out_a_small_count_from_what_is_printed) {
  Random random(71);
  Seen seen;
  for (int i = 0; i < 300 && !testing::Test::HasFailure(); ++i) {
    const Invented made = invented(random);
    const Protected safe = protect(made.workforce.showing(made.shown), below(made.threshold));
    expect_proven(safe);
    for (const auto& cell : safe.certificate.withheld) {
      seen.secondary += cell.reason == Reason::threshold ? 0 : 1;
    }
    read_whole(made, safe, seen);
    for (const std::set<Key>& table : made.tables) read_table(made, safe, table, seen);
    EXPECT_EQ(seen.narrow, 0) << "in report " << i;
    EXPECT_EQ(seen.pinned, 0) << "in report " << i;
  }
  EXPECT_GT(seen.small, 2'000);
  EXPECT_GT(seen.secondary, 500);
  EXPECT_GT(seen.tables, 300);
}

TEST(ProtectRandom, every_proof_holds_the_truth) {
  Random random(72);
  std::size_t proofs = 0;
  for (int i = 0; i < 100; ++i) {
    const Invented made = invented(random);
    const Publication publication = made.workforce.showing(made.shown);
    std::map<std::string, std::int64_t> truth;
    for (const auto& [key, answer] : publication.answers.counts) {
      truth[tallies::in_words(key)] = static_cast<std::int64_t>(made.people(key));
    }
    for (const Preset& preset : presets()) {
      const Protected safe = protect(publication, preset.policy);
      proofs += safe.certificate.proofs.size();
      for (const auto& proof : safe.certificate.proofs) {
        EXPECT_LE(proof.interval.low, truth.at(proof.what)) << preset.name << ": " << proof.what;
        EXPECT_TRUE(!proof.interval.high || *proof.interval.high >= truth.at(proof.what)) << proof.what;
      }
    }
  }
  EXPECT_GT(proofs, 2'000U);
}

TEST(ProtectRandom, small_counts_are_rounded_so_that_all_tables_add_up) {
  Random random(73);
  for (int i = 0; i < 200 && !testing::Test::HasFailure(); ++i) {
    const Invented made = invented(random);
    Policy policy = below(made.threshold);
    policy.rounding = Rounding::small;
    policy.base = made.threshold;
    const Publication publication = made.workforce.showing(made.shown);
    const Protected safe = protect(publication, policy);
    EXPECT_TRUE(safe.certificate.unproven.empty());
    const auto people_in = [&](const Key& key) {
      const auto* count = std::get_if<Count>(&safe.answers.count(key));
      return count == nullptr ? 0 : count->people;  // [low]
    };
    for (const Key& key : made.shown) {
      EXPECT_FALSE(policy.is_too_small(people_in(key))) << tallies::in_words(key);
    }
    for (const tallies::Relation& relation : publication.web.relations) {
      std::uint64_t sum = 0;
      for (const Key& part : relation.parts) sum += people_in(part);
      EXPECT_EQ(people_in(relation.total), sum) << tallies::in_words(relation.total);
    }
  }
}

}  // namespace
}  // namespace eqr::disclosure::tests
