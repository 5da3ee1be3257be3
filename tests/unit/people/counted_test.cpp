// Invented figures, laid out as councils publish them.
#include "people/counted.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/people/reading.hpp"

namespace eqr::persons::tests {
namespace {

using tallies::Answer;
using tallies::Count;
using tallies::Key;
using tallies::Percentage;
using tallies::Snapshot;
using tallies::Unavailable;

const char* const toml = R"(
[characteristics.sex]
title = "Sex"
groups = [ {id="female", label="Women", values=["F"]}, {id="male", label="Men", values=["M"]} ]
[characteristics.ethnicity]
title = "Ethnicity"
groups = [ {id="asian", label="Asian"}, {id="black", label="Black"}, {id="white", label="White"} ]
aggregates = [ {id="minority", label="Minority ethnic", of=["asian", "black"]} ]
)";

const std::set<std::string> declared_ethnicity{"asian", "black", "white"};

Codebook counted_book() {
  return book(toml, Use::counted);
}

Answer answered(const std::string& csv, const Key& key) {
  const CountedFigures figures = read_counted(counted_book(), csv, "counted.csv");
  return answer(counted_book(), figures, "staff", key.snapshot, {{key}, {}}).counts.at(key);
}

Key ethnicity(std::set<std::string> leaves) {
  return staff({{"ethnicity", std::move(leaves)}});
}

std::string fault(const std::string& csv) {
  return told([&] { (void)read_counted(counted_book(), csv, "counted.csv"); });
}

const char* const counts = R"(characteristic,group,count,percent,base
all,all,"1,000",,
sex,Women,700,70.0,all
Sex,m,290,29.0,all
sex,not stated,10,1.0,all
ethnicity,minority,120,,
ethnicity,white,800,,
)";

TEST(Counted, a_row_with_a_count_answers_by_id_label_title_and_listed_value) {
  EXPECT_EQ(answered(counts, staff()), Answer(Count{1000}));
  EXPECT_EQ(answered(counts, staff({{"sex", {"female"}}})), Answer(Count{700}));
  EXPECT_EQ(answered(counts, staff({{"sex", {"male"}}})), Answer(Count{290}));
  EXPECT_EQ(answered(counts, ethnicity({"asian", "black"})), Answer(Count{120}));
}

TEST(Counted, rows_with_counts_that_share_nobody_add_up_to_a_larger_group) {
  EXPECT_EQ(answered(counts, staff({{"sex", {"female", "male"}}})), Answer(Count{990}));
  EXPECT_EQ(answered(counts, ethnicity(declared_ethnicity)), Answer(Count{920}));
}

TEST(Counted, a_part_of_a_published_group_is_not_published) {
  EXPECT_EQ(answered(counts, ethnicity({"asian"})), Answer(Unavailable{"not among the groups published"}));
  EXPECT_EQ(answered(counts, ethnicity({"asian", "white"})),
            Answer(Unavailable{"not among the groups published"}));
}

TEST(Counted, two_characteristics_at_once_were_not_published) {
  EXPECT_EQ(answered(counts, staff({{"sex", {"female"}}, {"ethnicity", {"white"}}})),
            Answer(Unavailable{"published by one characteristic at a time"}));
}

TEST(Counted, a_total_that_was_not_given_is_the_sum_of_a_complete_table) {
  EXPECT_EQ(
      answered("characteristic,group,count\nsex,female,700\nsex,male,290\nsex,not-stated,10\n", staff()),
      Answer(Count{1000}));
  EXPECT_EQ(answered("characteristic,group,count\nsex,female,700\nsex,male,290\n", staff()),
            Answer(Unavailable{"no total was published"}))
      << "nobody knows how many did not state theirs";
  EXPECT_EQ(answered("characteristic,group,count\nsex,female,7\nsex,male,2\nsex,not-stated,1\n"
                     "ethnicity,minority,3\nethnicity,white,5\nethnicity,not-stated,1\n",
                     staff()),
            Answer(Unavailable{"the published tables have different totals"}));
}

const char* const percentages = R"(characteristic,group,percent,base,as_at,year
ethnicity,asian,8.20,declared,2018-03-31,this
ethnicity,black,5.7,declared,31/03/2018,
ethnicity,not-stated,12.5,all,,
sex,female,74,,,
sex,male,26,7900,,
ethnicity,minority,13.6,declared,2017-03-31,last
)";

TEST(Counted, a_percentage_keeps_its_rounding_and_its_base) {
  const Key declared = ethnicity(declared_ethnicity);
  EXPECT_EQ(answered(percentages, ethnicity({"asian"})), Answer(Percentage{{820, 2}, declared}));
  EXPECT_EQ(answered(percentages, ethnicity({"not-stated"})), Answer(Percentage{{125, 1}, staff()}));
  EXPECT_EQ(answered(percentages, staff({{"sex", {"female"}}})), Answer(Percentage{{74, 0}, std::nullopt}));
  EXPECT_EQ(answered(percentages, staff({{"sex", {"male"}}})),
            Answer(Percentage{{26, 0}, std::nullopt, 7900}));
  EXPECT_EQ(answered(percentages, staff()), Answer(Unavailable{"published as percentages only"}));
}

TEST(Counted, rounded_percentages_are_never_added) {
  EXPECT_EQ(answered(percentages, ethnicity({"asian", "black"})),
            Answer(Unavailable{"published as percentages of smaller groups only"}));
}

TEST(Counted, last_year_answers_for_last_year) {
  Key last = ethnicity({"asian", "black"});
  last.snapshot = Snapshot::last_year;
  Key declared = ethnicity(declared_ethnicity);
  declared.snapshot = Snapshot::last_year;
  EXPECT_EQ(answered(percentages, last), Answer(Percentage{{136, 1}, declared}));
  EXPECT_EQ(answered(counts, Key{"staff", Snapshot::last_year, {}}),
            Answer(Unavailable{"no figures for last year were received"}));
  const CountedFigures figures = read_counted(counted_book(), percentages, "counted.csv");
  EXPECT_TRUE(figures.has_last_year());
  EXPECT_THAT(figures.characteristics(), testing::ElementsAre("ethnicity", "sex"));
  EXPECT_FALSE(read_counted(counted_book(), counts, "counted.csv").has_last_year());
}

TEST(Counted, where_a_row_has_both_the_count_is_the_answer) {
  EXPECT_EQ(answered("characteristic,group,count,percent,base\nsex,female,7,70,all\n",
                     staff({{"sex", {"female"}}})),
            Answer(Count{7}));
}

TEST(Counted, a_figure_left_empty_is_not_available) {
  EXPECT_EQ(answered("characteristic,group,count,percent\nsex,female,,\n", staff({{"sex", {"female"}}})),
            Answer(Unavailable{"left empty in the published figures"}));
  EXPECT_EQ(answered("characteristic,group,count,percent\nsex,female,1,\n", ethnicity({"asian"})),
            Answer(Unavailable{"not published by \"Ethnicity\""}));
}

TEST(Counted, pay_is_never_among_counted_figures) {
  const CountedFigures figures = read_counted(counted_book(), counts, "counted.csv");
  const auto answers =
      answer(counted_book(), figures, "staff", Snapshot::this_year,
             {{}, {{tallies::Amount::hourly_pay, {staff()}}, {tallies::Amount::bonus, {staff()}}}});
  EXPECT_EQ(std::get<Unavailable>(answers.amounts.at(tallies::Amount::hourly_pay).at(staff())),
            Unavailable{"no rates of pay are held for figures that arrived already counted"});
  EXPECT_EQ(std::get<Unavailable>(answers.amounts.at(tallies::Amount::bonus).at(staff())),
            Unavailable{"the records do not hold bonus pay"});
}

TEST(CountedFaults, unknown_characteristics_and_groups_get_a_near_guess) {
  EXPECT_EQ(fault("characteristic,group,count\nethnicty,asian,1\nethnicity,Asain,1\n,Asian,1\n"),
            "counted.csv:2: column \"characteristic\": the codebook has no characteristic \"ethnicty\"\n"
            "hint: did you mean \"ethnicity\"?\n"
            "counted.csv:3: column \"group\": characteristic \"ethnicity\" has no group \"Asain\"\n"
            "hint: did you mean \"Asian\"?\n"
            "counted.csv:4: column \"characteristic\": a group needs the characteristic it belongs to\n"
            "hint: only the row for everybody, with the group \"all\", has none");
}

TEST(CountedFaults, figures_that_cannot_be_are_told_at_once) {
  EXPECT_EQ(fault("characteristic,group,count,percent,base,as_at,year\n"
                  "sex,female,7.5,,,,\n"
                  "sex,male,-1,100.1,most,31 March,2017\n"
                  "ethnicity,not-stated,,3,declared,,\n"),
            "counted.csv:2: column \"count\": not a whole number of people\nhint: leave it empty when it is "
            "not known\n"
            "counted.csv:3: column \"count\": not a whole number of people\nhint: leave it empty when it is "
            "not known\n"
            "counted.csv:3: column \"percent\": not a percentage from 0 to 100\n"
            "hint: write 13.9 for 13.9%, or leave it empty when it is not known\n"
            "counted.csv:3: column \"base\": not a base that is known\n"
            "hint: all, declared, a whole number of people, or empty when the source does not state it\n"
            "counted.csv:3: column \"as_at\": not a date\nhint: write dates as 2018-03-31 or 31/03/2018\n"
            "counted.csv:3: column \"year\": has to be \"this\" or \"last\"\n"
            "counted.csv:4: column \"base\": people who have not declared cannot be a percentage of those "
            "who have\n"
            "hint: give the base as all");
}

TEST(CountedFaults, groups_that_share_nobody_are_at_most_all_but_for_rounding) {
  const std::string sums =
      "characteristic,group,percent,base\nethnicity,asian,10.3,declared\nethnicity,black,10.2,declared\n"
      "ethnicity,minority,20.5,declared\n";
  EXPECT_EQ(fault(sums + "ethnicity,white,80.0,declared\n"), "") << "100.5 comes of rounding";
  EXPECT_EQ(
      fault(sums + "ethnicity,white,80.1,declared\n"),
      "counted.csv:5: column \"percent\": the groups of \"ethnicity\" add up to 100.6%\n"
      "hint: groups that share nobody cannot be more than 100% together: check the figures and their base");
  EXPECT_EQ(fault(sums + "ethnicity,white,70.0,all\nethnicity,not-stated,30.0,all\n"), "") << "two bases";
}

TEST(CountedFaults, a_group_is_given_once_for_each_year) {
  EXPECT_EQ(fault("characteristic,group,count,year\nsex,female,1,\nsex,Women,2,this\nsex,female,3,last\n"),
            "counted.csv:3: column \"group\": the same group stands in line 2\n"
            "hint: keep one row for each group and year");
}

TEST(CountedFaults, columns_have_to_be_those_of_counted_figures) {
  EXPECT_EQ(fault("characteristics,group,number\nsex,female,1\n"),
            "counted.csv:1: column \"characteristics\": there is no such column in counted figures\n"
            "hint: did you mean \"characteristic\"?\n"
            "counted.csv:1: column \"number\": there is no such column in counted figures\n"
            "hint: one of: characteristic, group, count, percent, base, as_at, year\n"
            "counted.csv:1: column \"characteristic\": this column is missing\n"
            "counted.csv:1: there is neither a column \"count\" nor a column \"percent\"");
  EXPECT_EQ(fault("characteristic,group,count\n"), "counted.csv: the file holds no figures");
}

}  // namespace
}  // namespace eqr::persons::tests
