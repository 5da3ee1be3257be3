// Expected values: the worked example of the GOV.UK guidance "Making your gender pay gap calculations" (Acme
// Ltd), SI 2017/353 Schedule 1, and sums by hand.
#include <gtest/gtest.h>

#include "unit/measures/truth.hpp"

namespace eqr::measures {
namespace {

using namespace tests;

const Population women = staff.where("sex", {"female"}), men = staff.where("sex", {"male"});
const Population white = staff.where("ethnicity", {"white"});
constexpr Format pounds{Unit::pounds, 2};
constexpr Format two_place_percent{Unit::percent, 2};

TEST(Paid, mean_and_median_pay_are_in_pounds) {
  Truth truth;
  truth.paid(Amount::hourly_pay, white, {{9, 4}, {10, 1}, {12, 6}});
  EXPECT_EQ(truth.printed(mean_pay(white), pounds), "10.73");  // 118 / 11
  EXPECT_EQ(truth.printed(median_pay(white), pounds), "12.00");
  truth.paid(Amount::bonus, white, {{100, 5}, {301, 5}});
  EXPECT_EQ(truth.printed(mean_bonus(white), pounds), "200.50");
  EXPECT_EQ(truth.printed(median_bonus(white), pounds), "200.50");
}

TEST(Paid, of_nobody_there_is_no_average_and_no_gap) {
  Truth truth;
  truth.paid(Amount::hourly_pay, white, {{9, 40}});
  EXPECT_EQ(truth.printed(mean_pay(minority), pounds), "[z]");
  EXPECT_EQ(truth.printed(gap(mean_pay(white), mean_pay(minority))), "[z]");
  EXPECT_EQ(truth.printed(gap(mean_pay(minority), mean_pay(white))), "[z]");
  EXPECT_EQ(truth.printed(mean_pay_gap(staff)), "[z]");
}

TEST(Paid, the_gaps_of_acme_come_out) {
  // 1,345 men earn 23,550 pounds an hour together and 3,100 women 46,900.
  Truth truth;
  truth.paid(Amount::hourly_pay, men, {{17, 660}, {18, 685}})
      .paid(Amount::hourly_pay, women, {{15, 2'700}, {16, 400}});
  EXPECT_EQ(truth.printed(mean_pay_gap(staff), two_place_percent), "13.59");
  EXPECT_EQ(truth.printed(mean_pay_gap(staff)), "13.6");
  // The man in the middle is paid 15 pounds, the two women in the middle 13 and 15.
  Truth middle;
  middle.paid(Amount::hourly_pay, men, {{12, 672}, {15, 1}, {20, 672}})
      .paid(Amount::hourly_pay, women, {{11, 1'549}, {13, 1}, {15, 1}, {18, 1'549}});
  EXPECT_EQ(middle.printed(median_pay_gap(staff), two_place_percent), "6.67");
  EXPECT_EQ(middle.printed(median_pay_gap(staff)), "6.7");
}

TEST(Paid, the_bonus_gaps_and_proportions_of_acme_come_out) {
  // Means of 1,650 and 1,490 pounds; then medians of 2,300 and 2,225. 1,300 of 1,375 men and 2,000 of 3,125
  // women had a bonus.
  Truth truth;
  truth.paid(Amount::bonus, men, {{1'600, 650}, {1'700, 650}}).paid(Amount::bonus, women, {{1'490, 2'000}});
  EXPECT_EQ(truth.printed(mean_bonus_gap(staff)), "9.7");
  truth.paid(Amount::bonus, men, {{100, 600}, {2'300, 100}, {9'000, 600}})
      .paid(Amount::bonus, women, {{100, 999}, {2'200, 1}, {2'250, 1}, {9'000, 999}});
  EXPECT_EQ(truth.printed(median_bonus_gap(staff)), "3.3");
  truth.people(1'300, men.where("bonus", {"received"})).people(1'375, men);
  truth.people(2'000, women.where("bonus", {"received"})).people(3'125, women);
  EXPECT_EQ(truth.printed(bonus_proportion(staff, "male")), "94.5");
  EXPECT_EQ(truth.printed(bonus_proportion(staff, "female")), "64.0");
}

TEST(Paid, without_a_bonus_for_any_man_there_is_no_bonus_gap_and_without_one_for_any_woman_it_is_100) {
  Truth truth;
  truth.paid(Amount::bonus, women, {{500, 12}}).people(40, men).people(40, women);
  EXPECT_EQ(truth.printed(mean_bonus_gap(staff)), "[z]");
  EXPECT_EQ(truth.printed(median_bonus_gap(staff)), "[z]");
  EXPECT_EQ(truth.printed(bonus_proportion(staff, "male")), "0.0");
  truth.paid(Amount::bonus, women, {}).paid(Amount::bonus, men, {{500, 12}});
  EXPECT_EQ(truth.printed(mean_bonus_gap(staff)), "100.0");
  EXPECT_EQ(truth.printed(median_bonus_gap(staff)), "100.0");
  // A gap that the law does not ask for stays without an answer.
  EXPECT_EQ(truth.printed(gap(mean_bonus(men), mean_bonus(minority))), "[z]");
}

TEST(Paid, what_the_law_asks_of_the_whole_organisation_is_published_for_few_people_too) {
  Truth truth;
  const Population women_paid = women.where("bonus", {"received"}),
                   men_paid = men.where("bonus", {"received"});
  truth.paid(Amount::hourly_pay, men, {{20, 3}}).paid(Amount::hourly_pay, women, {{10, 5}});
  truth.paid(Amount::bonus, men, {{400, 2}}).paid(Amount::bonus, women, {{300, 1}});
  truth.people(4, men).people(8, women).people(2, men_paid).people(1, women_paid);
  EXPECT_EQ(truth.printed(mean_pay_gap(staff)), "50.0");
  EXPECT_EQ(truth.printed(median_pay_gap(staff)), "50.0");
  EXPECT_EQ(truth.printed(mean_bonus_gap(staff)), "25.0");
  EXPECT_EQ(truth.printed(median_bonus_gap(staff)), "25.0");
  EXPECT_EQ(truth.printed(bonus_proportion(staff, "male")), "50.0");
  EXPECT_EQ(truth.printed(bonus_proportion(staff, "female")), "12.5");
  EXPECT_EQ(truth.printed(pay_quarter(staff, 4, "male")), "100.0");
  // Their counts are not published, nor is anything else that is made of them.
  EXPECT_EQ(truth.printed(sum({count(men_paid)}), whole_people), "[c]");
  EXPECT_EQ(truth.printed(ratio(count(men_paid), count(men)), {Unit::ratio, 2}), "[c]");
}

TEST(Paid, an_average_of_few_people_is_withheld_even_where_a_statutory_gap_asks_for_the_same_people) {
  // Each report asks for the statutory gap first, so that the men's distribution is exempt.
  Truth truth;
  truth.paid(Amount::hourly_pay, men, {{20, 9}}).paid(Amount::hourly_pay, women, {{10, 40}});
  EXPECT_EQ(truth.printed(sum({mean_pay_gap(staff)})), "50.0");
  EXPECT_EQ(truth.printed(mean_pay(men), pounds), "[c]");
  EXPECT_EQ(truth.printed(sum({mean_pay_gap(staff), mean_pay(men)}), pounds), "[c]");
  EXPECT_EQ(truth.printed(sum({mean_pay_gap(staff), gap(mean_pay(women), mean_pay(men))})), "[c]");
}

TEST(Paid, a_gap_by_another_characteristic_needs_ten_people_on_each_side) {
  Truth truth;
  truth.paid(Amount::hourly_pay, white, {{20, 10}}).paid(Amount::hourly_pay, minority, {{19, 10}});
  EXPECT_EQ(truth.printed(gap(mean_pay(white), mean_pay(minority))), "5.0");
  EXPECT_EQ(truth.printed(gaps_between(white, minority).median_pay), "5.0");
  truth.paid(Amount::hourly_pay, minority, {{19, 9}});
  EXPECT_EQ(truth.printed(gap(mean_pay(white), mean_pay(minority))), "[c]");
  EXPECT_EQ(truth.printed(gap(mean_pay(minority), mean_pay(white))), "[c]");
}

TEST(Paid, a_gap_that_rounds_to_nought_is_nought_and_not_a_low_figure) {
  Truth truth;
  truth.paid(Amount::hourly_pay, men, {{2'000, 100}})
      .paid(Amount::hourly_pay, women, {{1'999, 1}, {2'000, 99}});
  EXPECT_EQ(truth.printed(mean_pay_gap(staff)), "0.0");
  EXPECT_TRUE(truth.of(mean_pay_gap(staff)).nought_is_an_answer);
  EXPECT_FALSE(truth.of(bonus_proportion(staff, "male")).nought_is_an_answer);
}

TEST(Paid, a_pay_quarter_by_another_characteristic_adds_to_100_with_the_rest) {
  // 96 people on rates of their own: the lowest 24 hold 11 of minority groups and 13 white: 45.8% and 54.2%.
  Truth truth;
  truth.paid(Amount::hourly_pay, minority, {{10, 11}, {20, 12}, {30, 12}, {40, 13}})
      .paid(Amount::hourly_pay, white, {{10, 13}, {20, 12}, {30, 12}, {40, 11}});
  const std::vector<std::string> both = {"minority", "white"};
  EXPECT_EQ(truth.printed(pay_quarter(staff, 1, "ethnicity", {"minority"}, both)), "45.8");
  EXPECT_EQ(truth.printed(pay_quarter(staff, 1, "ethnicity", {"white"}, both)), "54.2");
  EXPECT_EQ(truth.printed(pay_quarter(staff, 4, "ethnicity", {"asian", "black"}, both)), "54.2");
}

TEST(Paid, a_pay_quarter_with_few_people_of_a_group_is_withheld_unless_the_law_asks_for_it) {
  Truth truth;
  truth.paid(Amount::hourly_pay, minority, {{10, 9}, {40, 15}})
      .paid(Amount::hourly_pay, white, {{10, 31}, {20, 105}});
  const std::vector<std::string> both = {"minority", "white"};
  EXPECT_EQ(truth.printed(pay_quarter(staff, 1, "ethnicity", {"minority"}, both)), "[c]");
  EXPECT_EQ(truth.printed(pay_quarter(staff, 1, "ethnicity", {"white"}, both)), "[c]");
  EXPECT_EQ(truth.printed(pay_quarter(staff, 2, "ethnicity", {"minority"}, both)), "0.0");
  truth.paid(Amount::hourly_pay, women, {{10, 9}}).paid(Amount::hourly_pay, men, {{10, 31}, {20, 120}});
  EXPECT_EQ(truth.printed(pay_quarter(staff, 1, "female")), "22.5");
}

TEST(Paid, lineage_says_whose_pay_it_is) {
  const Evaluated evaluated = Truth().of(mean_bonus_gap(staff));
  EXPECT_EQ(
      evaluated.lineage,
      "percentage by which (mean bonus pay of staff, this year, where sex is female) is below (mean bonus "
      "pay of staff, this year, where sex is male)");
  EXPECT_EQ(evaluated.inputs, std::set<std::string>{"staff"});
  EXPECT_EQ(
      Truth().of(pay_quarter(staff, 2, "female")).lineage,
      "percentage whose sex is female in pay quarter 2 of staff, this year, where sex is female or male");
}

}  // namespace
}  // namespace eqr::measures
