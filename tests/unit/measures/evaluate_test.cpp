#include "measures/evaluate.hpp"

#include <gtest/gtest.h>

#include "measures/document_value.hpp"
#include "unit/measures/truth.hpp"

namespace eqr::measures {
namespace {

using namespace tests;

TEST(Evaluate, APercentageIsRoundedOnceFromExactCounts) {
  Truth truth;
  truth.people(139, minority).people(1'000, staff);
  EXPECT_EQ(truth.printed(percent_of(count(minority), count(staff))), "13.9");
  truth.people(1, staff.where("sex", {"female"}));
}

TEST(Evaluate, HalvesAreRoundedAwayFromZero) {
  // 25 of 2,000 is 1.25 exactly.
  EXPECT_EQ(
      Truth().people(25, minority).people(2'000, staff).printed(percent_of(count(minority), count(staff))),
      "1.3");
}

TEST(Evaluate, ChangeIsTheDifferenceOfWhatIsPrinted) {
  // 13.549% and 13.451% print as 13.5 and 13.5: the change is 0.0, not 0.1.
  Truth truth;
  truth.people(13'549, minority).people(100'000, staff);
  truth.people(13'451, minority.last_year()).people(100'000, staff.last_year());
  const Expression now = percent_of(count(minority), count(staff));
  const Expression before = percent_of(count(minority.last_year()), count(staff.last_year()));
  EXPECT_EQ(truth.printed(change(now, before), one_place_points), "0.0");
}

TEST(Evaluate, WhateverIsComputedFromAWithheldCountIsWithheld) {
  Truth truth;
  truth.people(9, minority).people(1'000, staff);
  EXPECT_EQ(truth.printed(count(minority), whole_people), "[c]");
  EXPECT_EQ(truth.printed(percent_of(count(minority), count(staff))), "[c]");
  EXPECT_EQ(truth.printed(ratio(count(staff), count(minority)), {Unit::ratio, 2}), "[c]");
}

TEST(Evaluate, ADifferenceOfTwoCountsThatIsItselfASmallCountIsWithheld) {
  // 52 people less 47 are five people; 52 less 40 are twelve.
  Truth truth;
  truth.people(52, staff).people(47, staff.where("sex", {"female"})).people(40, minority);
  EXPECT_EQ(truth.printed(difference(count(staff), count(staff.where("sex", {"female"}))), whole_people),
            "[c]");
  EXPECT_EQ(truth.printed(difference(count(staff), count(minority)), whole_people), "12");
}

TEST(Evaluate, a_sum_or_difference_of_counts_is_protected_as_the_number_of_people_that_it_is) {
  // Nobody learns from 991 how many the two are that it is made of.
  Truth truth;
  truth.people(1000, staff).people(9, minority);
  EXPECT_EQ(truth.printed(difference(count(staff), count(minority)), whole_people), "991");
  EXPECT_EQ(truth.printed(percent_of(difference(count(staff), count(minority)), count(staff))), "[c]");
}

TEST(Evaluate, NoughtIsPublishedAndTenIsNotWithheld) {
  Truth truth;
  truth.people(10, minority).people(0, staff.where("ethnicity", {"white"}));
  EXPECT_EQ(truth.printed(count(minority), whole_people), "10");
  EXPECT_EQ(truth.printed(count(staff.where("ethnicity", {"white"})), whole_people), "0");
}

TEST(Evaluate, DivisionByNoughtIsNotApplicable) {
  EXPECT_EQ(Truth().people(0, staff).people(0, minority).printed(percent_of(count(minority), count(staff))),
            "[z]");
}

TEST(Evaluate, AConditionThatAdmitsEveryGroupIsTheSameKeyAsNone) {
  const Inputs inputs = some_inputs();
  EXPECT_EQ(key_of(staff.where("sex", {"female", "male", "not-stated"}), inputs.dimensions),
            key_of(staff, inputs.dimensions));
  EXPECT_EQ(key_of(minority, inputs.dimensions),
            key_of(staff.where("ethnicity", {"black", "asian"}), inputs.dimensions));
}

TEST(Evaluate, APublishedPercentageKeepsItsOwnRoundingAndItsBase) {
  const Inputs inputs = some_inputs();
  Truth truth;
  truth.answer(Percentage{{7, 0}, key_of(staff, inputs.dimensions), {}}, minority);
  EXPECT_EQ(truth.printed(percent_of(count(minority), count(staff))), "7");
  EXPECT_EQ(truth.printed(count(minority), whole_people), "[x]");
  const Expression of_women = percent_of(count(minority), count(staff.where("sex", {"female"})));
  EXPECT_EQ(truth.printed(of_women), "[x]");
}

TEST(Evaluate, APercentageWhoseBaseIsNotStatedSaysSo) {
  Truth truth;
  truth.answer(Percentage{{42, 1}, std::nullopt, {}}, minority);
  EXPECT_EQ(truth.printed(percent_of(count(minority), count(staff))), "[x]")
      << "nobody could tell how few they are";
  truth.published({"staff"});
  EXPECT_TRUE(truth.of(percent_of(count(minority), count(staff))).base_not_stated);
  EXPECT_EQ(truth.printed(percent_of(count(minority), count(staff))), "4.2");
}

TEST(Evaluate, WhatCannotBeAnsweredIsNotAvailableWithItsReason) {
  Truth truth;
  truth.answer(Unavailable{"The codebook has no pay."}, minority);
  const Evaluated evaluated = truth.of(count(minority), whole_people);
  EXPECT_EQ(std::get<Missing>(evaluated.outcome).reason, "The codebook has no pay.");
}

Expression cell(std::size_t row, const std::string& column = "value") {
  return some_inputs().documents.at("figures").document.cell(row, column);
}

TEST(Evaluate, SmallCountsOfThingsAreNeverWithheldButThoseOfPeopleAre) {
  Truth truth;
  EXPECT_EQ(truth.printed(cell(2), whole_things), "3");
  EXPECT_EQ(truth.printed(cell(3), whole_people), "[c]");
}

TEST(Evaluate, a_count_of_people_in_a_document_is_rounded_like_any_other) {
  disclosure::Policy policy;
  policy.threshold = 0;
  policy.rounding = disclosure::Rounding::nearest;
  Truth truth;
  truth.under(policy);
  EXPECT_EQ(truth.printed(cell(3), whole_people), "5");
  EXPECT_EQ(truth.printed(cell(2), whole_things), "3");
  policy.rounding = disclosure::Rounding::small;
  policy.base = 10;
  policy.threshold = 10;
  const std::string few = truth.under(policy).printed(cell(3), whole_people);
  EXPECT_TRUE(few == "[low]" || few == "10") << few;
}

TEST(Evaluate, ADocumentCellBringsItsQualifierStatusRangeAndPlaces) {
  Truth truth;
  EXPECT_EQ(std::get<Known>(truth.of(cell(1), whole_people).outcome).qualifier, "about");
  const Known aim = std::get<Known>(truth.of(cell(4), whole_things).outcome);
  EXPECT_EQ(aim.value, 5);
  EXPECT_EQ(*aim.upper, 6);
  EXPECT_EQ(std::get<Known>(truth.of(cell(6)).outcome).status, "provisional");
  EXPECT_EQ(truth.printed(cell(5), whole_people), "[x]");
}

TEST(Evaluate, ASettingIsANumberOfTheThemesOwn) {
  EXPECT_EQ(Truth().printed(setting("target"), whole_things), "3");
  EXPECT_EQ(Truth().printed(setting("share")), "2.3");
  EXPECT_EQ(Truth().printed(setting("nothing")), "[x]");
}

TEST(Evaluate, EveryValueNamesWhereItComesFrom) {
  const Evaluated evaluated =
      Truth().people(139, minority).people(1'000, staff).of(percent_of(count(minority), count(staff)));
  EXPECT_EQ(evaluated.lineage,
            "100 x (count of staff, this year, where ethnicity is minority) / (count of staff, this year)");
  EXPECT_EQ(evaluated.inputs, std::set<std::string>{"staff"});
  EXPECT_EQ(Truth().of(cell(2), whole_things).rows,
            (std::set<std::pair<std::string, std::size_t>>{{"figures", 2}}));
}

TEST(Evaluate, TheRowsOfARegisterOfPeopleAreProtectedLikeAnyCount) {
  Inputs inputs;
  inputs.documents["cases"] = {Document("cases", {{"kind", false, Counts::people}}, {{"a"}, {"a"}, {"b"}}),
                               true};
  Statement statement{"t", {}, {}};
  const Expression three = inputs.documents.at("cases").document.count_rows({1, 2, 3});
  statement.draft.figures.push_back({"f", "F", three, std::nullopt, whole_people, ""});
  Asked asked;
  ask(statement, inputs, asked);
  const auto safe =
      disclosure::protect({asked.document_counts, asked.shown, {}, {}, {}, {}}, Policy{}).answers;
  const Evaluated evaluated = Evaluator(inputs, safe).evaluate(three, whole_people, {});
  EXPECT_EQ(std::get<Missing>(evaluated.outcome).code, "c");
  EXPECT_EQ(evaluated.lineage.find('3'), std::string::npos);
}

TEST(Statement, RowsForEachGroupAreWrittenOutWithLabelsAndClosedExpressions) {
  Inputs inputs = some_inputs();
  inputs.people["staff"].characteristics = {
      {"sex", "Sex", {{"female", "Women", false}, {"male", "Men", false}}, {}}};
  Draft draft;
  Table table("sex", "Staff by sex");
  table.text_column("group", "Sex").number_column("n", "Headcount", whole_people);
  table.each_row({"staff", "sex", {"female", "male"}}, {RowLabel{}, count(staff.where_row("sex"))});
  draft.tables.push_back(table);
  const Statement statement = written_out("t", {}, draft, inputs);
  ASSERT_EQ(statement.draft.tables[0].rows.size(), 2U);
  EXPECT_EQ(std::get<std::string>(statement.draft.tables[0].rows[1].cells[0]), "Men");
  EXPECT_EQ(std::get<Expression>(statement.draft.tables[0].rows[1].cells[1]),
            count(staff.where("sex", {"male"})));
}

// The keys that become exempt by asking this.
std::set<Key> exempt_by(const Expression& expression) {
  const Inputs inputs = some_inputs();
  Statement statement{"t", {}, {}};
  statement.draft.figures.push_back({"f", "F", expression, std::nullopt, one_place_percent, ""});
  Asked asked;
  ask(statement, inputs, asked);
  asked.statutory_pay.merge(asked.statutory_counts);
  return asked.statutory_pay;
}

TEST(Statement, only_the_pay_measures_of_the_whole_organisation_by_sex_are_statutory) {
  const Inputs inputs = some_inputs();
  const Population women = staff.where("sex", {"female"}), men = staff.where("sex", {"male"});
  const std::set<Key> both = {key_of(women, inputs.dimensions), key_of(men, inputs.dimensions)};
  EXPECT_EQ(exempt_by(mean_pay_gap(staff)), both);
  EXPECT_EQ(exempt_by(median_pay_gap(staff)), both);
  EXPECT_EQ(exempt_by(mean_bonus_gap(staff)), both);
  EXPECT_EQ(exempt_by(median_bonus_gap(staff)), both);
  EXPECT_EQ(exempt_by(pay_quarter(staff, 1, "female")), both);
  EXPECT_EQ(exempt_by(bonus_proportion(staff, "female")),
            (std::set<Key>{key_of(women, inputs.dimensions),
                           key_of(women.where("bonus", {"received"}), inputs.dimensions)}));
  const std::set<Key> none;
  EXPECT_EQ(exempt_by(mean_pay_gap(minority)), none);
  EXPECT_EQ(exempt_by(pay_quarter(minority, 1, "female")), none);
  EXPECT_EQ(exempt_by(gap(mean_pay(women), mean_pay(men))), none);
  EXPECT_EQ(exempt_by(gap(mean_pay(men), median_pay(women))), none);
  EXPECT_EQ(exempt_by(gap(mean_pay(men), mean_pay(women.last_year()))), none);
  EXPECT_EQ(exempt_by(mean_pay(men)), none);
  EXPECT_EQ(exempt_by(pay_quarter(staff, 1, "ethnicity", {"minority"}, {"minority", "white"})), none);
  EXPECT_EQ(exempt_by(bonus_proportion(minority, "female")), none);
  EXPECT_EQ(exempt_by(percent_of(count(women), count(staff))), none);
}

}  // namespace
}  // namespace eqr::measures
