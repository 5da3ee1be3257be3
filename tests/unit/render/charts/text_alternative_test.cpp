#include "render/charts/text_alternative.hpp"

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
            "Bar chart of Staff for 2 groups. Women 5,449 and Men 2,671.");
}

TEST(TextAlternative, of_many_bars_names_the_largest_and_the_smallest_published_value) {
  const Table table = headcounts({{{"A", people("12")}, false},
                                  {{"B", people("40")}, false},
                                  {{"C", people("25")}, false},
                                  {{"D", people("12")}, false},
                                  {{"E", people("31")}, false}});

  EXPECT_EQ(
      text_alternative(one_column, table),
      "Bar chart of Staff for 5 groups. The largest published value is B, 40; the smallest is A and D, 12 "
      "each.");
}

TEST(TextAlternative, says_only_how_many_groups_are_withheld) {
  const Table table = headcounts({{{"A", people("12")}, false},
                                  {{"B", people("40")}, false},
                                  {{"C", confidential()}, false},
                                  {{"D", confidential()}, false}});

  EXPECT_EQ(text_alternative(one_column, table),
            "Bar chart of Staff for 4 groups. A 12 and B 40. 2 groups are not shown.");
}

TEST(TextAlternative, of_nothing_published_says_so) {
  const Table table = headcounts({{{"A", confidential()}, false}});

  EXPECT_EQ(text_alternative(one_column, table),
            "Bar chart of Staff for 1 group. No value is published. 1 group is not shown.");
}

TEST(TextAlternative, tells_series_apart_and_states_their_unit_once) {
  const auto report = samples::council_report();

  EXPECT_EQ(
      text_alternative(report.charts[2], report.tables[2]),
      "Stacked bar chart of Women and Men (%) for 5 groups. Women: Grades 1 to 4 78.4%, Grades 5 to 8 69.0%, "
      "Grades 9 to 12 61.3% and Senior managers 52.5%. Men: Grades 1 to 4 21.6%, Grades 5 to 8 31.0%, Grades "
      "9 to 12 38.7% and Senior managers 47.5%. 1 group is not shown, or not in full.");
}

TEST(TextAlternative, prints_changes_with_their_unit_and_a_true_minus_sign) {
  const auto report = samples::council_report();

  EXPECT_EQ(text_alternative(report.charts[3], report.tables[3]),
            "Bar chart of Change (percentage points) for 4 groups. Under 25 \xE2\x88\x92"
            "0.3 percentage points, 25 to "
            "39 \xE2\x88\x92"
            "0.6 percentage points, 40 to 59 0.2 percentage points and 60 and over 0.7 percentage points.");
}

TEST(TextAlternative, gives_numbers_known_in_words_in_those_words) {
  report::Number crowd = people("0");
  crowd.qualifier = report::Qualifier::hundreds_of;
  const Table table = headcounts({{{"Fair", crowd}, false}, {{"Fete", people("80")}, false}});

  EXPECT_EQ(text_alternative(one_column, table),
            "Bar chart of Staff for 2 groups. Fete 80. Given without a bar: Fair hundreds.");
}

}  // namespace
}  // namespace eqr::render::charts
