// The tables of a pass, against maps that hold the same.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <span>
#include <vector>

#include "people/pass/amount_counts.hpp"
#include "people/pass/contents.hpp"
#include "people/pass/id_set.hpp"

namespace eqr::persons {
namespace {

using Expected = std::map<std::pair<std::uint64_t, AmountCode>, std::uint64_t>;

// Every cell, and every other one.
void expect_sums(std::span<const AmountCounts> counts, const Expected& expected) {
  for (const std::uint64_t step : {1U, 2U}) {
    std::map<std::int64_t, std::uint64_t> sums;
    for (const auto& [pair, people] : expected) {
      if (pair.first % step == 0) sums[pair.second] += people;
    }
    const tallies::Distribution found =
        AmountCounts::sum(counts, [&](std::uint64_t cell) { return cell % step == 0; });
    EXPECT_EQ(found, tallies::Distribution(sums.begin(), sums.end()));
  }
}

TEST(AmountCounts, two_threads_amounts_are_those_of_both) {
  std::mt19937_64 random(2018);
  for (const std::uint64_t cells : {1U, 6U, 1'000U}) {
    std::vector<AmountCounts> counts(2, AmountCounts(cells));
    Expected expected;
    for (std::size_t i = 0; i < 20'000; ++i) {
      const std::uint64_t cell = random() % cells;
      // Whole pence below and above what is usual, and fractions of a penny.
      const AmountCode amount =
          static_cast<AmountCode>(1 + (i % 3 == 0 ? random() % 100'000 * 100 : random() % 2'000'000));
      counts[i % 2].add(cell, amount);
      ++expected[{cell, amount}];
    }
    expect_sums(counts, expected);
  }
}

TEST(IdSet, finds_whoever_it_has_met_whether_or_not_room_was_made) {
  std::mt19937_64 random(31);
  for (const std::size_t expected : {0U, 1'000U, 100'000U}) {
    IdSet ids;
    if (expected > 0) ids.reserve(expected);
    std::map<std::pair<std::uint64_t, std::uint8_t>, std::uint32_t> met;
    for (std::uint32_t i = 1; i <= 50'000; ++i) {
      const IdHash id{random() % 40'000 * 0x9E3779B97F4A7C15U, static_cast<std::uint8_t>(random() % 2)};
      bool is_new = false;
      const IdSet::Person& person = ids.insert(id, i, i, is_new);
      const auto [known, inserted] = met.try_emplace({id.low, id.high}, i);
      ASSERT_EQ(is_new, inserted);
      ASSERT_EQ(person.place, known->second);
    }
    EXPECT_EQ(ids.size(), met.size());
    for (const auto& [id, place] : met) ASSERT_EQ(ids.find({id.first, id.second})->place, place);
    EXPECT_EQ(ids.find({12'345, 7}), nullptr);
  }
}

TEST(Contents, rows_that_differ_in_one_column_are_told_apart) {
  std::set<std::uint32_t> seen;
  Contents contents;
  for (std::uint32_t column = 0; column < 20; ++column) {
    for (std::uint32_t value = 1; value < 200; ++value) {
      contents.start(2);
      for (std::uint32_t i = 0; i < 20; ++i) {
        contents.next_column();
        for (std::size_t row = 0; row < 2; ++row) contents.add(row, i == column ? value : 0);
      }
      ASSERT_EQ(contents.of(0), contents.of(1));
      EXPECT_TRUE(seen.insert(contents.of(0)).second) << column << ' ' << value;
    }
  }
}

}  // namespace
}  // namespace eqr::persons
