#include "disclosure/quarters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace eqr::disclosure {
namespace {

using Quarters = std::array<QuarterParts, 4>;
using Withheld = std::array<bool, 4>;

TEST(PayQuarters, without_few_people_every_quarter_is_told) {
  EXPECT_EQ(withheld_quarters({{{10, 40}, {20, 30}, {0, 50}, {12, 38}}}, 10, 9), (Withheld{}));
  EXPECT_EQ(withheld_quarters({{{2, 48}, {1, 49}, {0, 50}, {9, 41}}}, 0, 0), (Withheld{}));
}

TEST(PayQuarters, with_a_quarter_of_few_people_goes_the_one_of_fewest_others) {
  EXPECT_EQ(withheld_quarters({{{2, 48}, {20, 30}, {25, 25}, {12, 38}}}, 10, 9),
            (Withheld{true, false, false, true}));
  EXPECT_EQ(withheld_quarters({{{38, 12}, {30, 20}, {25, 25}, {46, 4}}}, 10, 9),
            (Withheld{true, false, false, true}));
}

TEST(PayQuarters, two_of_few_people_do_not_tell_each_other_where_they_are_few_together) {
  // 3 and 1 among 4 known: a third has to go with them.
  EXPECT_EQ(withheld_quarters({{{3, 47}, {1, 49}, {25, 25}, {12, 38}}}, 10, 9),
            (Withheld{true, true, false, true}));
}

TEST(PayQuarters, in_quarters_that_are_small_themselves_nothing_is_told) {
  EXPECT_EQ(withheld_quarters({{{3, 2}, {4, 1}, {5, 0}, {0, 5}}}, 10, 9), (Withheld{true, true, true, true}));
}

// Every way in which so many people can be in four quarters of known sizes, as far as shares are told.
bool is_safe(const Quarters& quarters, const Withheld& withheld, std::uint64_t threshold,
             std::uint64_t width) {
  std::uint64_t all = 0;
  std::array<std::uint64_t, 4> least{}, most{}, size{};
  for (std::size_t i = 0; i < 4; ++i) {
    all += quarters[i].first;
    size[i] = quarters[i].first + quarters[i].second;
    least[i] = withheld[i] ? 0 : quarters[i].first;
    most[i] = withheld[i] ? size[i] : quarters[i].first;
  }
  std::array<std::uint64_t, 4> lowest = size, highest{};
  for (std::uint64_t a = least[0]; a <= most[0]; ++a) {
    for (std::uint64_t b = least[1]; b <= most[1]; ++b) {
      for (std::uint64_t c = least[2]; c <= most[2]; ++c) {
        if (a + b + c > all || all - a - b - c < least[3] || all - a - b - c > most[3]) continue;
        const std::array<std::uint64_t, 4> found{a, b, c, all - a - b - c};
        for (std::size_t i = 0; i < 4; ++i) {
          lowest[i] = std::min(lowest[i], found[i]);
          highest[i] = std::max(highest[i], found[i]);
        }
      }
    }
  }
  for (std::size_t i = 0; i < 4; ++i) {
    const auto is_few = [threshold](std::uint64_t people) { return people > 0 && people < threshold; };
    const bool is_protected = is_few(quarters[i].first) || is_few(quarters[i].second);
    if (is_protected && highest[i] - lowest[i] < width) return false;
  }
  return true;
}

TEST(PayQuarters, nobody_can_place_few_people_more_closely_than_is_allowed) {
  std::mt19937 random(4);
  const auto up_to = [&random](std::uint64_t most) {
    return std::uniform_int_distribution<std::uint64_t>(0, most)(random);
  };
  std::size_t with_some = 0;
  for (int i = 0; i < 2'000; ++i) {
    Quarters quarters;
    for (QuarterParts& quarter : quarters) quarter = {up_to(12), up_to(12)};
    const std::uint64_t threshold = 2 + up_to(3);
    const Withheld withheld = withheld_quarters(quarters, threshold, threshold - 1);
    const auto many = std::ranges::count(withheld, true);
    if (many == 4) continue;  // nothing more can be withheld
    with_some += many > 0 ? 1 : 0;
    ASSERT_TRUE(is_safe(quarters, withheld, threshold, threshold - 1)) << i;
  }
  EXPECT_GT(with_some, 500U);
}

}  // namespace
}  // namespace eqr::disclosure
