#include "render/charts/text_alternative.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/sample_report.hpp"

namespace eqr::render::charts {
namespace {

using report::Chart;
using report::Table;
using samples::confidential;
using samples::number_column;
using samples::people;
using samples::percent;
using samples::text_column;

const Chart one_column{"c", Chart::Kind::bars, "Title", 0, 0, {1}, {}};

Table headcounts(std::vector<report::Row> rows) {
  return {"t",
          "Title",
          {text_column("g", "Group"), number_column("n", "Staff", report::Unit::people)},
          std::move(rows),
          {},
          {}};
}

TEST(TextAlternative, of_a_few_bars_lists_their_values) {
  const Table table = headcounts({{{"Women", people("5,449")}, false}, {{"Men", people("2,671")}, false}});

  EXPECT_EQ(text_alternative(one_column, table),
            "Women 5,449 and Men 2,671. Bar chart of Staff for 2 groups.");
}

TEST(TextAlternative, of_many_bars_names_the_largest_and_the_smallest_published_value) {
  const Table table = headcounts({{{"A", people("12")}, false},
                                  {{"B", people("40")}, false},
                                  {{"C", people("25")}, false},
                                  {{"D", people("12")}, false},
                                  {{"E", people("31")}, false}});

  EXPECT_EQ(
      text_alternative(one_column, table),
      "The largest published value is B, 40; the smallest is A and D, 12 each. Bar chart of Staff for 5 "
      "groups.");
}

TEST(TextAlternative, says_only_how_many_groups_are_withheld) {
  const Table table = headcounts({{{"A", people("12")}, false},
                                  {{"B", people("40")}, false},
                                  {{"C", confidential()}, false},
                                  {{"D", confidential()}, false}});

  EXPECT_EQ(text_alternative(one_column, table),
            "A 12 and B 40. Bar chart of Staff for 4 groups. 2 groups are not shown.");
}

TEST(TextAlternative, of_nothing_published_says_so) {
  const Table table = headcounts({{{"A", confidential()}, false}});

  EXPECT_EQ(text_alternative(one_column, table),
            "No value is published. Bar chart of Staff for 1 group. 1 group is not shown.");
}

TEST(TextAlternative, tells_series_apart_and_states_their_unit_once) {
  const auto report = samples::council_report();

  EXPECT_EQ(
      text_alternative(report.charts[2], report.tables[2]),
      "Women: Grades 1 to 4 78.4%, Grades 5 to 8 69.0%, Grades 9 to 12 61.3% and Senior managers 52.5%. Men: "
      "Grades 1 to 4 21.6%, Grades 5 to 8 31.0%, Grades 9 to 12 38.7% and Senior managers 47.5%. Stacked bar "
      "chart of Women and Men (%) for 5 groups. 1 group is not shown, or not in full.");
}

TEST(TextAlternative, prints_changes_with_their_unit_and_a_true_minus_sign) {
  const auto report = samples::council_report();

  EXPECT_EQ(
      text_alternative(report.charts[3], report.tables[3]),
      "Under 25 \xE2\x88\x92"
      "0.3 percentage points, 25 to 39 \xE2\x88\x92"
      "0.6 percentage points, 40 to 59 0.2 percentage points and 60 and over 0.7 percentage points. Bar "
      "chart of Change (percentage points) for 4 groups.");
}

TEST(TextAlternative, gives_numbers_known_in_words_in_those_words) {
  report::Number crowd = people("0");
  crowd.qualifier = report::Qualifier::hundreds_of;
  const Table table = headcounts({{{"Fair", crowd}, false}, {{"Fete", people("80")}, false}});

  EXPECT_EQ(text_alternative(one_column, table),
            "Fete 80. Bar chart of Staff for 2 groups. Given without a bar: Fair hundreds.");
}

// ---- this year and last ----

Table shares(std::vector<report::Row> rows) {
  return {
      "t",
      "Title",
      {text_column("g", "Group"),
       number_column("percent", "Share of all staff (%)", report::Unit::percent, 1),
       number_column("last-year-percent", "Share of all staff, 31 March 2017 (%)", report::Unit::percent, 1)},
      std::move(rows),
      {},
      {}};
}

const Chart with_last_year{"c", Chart::Kind::grouped_bars, "Title", 0, 0, {1, 2}, {}};

TEST(TextAlternative, of_this_year_and_last_states_the_largest_value_and_how_it_changed) {
  const Table table = shares({{{"White", percent("85.2"), percent("85.6")}, false},
                              {{"Asian", percent("7.1"), percent("7.0")}, false},
                              {{"Black", percent("4.0"), percent("3.9")}, false},
                              {{"Mixed", percent("2.0"), confidential()}, false},
                              {{"Other", percent("0.9"), percent("0.9")}, false},
                              {{"Not stated", confidential(), confidential()}, false}});

  // 85.2 less 85.6.
  EXPECT_EQ(
      text_alternative(with_last_year, table),
      "The largest published value is White, 85.2%, down 0.4 percentage points on last year; the smallest is "
      "Other, 0.9%, unchanged on last year. Grouped bar chart of Share of all staff (%), this year and last, "
      "for 6 groups. 2 groups are not shown, or not in full.");
}

TEST(TextAlternative, of_few_groups_states_how_each_changed) {
  const Table table = shares({{{"Women", percent("67.1"), percent("66.9")}, false},
                              {{"Men", percent("32.9"), percent("33.1")}, false},
                              {{"Other", percent("1.0"), confidential()}, false}});

  EXPECT_EQ(
      text_alternative(with_last_year, table),
      "Compared with last year: Women 67.1%, up 0.2 percentage points; Men 32.9%, down 0.2 percentage "
      "points; "
      "Other 1.0%. Grouped bar chart of Share of all staff (%), this year and last, for 3 groups. 1 group is "
      "not shown, or not in full.");
}

TEST(TextAlternative, says_of_no_change_where_several_are_the_largest) {
  const Table table = shares({{{"A", percent("40.0"), percent("39.0")}, false},
                              {{"B", percent("40.0"), percent("41.0")}, false},
                              {{"C", percent("10.0"), percent("9.0")}, false},
                              {{"D", percent("5.0"), percent("6.0")}, false},
                              {{"E", percent("5.0"), percent("5.0")}, false}});

  EXPECT_THAT(
      text_alternative(with_last_year, table),
      testing::StartsWith("The largest published value is A and B, 40.0% each; the smallest is D and E, 5.0% "
                          "each. Grouped"));
}

TEST(TextAlternative, of_counts_states_a_change_in_numbers) {
  Table table = shares({{{"Women", people("1,200"), people("1,150")}, false}});
  table.columns[1].unit = table.columns[2].unit = report::Unit::people;

  EXPECT_THAT(text_alternative(with_last_year, table),
              testing::StartsWith("Compared with last year: Women 1,200, up 50."));
}

// ---- lines ----

Chart lines(std::vector<std::size_t> columns) {
  return {"c", Chart::Kind::line, "Title", 0, 0, std::move(columns), {}};
}

TEST(TextAlternative, of_lines_states_how_far_each_went) {
  const Table table{"t",
                    "Title",
                    {text_column("when", "Date"), number_column("w", "Women (%)", report::Unit::percent, 1),
                     number_column("d", "Disabled staff (%)", report::Unit::percent, 1)},
                    {{{"2015", percent("65.2"), percent("6.3")}, false},
                     {{"2016", percent("66.0"), percent("6.1")}, false},
                     {{"2017", percent("66.9"), percent("6.2")}, false},
                     {{"2018", percent("67.1"), percent("6.3")}, false}},
                    {},
                    {}};

  // 67.1 less 65.2.
  EXPECT_EQ(text_alternative(lines({1, 2}), table),
            "From 2015 to 2018: Women up 1.9 percentage points to 67.1%; Disabled staff unchanged at 6.3%. "
            "Line chart "
            "of 2 series at 4 points in time.");
  EXPECT_EQ(
      text_alternative(lines({1}), table),
      "From 2015 to 2018: up 1.9 percentage points to 67.1%. Line chart of Women (%) at 4 points in time.");
}

TEST(TextAlternative, of_lines_speaks_of_published_points_alone) {
  const auto report = samples::council_report();

  // 67.1 less 65.2, 13.4 less 11.8, 6.3 less 5.2; in 2013 and 2016 not all is shown.
  EXPECT_EQ(
      text_alternative(report.charts[4], report.tables[6]),
      "From 31 March 2013 to 31 March 2018: Women up 1.9 percentage points to 67.1%; Minority ethnic staff "
      "up "
      "1.6 percentage points to 13.4%. From 31 March 2014 to 31 March 2018: Disabled staff up 1.1 percentage "
      "points to 6.3%. Line chart of 3 series at 6 points in time. 2 points in time are not shown, or not in "
      "full.");
}

TEST(TextAlternative, of_a_line_without_a_published_point_says_so) {
  const Table table = headcounts({{{"2017", confidential()}, false}, {{"2018", confidential()}, false}});

  EXPECT_EQ(
      text_alternative(lines({1}), table),
      "No value is published. Line chart of Staff at 2 points in time. 2 points in time are not shown.");
}

// ---- dot ranges ----

TEST(TextAlternative, of_a_dot_range_states_on_which_side_and_where_the_two_are_furthest_apart) {
  const auto report = samples::council_report();

  // 5.3 and 6.5, 4.2 and 2.8, 86.6 and 87.6: 1.2 below, 1.4 above, 1.0 below.
  EXPECT_EQ(
      text_alternative(report.charts[5], report.tables[7]),
      "Of 3 groups with both values, Staff is above Residents, Census 2011 in 1 and below in 2. They are "
      "furthest apart in Black, Black British, Caribbean or African: 4.2% beside 2.8%, 1.4 percentage "
      "points. "
      "Dot chart of 5 groups. 2 groups are not shown, or not in full.");
}

TEST(TextAlternative, of_a_dot_range_of_one_or_two_groups_gives_their_values) {
  Table table = shares({{{"Women", percent("67.1"), percent("51.0")}, false},
                        {{"Men", percent("32.9"), percent("49.0")}, false},
                        {{"Other", confidential(), percent("1.0")}, false}});
  table.columns[2].id = "residents";
  table.columns[2].header = "Residents (%)";
  const Chart chart{"c", Chart::Kind::dot_range, "Title", 0, 0, {1, 2}, {}};

  EXPECT_EQ(
      text_alternative(chart, table),
      "Share of all staff and Residents: Women 67.1% and 51.0%; Men 32.9% and 49.0%. Dot chart of 3 groups. "
      "1 group is not shown, or not in full.");
}

TEST(TextAlternative, of_a_dot_range_names_all_that_are_equally_far_apart) {
  Table table = shares({{{"Women", percent("51.0"), percent("50.0")}, false},
                        {{"Men", percent("49.0"), percent("50.0")}, false},
                        {{"Other", percent("1.0"), percent("1.0")}, false}});
  table.columns[2].id = "residents";
  table.columns[2].header = "Residents (%)";
  const Chart chart{"c", Chart::Kind::dot_range, "Title", 0, 0, {1, 2}, {}};

  EXPECT_EQ(
      text_alternative(chart, table),
      "Of 3 groups with both values, Share of all staff is above Residents in 1, below in 1 and the same in "
      "1. "
      "They are furthest apart in Women and Men: 1.0 percentage point. Dot chart of 3 groups.");
}

}  // namespace
}  // namespace eqr::render::charts
