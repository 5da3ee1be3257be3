// What the SDK gives to the authors of themes for their own tests.
#include "eqr/testing.hpp"

#include <gtest/gtest.h>

namespace {

using namespace eqr;

TEST(TestingDocuments, a_table_is_read_from_lines_with_what_each_number_column_counts) {
  const Document covenant = eqr::testing::table("covenant", R"(
      area,               people_helped:people, hubs:things, score:none, rolls:published
      Housing,            14,                   2,           7.5,        100
      "Health, and care", 3,                    ,            8,          90
  )");
  EXPECT_EQ(covenant.input(), "covenant");
  EXPECT_EQ(covenant.columns(), (std::vector<DocumentColumn>{{"area", false, Counts::people},
                                                             {"people_helped", true, Counts::people},
                                                             {"hubs", true, Counts::things},
                                                             {"score", true, Counts::things},
                                                             {"rolls", true, Counts::published}}));
  EXPECT_EQ(covenant.row_count(), 2U);
  EXPECT_EQ(covenant.text(2, "area"), "Health, and care");
  EXPECT_EQ(covenant.text(2, "hubs"), "");
}

TEST(TestingDocuments, a_doubled_quotation_mark_in_a_quoted_cell_is_one) {
  const Document notes = eqr::testing::table("notes", "note\n\"the \"\"open\"\" day\"\n");
  EXPECT_EQ(notes.text(1, "note"), "the \"open\" day");
}

TEST(TestingDocuments, a_row_of_another_length_is_refused_with_its_number) {
  try {
    (void)eqr::testing::table("covenant", "area, helped:people\nHousing, 14\nHealth\n");
    FAIL() << "nothing was thrown";
  } catch (const std::invalid_argument& fault) {
    EXPECT_STREQ(fault.what(), "row 2 has 1 cells, not 2");
  }
}

TEST(TestingDocuments, a_column_that_counts_something_unknown_is_refused) {
  try {
    (void)eqr::testing::table("covenant", "area, helped:persons\n");
    FAIL() << "nothing was thrown";
  } catch (const std::invalid_argument& fault) {
    EXPECT_STREQ(fault.what(), "\"helped:persons\": people, things, published or none is expected");
  }
}

TEST(TestingDocuments, a_table_of_figures_has_every_column_a_run_would_give_it) {
  const Document schools = eqr::testing::figures("schools", R"(
      id,         label,             value, unit
      admissions, Pupils admitted,   41,    people
  )");
  EXPECT_EQ(schools.columns().size(), 12U);
  EXPECT_EQ(schools.find("admissions"), 1U);
  EXPECT_EQ(schools.text(1, "source"), "");
  EXPECT_EQ(schools.cell(1, "value").column, "value");
}

TEST(TestingDocuments, a_table_of_figures_has_no_columns_of_its_own) {
  try {
    (void)eqr::testing::figures("schools", "id, label, value, colour\n");
    FAIL() << "nothing was thrown";
  } catch (const std::invalid_argument& fault) {
    EXPECT_STREQ(fault.what(), "a table of figures has no column \"colour\"");
  }
}

Draft small_draft() {
  Draft draft;
  draft.figures.push_back(
      {"staff.count", "Staff", count(people("staff")), count(people("staff").last_year()), whole_people, ""});
  Table sexes("by-sex", "Staff by sex, 31 March 2020");
  sexes.text_column("group", "Sex")
      .number_column("people", "Staff", whole_people)
      .each_row({"staff", "sex", {"female", "male"}}, {RowLabel{}, count(people("staff").where_row("sex"))})
      .total_row({"All staff", count(people("staff"))})
      .note("An invented note.");
  draft.tables.push_back(sexes);
  draft.charts.push_back({"by-sex", Chart::Kind::bars, "Staff by sex", "by-sex", "group", {"people"}});
  draft.sections.push_back({"profile", "Profile", {"by-sex"}, {"by-sex"}});
  return draft;
}

TEST(TestingDrafts, parts_are_found_by_name) {
  const Draft draft = small_draft();
  EXPECT_EQ(eqr::testing::figure(draft, "staff.count").title, "Staff");
  const Table& table = eqr::testing::table_of(draft, "by-sex");
  EXPECT_EQ(eqr::testing::text_of(eqr::testing::cell(table, 2, "group")), "All staff");
  EXPECT_EQ(eqr::testing::expression_of(eqr::testing::cell(table, 2, "people")), count(people("staff")));
  EXPECT_EQ(eqr::testing::chart(draft, "by-sex").table, "by-sex");
  EXPECT_EQ(eqr::testing::section(draft, "profile").heading, "Profile");
}

TEST(TestingDrafts, a_part_that_is_not_there_is_answered_with_those_that_are) {
  try {
    (void)eqr::testing::figure(small_draft(), "staff.total");
    FAIL() << "nothing was thrown";
  } catch (const std::out_of_range& fault) {
    EXPECT_STREQ(fault.what(), "the draft has no figure \"staff.total\"; there are: staff.count");
  }
}

TEST(TestingDrafts, a_draft_survives_the_way_to_the_engine) {
  EXPECT_EQ(eqr::testing::delivery_fault(small_draft()), "");
}

TEST(TestingDrafts, a_draft_that_the_engine_would_refuse_says_where) {
  Draft draft = small_draft();
  draft.figures[0].value = sum({});
  EXPECT_EQ(eqr::testing::delivery_fault(draft),
            "figures[0].value.operands: at least one operand is expected");
}

TEST(TestingContext, a_context_survives_the_way_to_the_plugin) {
  Context context = eqr::testing::context("veterans");
  context.settings = {{"target", 3}};
  context.people_inputs["staff"].characteristics = {
      eqr::testing::characteristic("ethnicity", {"white", "asian"}, {"not-stated"}, {"minority"})};
  context.people_inputs["staff"].has_last_year = true;
  context.documents["covenant"] = eqr::testing::table("covenant", "area, helped:people\nHousing, 14\n");
  const Context received = context_from_json(nlohmann::json::parse(to_json(context).dump()));
  EXPECT_EQ(to_json(received), to_json(context));
  const Characteristic* ethnicity = received.people("staff")->find("ethnicity");
  EXPECT_EQ(ethnicity->declared_groups(), (std::vector<std::string>{"white", "asian"}));
  EXPECT_EQ(ethnicity->undeclared_groups(), std::vector<std::string>{"not-stated"});
  EXPECT_TRUE(ethnicity->has("minority"));
}

}  // namespace
