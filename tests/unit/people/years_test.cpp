// One extract for two years, and what dates tell. Sums by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/people/staff_extract.hpp"

namespace eqr::persons::tests {
namespace {

Occasion both_years() {
  Occasion occasion = this_year;
  occasion.before = {std::chrono::year{2017}, std::chrono::March, std::chrono::day{31}};
  occasion.answers_before = true;
  return occasion;
}

Key moved(const std::string& how) {
  return staff({{"movement", {how}}});
}

TEST(Pass, dates_tell_who_stayed_started_and_left_and_last_years_figures) {
  std::string fixed = dated_book;
  fixed.replace(fixed.find("column = \"Gender\""), 17, "column = \"Gender\"\nfixed = true");
  const std::string csv =
      "Number,Team,Gender,Born,Start,Leave\n"
      "1,Café,F,1978-03-31,2000-01-01,\n"            // stayed; turned 40 on the snapshot
      "2,Café,F,1990-01-01,2017-03-31,2018-04-01\n"  // stayed
      "3,Café,M,1990-01-01,2017-04-01,\n"            // started
      "4,Café,F,1950-01-01,2010-01-01,2018-03-31\n"  // left on the day of the snapshot
      "5,Café,F,1950-01-01,2017-06-01,2017-12-31\n"  // started and left
      "6,Café,M,1950-01-01,2000-01-01,2017-03-31\n"  // gone before the period
      "7,Café,M,1950-01-01,2018-04-01,\n";           // not yet
  const Key last{"staff", Snapshot::last_year, {}},
      women_last{"staff", Snapshot::last_year, {{"sex", {"female"}}}},
      team_last{"staff", Snapshot::last_year, {{"team", {"cafe"}}}},
      old_last{"staff", Snapshot::last_year, {{"age-band", {"old"}}}},
      old_now = staff({{"age-band", {"old"}}});
  const Questions questions{{staff(), last, women_last, team_last, old_last, old_now, moved("stayed"),
                             moved("started"), moved("left"), moved("started-and-left")},
                            {}};
  const Answered found = answered(book(fixed), csv, questions, both_years());
  EXPECT_EQ(count(found, staff()), 3U);
  EXPECT_EQ(count(found, last), 3U);
  EXPECT_EQ(count(found, women_last), 3U);
  EXPECT_EQ(count(found, old_now), 1U);
  EXPECT_EQ(count(found, old_last), 1U) << "the first was 39 then, the fourth 67";
  EXPECT_EQ(count(found, moved("stayed")), 2U);
  EXPECT_EQ(count(found, moved("started")), 1U);
  EXPECT_EQ(count(found, moved("left")), 1U);
  EXPECT_EQ(count(found, moved("started-and-left")), 1U);
  EXPECT_EQ(std::get<tallies::Unavailable>(found.answers.counts.at(team_last)).reason,
            "\"team\" may have changed since, and the records hold it as it is now");
  EXPECT_EQ(found.findings.counted_last, 3U);
}

TEST(Pass, length_of_service_and_dates_within_the_period_are_told_from_dates) {
  const std::string toml = dated_book + R"(
[characteristics.service]
title = "Length of service"
since = "Start"
bands = [ {id="short", label="Under 2 years", to=1}, {id="long", label="2 years and more", from=2} ]
[characteristics.apprentice-start]
title = "Apprenticeships begun"
within_period = "Apprentice"
)";
  const std::string csv =
      "Number,Team,Gender,Born,Start,Leave,Apprentice\n"
      "1,Café,F,1990-01-01,2016-04-01,,2017-04-01\n"  // one year and 364 days
      "2,Café,F,1990-01-01,2016-03-31,,31/03/2018\n"  // two years on the day
      "3,Café,F,1990-01-01,2000-01-01,,2017-03-31\n"
      "4,Café,F,1990-01-01,2000-01-01,,2018-04-01\n"
      "5,Café,F,1990-01-01,2000-01-01,,\n";
  const auto one = [](const std::string& column, const std::string& group) {
    return staff({{column, {group}}});
  };
  const Questions questions{
      {one("service", "short"), one("service", "long"), one("apprentice-start", "in-period"),
       one("apprentice-start", "before"), one("apprentice-start", "none")},
      {}};
  const Answered found = answered(book(toml), csv, questions, both_years());
  EXPECT_EQ(count(found, one("service", "short")), 1U);
  EXPECT_EQ(count(found, one("service", "long")), 4U);
  EXPECT_EQ(count(found, one("apprentice-start", "in-period")), 2U);
  EXPECT_EQ(count(found, one("apprentice-start", "before")), 1U);
  EXPECT_EQ(count(found, one("apprentice-start", "none")), 2U);
}

}  // namespace
}  // namespace eqr::persons::tests
