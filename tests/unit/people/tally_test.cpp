// Invented people, few enough to add up by hand.
#include "people/tally.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/people/reading.hpp"

namespace eqr::persons::tests {
namespace {

using tallies::Amount;
using tallies::Answer;
using tallies::Count;
using tallies::Distribution;
using tallies::Key;
using tallies::Unavailable;

const char* const toml = R"(
id = "Number"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [ {id="female", label="Women", values=["F", "Female"]}, {id="male", label="Men", values=["M"]} ]
[characteristics.age-band]
title = "Age"
born = "Born"
bands = [ {id="young", label="Under 40", to=39}, {id="old", label="40 and over", from=40} ]
undeclared = [ {id="not-stated", label="Not stated", values=["", "01/01/1900"]} ]
[pay]
hourly = "Rate"
full_pay = { column = "Full pay", values = ["Y"] }
[in_post]
start = "Start"
leave = "Leave"
[[exclude]]
column = "Contract"
values = ["Casual"]
reason = "casual workers"
)";

// The snapshot is 31 March 2018. Counted are 1, 2, 3, 4, 5 and 6.
const char* const ten = R"(Number,Gender,Born,Rate,Full pay,Start,Leave,Contract
1,F,1978-04-01,10.50,Y,2010-01-01,,Permanent
2,female,31/03/1978,12.0000,Y,2018-03-31,,Permanent
3, M ,1990-01-01,10.5,Y,2010-01-01,01/04/2018,Permanent
4,M,,£20.1234,Y,2010-01-01,,Permanent
5,,01/01/1900,,Y,2010-01-01,,Permanent
6,M,1950-12-31,15,N,2010-01-01,,Permanent
7,F,1980-01-01,9,Y,2018-04-01,,Permanent
8,M,1980-01-01,9,Y,2010-01-01,2018-03-31,Permanent
9,F,1980-01-01,9,Y,2010-01-01,,casual
6,M,1950-12-31,15,N,2010-01-01,,Permanent
)";

Key female() {
  return staff({{"sex", {"female"}}});
}

TEST(Tally, ten_rows_are_counted_as_by_hand) {
  const Key old_men = staff({{"age-band", {"old"}}, {"sex", {"male"}}});
  const Key declared = staff({{"sex", {"female", "male"}}});
  const Key nobody = staff({{"sex", {}}});
  Findings findings;
  const auto answered =
      answers(book(toml), ten,
              {{staff(), female(), old_men, declared, nobody, staff({{"age-band", {"young"}}}),
                staff({{"age-band", {"old"}}}), staff({{"age-band", {"not-stated"}}})},
               {}},
              findings);
  EXPECT_EQ(answered.counts.at(staff()), Answer(Count{6}));
  EXPECT_EQ(answered.counts.at(female()), Answer(Count{2}));
  EXPECT_EQ(answered.counts.at(declared), Answer(Count{5}));
  EXPECT_EQ(answered.counts.at(nobody), Answer(Count{0}));
  // 1 turns 40 the day after the snapshot, 2 on it; 3 is 28 and 6 is 67; 4 and 5 have not said.
  EXPECT_EQ(answered.counts.at(staff({{"age-band", {"young"}}})), Answer(Count{2}));
  EXPECT_EQ(answered.counts.at(staff({{"age-band", {"old"}}})), Answer(Count{2}));
  EXPECT_EQ(answered.counts.at(staff({{"age-band", {"not-stated"}}})), Answer(Count{2}));
  EXPECT_EQ(answered.counts.at(old_men), Answer(Count{1}));

  EXPECT_EQ(findings.rows, 10U);
  EXPECT_EQ(findings.repeated, 1U);
  EXPECT_EQ(findings.not_in_post, 2U);
  EXPECT_THAT(findings.excluded, testing::ElementsAre(testing::Pair("casual workers", 1U)));
  EXPECT_EQ(findings.counted, 6U);
  EXPECT_EQ(findings.in_post(), 7U);
  EXPECT_THAT(findings.blanks, testing::ElementsAre(testing::Pair("Born", 1U), testing::Pair("Gender", 1U)));
}

TEST(Tally, pay_is_that_of_full_pay_relevant_employees_with_a_rate) {
  const Key men = staff({{"sex", {"male"}}});
  Findings findings;
  const auto answered =
      answers(book(toml), ten, {{}, {{Amount::hourly_pay, {staff(), female(), men}}}}, findings);
  EXPECT_EQ(std::get<Distribution>(answered.amounts.at(Amount::hourly_pay).at(staff())),
            (Distribution{{105'000, 2}, {120'000, 1}, {201'234, 1}}));
  EXPECT_EQ(std::get<Distribution>(answered.amounts.at(Amount::hourly_pay).at(female())),
            (Distribution{{105'000, 1}, {120'000, 1}}));
  EXPECT_EQ(std::get<Distribution>(answered.amounts.at(Amount::hourly_pay).at(men)),
            (Distribution{{105'000, 1}, {201'234, 1}}));
  EXPECT_EQ(findings.full_pay_relevant, 5U);
  EXPECT_EQ(findings.without_rate, 1U);
}

TEST(Tally, without_rules_everybody_in_the_extract_counts) {
  const Codebook plain = book(R"(
id = "Number"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [ {id="female", label="Women", values=["F"]}, {id="male", label="Men", values=["M"]} ]
[pay]
hourly = "Rate"
)");
  const auto answered = answers(plain, "Number,Gender,Rate\n1,F,10\n2,M,11\n3,M,12\n",
                                {{staff()}, {{Amount::hourly_pay, {staff()}}}});
  EXPECT_EQ(answered.counts.at(staff()), Answer(Count{3}));
  EXPECT_EQ(std::get<Distribution>(answered.amounts.at(Amount::hourly_pay).at(staff())),
            (Distribution{{100'000, 1}, {110'000, 1}, {120'000, 1}}));
}

TEST(Tally, what_the_codebook_does_not_hold_is_unavailable_with_the_reason) {
  const Codebook plain = book(R"(
id = "Number"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [ {id="female", label="Women", values=["F"]}, {id="male", label="Men", values=["M"]} ]
)");
  const Key veterans = staff({{"veteran", {"veteran"}}}), others = staff({{"sex", {"other"}}});
  const auto answered =
      answers(plain, "Number\n1\n",
              {{staff(), veterans, others}, {{Amount::hourly_pay, {staff()}}, {Amount::bonus, {staff()}}}});
  EXPECT_EQ(answered.counts.at(staff()), Answer(Count{1}));
  EXPECT_EQ(answered.counts.at(veterans), Answer(Unavailable{"the records do not hold \"veteran\""}));
  EXPECT_EQ(answered.counts.at(others), Answer(Unavailable{"\"sex\" has no group \"other\" in the records"}));
  EXPECT_EQ(std::get<Unavailable>(answered.amounts.at(Amount::hourly_pay).at(staff())),
            Unavailable{"the records do not hold hourly pay"});
  EXPECT_EQ(std::get<Unavailable>(answered.amounts.at(Amount::bonus).at(staff())),
            Unavailable{"the records do not hold bonus pay"});
}

TEST(Tally, questions_about_other_inputs_and_snapshots_are_passed_over) {
  const Key last{"staff", tallies::Snapshot::last_year, {}},
      applicants{"applicants", tallies::Snapshot::this_year, {}};
  const auto answered =
      answers(book(toml), ten, {{staff(), last, applicants}, {{Amount::hourly_pay, {last}}}});
  EXPECT_EQ(answered.counts.size(), 1U);
  EXPECT_TRUE(answered.amounts.empty());
}

TEST(Tally, the_same_extract_answers_for_the_snapshot_it_is_read_for) {
  Findings findings;
  const Key last{"staff", tallies::Snapshot::last_year, {}};
  const Occasion occasion{"staff",
                          tallies::Snapshot::last_year,
                          {std::chrono::year{2017}, std::chrono::March, std::chrono::day{31}},
                          "last.csv"};
  const auto answered = answers(book(toml), ten, {{last}, {}}, findings, occasion);
  // A year earlier 2 and 7 had not started, and 8 had not left; 9 is casual.
  EXPECT_EQ(answered.counts.at(last), Answer(Count{6}));
}

// 22 leaves each, six columns: 113 million combinations, of which only those that occur are kept.
TEST(Tally, many_characteristics_at_once_are_counted_without_a_cell_for_every_combination) {
  std::string wide = "id = \"Number\"\n", rows = "Number,a,b,c,d,e,f\n";
  Key all_first = staff();
  for (const char column : std::string("abcdef")) {
    const std::string name(1, column);
    wide +=
        "[characteristics." + name + "]\ntitle = \"" + name + "\"\ncolumn = \"" + name + "\"\ngroups = [\n";
    for (int i = 0; i < 21; ++i) {
      const std::string number = std::to_string(i);
      wide += "{id=\"g" + number + "\", label=\"" + number + "\", values=[\"" + number + "\"]},\n";
    }
    wide += "]\n";
    all_first.admits[name] = {"g0"};
  }
  for (int i = 0; i < 42; ++i) {
    const std::string value = std::to_string(i % 21);
    rows += std::to_string(i);
    for (int column = 0; column < 6; ++column) rows += ',' + value;
    rows += '\n';
  }
  Key first_or_second = all_first;
  for (auto& [column, groups] : first_or_second.admits) groups.insert("g1");
  const auto answered = answers(book(wide), rows, {{all_first, first_or_second}, {}});
  EXPECT_EQ(answered.counts.at(all_first), Answer(Count{2}));
  EXPECT_EQ(answered.counts.at(first_or_second), Answer(Count{4}));
}

}  // namespace
}  // namespace eqr::persons::tests
