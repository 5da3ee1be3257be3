// What is said about faulty extracts. The value CANARY stands for something private: no message may hold it.
#include "people/tally.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/people/reading.hpp"

namespace eqr::persons::tests {
namespace {

const char* const toml = R"(
id = "Number"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [ {id="female", label="Women", values=["F"]}, {id="male", label="Men", values=["M"]} ]
[characteristics.age-band]
title = "Age"
born = "Born"
bands = [ {id="young", label="Under 40", from=16, to=39}, {id="old", label="40 and over", from=40} ]
[pay]
hourly = "Rate"
full_pay = { column = "Full pay", values = ["Y"] }
[in_post]
start = "Start"
leave = "Leave"
)";

const tallies::Questions all_questions{
    {staff(), staff({{"sex", {"female"}}}), staff({{"age-band", {"young"}}})},
    {{tallies::Amount::hourly_pay, {staff()}}}};

const std::string header = "Number,Gender,Born,Rate,Full pay,Start,Leave\n";

std::string fault(const std::string& rows, const tallies::Questions& questions = all_questions) {
  const std::string message = told([&] { (void)answers(book(toml), header + rows, questions); });
  EXPECT_THAT(message, testing::Not(testing::HasSubstr("CANARY")));
  return message;
}

TEST(Extract, all_missing_columns_are_told_at_once_with_near_guesses) {
  EXPECT_EQ(told([&] {
              (void)answers(book(toml), "Number,Gendr,Born,Full pay,Start\n1,F,1990-01-01,Y,2000-01-01\n",
                            all_questions);
            }),
            "staff.csv:1: column \"Leave\": the extract has no such column\n"
            "hint: export it too, or mend the heading in the codebook hr.toml\n"
            "staff.csv:1: column \"Gender\": the extract has no such column\nhint: did you mean \"Gendr\"?\n"
            "staff.csv:1: column \"Rate\": the extract has no such column\n"
            "hint: export it too, or mend the heading in the codebook hr.toml");
}

TEST(Extract, a_file_without_headings_does_not_have_its_first_record_told) {
  const std::string message = told([&] {
    Codebook plain = book(toml);
    plain.in_post.reset();
    (void)answers(plain, "CANARY-17,F\nCANARY-18,M\n", {{staff({{"sex", {"female"}}})}, {}});
  });
  EXPECT_EQ(message,
            "staff.csv:1: column \"Number\": the extract has no such column\n"
            "hint: the first line of the file has to hold the headings that the codebook names\n"
            "staff.csv:1: column \"Gender\": the extract has no such column\n"
            "hint: the first line of the file has to hold the headings that the codebook names");
}

TEST(Extract, only_the_columns_that_questions_need_have_to_be_there) {
  EXPECT_EQ(told([&] {
              (void)answers(book(toml), "Number,Start,Leave\n1,2000-01-01,\n", {{staff()}, {}});
            }),
            "");
}

TEST(Extract, an_unlisted_value_is_told_by_line_and_not_by_name) {
  EXPECT_EQ(fault("1,F,1990-01-01,10,Y,2000-01-01,\n"
                  "2,CANARY,1990-01-01,10,Y,2000-01-01,\n"),
            "staff.csv:3: column \"Gender\": a value that the codebook does not list\n"
            "hint: add it to the values of a group of characteristic \"sex\" in the codebook hr.toml");
  EXPECT_EQ(
      fault("1,CANARY-1,1990-01-01,10,Y,2000-01-01,\n"
            "2,CANARY-2,1990-01-01,10,Y,2000-01-01,\n"
            "3,CANARY-1,1990-01-01,10,Y,2000-01-01,\n"),
      "staff.csv:2: column \"Gender\": 2 values that the codebook does not list (3 rows: lines 2, 3 and 4)\n"
      "hint: add it to the values of a group of characteristic \"sex\" in the codebook hr.toml");
}

TEST(Extract, an_unlisted_value_is_named_once_ten_people_share_it) {
  std::string nine, ten;
  for (int i = 1; i <= 10; ++i) {
    (i < 10 ? nine : ten) += std::to_string(i) + ",Vrouw,1990-01-01,10,Y,2000-01-01,\n";
  }
  ten = nine + ten;
  EXPECT_EQ(
      fault(nine),
      "staff.csv:2: column \"Gender\": a value that the codebook does not list (9 rows: lines 2, 3, 4, 5, 6 "
      "and "
      "others)\nhint: add it to the values of a group of characteristic \"sex\" in the codebook hr.toml");
  EXPECT_EQ(
      fault(ten),
      "staff.csv:2: column \"Gender\": the value \"Vrouw\" is not in the codebook (10 rows: lines 2, 3, 4, "
      "5, 6 "
      "and others)\nhint: add it to the values of a group of characteristic \"sex\" in the codebook hr.toml");
}

TEST(Extract, a_long_text_is_not_named_however_many_share_it) {
  std::string rows;
  for (int i = 1; i <= 12; ++i) {
    rows += std::to_string(i) + ",\"CANARY\nCANARY\",1990-01-01,10,Y,2000-01-01,\n";
  }
  EXPECT_EQ(
      fault(rows),
      "staff.csv:2: column \"Gender\": a value that the codebook does not list (12 rows: lines 2, 4, 6, 8, "
      "10 "
      "and others)\nhint: add it to the values of a group of characteristic \"sex\" in the codebook hr.toml");
}

TEST(Extract, a_person_listed_twice_with_different_values_is_told_with_both_lines) {
  EXPECT_EQ(fault("CANARY,F,1990-01-01,10,Y,2000-01-01,\n"
                  "2,M,1990-01-01,10,Y,2000-01-01,\n"
                  "CANARY ,M,1990-01-01,10,Y,2000-01-01,\n"),
            "staff.csv:4: column \"Number\": the same person stands in line 2 with other values in the "
            "columns that are "
            "used\nhint: keep one row for each person: the one that is true at the snapshot date");
}

TEST(Extract, many_such_persons_are_counted_after_the_first_five) {
  std::string rows;
  for (int i = 0; i < 7; ++i) rows += std::to_string(i) + ",F,1990-01-01,10,Y,2000-01-01,\n";
  for (int i = 0; i < 7; ++i) rows += std::to_string(i) + ",M,1990-01-01,10,Y,2000-01-01,\n";
  const std::string message = fault(rows);
  EXPECT_THAT(message,
              testing::StartsWith("staff.csv:9: column \"Number\": the same person stands in line 2 with"));
  EXPECT_THAT(message, testing::EndsWith(
                           "staff.csv: column \"Number\": 2 more rows repeat a person with other values"));
}

TEST(Extract, a_person_listed_twice_in_the_same_words_is_counted_once) {
  Findings findings;
  const std::string csv = header +
                          "1,F,1990-01-01,10,Y,2000-01-01,\n"
                          "1, f ,1990-01-01,10,y,2000-01-01,\n";
  const auto answered = answers(book(toml), csv, all_questions, findings);
  EXPECT_EQ(answered.counts.at(staff()), tallies::Answer(tallies::Count{1}));
  EXPECT_EQ(findings.repeated, 1U);
}

TEST(Extract, impossible_dates_are_told_by_line) {
  EXPECT_EQ(
      fault("1,F,CANARY,10,Y,2000-01-01,\n"
            "2,F,2018-04-01,10,Y,2000-01-01,\n"
            "3,F,1900-01-01,10,Y,2000-01-01,\n"
            "4,F,2004-01-01,10,Y,2000-01-01,\n"),
      "staff.csv:2: column \"Born\": not a date\n"
      "hint: write dates as 2018-03-31 or 31/03/2018; a word for \"not known\" belongs to the values of an "
      "undeclared group of characteristic \"age-band\" in the codebook hr.toml\n"
      "staff.csv:3: column \"Born\": a date after the snapshot date\n"
      "hint: correct it in the HR system and export again\n"
      "staff.csv:4: column \"Born\": a date more than 110 years before the snapshot date\n"
      "hint: a date that stands for \"not known\" belongs to the values of an undeclared group of "
      "characteristic "
      "\"age-band\" in the codebook hr.toml\n"
      "staff.csv:5: column \"Born\": an age that no band of the codebook holds\n"
      "hint: let the first band of characteristic \"age-band\" in the codebook hr.toml have no \"from\" and "
      "the "
      "last no \"to\"");
  EXPECT_EQ(fault("1,F,1990-01-01,10,Y,CANARY,\n"
                  "2,F,1990-01-01,10,Y,,\n"
                  "3,F,1990-01-01,10,Y,2000-01-01,CANARY\n"
                  "4,F,1990-01-01,10,Y,2000-01-01,1999-12-31\n"),
            "staff.csv:2: column \"Start\": not a date\nhint: write dates as 2018-03-31 or 31/03/2018\n"
            "staff.csv:3: column \"Start\": blank: a date is needed\nhint: write dates as 2018-03-31 or "
            "31/03/2018\n"
            "staff.csv:4: column \"Leave\": not a date\nhint: write dates as 2018-03-31 or 31/03/2018\n"
            "staff.csv:5: column \"Leave\": a date before \"Start\" of the same row\n"
            "hint: correct it in the HR system and export again");
}

TEST(Extract, rates_of_pay_that_cannot_be_are_told_by_line) {
  const std::string hint =
      "\nhint: hourly rates are in pounds, such as 12.5 or 12.5034; blank when there is none";
  EXPECT_EQ(
      fault("1,F,1990-01-01,CANARY,Y,2000-01-01,\n"
            "2,F,1990-01-01,0,Y,2000-01-01,\n"
            "3,F,1990-01-01,-4,Y,2000-01-01,\n"
            "4,F,1990-01-01,10.12345,Y,2000-01-01,\n"
            "5,F,1990-01-01,1000000.01,Y,2000-01-01,\n"),
      "staff.csv:2: column \"Rate\": not a number" + hint +
          "\nstaff.csv:3: column \"Rate\": an hourly rate that is not above nought (2 rows: lines 3 and 4)" +
          hint + "\nstaff.csv:5: column \"Rate\": an hourly rate with more than four decimal places" + hint +
          "\nstaff.csv:6: column \"Rate\": an hourly rate above a million pounds" + hint);
}

TEST(Extract, pay_is_not_looked_at_when_nobody_asks_for_it) {
  EXPECT_EQ(fault("1,F,1990-01-01,CANARY,Y,2000-01-01,\n", {{staff()}, {}}), "");
  EXPECT_EQ(fault("1,F,1990-01-01,CANARY,N,2000-01-01,\n"), "") << "not full-pay relevant";
}

TEST(Extract, a_mark_of_full_pay_that_is_not_listed_is_told_and_not_taken_for_no) {
  const std::string hint =
      "\nhint: add it to [pay] full_pay in the codebook hr.toml: to \"values\" if it means yes, to \"no\" if "
      "it "
      "means no";
  EXPECT_EQ(fault("1,F,1990-01-01,10,Y,2000-01-01,\n"
                  "2,F,1990-01-01,10,CANARY,2000-01-01,\n"),
            "staff.csv:3: column \"Full pay\": a value that the codebook does not list" + hint);
  std::string rows;
  for (int i = 1; i <= 10; ++i) rows += std::to_string(i) + ",F,1990-01-01,10,Yes,2000-01-01,\n";
  EXPECT_EQ(fault(rows),
            "staff.csv:2: column \"Full pay\": the value \"Yes\" is not in the codebook (10 rows: lines 2, "
            "3, 4, 5, 6 "
            "and others)" +
                hint);
  EXPECT_EQ(fault(rows, {{staff()}, {}}), "") << "nobody asks for pay";
}

TEST(Extract, full_pay_is_denied_by_n_no_blank_or_what_the_codebook_lists) {
  const std::string rows =
      "1,F,1990-01-01,10,Y,2000-01-01,\n"
      "2,F,1990-01-01,10,n,2000-01-01,\n"
      "3,F,1990-01-01,10,No,2000-01-01,\n"
      "4,F,1990-01-01,10,,2000-01-01,\n";
  Findings findings;
  (void)answers(book(toml), header + rows, all_questions, findings);
  EXPECT_EQ(findings.full_pay_relevant, 1U);

  std::string listed = toml;
  listed.replace(listed.find("[\"Y\"]"), 5, "[\"Y\"], no = [\"Reduced\"]");
  (void)answers(book(listed),
                header + "1,F,1990-01-01,10,Y,2000-01-01,\n2,F,1990-01-01,10,reduced ,2000-01-01,\n",
                all_questions, findings = {});
  EXPECT_EQ(findings.full_pay_relevant, 1U);
  EXPECT_EQ(
      told([&] { (void)answers(book(listed), header + "1,F,1990-01-01,10,N,2000-01-01,\n", all_questions); }),
      "staff.csv:2: column \"Full pay\": a value that the codebook does not list\n"
      "hint: add it to [pay] full_pay in the codebook hr.toml: to \"values\" if it means yes, to \"no\" if "
      "it "
      "means no");
}

TEST(Extract, a_line_of_totals_and_an_empty_line_are_not_people) {
  EXPECT_EQ(fault("1,F,1990-01-01,10,Y,2000-01-01,\n"
                  "CANARY,, ,,,,\n"
                  ",,,,,,\n"
                  ",,,,,,\n"),
            "staff.csv:3: the row is blank in every column that is used but \"Number\"\n"
            "hint: delete the row: totals and notes are not people\n"
            "staff.csv:4: the row is blank in every column that is used (2 rows: lines 4 and 5)\n"
            "hint: delete the row: totals and notes are not people");
}

TEST(Extract, a_single_blank_characteristic_makes_no_line_of_totals) {
  Codebook plain = book(toml);
  plain.in_post.reset();
  const tallies::Questions women{{staff({{"sex", {"female"}}})}, {}};
  Findings findings;
  (void)answers(plain, "Number,Gender\n1,F\n2,\n", women, findings);
  EXPECT_EQ(findings.counted, 2U) << "no other column could tell";
  (void)answers(plain, "Number,Gender,Born\n1,,1990-01-01\n", women, findings = {});
  EXPECT_EQ(findings.counted, 1U);
  EXPECT_EQ(told([&] { (void)answers(plain, "Number,Gender,Born\n1,F,\nCANARY,,\n", women); }),
            "staff.csv:3: the row is blank in every column that is used but \"Number\"\n"
            "hint: delete the row: totals and notes are not people");
}

TEST(Extract, a_broken_field_goes_by_the_heading_that_the_codebook_names) {
  const std::string hint = "\nhint: write a quotation mark that belongs to the text twice";
  EXPECT_EQ(told([&] {
              (void)answers(book(toml),
                            "Number,CANARY,Gender,Born,Rate,Full pay,Start,Leave\n"
                            "1,x,\"F\"CANARY,1990-01-01,10,Y,2000-01-01,\n"
                            "2,\"x\"CANARY,F,1990-01-01,10,Y,2000-01-01,\n",
                            {{staff()}, {}});
            }),
            "staff.csv:2: column \"Gender\": has text after its closing quotation mark" + hint +
                "\nstaff.csv:3: field 2 has text after its closing quotation mark" + hint);
}

TEST(Extract, a_row_without_an_identifier_is_nobodys) {
  EXPECT_EQ(fault(" ,F,1990-01-01,10,Y,2000-01-01,\n"),
            "staff.csv:2: column \"Number\": blank: the row does not say whose it is\n"
            "hint: fill it in, or delete the row if it is about nobody");
}

TEST(Extract, broken_rows_are_told_together_with_all_else_that_is_wrong) {
  EXPECT_EQ(fault("1,F,1990-01-01,10,Y,2000-01-01,\n"
                  "2,F\n"
                  "3,CANARY,1990-01-01,10,Y,2000-01-01,\n"),
            "staff.csv:3: 2 fields where the header has 7\n"
            "hint: put a field that holds a line break in quotation marks\n"
            "staff.csv:4: column \"Gender\": a value that the codebook does not list\n"
            "hint: add it to the values of a group of characteristic \"sex\" in the codebook hr.toml");
  EXPECT_THAT(fault("1,\"CANARY,1990-01-01,10,Y,2000-01-01,\n"), testing::StartsWith("staff.csv:2: "));
}

TEST(Extract, without_people_there_is_nothing_to_report) {
  EXPECT_EQ(fault(""), "staff.csv: the extract holds no people\nhint: export it again");
  EXPECT_EQ(
      fault("1,F,1990-01-01,10,Y,2018-04-01,\n"),
      "staff.csv: nobody is left to count: 1 of 1 rows are not in post on 31 March 2018\n"
      "hint: check the snapshot date of the run file, and [in_post] and [[exclude]] of the codebook hr.toml");
}

TEST(Extract, faults_cost_the_whole_run) {
  try {
    (void)answers(book(toml), header, all_questions);
    FAIL();
  } catch (const problems::Fault& thrown) {
    EXPECT_EQ(thrown.cost(), problems::Cost::nothing_written);
  }
}

}  // namespace
}  // namespace eqr::persons::tests
