// Expected values: the worked example of the GOV.UK guidance "Making your gender pay gap calculations"
// (Acme Ltd), SI 2017/353 Schedule 1, and sums by hand.
#include "measures/pay_gap.hpp"

#include <gtest/gtest.h>

namespace eqr::measures {
namespace {

using numbers::Exact;
using numbers::rounded;

constexpr std::int64_t pound = 10'000;

// So many people on this rate, in pounds.
Distribution paid(std::initializer_list<std::pair<std::int64_t, std::uint64_t>> rates) {
  Distribution pay;
  for (const auto& [pounds, people] : rates) pay.emplace_back(pounds * pound, people);
  return pay;
}

TEST(PayGap, TheMeanGapOfAcmeIs13Point59FromUnroundedMeans) {
  // 1,345 men earn 23,550 pounds an hour together, 3,100 women 46,900.
  const Exact men = Exact(23'550) / 1'345, women = Exact(46'900) / 3'100;
  EXPECT_EQ(numbers::to_text(rounded(*gap(men, women), 2)), "13.59");
  EXPECT_EQ(numbers::to_text(rounded(*gap(men, women), 1)), "13.6");
}

TEST(PayGap, TheMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle) {
  // The guidance's median: the man in the middle earns 15, the two women in the middle 13 and 15.
  const Distribution men = paid({{10, 2}, {15, 1}, {20, 2}});
  const Distribution women = paid({{9, 1}, {13, 1}, {15, 1}, {21, 1}});
  EXPECT_EQ(*median(men), 15 * pound);
  EXPECT_EQ(*median(women), 14 * pound);
  EXPECT_EQ(numbers::to_text(rounded(*gap(median(men), median(women)), 2)), "6.67");
}

TEST(PayGap, AGapIsNegativeWhenWomenArePaidMore) {
  EXPECT_EQ(*gap(Exact(10), Exact(11)), -10);
}

TEST(PayGap, ThereIsNoGapWithoutMenOrWithoutWomen) {
  EXPECT_FALSE(gap(mean({}), mean(paid({{10, 1}}))).has_value());
  EXPECT_FALSE(gap(mean(paid({{10, 1}})), mean({})).has_value());
  EXPECT_FALSE(gap(Exact(0), Exact(1)).has_value());
}

TEST(PayQuarters, ARemainderGoesWhereTheRegulationsSay) {
  const auto sizes = [](std::uint64_t people) {
    Distribution men;
    for (std::uint64_t i = 0; i < people; ++i) men.emplace_back(static_cast<std::int64_t>(i + 1), 1);
    std::array<std::uint64_t, 4> found{};
    const auto all = quarters(men, {});
    for (std::size_t i = 0; i < 4; ++i) found[i] = all[i].first;
    return found;
  };
  EXPECT_EQ(sizes(8), (std::array<std::uint64_t, 4>{2, 2, 2, 2}));
  EXPECT_EQ(sizes(9), (std::array<std::uint64_t, 4>{3, 2, 2, 2}));
  EXPECT_EQ(sizes(10), (std::array<std::uint64_t, 4>{3, 2, 3, 2}));
  EXPECT_EQ(sizes(11), (std::array<std::uint64_t, 4>{3, 3, 3, 2}));
  EXPECT_EQ(sizes(4'445), (std::array<std::uint64_t, 4>{1'112, 1'111, 1'111, 1'111}));
}

TEST(PayQuarters, PeopleOnOneRateAcrossABoundaryAreSharedInProportion) {
  // The guidance's tie: 40 people on one rate, 36 women and 4 men; 10 fall into the lower quarter and 30 into
  // the lower middle: 9 women and 1 man, 27 women and 3 men. 30 lower-paid men and 80 higher-paid make 160
  // - 10.
  const Distribution men = paid({{8, 30}, {10, 4}, {20, 86}});
  const Distribution women = paid({{10, 36}, {30, 4}});
  const auto found = quarters(women, men);
  EXPECT_EQ(found[0], (Quarter{9, 31}));
  EXPECT_EQ(found[1], (Quarter{27, 13}));
}

TEST(PayQuarters, WholePeopleAreSharedByLargestRemainderAndATieGoesToTheLowerQuarter) {
  // Eight people on one rate, two in each quarter, two of them women: a half each. The first two quarters get
  // one.
  const auto found = quarters(paid({{10, 2}}), paid({{10, 6}}));
  EXPECT_EQ(found[0], (Quarter{1, 1}));
  EXPECT_EQ(found[1], (Quarter{1, 1}));
  EXPECT_EQ(found[2], (Quarter{0, 2}));
  EXPECT_EQ(found[3], (Quarter{0, 2}));
}

TEST(PayQuarters, TheSharesOfAcmeComeOut) {
  // Men 187, 110, 298, 750 and women 925, 1,001, 813, 361 in the four quarters, each on rates of its own.
  const Distribution men = paid({{10, 187}, {20, 110}, {30, 298}, {40, 750}});
  const Distribution women = paid({{10, 925}, {20, 1'001}, {30, 813}, {40, 361}});
  const auto found = quarters(women, men);
  const std::array<const char*, 4> women_share = {"83.2", "90.1", "73.2", "32.5"};
  for (std::size_t i = 0; i < 4; ++i) {
    const Exact share = Exact(found[i].first) * 100 / (found[i].first + found[i].second);
    EXPECT_EQ(numbers::to_text(rounded(share, 1)), women_share[i]) << "quarter " << i + 1;
  }
}

}  // namespace
}  // namespace eqr::measures
