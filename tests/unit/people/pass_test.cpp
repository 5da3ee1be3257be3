// The pass as a whole: cuts and threads, kinds of rows, what faults become, elements of pay. Sums by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/pass/rate_of_pay.hpp"
#include "unit/people/reading.hpp"

namespace eqr::persons::tests {
namespace {

using tallies::Answer;
using tallies::Count;
using tallies::Key;
using tallies::Questions;
using tallies::Snapshot;

const char* const staff_book = R"(
id = "Number"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [ {id="female", label="Women", values=["F"]}, {id="male", label="Men", values=["M"]} ]
[characteristics.team]
title = "Team"
column = "Team"
groups = [
  {id="adults", label="Adults", values=["Adults, Health and Care"]},
  {id="hub", label="The Hub", values=["The \"Hub\"\nat County Hall"]},
  {id="cafe", label="Café", values=["Café"]},
]
[characteristics.age-band]
title = "Age"
born = "Born"
bands = [ {id="young", label="Under 40", to=39}, {id="old", label="40 and over", from=40} ]
)";

Key women() {
  return staff({{"sex", {"female"}}});
}

Answered answered(const Codebook& codebook, const std::string& csv, const Questions& questions,
                  const Occasion& occasion = this_year, const Reading& reading = {},
                  std::size_t block = 1'000'000) {
  support::MemoryBlocks blocks(csv, block);
  return answer(codebook, occasion, blocks, questions, reading);
}

std::uint64_t count(const Answered& answers, const Key& key) {
  return std::get<Count>(answers.answers.counts.at(key)).people;
}

TEST(Pass, a_nasty_extract_is_counted_the_same_wherever_it_is_cut_and_by_however_many) {
  const std::string nasty =
      "\xEF\xBB\xBFNumber,Team,Gender,\"Born\r\n(date)\",Born\r\n"
      "1,\"Adults, Health and Care\",F,x,1990-01-01\r\n"
      "2,\"The \"\"Hub\"\"\nat County Hall\",\"M\",,\"01/02/1950\"\n"
      "\n\r\n"
      "\"3\",Caf\xC3\xA9,F,\"a\n\n\"\"b\"\"\n\",1990-01-01\r\n"
      "4,caf\xC3\xA9 , f ,,\n"
      "2,\"The \"\"Hub\"\"\nat County Hall\",\"M\",,1950-02-01\n"
      "5,,M,\"\",1950-02-01";
  const Codebook codebook = book(staff_book);
  const Key hub = staff({{"team", {"hub"}}}),
            young_women = staff({{"sex", {"female"}}, {"age-band", {"young"}}});
  const Questions questions{{staff(), women(), hub, young_women}, {}};
  for (std::size_t threads = 1; threads <= 3; ++threads) {
    for (std::size_t block = 1; block <= nasty.size() + 1; ++block) {
      const Answered found = answered(codebook, nasty, questions, this_year, {threads, nullptr, {}}, block);
      SCOPED_TRACE("blocks of " + std::to_string(block) + " bytes, threads: " + std::to_string(threads));
      ASSERT_EQ(count(found, staff()), 5U);
      ASSERT_EQ(count(found, women()), 3U);
      ASSERT_EQ(count(found, hub), 1U);
      ASSERT_EQ(count(found, young_women), 2U);
      ASSERT_EQ(found.findings.rows, 6U);
      ASSERT_EQ(found.findings.repeated, 1U);
      ASSERT_EQ(found.findings.blanks.at("Team"), 1U);
    }
  }
}

TEST(Pass, faults_have_the_same_lines_wherever_the_extract_is_cut) {
  std::string csv = "Number,Team,Gender,Born\n";
  for (int i = 1; i <= 12; ++i) {
    csv += std::to_string(i) + ",\"two\nlines\",F,\n";
    csv += std::to_string(i) + "b,Café,Z,\n";
  }
  const Codebook codebook = book(staff_book);
  const Questions questions{{women(), staff({{"team", {"cafe"}}})}, {}};
  const std::string expected = told([&] { (void)answered(codebook, csv, questions); });
  EXPECT_THAT(expected, testing::HasSubstr("staff.csv:2: column \"Team\""));
  EXPECT_THAT(expected, testing::HasSubstr("(12 rows: lines 4, 7, 10, 13, 16 and others)"));
  for (std::size_t block = 1; block < 60; ++block) {
    ASSERT_EQ(expected, told([&] {
                (void)answered(codebook, csv, questions, this_year, {3, nullptr, {}}, block);
              }));
  }
}

TEST(Pass, what_comes_through_a_pipe_and_is_broken_is_told_as_far_as_it_was_read) {
  support::MemoryBlocks blocks("Number,Team,Gender,Born\n1,Café,F,\n2,CANARY\"x,F,\n3,Café,F,\n", 40);
  blocks.only_once();
  const std::string message = told([&] {
    (void)answer(book(staff_book), this_year, blocks, {{women()}, {}}, {2, nullptr, {}});
  });
  EXPECT_EQ(message,
            "staff.csv:3: column \"Team\": holds a quotation mark although it does not begin with one\n"
            "hint: put the whole field in quotation marks and write those inside it twice");
}

TEST(Pass, semicolons_tabs_and_windows_1252_are_read_and_said) {
  const Codebook codebook = book(staff_book);
  const Key cafe = staff({{"team", {"cafe"}}});
  const Answered semicolons =
      answered(codebook, "Number;Team;Gender;Born\n1;Caf\xE9;F;\n2;\"Café\";M;\n", {{cafe}, {}});
  EXPECT_EQ(count(semicolons, cafe), 2U);
  EXPECT_EQ(semicolons.findings.notes,
            (std::vector<std::string>{"text that is not UTF-8 was read as Windows-1252",
                                      "fields are separated by semicolons"}));
  const Answered tabs = answered(codebook, "Number\tTeam\tGender\tBorn\n1\tCafé\tF\t\n", {{cafe}, {}});
  EXPECT_EQ(count(tabs, cafe), 1U);
  EXPECT_EQ(tabs.findings.notes, (std::vector<std::string>{"fields are separated by tabs"}));
}

// ---- one extract for two years ----

const std::string dated_book = std::string(staff_book) + R"(
[in_post]
start = "Start"
leave = "Leave"
)";

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

// ---- what a row may be ----

Occasion of_rows(RowsAre rows) {
  Occasion occasion = this_year;
  occasion.rows = rows;
  return occasion;
}

const std::string posts =
    "Number,Team,Gender,Born,Main,Hours\n"
    "1,Café,F,,Y,10\n"
    "1,\"Adults, Health and Care\",F,,N,20\n"
    "2,\"Adults, Health and Care\",M,,N,18.5\n"
    "2,Café,M,,Y,18.5\n"
    "3,Café,F,,Y,37\n";

TEST(Pass, of_several_posts_the_one_that_is_marked_counts) {
  const Codebook codebook =
      book(std::string(staff_book) + "[main_post]\ncolumn = \"Main\"\nvalues = [\"Y\"]\n");
  const Key cafe = staff({{"team", {"cafe"}}});
  const Answered found = answered(codebook, posts, {{staff(), cafe}, {}}, of_rows(RowsAre::posts));
  EXPECT_EQ(count(found, staff()), 3U);
  EXPECT_EQ(count(found, cafe), 3U);
  EXPECT_EQ(found.findings.repeated, 2U);
  EXPECT_EQ(told([&] {
              (void)answered(codebook, posts + "3,Café,F,,Y,1\n4,Café,F,,N,1\n", {{cafe}, {}},
                             of_rows(RowsAre::posts));
            }),
            "staff.csv:8: column \"Main\": a person of whom no post is marked as the main one\n"
            "hint: mark one post of each person as the main one");
  EXPECT_THAT(
      told([&] {
        (void)answered(codebook, posts + "3,,F,,Y,1\n", {{cafe}, {}}, of_rows(RowsAre::posts));
      }),
      testing::StartsWith("staff.csv:7: column \"Number\": another post of the same person is marked as the "
                          "main one in line 6\nhint: "));
}

TEST(Pass, of_several_posts_the_one_with_the_most_hours_counts_and_of_equals_the_first) {
  const Codebook codebook = book(std::string(staff_book) + "[main_post]\nmost_hours = \"Hours\"\n");
  const Key cafe = staff({{"team", {"cafe"}}}), adults = staff({{"team", {"adults"}}});
  for (std::size_t block = 1; block < 60; ++block) {
    const Answered found = answered(codebook, posts, {{staff(), cafe, adults}, {}}, of_rows(RowsAre::posts),
                                    {3, nullptr, {}}, block);
    ASSERT_EQ(count(found, staff()), 3U);
    ASSERT_EQ(count(found, cafe), 1U);
    ASSERT_EQ(count(found, adults), 2U);
    ASSERT_EQ(found.findings.rows, 5U);
    ASSERT_EQ(found.findings.repeated, 2U);
  }
}

TEST(Pass, events_look_their_people_up_and_count_rows_or_people) {
  const Codebook people_book = book(staff_book);
  const std::string people = "Number,Team,Gender,Born\n1,Café,F,\n2,Café,M,\n3,Café,F,\n";
  const Answered staff_read =
      answered(people_book, people, {{staff()}, {}}, this_year, {2, nullptr, {"sex"}}, 7);

  Codebook events = book(R"(
id = "Who"
dated = "When"
[characteristics.sex]
looked_up = true
[characteristics.kind]
title = "Training"
column = "Kind"
groups = [ {id="safety", label="Safety", values=["Safety"]}, {id="other", label="Other", values=["Other"]} ]
)",
                         Use::events);
  adopt_looked_up(events, people_book);
  const std::string csv =
      "Who,When,Kind\n"
      "1,2017-05-01,Safety\n"
      "1,2018-03-31,Other\n"
      "2,2017-03-31,Safety\n"  // last year
      "3,2017-06-01,Safety\n"
      "9,2017-06-01,Other\n";  // nobody in the extract of people
  const Key all{"training", Snapshot::this_year, {}},
      by_women{"training", Snapshot::this_year, {{"sex", {"female"}}}},
      unknown{"training", Snapshot::this_year, {{"sex", {"not-stated"}}}},
      men_last{"training", Snapshot::last_year, {{"sex", {"male"}}}};
  const Questions questions{{all, by_women, unknown, men_last}, {}};
  Occasion occasion{"training", Snapshot::this_year, snapshot_day, "training.csv"};
  occasion.rows = RowsAre::events;
  occasion.before = {std::chrono::year{2017}, std::chrono::March, std::chrono::day{31}};
  const Answered rows = answered(events, csv, questions, occasion, {1, &staff_read.kept, {}});
  EXPECT_EQ(count(rows, all), 4U);
  EXPECT_EQ(count(rows, by_women), 3U);
  EXPECT_EQ(count(rows, unknown), 1U);
  EXPECT_EQ(rows.findings.unknown_people, 1U);
  EXPECT_FALSE(rows.answers.counts.contains(men_last)) << "nobody said that the dates tell last year";

  occasion.answers_before = true;
  occasion.once_each = true;
  const Answered each = answered(events, csv, questions, occasion, {2, &staff_read.kept, {}}, 9);
  EXPECT_EQ(count(each, all), 3U);
  EXPECT_EQ(count(each, by_women), 2U);
  EXPECT_EQ(std::get<Count>(each.answers.counts.at(men_last)).people, 1U);
}

// ---- what becomes of faults ----

TEST(Pass, faults_that_are_not_fatal_are_counted_and_say_how_each_was_treated) {
  const std::string toml = dated_book + R"(
[pay]
hourly = "Rate"
[hours]
column = "Share"
most = 1.0
[findings]
unknown_values = "counted"
birth_dates = "counted"
start_dates = "counted"
leave_dates = "counted"
repeated_people = "counted"
blank_rows = "counted"
pay = "counted"
)";
  const std::string csv =
      "Number,Team,Gender,Born,Start,Leave,Rate,Share\n"
      "1,Café,CANARY,1990-01-01,2000-01-01,,10,1\n"
      "2,Café,F,CANARY,2000-01-01,,10,1\n"
      "3,Café,F,1990-01-01,CANARY,,10,1\n"
      "4,Café,F,1990-01-01,2000-01-01,1999-01-01,10,1\n"
      "4,Café,M,1990-01-01,2000-01-01,,10,1\n"
      ",Café,F,1990-01-01,2000-01-01,,10,1\n"
      "5,Café,F,1990-01-01,2000-01-01,,0,1\n"
      "6,Café,F,1990-01-01,2000-01-01,,10,1.2\n";
  const Key nobody_knows = staff({{"sex", {"not-stated"}}}), ageless = staff({{"age-band", {"not-stated"}}});
  const Answered found =
      answered(book(toml), csv,
               {{staff(), women(), nobody_knows, ageless}, {{tallies::Amount::hourly_pay, {staff()}}}});
  EXPECT_EQ(count(found, staff()), 5U);
  EXPECT_EQ(count(found, women()), 4U);
  EXPECT_EQ(count(found, nobody_knows), 1U);
  EXPECT_EQ(count(found, ageless), 1U);
  EXPECT_EQ(
      std::get<tallies::Distribution>(found.answers.amounts.at(tallies::Amount::hourly_pay).at(staff())),
      (tallies::Distribution{{100'000, 4}}));
  std::string all;
  for (const problems::Problem& problem : found.findings.treated) all += problems::text(problem) + '\n';
  EXPECT_THAT(all, testing::Not(testing::HasSubstr("CANARY")));
  for (const char* line :
       {"staff.csv:2: column \"Gender\": a value that the codebook does not list\nhint: counted as not "
        "stated; ",
        "staff.csv:3: column \"Born\": not a date\nhint: counted as not stated; ",
        "staff.csv:4: column \"Start\": not a date\nhint: left out; ",
        "staff.csv:5: column \"Leave\": a date before \"Start\" of the same row\nhint: counted as still in "
        "post; ",
        "staff.csv:6: column \"Number\": a person who stands in an earlier line with other values\nhint: the "
        "first row is counted",
        "staff.csv:7: column \"Number\": blank: the row does not say whose it is\nhint: left out",
        "staff.csv:8: column \"Rate\": an hourly rate that is not above nought\nhint: left out of the pay "
        "measures; ",
        "staff.csv:9: column \"Share\": hours that are nought or more than the codebook allows\nhint: "
        "counted all the same; "}) {
    EXPECT_THAT(all, testing::HasSubstr(line));
  }
}

TEST(Pass, of_more_values_than_can_be_kept_none_is_named_that_few_people_share) {
  const Codebook codebook = book(std::string(staff_book) + "[findings]\nunknown_values = \"counted\"\n");
  std::string csv = "Number,Team,Gender,Born\n0,Café,CANARYfirst,\n";
  for (int i = 1; i <= 17'000; ++i) csv += std::to_string(i) + ",Café,CANARY" + std::to_string(i) + ",\n";
  for (int i = 0; i < 12; ++i) csv += "s" + std::to_string(i) + ",Café,Shared,\n";
  const Answered found = answered(codebook, csv, {{women()}, {}}, this_year, {2, nullptr, {}}, 100'000);
  std::uint64_t rows = 0;
  for (const RowFaults::Summary& summary : found.findings.treated_rows) rows += summary.rows;
  EXPECT_EQ(rows, 17'013U);
  for (const problems::Problem& problem : found.findings.treated) {
    EXPECT_THAT(problems::text(problem), testing::Not(testing::HasSubstr("CANARY")));
  }
}

TEST(Pass, a_row_that_repeats_a_person_with_a_value_nobody_knows_is_the_same_row_to_any_thread) {
  const Codebook codebook = book(std::string(staff_book) + "[findings]\nunknown_values = \"counted\"\n");
  std::string csv = "Number,Team,Gender,Born\n", again;
  for (int i = 0; i < 300; ++i) {
    const std::string row = std::to_string(i) + ",Café,Q" + std::to_string(i) + ",\n";
    csv += row;
    again = row + again;
  }
  const Answered found = answered(codebook, csv + again, {{women()}, {}}, this_year, {3, nullptr, {}}, 512);
  EXPECT_EQ(found.findings.repeated, 300U);
  EXPECT_EQ(found.findings.counted, 300U);
}

TEST(Pass, rows_that_count_nowhere_stand_against_nobody) {
  const Codebook codebook = book(dated_book + R"(
[[exclude]]
column = "Contract"
values = ["Agency"]
reason = "agency workers are not employed here"
)");
  const std::string csv =
      "Number,Team,Gender,Born,Start,Leave,Contract\n"
      "1,Café,F,,2010-01-01,2015-01-01,Permanent\n"  // came back
      "1,Café,F,,2017-01-01,,Permanent\n"
      "2,Café,M,,,,Agency\n"  // works for the agency as well, without a date of starting
      "2,Café,F,,2017-01-01,,Permanent\n"
      "2,Café,M,,,,Agency\n";
  const Answered found = answered(codebook, csv, {{staff(), women()}, {}});
  EXPECT_EQ(count(found, staff()), 2U);
  EXPECT_EQ(count(found, women()), 2U);
  EXPECT_EQ(found.findings.repeated, 1U);
  EXPECT_EQ(found.findings.not_in_post, 2U) << "the ended post, and the agency's without a date";
}

// ---- elements of pay: SI 2017/353 Schedule 1 paras 6 and 7, sums by hand ----

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

}  // namespace
}  // namespace eqr::persons::tests
