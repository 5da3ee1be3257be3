// Hourly pay from its elements: SI 2017/353 Schedule 1 paras 6 and 7. Sums by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/pass/rate_of_pay.hpp"
#include "unit/people/staff_extract.hpp"

namespace eqr::persons::tests {
namespace {

AmountCode hourly(AmountCode ordinary, AmountCode bonus, std::vector<AmountCode> hours,
                  const PayElements& elements) {
  PaidInPeriod paid;
  paid.add_ordinary(ordinary);
  paid.add_bonus(bonus);
  for (const AmountCode each : hours) paid.add_hours(each);
  return paid.hourly(elements);
}

TEST(RateOfPay, a_months_pay_is_brought_down_to_an_hour) {
  PayElements month;
  // £2,000 x 7 / 30.44 / 37 = 12.43030… pounds an hour
  EXPECT_EQ(hourly(20'000'000, blank_amount, {370'000}, month), 124'303);
  // £2,000 and a yearly bonus of £1,200, of which 30.44 / 365.25: 100.0082…; 2,100.0082… x 7 / 30.44 / 37
  // = 13.05186…
  month.bonus_hundredths = 36'525;
  EXPECT_EQ(hourly(20'000'000, 12'000'000, {370'000}, month), 130'519);
}

TEST(RateOfPay, a_weeks_pay_and_the_mean_of_varying_hours) {
  PayElements week;
  week.period_hundredths = 700;
  // £300 a week; 20, 30 and 40 hours, a blank week left out: 30 hours, £10 an hour
  EXPECT_EQ(hourly(3'000'000, blank_amount, {200'000, 300'000, blank_amount, 400'000}, week), 100'000);
  // £100 / 3 hours = 33.33333…
  EXPECT_EQ(hourly(1'000'000, blank_amount, {30'000}, week), 333'333);
  // £200 / 3 hours = 66.66666…, rounded away from nought
  EXPECT_EQ(hourly(2'000'000, blank_amount, {30'000}, week), 666'667);
}

TEST(RateOfPay, without_pay_or_hours_there_is_no_rate) {
  const PayElements month;
  EXPECT_EQ(hourly(blank_amount, blank_amount, {370'000}, month), blank_amount);
  EXPECT_EQ(hourly(20'000'000, blank_amount, {blank_amount}, month), blank_amount);
  EXPECT_EQ(hourly(20'000'000, blank_amount, {0}, month), 0);
  EXPECT_EQ(hourly(not_a_number, blank_amount, {370'000}, month), not_a_number);
  EXPECT_EQ(hourly(99'000'000'000'000, blank_amount, {1}, month), too_great);
}

TEST(Pass, rates_are_worked_out_from_the_elements_that_the_codebook_names) {
  const Codebook codebook = book(std::string(staff_book) + R"(
[pay]
ordinary = ["Basic", "Shift"]
bonus_in_period = "Bonus paid"
period = "four weeks"
hours = ["Week 1", "Week 2"]
)");
  const std::string csv =
      "Number,Team,Gender,Born,Basic,Shift,Bonus paid,Week 1,Week 2\n"
      "1,Café,F,,\"£1,000\",80.00,40,30,40\n"  // 1,120 / 4 / 35 = 8
      "2,Café,F,,,,,30,40\n";                  // not paid: no rate
  const Answered found = answered(codebook, csv, {{staff()}, {{tallies::Amount::hourly_pay, {staff()}}}});
  EXPECT_EQ(
      std::get<tallies::Distribution>(found.answers.amounts.at(tallies::Amount::hourly_pay).at(staff())),
      (tallies::Distribution{{80'000, 1}}));
  EXPECT_EQ(found.findings.without_rate, 1U);
}

TEST(Pass, a_fault_of_an_element_of_pay_is_told_at_its_own_column) {
  const Codebook codebook = book(staff_book + R"(
[pay]
ordinary = ["Basic", "Shift"]
bonus_in_period = "Bonus paid"
hours = ["Week 1", "Week 2"]
)");
  const std::string csv =
      "Number,Team,Gender,Born,Basic,Shift,Bonus paid,Week 1,Week 2\n"
      "1,Café,F,,1000,-5,,30,40\n"
      "2,Café,F,,1000,,x,30,40\n"
      "3,Café,F,,1000,,,30,37.12345\n";
  const std::string hint =
      "\nhint: write pay in pounds and hours as numbers, such as 1850.25 and 37.5; blank when there is none";
  EXPECT_EQ(told([&] {
              (void)answered(codebook, csv, {{}, {{tallies::Amount::hourly_pay, {staff()}}}});
            }),
            "staff.csv:2: column \"Shift\": below nought" + hint +
                "\nstaff.csv:3: column \"Bonus paid\": not a number" + hint +
                "\nstaff.csv:4: column \"Week 2\": more than four decimal places" + hint);
}

}  // namespace
}  // namespace eqr::persons::tests
