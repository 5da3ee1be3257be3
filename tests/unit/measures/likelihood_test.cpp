// Expected values: the same formula in decimals of fifty digits, and the counts of the Physicians' Health
// Study (189 of 11,034 against 104 of 11,037), whose interval textbooks give as 1.43 to 2.31.
#include "measures/likelihood.hpp"

#include <gtest/gtest.h>

#include "unit/measures/truth.hpp"

namespace eqr::measures {
namespace {

using namespace tests;

TEST(Likelihood, the_interval_is_that_of_the_logarithm_of_the_ratio) {
  const auto interval = likelihood_interval(189, 11'034, 104, 11'037);
  ASSERT_TRUE(interval.has_value());
  EXPECT_NEAR(interval->low, 1.4330309003, 1e-9);
  EXPECT_NEAR(interval->high, 2.3058842367, 1e-9);
  EXPECT_NEAR(likelihood_interval(15, 150, 100, 250)->low, 0.1510992717, 1e-9);
  EXPECT_NEAR(likelihood_interval(15, 150, 100, 250)->high, 0.4136353490, 1e-9);
}

TEST(Likelihood, there_is_no_interval_with_a_cell_of_nought_or_more_events_than_people) {
  EXPECT_FALSE(likelihood_interval(0, 10, 5, 10).has_value());
  EXPECT_FALSE(likelihood_interval(5, 10, 0, 10).has_value());
  EXPECT_FALSE(likelihood_interval(5, 0, 5, 10).has_value());
  EXPECT_FALSE(likelihood_interval(5, 10, 11, 10).has_value());
}

TEST(Likelihood, everybody_on_both_sides_is_certain) {
  const auto interval = likelihood_interval(10, 10, 30, 30);
  EXPECT_EQ(interval->low, 1);
  EXPECT_EQ(interval->high, 1);
}

// Women stand for the first group, men for the second; those with a bonus for those with the event.
const Population women = staff.where("sex", {"female"}), men = staff.where("sex", {"male"});
const Chance group{count(women.where("bonus", {"received"})), count(women)};
const Chance reference{count(men.where("bonus", {"received"})), count(men)};
constexpr Format two_places{Unit::ratio, 2};

Truth study() {
  Truth truth;
  truth.people(189, women.where("bonus", {"received"})).people(11'034, women);
  truth.people(104, men.where("bonus", {"received"})).people(11'037, men);
  return truth;
}

TEST(Likelihood, a_ratio_and_its_bounds_are_printed_in_the_direction_that_was_asked_for) {
  Truth truth = study();
  const auto printed = [&](Direction direction) {
    const LikelihoodInterval interval = likelihood_interval(group, reference, direction);
    return truth.printed(relative_likelihood(group, reference, direction), two_places) + " " +
           truth.printed(interval.low, two_places) + " " + truth.printed(interval.high, two_places);
  };
  EXPECT_EQ(printed(Direction::group_over_reference), "1.82 1.43 2.31");
  // The other way round the bounds are the reciprocals: 1 / 2.3058 and 1 / 1.4330.
  EXPECT_EQ(printed(Direction::reference_over_group), "0.55 0.43 0.70");
}

TEST(Likelihood, a_withheld_cell_withholds_the_bounds_and_a_cell_of_nought_makes_them_not_applicable) {
  const LikelihoodInterval interval = likelihood_interval(group, reference, Direction::group_over_reference);
  Truth few = study();
  few.people(9, men.where("bonus", {"received"}));
  EXPECT_EQ(few.printed(interval.low, two_places), "[c]");
  Truth none = study();
  none.people(0, men.where("bonus", {"received"}));
  EXPECT_EQ(none.printed(interval.high, two_places), "[z]");
}

}  // namespace
}  // namespace eqr::measures
