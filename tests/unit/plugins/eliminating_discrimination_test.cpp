#include "eliminating_discrimination.hpp"

#include <gmock/gmock.h>

#include "registers.hpp"
#include "supplied_documents.hpp"
#include "eqr/supplied_figures.hpp"

namespace eqr::tests {
namespace {

using eliminating_discrimination::by_characteristic;
using eliminating_discrimination::by_value;
using eliminating_discrimination::EliminatingDiscrimination;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string theme = "eliminating-discrimination";

Draft draft_of(const Context& context) {
  Draft draft = EliminatingDiscrimination().draft(context);
  expect_sound(draft, theme, context);
  return draft;
}

Document register_of_three() {
  return table(theme, "eqia-register",
               {{{"service", "Libraries"},
                 {"assessment", "Opening hours"},
                 {"characteristics", "Age; disability"},
                 {"status", "Complete"}},
                {{"service", "Transport"},
                 {"assessment", "Bus passes"},
                 {"characteristics", "all"},
                 {"status", "Under way"}},
                {{"service", "libraries"},
                 {"assessment", "Home library"},
                 {"characteristics", "Disability; Carers"},
                 {"status", "complete"}}});
}

TEST(EliminatingDiscrimination, without_inputs_there_is_an_empty_draft) {
  const Draft draft = draft_of(context_with({}));
  EXPECT_THAT(draft.sections, IsEmpty());
  EXPECT_THAT(draft.tables, IsEmpty());
  EXPECT_THAT(draft.figures, IsEmpty());
}

TEST(EliminatingDiscrimination, a_section_whose_inputs_are_missing_is_left_out) {
  const Draft draft = draft_of(context_with(
      {figures("training", {{"unconscious-bias-managers", "Managers trained", "104", "people"}})}));
  EXPECT_THAT(section_ids(draft), ElementsAre("training"));
  EXPECT_THAT(table_ids(draft), ElementsAre("training-people"));
}

TEST(EliminatingDiscrimination, an_input_without_rows_gives_no_section) {
  const Draft draft = draft_of(context_with(
      {figures("hate-crime", {}), table(theme, "eqia-register", {}), table(theme, "strategies", {})}));
  EXPECT_THAT(draft.sections, IsEmpty());
}

TEST(EliminatingDiscrimination, a_supplied_figure_is_named_and_stands_in_a_table_of_its_unit) {
  const Document supplied = figures(
      "training",
      {{"managers", "Managers trained", "104", "people", "", "2017", "", "HR", ""},
       {"module", "Course completed", "97.25", "percent", "staff in post", "", "2018-03-31", "", ""}});
  const Draft draft = draft_of(context_with({supplied}));
  EXPECT_THAT(table_ids(draft), ElementsAre("training-people", "training-percentages"));

  const Table& percentages = table_in(draft, "training-percentages");
  EXPECT_EQ(percentages.title, "Equality training: percentages, Sampleshire, 2017/18");
  EXPECT_EQ(text_in(percentages, 0, "measure"), "Course completed");
  EXPECT_EQ(value_in(percentages, 0, "value"), supplied.cell(2, "value"));
  EXPECT_EQ(percentages.columns[1].format, (Format{Unit::percent, 2}));
  EXPECT_EQ(text_in(percentages, 0, "when"), "31 March 2018");
  EXPECT_EQ(text_in(percentages, 0, "source"), "Not stated");
  EXPECT_THAT(percentages.notes, ElementsAre("Course completed: Base: staff in post."));

  const Figure& managers = figure_in(draft, "training.managers");
  EXPECT_EQ(managers.value, supplied.cell(1, "value"));
  EXPECT_EQ(managers.format, whole_people);
  EXPECT_EQ(managers.title, "Managers trained");
}

TEST(EliminatingDiscrimination, monitored_strands_of_hate_crime_have_a_table_and_a_chart_of_their_own) {
  const Draft draft =
      draft_of(context_with({figures("hate-crime", {{"incidents", "Incidents", "30", "things"},
                                                    {"strand-race", "Race", "20", "things"},
                                                    {"strand-disability", "Disability", "12", "things"}})}));
  EXPECT_THAT(table_ids(draft), ElementsAre("hate-crime-numbers", "hate-crime-strands-numbers"));
  EXPECT_EQ(table_in(draft, "hate-crime-strands-numbers").rows.size(), 2u);
  ASSERT_EQ(draft.charts.size(), 1u);
  EXPECT_EQ(draft.charts[0].table, "hate-crime-strands-numbers");
  EXPECT_THAT(draft.charts[0].value_columns, ElementsAre("value"));
}

TEST(EliminatingDiscrimination, assessments_are_counted_by_service_with_a_total) {
  const Document supplied = register_of_three();
  const Draft draft = draft_of(context_with({supplied}));
  const Table& services = table_in(draft, "eqia-by-service");
  ASSERT_EQ(services.rows.size(), 3u);
  EXPECT_EQ(text_in(services, 0, "service"), "Libraries");
  EXPECT_EQ(value_in(services, 0, "assessments"), supplied.count_rows({1, 3}));
  EXPECT_EQ(value_in(services, 0, "complete"), supplied.count_rows({1, 3}));
  EXPECT_EQ(value_in(services, 1, "complete"), supplied.count_rows({}));
  EXPECT_TRUE(services.rows[2].total);
  EXPECT_EQ(value_in(services, 2, "assessments"), supplied.count_rows({1, 2, 3}));
}

TEST(EliminatingDiscrimination, assessments_are_counted_by_status_with_their_share) {
  const Document supplied = register_of_three();
  const Draft draft = draft_of(context_with({supplied}));
  const Table& statuses = table_in(draft, "eqia-by-status");
  ASSERT_EQ(statuses.rows.size(), 2u);
  EXPECT_EQ(text_in(statuses, 0, "group"), "Complete");
  EXPECT_EQ(value_in(statuses, 0, "share"),
            percent_of(supplied.count_rows({1, 3}), supplied.count_rows({1, 2, 3})));
  EXPECT_EQ(figure_in(draft, "eqia.status.under-way").value, supplied.count_rows({2}));
}

TEST(EliminatingDiscrimination, all_nine_characteristics_are_shown_and_further_ones_after_them) {
  const Document supplied = register_of_three();
  const auto groups = by_characteristic(supplied);
  ASSERT_EQ(groups.size(), 10u);
  EXPECT_EQ(groups[0].label, "Age");
  EXPECT_THAT(groups[0].rows, ElementsAre(1, 2));
  EXPECT_EQ(groups[1].label, "Disability");
  EXPECT_THAT(groups[1].rows, ElementsAre(1, 2, 3));
  EXPECT_EQ(groups[8].label, "Sexual orientation");
  EXPECT_THAT(groups[8].rows, ElementsAre(2));
  EXPECT_EQ(groups[9].label, "Carers");
  EXPECT_EQ(figure_in(draft_of(context_with({supplied})), "eqia.characteristic.gender-reassignment").value,
            supplied.count_rows({2}));
}

TEST(EliminatingDiscrimination, a_characteristic_named_twice_in_one_assessment_counts_once) {
  const auto groups = by_characteristic(table(
      theme, "eqia-register", {{{"characteristics", "Race;race ; all"}}, {{"characteristics", " ; "}}}));
  EXPECT_THAT(groups[5].rows, ElementsAre(1));
  EXPECT_EQ(groups.back().label, "Not stated");
  EXPECT_THAT(groups.back().rows, ElementsAre(2));
}

TEST(EliminatingDiscrimination, empty_cells_are_counted_as_not_stated_at_the_end) {
  const auto groups = by_value(
      table(theme, "eqia-register", {{{"status", ""}}, {{"status", "Planned"}}, {{"status", "planned"}}}),
      "status");
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].label, "Planned");
  EXPECT_THAT(groups[0].rows, ElementsAre(2, 3));
  EXPECT_EQ(groups[1].label, "Not stated");
}

TEST(EliminatingDiscrimination, strategies_that_refer_to_the_equality_policy_are_a_share_of_all_listed) {
  const Document supplied = table(theme, "strategies",
                                  {{{"strategy", "Housing"}, {"equality_policy", "yes"}},
                                   {{"strategy", "Roads"}, {"equality_policy", "Not yet"}},
                                   {{"strategy", "Schools"}, {"equality_policy", "Yes"}}});
  const Draft draft = draft_of(context_with({supplied}));
  EXPECT_EQ(figure_in(draft, "strategies.cross-referenced").value, supplied.count_rows({1, 3}));
  EXPECT_EQ(figure_in(draft, "strategies.cross-referenced-percent").value,
            percent_of(supplied.count_rows({1, 3}), supplied.count_rows({1, 2, 3})));
  EXPECT_EQ(text_in(table_in(draft, "strategies"), 1, "equality-policy"), "Not yet");
}

TEST(EliminatingDiscrimination, the_sample_fills_every_section) {
  const Draft draft = draft_of(sample_context(theme));
  EXPECT_THAT(section_ids(draft), ElementsAre("vulnerable", "policy", "training"));
  EXPECT_EQ(figure_in(draft, "training.unconscious-bias-managers").format.unit, Unit::people);
  EXPECT_EQ(figure_in(draft, "safe-and-well.fire-services").format.unit, Unit::things);
}

TEST(SuppliedFigures, an_id_made_from_words_holds_only_lower_case_letters_digits_and_hyphens) {
  EXPECT_EQ(id_from("Gender reassignment"), "gender-reassignment");
  EXPECT_EQ(id_from("  65 & over. "), "65-over");
  EXPECT_EQ(id_from("…"), "other");
}

TEST(SuppliedFigures, places_are_those_the_service_wrote) {
  EXPECT_EQ(supplied_places("104"), 0);
  EXPECT_EQ(supplied_places("13.90"), 2);
  EXPECT_EQ(supplied_places("5.5 to 6"), 1);
  EXPECT_EQ(supplied_places("[x]"), 0);
  EXPECT_EQ(supplied_places(""), 0);
}

TEST(SuppliedFigures, a_date_is_written_in_words_and_anything_else_left_alone) {
  EXPECT_EQ(written_date("2018-03-31"), "31 March 2018");
  EXPECT_EQ(written_date("2017-09-01"), "1 September 2017");
  for (const char* other : {"autumn 2017", "2018-13-01", "2018-3-311", "2018-03-3x", "20a8-03-31", ""}) {
    EXPECT_EQ(written_date(other), other);
  }
}

}  // namespace
}  // namespace eqr::tests
