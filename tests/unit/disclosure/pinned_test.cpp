#include "disclosure/pinned.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>
#include <stdexcept>
#include <vector>

#include "disclosure/rounding.hpp"

namespace eqr::disclosure {
namespace {

using numbers::Decimal;
using numbers::Exact;

Decimal percentage(std::uint64_t people, std::uint64_t of, int places) {
  return numbers::rounded(Exact(100 * people, of), places);
}

PrintedShare printed(std::uint64_t people, std::uint64_t of, int places, std::uint64_t base) {
  return {rounded_to_nearest(people, base), rounded_to_nearest(of, base), percentage(people, of, places),
          base};
}

TEST(Pinned, one_place_from_true_counts_tells_which_of_five_numbers_a_rounded_count_is) {
  // 3 to 7 of 38 to 42: 3 of 41 is 7.3%, and nothing else is.
  EXPECT_EQ(possible_people({5, 40, {73, 1}, 5}, PercentageOf::true_counts), (Possible{3, 3, 1}));
  // 10.0% is 4 of 40; a whole 10% is 4 of 39 to 42, and still nothing else.
  EXPECT_EQ(possible_people({5, 40, {100, 1}, 5}, PercentageOf::true_counts), (Possible{4, 4, 1}));
  EXPECT_EQ(possible_people({5, 40, {10, 0}, 5}, PercentageOf::true_counts), (Possible{4, 4, 1}));
  // 0% of a thousand is nobody to four of them.
  EXPECT_EQ(possible_people({0, 1'000, {0, 0}, 10}, PercentageOf::true_counts), (Possible{0, 4, 5}));
  EXPECT_EQ(possible_people({0, 1'000, {0, 1}, 10}, PercentageOf::true_counts), (Possible{0, 0, 1}));
}

TEST(Pinned, a_percentage_of_rounded_counts_tells_nothing_new) {
  EXPECT_EQ(possible_people({5, 40, {125, 1}, 5}, PercentageOf::rounded_counts), (Possible{3, 7, 5}));
  EXPECT_EQ(possible_people({5, 40, {73, 1}, 5}, PercentageOf::rounded_counts), std::nullopt);
  EXPECT_EQ(possible_people({5, 5, {1'000, 1}, 5}, PercentageOf::rounded_counts), (Possible{3, 7, 5}));
  EXPECT_EQ(possible_people({0, 0, {0, 0}, 5}, PercentageOf::rounded_counts), std::nullopt);
}

TEST(Pinned, unrounded_counts_are_what_they_are) {
  EXPECT_EQ(possible_people({3, 41, {73, 1}, 1}, PercentageOf::true_counts), (Possible{3, 3, 1}));
  EXPECT_EQ(possible_people({3, 41, {74, 1}, 1}, PercentageOf::true_counts), std::nullopt);
  EXPECT_EQ(possible_people({3, 41, {73, 1}, 0}, PercentageOf::true_counts), (Possible{3, 3, 1}));
}

TEST(Pinned, half_a_last_place_is_rounded_away_from_nought) {
  EXPECT_EQ(percentage(1, 8, 0), (Decimal{13, 0}));  // 12.5%
  EXPECT_EQ(possible_people({1, 8, {13, 0}, 1}, PercentageOf::true_counts), (Possible{1, 1, 1}));
  EXPECT_EQ(possible_people({1, 8, {12, 0}, 1}, PercentageOf::true_counts), std::nullopt);
}

TEST(Pinned, numbers_that_no_counts_are_printed_as_have_no_counts) {
  EXPECT_EQ(possible_people({4, 40, {100, 1}, 5}, PercentageOf::true_counts), std::nullopt);
  EXPECT_EQ(possible_people({5, 40, {-100, 1}, 5}, PercentageOf::true_counts), std::nullopt);
  EXPECT_EQ(possible_people({50, 5, {1'000, 1}, 5}, PercentageOf::true_counts), std::nullopt);
  // 1,003 of 1,002 would be 100%, but no part is more than the whole.
  EXPECT_EQ(possible_people({1'005, 1'000, {100, 0}, 5}, PercentageOf::true_counts), std::nullopt);
  EXPECT_EQ(possible_people({UINT64_MAX, UINT64_MAX, {100, 0}, 5}, PercentageOf::true_counts), std::nullopt);
  EXPECT_THROW((void)possible_people({0, 0, {0, 0}, 1'001}, PercentageOf::true_counts),
               std::invalid_argument);
}

TEST(Pinned, counts_and_percentages_may_be_as_long_as_they_come) {
  const std::uint64_t many = 4'000'000'000'000'000'000;
  EXPECT_EQ(possible_people({many, many, {100'000'000'000, 9}, 1}, PercentageOf::true_counts),
            (Possible{many, many, 1}));
  EXPECT_EQ(possible_people({many, many, {999'999'999'999'999'999, 0}, 100}, PercentageOf::true_counts),
            std::nullopt);
}

TEST(Pinned, the_search_finds_what_trying_all_counts_finds) {
  std::mt19937 random(24);
  int agreeing = 0;
  for (int i = 0; i < 2'000; ++i) {
    const std::uint64_t base = std::array<std::uint64_t, 5>{1, 3, 5, 10, 20}[random() % 5];
    const std::uint64_t of = 1 + random() % 70;
    const std::uint64_t people = random() % (of + 1);
    PrintedShare share = printed(people, of, static_cast<int>(random() % 3), base);
    if (random() % 4 == 0) share.percentage.digits += static_cast<std::int64_t>(random() % 3);
    std::set<std::uint64_t> all;
    for (std::uint64_t base_of = 1; base_of < 100; ++base_of) {
      for (std::uint64_t n = 0; n <= base_of; ++n) {
        if (rounded_to_nearest(n, base) != share.people || rounded_to_nearest(base_of, base) != share.of)
          continue;
        if (percentage(n, base_of, share.percentage.places) == share.percentage) all.insert(n);
      }
    }
    const auto possible = possible_people(share, PercentageOf::true_counts);
    ASSERT_EQ(possible.has_value(), !all.empty());
    if (all.empty()) continue;
    ++agreeing;
    ASSERT_EQ(*possible, (Possible{*all.begin(), *all.rbegin(), all.size()}));
  }
  EXPECT_GT(agreeing, 1'000);
}

// Nine characteristics of an invented workforce of 1,300, by twelve grades and by ten directorates: the cells
// as pairs of a count and the people of its grade or directorate.
struct Share {
  std::uint64_t people = 0;
  std::uint64_t of = 0;
};
std::vector<Share> workforce() {
  std::mt19937 random(1'300);
  std::vector<Share> cells;
  for (const std::size_t columns : {12U, 10U}) {
    for (const std::size_t values : {3U, 6U, 4U, 4U, 5U, 3U, 8U, 5U, 6U}) {
      std::vector<std::vector<Share>> table(columns, std::vector<Share>(values));
      for (int person = 0; person < 1'300; ++person) {
        auto& column = table[random() % columns];
        std::size_t value = 0;  // each is a third as common as those before it
        while (value + 1 < values && random() % 3 == 0) ++value;
        ++column[value].people;
        for (Share& share : column) ++share.of;
      }
      for (const auto& column : table) cells.insert(cells.end(), column.begin(), column.end());
    }
  }
  return cells;
}

struct Pinned {
  int small = 0, small_pinned = 0;
  int all = 0, all_pinned = 0;
};
Pinned pinned(int places, PercentageOf of) {
  Pinned pinned;
  for (const Share& cell : workforce()) {
    PrintedShare share = printed(cell.people, cell.of, places, 5);
    if (of == PercentageOf::rounded_counts) share.percentage = percentage(share.people, share.of, places);
    const auto possible = possible_people(share, of);
    EXPECT_TRUE(possible && possible->least <= cell.people && cell.people <= possible->most);
    const bool is_small = cell.people > 0 && cell.people < 5;
    const bool is_pinned = possible && possible->is_pinned();
    ++pinned.all;
    pinned.all_pinned += is_pinned;
    pinned.small += is_small;
    pinned.small_pinned += is_small && is_pinned;
  }
  return pinned;
}

// Measured on a like workforce of 1,301: 967 of 1,026 counts are pinned, and 396 of 396 of 1 to 4; with whole
// percentages 42%.
TEST(Pinned, percentages_from_true_counts_pin_nearly_all_small_counts_of_a_workforce) {
  const Pinned one_place = pinned(1, PercentageOf::true_counts);
  EXPECT_GT(one_place.all, 900);
  EXPECT_GT(one_place.small, 150);
  EXPECT_GE(one_place.small_pinned * 100, one_place.small * 98);
  EXPECT_GE(one_place.all_pinned * 100, one_place.all * 85);
  const Pinned whole = pinned(0, PercentageOf::true_counts);
  EXPECT_LT(whole.all_pinned * 100, whole.all * 70);
}

TEST(Pinned, percentages_from_rounded_counts_pin_none) {
  EXPECT_EQ(pinned(1, PercentageOf::rounded_counts).all_pinned, 0);
}

}  // namespace
}  // namespace eqr::disclosure
