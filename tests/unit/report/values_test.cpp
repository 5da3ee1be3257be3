#include "report/values.hpp"

#include <gtest/gtest.h>

namespace eqr::report {
namespace {

using measures::Evaluated;
using measures::Known;
using numbers::Exact;

Evaluated known(Exact value, int places) {
  Evaluated evaluated;
  evaluated.outcome = Known{std::move(value), {}, {}, {}, {}};
  evaluated.places = places;
  return evaluated;
}

TEST(Values, ANumberThatRoundsToNoughtButIsNotIsLow) {
  EXPECT_EQ(printed(printed_value(known(Exact(4) / 100, 1), eqr::Unit::percent)), "[low]");
  EXPECT_EQ(printed(printed_value(known(Exact(5) / 100, 1), eqr::Unit::percent)), "0.1%");
  EXPECT_EQ(printed(printed_value(known(0, 1), eqr::Unit::percent)), "0.0%");
}

TEST(Values, NumbersArePrintedWithTheirUnit) {
  EXPECT_EQ(printed(printed_value(known(1'181'000, 0), eqr::Unit::people)), "1,181,000");
  EXPECT_EQ(printed(printed_value(known(Exact(-9) / 10, 1), eqr::Unit::percent)), "\u22120.9%");
  EXPECT_EQ(printed(printed_value(known(1, 1), eqr::Unit::percentage_points)), "1.0 percentage point");
  EXPECT_EQ(printed(printed_value(known(-250, 0), eqr::Unit::pounds)), "\u2212£250");
}

TEST(Values, AQualifierARangeAndAStatusStandWithTheNumber) {
  Evaluated about = known(500, 0);
  std::get<Known>(about.outcome).qualifier = "about";
  std::get<Known>(about.outcome).status = "provisional";
  EXPECT_EQ(printed(printed_value(about, eqr::Unit::people)), "about 500 [p]");
  Evaluated range = known(5, 0);
  std::get<Known>(range.outcome).upper = 6;
  EXPECT_EQ(printed(printed_value(range, eqr::Unit::things)), "5 to 6");
}

TEST(Values, a_change_or_a_gap_that_rounds_to_nought_is_nought) {
  Evaluated gap = known(Exact(4) / 100, 1);
  gap.nought_is_an_answer = true;
  EXPECT_EQ(printed(printed_value(gap, eqr::Unit::percent)), "0.0%");
}

Figure figure(int tenths, int tenths_before) {
  return {"f",
          "F",
          Number{{tenths, 1}, {}, Unit::percent, {}, {}},
          Number{{tenths_before, 1}, {}, Unit::percent, {}, {}},
          "",
          "",
          {}};
}

std::string pence(std::int64_t digits, int places) {
  Figure gap = figure(0, 0);
  gap.value = Number{{digits, places}, {}, Unit::percent, {}, {}};
  return in_prose(gap, Filter::pence);
}

TEST(Values, a_gap_in_pence_is_worded_as_the_government_service_words_it) {
  // The gaps of the guidance's example: 13.59, 6.67, 9.7 and 3.3.
  EXPECT_EQ(pence(1'359, 2), "86p");
  EXPECT_EQ(pence(667, 2), "93p");
  EXPECT_EQ(pence(97, 1), "90p");
  EXPECT_EQ(pence(33, 1), "97p");
  EXPECT_EQ(pence(-50, 1), "£1.05");
  EXPECT_EQ(pence(-1'000, 1), "£2.00");
  EXPECT_EQ(pence(1'000, 1), "0p");
}

TEST(Values, half_a_penny_goes_to_the_even_penny_and_no_gap_is_the_same) {
  EXPECT_EQ(pence(135, 1), "86p");  // 86.5
  EXPECT_EQ(pence(145, 1), "86p");  // 85.5
  EXPECT_EQ(pence(125, 1), "88p");  // 87.5
  EXPECT_EQ(pence(4, 1), "£1.00");  // 99.6
  EXPECT_EQ(pence(0, 1), "the same");
}

TEST(Values, a_gap_that_is_not_printed_has_no_pence) {
  Figure gap = figure(0, 0);
  gap.value = Shorthand{"z", "Not applicable."};
  EXPECT_EQ(in_prose(gap, Filter::pence), "[z]");
}

TEST(Values, FiltersSpeakOfTheValuesAsPrinted) {
  EXPECT_EQ(in_prose(figure(139, 136), Filter::none), "13.9%");
  EXPECT_EQ(in_prose(figure(139, 136), Filter::from_to), "from 13.6% to 13.9%");
  EXPECT_EQ(in_prose(figure(139, 136), Filter::change), "up 0.3 percentage points");
  EXPECT_EQ(in_prose(figure(136, 139), Filter::change), "down 0.3 percentage points");
  EXPECT_EQ(in_prose(figure(139, 139), Filter::change), "unchanged");
  EXPECT_EQ(in_prose(figure(139, 129), Filter::change), "up 1.0 percentage point");
}

TEST(Values, AWithheldValueStaysWithheldInEveryFilter) {
  Figure withheld = figure(139, 136);
  withheld.last_year = Shorthand{"c", "few"};
  EXPECT_EQ(in_prose(withheld, Filter::from_to), "[c]");
  EXPECT_EQ(in_prose(withheld, Filter::change), "[c]");
}

}  // namespace
}  // namespace eqr::report
