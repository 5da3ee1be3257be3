#include "workforce.hpp"

#include <gmock/gmock.h>

#include "workforce_drafts.hpp"

namespace eqr::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(Workforce, a_table_for_each_characteristic_that_the_codebook_has) {
  const Draft draft = draft_of(context_of(records({religion(), sex()})));
  EXPECT_THAT(draft.sections.front().tables, ElementsAre("sex", "religion", "declaration"));
  const Table& table = table_in(draft, "religion");
  EXPECT_EQ(table.title,
            "Staff by religion or belief, Sampleshire, 31 March 2018, compared with 31 March 2017");
  EXPECT_THAT(column_ids(table), ElementsAre("group", "headcount", "percent", "percent-of-declared",
                                             "last-year-percent", "change"));
  EXPECT_EQ(table.columns[4].header, "Share of all staff, 31 March 2017");
}

TEST(Workforce, shares_are_of_all_staff_and_beside_them_of_those_who_declared) {
  const Draft draft = draft_of(context_of(records({religion()})));
  const Table& table = table_in(draft, "religion");
  const Population group = staff.where_row("religion");
  const Population declared = staff.where("religion", {"no-religion", "christian", "hindu"});
  ASSERT_TRUE(table.rows[0].each.has_value());
  EXPECT_THAT(table.rows[0].each->groups, ElementsAre("no-religion", "christian", "hindu"));
  EXPECT_EQ(value_in(table, 0, "headcount"), count(group));
  EXPECT_EQ(value_in(table, 0, "percent"), share(group, staff));
  EXPECT_EQ(value_in(table, 0, "percent-of-declared"), share(group, declared));
  EXPECT_EQ(value_in(table, 0, "last-year-percent"), share(group.last_year(), staff.last_year()));
}

TEST(Workforce, a_change_is_between_the_two_shares_that_stand_beside_it) {
  const Draft draft = draft_of(context_of(records({religion()})));
  const Table& table = table_in(draft, "religion");
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    EXPECT_EQ(value_in(table, row, "change"),
              change(value_in(table, row, "percent"), value_in(table, row, "last-year-percent")));
  }
}

TEST(Workforce, an_undeclared_group_has_no_share_of_those_who_declared) {
  const Draft draft = draft_of(context_of(records({religion()})));
  const Table& table = table_in(draft, "religion");
  EXPECT_THAT(table.rows[1].each->groups, ElementsAre("not-stated"));
  EXPECT_TRUE(std::holds_alternative<NotApplicable>(cell_in(table, 1, "percent-of-declared")));
}

TEST(Workforce, unions_then_those_who_declared_then_all_staff_close_a_table) {
  const Draft draft = draft_of(context_of(records({religion(), age()})));
  EXPECT_THAT(total_labels(table_in(draft, "religion")),
              ElementsAre("Other religions", "All who declared", "All staff"));
  const Table& ages = table_in(draft, "age-band");
  EXPECT_THAT(total_labels(ages), ElementsAre("All staff"));
  EXPECT_EQ(value_in(ages, 1, "percent"), share(staff, staff));
}

TEST(Workforce, a_characteristic_that_everybody_answers_has_no_column_of_those_who_declared) {
  const Draft draft = draft_of(context_of(records({age()})));
  EXPECT_THAT(column_ids(table_in(draft, "age-band")),
              ElementsAre("group", "headcount", "percent", "last-year-percent", "change"));
  EXPECT_THAT(table_ids(draft), Not(testing::Contains("declaration")));
}

TEST(Workforce, without_last_year_nothing_is_compared) {
  PeopleInput input = records({religion(), ethnicity()});
  input.has_last_year = false;
  const Draft draft = draft_of(context_of(input));
  EXPECT_THAT(column_ids(table_in(draft, "religion")),
              ElementsAre("group", "headcount", "percent", "percent-of-declared"));
  EXPECT_EQ(table_in(draft, "religion").title, "Staff by religion or belief, Sampleshire, 31 March 2018");
  EXPECT_FALSE(figure_in(draft, "religion.christian.percent").last_year.has_value());
  for (const Chart& chart : draft.charts) EXPECT_NE(chart.kind, Chart::Kind::grouped_bars);
}

TEST(Workforce, ethnicity_is_shown_by_broad_group_and_then_in_detail) {
  const Draft draft = draft_of(context_of(records({ethnicity()})));
  EXPECT_THAT(draft.sections.front().tables, ElementsAre("ethnicity", "ethnicity-detailed", "declaration"));
  const Table& broad = table_in(draft, "ethnicity");
  EXPECT_EQ(text_in(broad, 0, "group"), "White");
  EXPECT_EQ(value_in(broad, 0, "headcount"), count(staff.where("ethnicity", {"white"})));
  EXPECT_EQ(text_in(broad, 4, "group"), "Other");
  EXPECT_THAT(total_labels(broad), ElementsAre("Minority ethnic", "All who declared", "All staff"));
  const Table& detailed = table_in(draft, "ethnicity-detailed");
  EXPECT_THAT(detailed.rows[0].each->groups, SizeIs(6));
  EXPECT_THAT(total_labels(detailed), ElementsAre("All who declared", "All staff"));
}

TEST(Workforce, a_codebook_without_the_broad_groups_is_shown_by_its_own_groups) {
  Characteristic short_list = ethnicity();
  short_list.aggregates = {{"minority", "Minority ethnic", false}};
  const Draft draft = draft_of(context_of(records({short_list})));
  EXPECT_THAT(draft.sections.front().tables, ElementsAre("ethnicity", "declaration"));
  EXPECT_THAT(table_in(draft, "ethnicity").rows[0].each->groups, SizeIs(6));
}

TEST(Workforce, a_figure_has_last_year_so_that_prose_can_say_from_and_to) {
  const Draft draft = draft_of(context_of(records({ethnicity()})));
  const Population minority = staff.where("ethnicity", {"minority"});
  const Figure& figure = figure_in(draft, "ethnicity.minority.percent");
  EXPECT_EQ(figure.value, share(minority, staff));
  EXPECT_EQ(figure.last_year, share(minority.last_year(), staff.last_year()));
  EXPECT_EQ(figure.format, one_place_percent);
  EXPECT_EQ(figure_in(draft, "ethnicity.minority.count").value, count(minority));
  EXPECT_EQ(figure_in(draft, "headcount").last_year, count(staff.last_year()));
}

TEST(Workforce, the_declaration_rate_is_of_all_staff) {
  const Draft draft = draft_of(context_of(records({sex(), age()})));
  const Population declared = staff.where("sex", {"female", "male"});
  const Table& table = table_in(draft, "declaration");
  ASSERT_THAT(table.rows, SizeIs(1));  // everybody has an age
  EXPECT_EQ(value_in(table, 0, "declared"), count(declared));
  EXPECT_EQ(value_in(table, 0, "headcount"), count(staff));
  EXPECT_EQ(value_in(table, 0, "rate"), share(declared, staff));
  EXPECT_EQ(figure_in(draft, "sex.declaration-rate").value, share(declared, staff));
}

TEST(Workforce, ethnicity_and_age_are_charted_for_both_years_and_two_groups_are_not_charted) {
  const Draft draft = draft_of(context_of(records({ethnicity(), age(), religion(), sex()})));
  std::map<std::string, Chart::Kind> kinds;
  for (const Chart& chart : draft.charts) kinds.emplace(chart.id, chart.kind);
  EXPECT_EQ(kinds.at("ethnicity-chart"), Chart::Kind::grouped_bars);
  EXPECT_EQ(kinds.at("age-band-chart"), Chart::Kind::grouped_bars);
  EXPECT_EQ(kinds.at("religion-chart"), Chart::Kind::bars);
  EXPECT_EQ(kinds.at("pay-quarters-chart"), Chart::Kind::stacked_bars);
  EXPECT_FALSE(kinds.contains("sex-chart"));
}

TEST(Workforce, settings_choose_the_characteristics_and_their_order) {
  Context context = context_of(records({sex(), religion(), grade()}));
  context.settings["characteristics"] = {"grade", "sex"};
  EXPECT_THAT(draft_of(context).sections.front().tables, ElementsAre("grade", "sex", "declaration"));
}

TEST(Workforce, a_characteristic_that_nobody_knows_is_a_fault) {
  Context context = context_of(records({sex(), religion()}));
  context.settings["characteristics"] = {"sex", "relligion"};
  EXPECT_EQ(fault_of(context),
            "setting \"characteristics\": the codebook of the staff input has no characteristic "
            "\"relligion\"; it has sex, religion");
}

TEST(Workforce, a_share_at_a_grade_is_of_all_staff_at_the_grade) {
  const Draft draft = draft_of(context_of(records({sex(), ethnicity(), grade()})));
  EXPECT_THAT(draft.sections[1].tables, ElementsAre("grade-by-sex", "grade-by-ethnicity"));
  const Table& table = table_in(draft, "grade-by-ethnicity");
  EXPECT_THAT(column_ids(table),
              ElementsAre("grade", "minority", "white", "headcount", "minority-percent", "white-percent"));
  const Population at_grade = staff.where_row("grade");
  EXPECT_EQ(value_in(table, 0, "minority-percent"),
            share(at_grade.where("ethnicity", {"minority"}), at_grade));
  EXPECT_EQ(value_in(table, 1, "minority"), count(staff.where("ethnicity", {"minority"})));
  const Population seniors = staff.where("grade", {"h5-h9"});
  EXPECT_EQ(figure_in(draft, "grade.h5-h9.female.percent").value,
            share(seniors.where("sex", {"female"}), seniors));
}

TEST(Workforce, counted_figures_are_not_asked_for_crossings_or_pay) {
  PeopleInput counted = records({sex(), ethnicity(), grade()});
  counted.is_counted = true;
  const Draft draft = draft_of(context_of(counted));
  EXPECT_THAT(section_ids(draft), ElementsAre("profile"));
}

TEST(Workforce, the_pay_gap_is_worked_out_from_the_records) {
  const Draft draft = draft_of(context_of(records({sex()})));
  const Table& table = table_in(draft, "pay-gap");
  EXPECT_EQ(value_in(table, 0, "percent"), mean_pay_gap(staff));
  EXPECT_EQ(value_in(table, 0, "last-year-percent"), mean_pay_gap(staff.last_year()));
  EXPECT_EQ(value_in(table, 1, "percent"), median_pay_gap(staff));
  const Table& quarters = table_in(draft, "pay-quarters");
  ASSERT_THAT(quarters.rows, SizeIs(4));
  EXPECT_EQ(text_in(quarters, 0, "quarter"), "Lower");
  EXPECT_EQ(value_in(quarters, 0, "women"), pay_quarter(staff, 1, "female"));
  EXPECT_EQ(value_in(quarters, 3, "men"), pay_quarter(staff, 4, "male"));
  EXPECT_EQ(figure_in(draft, "pay-gap.quarter-4.women").value, pay_quarter(staff, 4, "female"));
}

TEST(Workforce, records_that_do_not_tell_women_from_men_give_no_gender_pay_gap) {
  EXPECT_THAT(section_ids(draft_of(context_of(records({religion()})))), ElementsAre("profile"));
}

TEST(Workforce, without_pay_in_the_records_the_supplied_pay_gap_stands) {
  PeopleInput input = records({sex()});
  input.has_pay = false;
  Context context = context_of(input);
  const Document supplied = figures("pay-gap", {{"mean-gap", "Mean", "-0.9", "percent"},
                                                {"median-gap", "Median", "", "percent"},
                                                {"women-q1", "Q1", "70.1", "percent"},
                                                {"women-q2", "Q2", "68", "percent"},
                                                {"women-q3", "Q3", "66", "percent"},
                                                {"women-q4", "Q4", "63.9", "percent"}});
  context.documents.emplace("pay-gap", supplied);
  const Draft draft = draft_of(context);
  EXPECT_EQ(figure_in(draft, "pay-gap.mean").value, supplied.cell(1, "value"));
  EXPECT_EQ(value_in(table_in(draft, "pay-gap"), 1, "percent"), supplied.cell(2, "value"));
  EXPECT_THAT(column_ids(table_in(draft, "pay-gap")), ElementsAre("measure", "percent"));
  EXPECT_THAT(column_ids(table_in(draft, "pay-quarters")), ElementsAre("quarter", "women"));
}

TEST(Workforce, bonus_figures_join_the_gap_that_the_records_give) {
  Context context = context_of(records({sex()}));
  const Document supplied = figures("pay-gap", {{"mean-gap", "Mean", "-0.9", "percent"},
                                                {"mean-bonus-gap", "Mean bonus gap", "12.5", "percent"}});
  context.documents.emplace("pay-gap", supplied);
  const Draft draft = draft_of(context);
  EXPECT_EQ(figure_in(draft, "pay-gap.mean").value, mean_pay_gap(staff));
  const Table& table = table_in(draft, "pay-gap");
  EXPECT_EQ(text_in(table, 2, "measure"), "Mean gender gap in bonus pay");
  EXPECT_EQ(value_in(table, 2, "percent"), supplied.cell(2, "value"));
  EXPECT_TRUE(std::holds_alternative<NotApplicable>(cell_in(table, 2, "change")));
}

TEST(Workforce, a_part_of_the_pay_quarters_is_not_shown) {
  Context context = context_of(records({sex()}));
  context.people_inputs.clear();
  context.documents.emplace("pay-gap", figures("pay-gap", {{"women-q1", "Q1", "70.1", "percent"}}));
  EXPECT_THAT(draft_of(context).sections, IsEmpty());
}

Characteristic bonus() {
  return {"bonus", "Bonus", {{"received", "Received", false}, {"not-received", "Not received", false}}, {}};
}
Characteristic disability() {
  return {"disability",
          "Disability",
          {{"disabled", "Disabled", false},
           {"not-disabled", "Not disabled", false},
           {"not-stated", "Not stated", true}},
          {}};
}
Characteristic movement() {
  return {"movement",
          "Movement",
          {{"stayed", "Stayed", false},
           {"started", "Started", false},
           {"left", "Left", false},
           {"started-and-left", "Started and left", false}},
          {}};
}

TEST(Workforce, bonus_measures_come_from_records_that_hold_bonus_pay) {
  PeopleInput input = records({sex(), bonus()});
  input.has_bonus = true;
  const Draft draft = draft_of(context_of(input));
  EXPECT_EQ(figure_in(draft, "pay-gap.mean-bonus").value, mean_bonus_gap(staff));
  EXPECT_EQ(figure_in(draft, "pay-gap.median-bonus").last_year, median_bonus_gap(staff.last_year()));
  const Population women = staff.where("sex", {"female"});
  EXPECT_EQ(figure_in(draft, "pay-gap.bonus-paid.women").value,
            share(women.where("bonus", {"received"}), women));
  EXPECT_THAT(table_in(draft, "pay-gap").rows, SizeIs(6));
  input.has_bonus = false;
  EXPECT_THAT(table_in(draft_of(context_of(input)), "pay-gap").rows, SizeIs(2));
}

TEST(Workforce, pay_gaps_by_other_characteristics_are_there_when_a_setting_asks_for_them) {
  Context context = context_of(records({sex(), ethnicity(), disability()}));
  EXPECT_THAT(section_ids(draft_of(context)), ElementsAre("profile", "pay-gap"));
  context.settings["pay-gaps"] = {"ethnicity:white", "disability:not-disabled", "religion:christian"};
  const Draft draft = draft_of(context);
  EXPECT_THAT(section_ids(draft), ElementsAre("profile", "pay-gap", "pay-gap-by-group"));
  const Table& by_ethnicity = table_in(draft, "pay-gap-ethnicity");
  EXPECT_EQ(by_ethnicity.title, "Pay gaps by ethnicity, compared with White, Sampleshire, 31 March 2018");
  EXPECT_THAT(column_ids(by_ethnicity), ElementsAre("group", "mean", "median"));
  ASSERT_THAT(by_ethnicity.rows, SizeIs(5));
  EXPECT_EQ(text_in(by_ethnicity, 4, "group"), "Minority ethnic");
  const Population white = staff.where("ethnicity", {"white"}),
                   minority = staff.where("ethnicity", {"minority"});
  EXPECT_EQ(value_in(by_ethnicity, 4, "mean"), gap(mean_pay(white), mean_pay(minority)));
  EXPECT_EQ(figure_in(draft, "pay-gap.ethnicity.minority.median").value,
            gap(median_pay(white), median_pay(minority)));
  const Table& by_disability = table_in(draft, "pay-gap-disability");
  ASSERT_THAT(by_disability.rows, SizeIs(1));
  EXPECT_EQ(value_in(by_disability, 0, "median"), gap(median_pay(staff.where("disability", {"not-disabled"})),
                                                      median_pay(staff.where("disability", {"disabled"}))));
}

TEST(Workforce, a_pay_gap_names_the_group_to_compare_with) {
  Context context = context_of(records({sex(), disability()}));
  context.settings["pay-gaps"] = {"disability"};
  EXPECT_EQ(
      fault_of(context),
      "setting \"pay-gaps\": \"disability\" is not a characteristic and the group to compare with, such as "
      "\"ethnicity:white\"");
  context.settings["pay-gaps"] = {"disability:not-stated"};
  EXPECT_EQ(
      fault_of(context),
      "setting \"pay-gaps\": \"disability\" has no group \"not-stated\" to compare with; it has disabled, "
      "not-disabled");
}

TEST(Workforce, who_joined_and_left_is_reported_where_records_tell_it) {
  const Draft draft = draft_of(context_of(records({sex(), ethnicity(), movement()})));
  EXPECT_THAT(section_ids(draft), ElementsAre("profile", "movement", "pay-gap"));
  const Table& table = table_in(draft, "turnover");
  ASSERT_THAT(table.rows, SizeIs(5));
  EXPECT_EQ(text_in(table, 0, "group"), "Women");
  const Population women = staff.where("sex", {"female"});
  EXPECT_EQ(value_in(table, 0, "leavers"), count(women.where("movement", {"left", "started-and-left"})));
  const Expression left = count(staff.where("movement", {"left", "started-and-left"}));
  const Expression before = count(staff.where("movement", {"stayed", "left"}));
  EXPECT_EQ(figure_in(draft, "turnover").value, percent_of(sum({left, left}), sum({count(staff), before})));
  EXPECT_THAT(total_labels(table), ElementsAre("All staff"));
}

TEST(Workforce, without_inputs_there_is_an_empty_draft) {
  Context context = context_of(records({}));
  context.people_inputs.clear();
  const Draft draft = draft_of(context);
  EXPECT_THAT(draft.sections, IsEmpty());
  EXPECT_THAT(draft.figures, IsEmpty());
}

}  // namespace
}  // namespace eqr::tests
