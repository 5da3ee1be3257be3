#include "report/values.hpp"

#include <gtest/gtest.h>

#include "report/numberless.hpp"

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

Placeholder with(Filter filter, std::string otherwise = {}) {
  return {"workforce.figure", filter, std::move(otherwise), {}};
}

std::string pence(std::int64_t digits, int places) {
  Figure gap = figure(0, 0);
  gap.value = Number{{digits, places}, {}, Unit::percent, {}, {}};
  return in_prose(gap, with(Filter::pence));
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
  EXPECT_EQ(in_prose(gap, with(Filter::pence)), "[z]");
}

TEST(Values, FiltersSpeakOfTheValuesAsPrinted) {
  EXPECT_EQ(in_prose(figure(139, 136), with(Filter::none)), "13.9%");
  EXPECT_EQ(in_prose(figure(139, 136), with(Filter::from_to)), "from 13.6% to 13.9%");
  EXPECT_EQ(in_prose(figure(139, 136), with(Filter::change)), "up 0.3 percentage points");
  EXPECT_EQ(in_prose(figure(136, 139), with(Filter::change)), "down 0.3 percentage points");
  EXPECT_EQ(in_prose(figure(139, 139), with(Filter::change)), "unchanged");
  EXPECT_EQ(in_prose(figure(139, 129), with(Filter::change)), "up 1.0 percentage point");
}

TEST(Values, AWithheldValueStaysWithheldInEveryFilter) {
  Figure withheld = figure(139, 136);
  withheld.last_year = Shorthand{"c", "few"};
  EXPECT_EQ(in_prose(withheld, with(Filter::from_to)), "[c]");
  EXPECT_EQ(in_prose(withheld, with(Filter::change)), "[c]");
}

TEST(Values, the_words_of_else_are_the_same_whatever_the_reason) {
  const std::string words = "a share that is not published";
  for (const char* code : {"c", "x", "z", "low"}) {
    Figure missing = figure(139, 136);
    missing.value = Shorthand{code, "…"};
    for (const Filter filter : {Filter::none, Filter::from_to, Filter::change, Filter::pence}) {
      EXPECT_EQ(in_prose(missing, with(filter, words)), words) << code;
    }
    Figure without_last_year = figure(139, 136);
    without_last_year.last_year = Shorthand{code, "…"};
    EXPECT_EQ(in_prose(without_last_year, with(Filter::change, words)), words) << code;
    EXPECT_EQ(in_prose(without_last_year, with(Filter::none, words)), "13.9%") << code;
  }
  EXPECT_EQ(in_prose(figure(139, 136), with(Filter::from_to, words)), "from 13.6% to 13.9%");
}

TEST(Values, words_that_tell_a_size_are_known) {
  for (const char* words :
       {"2 people", "½", "٣", "two", "Twenty-one", "a third", "dozens", "too few to publish", "nobody",
        "a small number", "H₂O", "no women", "tri o bobl", "naught’s", "more"}) {
    EXPECT_TRUE(word_of_size(words)) << words;
  }
  for (const char* words :
       {"a number that is not published", "someone’s share, withheld", "nifer nad yw’n cael ei gyhoeddi",
        "not shown", "tŷ – wedi’i ddal yn ôl", "an unpublished share (see the notes)", "often"}) {
    EXPECT_EQ(word_of_size(words), std::nullopt) << words;
  }
  EXPECT_EQ(word_of_size("the other TWO of them"), "TWO");
  EXPECT_EQ(word_of_size("all but 3% of them"), "all");
  EXPECT_EQ(word_of_size("just 3% of them"), "3%");
}

}  // namespace
}  // namespace eqr::report
