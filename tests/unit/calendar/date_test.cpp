#include "calendar/date.hpp"

#include <gtest/gtest.h>

namespace eqr::calendar {
namespace {

using namespace std::chrono_literals;

const Date end_of_march = 2018y / 3 / 31;

TEST(Dates, AnIsoAndABritishDateAreRead) {
  for (const char* text : {"2018-03-31", "31/03/2018", "31.03.2018", "31-03-2018"})
    EXPECT_EQ(parse_date(text), end_of_march) << text;
}

TEST(Dates, TheDayComesBeforeTheMonth) {
  EXPECT_EQ(parse_date("04/05/2018"), 2018y / 5 / 4);
}

TEST(Dates, WhatIsNoDateIsNotRead) {
  for (const char* text :
       {"", "2018-3-31", "31/3/2018", "31/03/18", "31 March 2018", "2018/03/31", "31/03-2018", "03/31/2018",
        "2018-00-10", "2018-13-01", "2018-04-31", "2018-01-00", "201a-01-01", "-018-01-01", "2018-+1-01",
        " 2018-03-31", "2018-03-31 ", "31/03/2018T"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(Dates, TheTwentyNinthOfFebruaryIsADateInLeapYearsOnly) {
  EXPECT_TRUE(parse_date("2016-02-29").has_value());
  EXPECT_TRUE(parse_date("2000-02-29").has_value());
  EXPECT_FALSE(parse_date("2018-02-29").has_value());
  EXPECT_FALSE(parse_date("1900-02-29").has_value());
}

TEST(Dates, ADateIsWrittenForMachinesAndForPeople) {
  EXPECT_EQ(iso_text(end_of_march), "2018-03-31");
  EXPECT_EQ(iso_text(2018y / 4 / 1), "2018-04-01");
  EXPECT_EQ(long_text(end_of_march), "31 March 2018");
  EXPECT_EQ(long_text(2018y / 12 / 1), "1 December 2018");
}

TEST(Dates, AgeIsCompletedYearsAsABirthdayCountsThem) {
  EXPECT_EQ(age_at(1978y / 3 / 31, end_of_march), 40);
  EXPECT_EQ(age_at(1978y / 4 / 1, end_of_march), 39);
  EXPECT_EQ(age_at(1978y / 3 / 30, end_of_march), 40);
  EXPECT_EQ(age_at(1978y / 12 / 1, end_of_march), 39);
  EXPECT_EQ(age_at(1978y / 1 / 31, end_of_march), 40);
}

TEST(Dates, ABirthdayOnTheTwentyNinthOfFebruaryCountsOnTheFirstOfMarch) {
  EXPECT_EQ(age_at(2000y / 2 / 29, 2018y / 2 / 28), 17);
  EXPECT_EQ(age_at(2000y / 2 / 29, 2018y / 3 / 1), 18);
  EXPECT_EQ(age_at(2000y / 2 / 29, 2016y / 2 / 29), 16);
}

}  // namespace
}  // namespace eqr::calendar
