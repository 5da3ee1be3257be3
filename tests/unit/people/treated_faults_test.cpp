// What faults become that are not fatal, and rows that count nowhere. Sums by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/people/staff_extract.hpp"

namespace eqr::persons::tests {
namespace {

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
        "staff.csv:9: column \"Share\": hours that are no number, nought or more than the codebook "
        "allows\nhint: "
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

TEST(Pass, a_row_that_is_left_out_stands_against_nobody) {
  const Codebook codebook = book(dated_book + R"(
[[exclude]]
column = "Contract"
values = ["Agency"]
reason = "agency workers are not employed here"
)");
  const std::string csv =
      "Number,Team,Gender,Born,Start,Leave,Contract\n"
      "1,Café,F,,2017-01-01,,Permanent\n"
      "2,Café,M,,,,Agency\n"  // works for the agency as well, without a date of starting
      "2,Café,F,,2017-01-01,,Permanent\n"
      "2,Café,M,,,,Agency\n";
  const Answered found = answered(codebook, csv, {{staff(), women()}, {}});
  EXPECT_EQ(count(found, staff()), 2U);
  EXPECT_EQ(count(found, women()), 2U);
  EXPECT_EQ(found.findings.repeated, 1U);
  EXPECT_EQ(found.findings.not_in_post, 1U) << "the agency's, without a date";
}

TEST(Pass, a_person_who_left_and_came_back_is_not_two_people) {
  const std::string csv =
      "Number,Team,Gender,Born,Start,Leave\n"
      "1,Café,F,,2010-01-01,2015-01-01\n"
      "1,Café,F,,2017-01-01,\n"
      "2,Café,F,,2017-01-01,\n";
  const std::string said = told([&] { answered(book(dated_book), csv, {{staff()}, {}}); });
  EXPECT_EQ(said,
            "staff.csv:3: column \"Number\": the same person stands in line 2 with other values in the "
            "columns that "
            "are used\nhint: keep one row for each person: the one that is true at the snapshot date");
  // Told and passed over, the first row counts, and it has ended.
  const Answered found =
      answered(book(dated_book + "[findings]\nrepeated_people = \"counted\"\n"), csv, {{staff()}, {}});
  EXPECT_EQ(count(found, staff()), 1U);
  EXPECT_EQ(found.findings.repeated, 1U);
}

}  // namespace
}  // namespace eqr::persons::tests
