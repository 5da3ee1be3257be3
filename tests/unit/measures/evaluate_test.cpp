#include "measures/evaluate.hpp"

#include <gtest/gtest.h>

#include "measures/document_value.hpp"

namespace eqr::measures {
namespace {

using disclosure::Policy;
using tallies::Answers;
using tallies::Count;
using tallies::Key;
using tallies::Percentage;
using tallies::Unavailable;

// Staff by sex and ethnicity, and a table of figures.
Inputs some_inputs() {
  Inputs inputs;
  inputs.people["staff"] = PeopleInput{};
  inputs.dimensions["staff"]["sex"] = {{"female", "male", "not-stated"}, {}};
  inputs.dimensions["staff"]["ethnicity"] = {{"white", "asian", "black", "not-stated"},
                                             {{"minority", {"asian", "black"}}}};
  const std::vector<DocumentColumn> columns = {
      {"id", false, Counts::people},     {"label", false, Counts::people},
      {"value", true, Counts::people},   {"unit", false, Counts::people},
      {"counts", false, Counts::people}, {"qualifier", false, Counts::people},
      {"status", false, Counts::people}};
  inputs.documents["figures"] = {
      Document("figures", columns,
               {{"panel", "Panel", "500", "people", "people", "about", ""},
                {"hubs", "Hubs", "3", "things", "things", "", ""},
                {"cases", "Cases", "3", "people", "people", "", ""},
                {"aim", "Aim", "5 to 6", "things", "things", "", "target"},
                {"later", "Later", "", "people", "people", "", ""},
                {"level", "Level", "13.60", "percent", "things", "", "provisional"}}),
      false};
  return inputs;
}

// Evaluates one expression after asking it, with these counts as the truth.
class Truth {
 public:
  Truth& people(std::uint64_t number, Population who) {
    m_answers.counts[key_of(who, m_inputs.dimensions)] = Count{number};
    return *this;
  }
  Truth& answer(tallies::Answer answer, Population who) {
    m_answers.counts[key_of(who, m_inputs.dimensions)] = std::move(answer);
    return *this;
  }

  [[nodiscard]] Evaluated of(const Expression& expression, Format format = one_place_percent) {
    Statement statement{"theme", nlohmann::json{{"target", 3}, {"share", 2.3}}, {}};
    statement.draft.figures.push_back({"f", "F", expression, std::nullopt, format, ""});
    Asked asked;
    ask(statement, m_inputs, asked);
    Answers all = m_answers;
    for (const Key& key : asked.questions.counts) all.counts.try_emplace(key, Count{0});
    all.add(asked.document_counts);
    const auto safe = disclosure::protect(all, Policy{10, 10}, {asked.statutory_pay, {}});
    return Evaluator(m_inputs, safe).evaluate(expression, format, statement.settings);
  }

  // The printed digits, or the shorthand.
  [[nodiscard]] std::string printed(const Expression& expression, Format format = one_place_percent) {
    const Evaluated evaluated = of(expression, format);
    if (const auto* missing = std::get_if<Missing>(&evaluated.outcome)) return "[" + missing->code + "]";
    return numbers::to_text(numbers::rounded(std::get<Known>(evaluated.outcome).value, evaluated.places));
  }

 private:
  Inputs m_inputs = some_inputs();
  Answers m_answers;
};

const Population staff = people("staff");
const Population minority = staff.where("ethnicity", {"minority"});

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
  EXPECT_EQ(truth.printed(difference(count(staff), count(minority)), whole_people), "[c]");
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
  const auto safe = disclosure::protect(asked.document_counts, Policy{10, 10}, {});
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

TEST(Statement, OnlyThePayMeasuresOfTheWholeOrganisationAreStatutory) {
  const Inputs inputs = some_inputs();
  Statement statement{"t", {}, {}};
  statement.draft.figures.push_back({"all", "All", mean_pay_gap(staff), std::nullopt, one_place_percent, ""});
  statement.draft.figures.push_back(
      {"some", "Some", mean_pay_gap(minority), std::nullopt, one_place_percent, ""});
  Asked asked;
  ask(statement, inputs, asked);
  EXPECT_EQ(asked.questions.amounts.at(tallies::Amount::hourly_pay).size(), 4U);
  const PayKeys all = pay_keys(staff, inputs.dimensions);
  EXPECT_EQ(asked.statutory_pay, (std::set<Key>{all.men, all.women}));
}

}  // namespace
}  // namespace eqr::measures
