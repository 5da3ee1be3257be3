#include "veterans.hpp"

#include <gmock/gmock.h>

#include "supplied_documents.hpp"

#include "eqr/supplied_rows.hpp"

namespace eqr::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using veterans::Veterans;

const std::string theme = "veterans";

Context context_of(std::vector<Document> documents) {
  Context context = context_with(std::move(documents));
  context.theme = theme;
  context.settings = {{"areas", nlohmann::json::array()}};
  return context;
}

Draft draft_of(const Context& context) {
  Draft draft = Veterans().draft(context);
  expect_sound(draft, theme, context);
  return draft;
}

std::string fault_of(const Context& context) {
  try {
    (void)Veterans().draft(context);
  } catch (const ThemeFault& fault) {
    return fault.what();
  }
  return "no fault";
}

Document three_pledges() {
  return table(
      theme, "covenant",
      {{{"area", "Health"}, {"pledge", "Train GPs"}, {"progress", "Done"}, {"people_helped", "24"}},
       {{"area", "Schools"}, {"pledge", "Advise families"}, {"progress", "Under way"}},
       {{"area", "Health"}, {"pledge", "Posters"}, {"progress", "Under way"}, {"people_helped", "40"}}});
}

PeopleInput staff_with_veterans() {
  return {{{"veteran",
            "Armed forces veterans",
            {{"veteran", "Veteran", false},
             {"not-veteran", "Not a veteran", false},
             {"not-stated", "Not stated", true}},
            {}}},
          true,
          false,
          false};
}

TEST(Veterans, without_inputs_there_is_an_empty_draft) {
  const Draft draft = draft_of(context_of({}));
  EXPECT_THAT(draft.sections, IsEmpty());
  EXPECT_THAT(draft.figures, IsEmpty());
}

TEST(Veterans, a_pledge_is_a_row_with_the_columns_that_somebody_filled_in) {
  const Document covenant = three_pledges();
  const Draft draft = draft_of(context_of({covenant}));
  const Table& pledges = table_in(draft, "pledges");
  std::vector<std::string> headers;
  for (const Column& column : pledges.columns) headers.push_back(column.header);
  EXPECT_THAT(headers, ElementsAre("Pledge", "Area", "Progress", "People helped"));
  EXPECT_EQ(pledges.title, "Armed Forces Covenant pledges and their progress, Sampleshire, 2017/18");
  EXPECT_EQ(text_in(pledges, 2, "pledge"), "Posters");
  EXPECT_EQ(value_in(pledges, 0, "people-helped"), covenant.cell(1, "people_helped"));
}

TEST(Veterans, an_empty_text_beside_filled_ones_reads_not_recorded) {
  const Draft draft = draft_of(context_of(
      {table(theme, "covenant",
             {{{"area", "Health"}, {"pledge", "Train GPs"}, {"progress", "Done"}, {"lead", "Public Health"}},
              {{"area", "Health"}, {"pledge", "Posters"}, {"progress", "Done"}}})}));
  EXPECT_EQ(text_in(table_in(draft, "pledges"), 0, "lead"), "Public Health");
  EXPECT_EQ(text_in(table_in(draft, "pledges"), 1, "lead"), "Not recorded");
}

TEST(Veterans, pledges_are_counted_by_area_and_progress) {
  const Document covenant = three_pledges();
  const Draft draft = draft_of(context_of({covenant}));
  const Table& progress = table_in(draft, "progress");
  EXPECT_EQ(text_in(progress, 0, "area"), "Health");
  EXPECT_EQ(value_in(progress, 0, "progress-done"), covenant.count_rows({1}));
  EXPECT_EQ(value_in(progress, 0, "progress-under-way"), covenant.count_rows({3}));
  EXPECT_EQ(value_in(progress, 1, "progress-done"), covenant.count_rows({}));
  EXPECT_EQ(value_in(progress, 2, "all-pledges"), covenant.count_rows({1, 2, 3}));
  EXPECT_TRUE(progress.rows[2].total);
  EXPECT_EQ(figure_in(draft, "pledges.health.count").value, covenant.count_rows({1, 3}));
  EXPECT_EQ(figure_in(draft, "progress.under-way.count").value, covenant.count_rows({2, 3}));
}

TEST(Veterans, people_helped_are_added_up_where_they_were_counted) {
  const Document covenant = three_pledges();
  const Draft draft = draft_of(context_of({covenant}));
  EXPECT_EQ(figure_in(draft, "people-helped.health").value,
            sum({covenant.cell(1, "people_helped"), covenant.cell(3, "people_helped")}));
  EXPECT_THROW((void)figure_in(draft, "people-helped.schools"), std::out_of_range);
}

TEST(Veterans, an_area_of_the_settings_is_shown_without_a_pledge) {
  const Document covenant = three_pledges();
  Context context = context_of({covenant});
  context.settings["areas"] = {"Housing", "Schools"};
  const Table progress = table_in(draft_of(context), "progress");
  EXPECT_EQ(text_in(progress, 0, "area"), "Housing");
  EXPECT_EQ(value_in(progress, 0, "all-pledges"), covenant.count_rows({}));
  EXPECT_EQ(text_in(progress, 1, "area"), "Schools");
  EXPECT_EQ(text_in(progress, 2, "area"), "Health");
}

TEST(Veterans, a_pledge_without_an_area_is_a_fault) {
  EXPECT_EQ(fault_of(context_of({table(theme, "covenant", {{{"pledge", "Posters"}, {"progress", "Done"}}})})),
            "input \"covenant\", row 1: column \"area\" is empty; every pledge needs one");
}

TEST(Veterans, two_spellings_of_one_area_are_a_fault) {
  EXPECT_EQ(
      fault_of(
          context_of({table(theme, "covenant",
                            {{{"area", "Health care"}, {"pledge", "Posters"}, {"progress", "Done"}},
                             {{"area", "Health-Care"}, {"pledge", "Train GPs"}, {"progress", "Done"}}})})),
      "input \"covenant\": column \"area\" says both \"Health care\" and \"Health-Care\"; write it one way");
}

TEST(Veterans, school_figures_stand_in_a_table_for_each_unit) {
  const Document schools = figures(
      "schools", {{"applications", "Applications", "58", "people"},
                  {"admissions", "Admitted", "44", "people", "", "", "2018-01-31", "", "Autumn only."},
                  {"guides", "Guides sent out", "3", "things"}});
  const Draft draft = draft_of(context_of({schools}));
  EXPECT_THAT(table_ids(draft), ElementsAre("schools-people", "schools-things"));
  const Table& table = table_in(draft, "schools-people");
  EXPECT_EQ(table.title, "School places for service children, numbers of people, Sampleshire, 2017/18");
  EXPECT_EQ(value_in(table, 1, "value"), schools.cell(2, "value"));
  EXPECT_EQ(text_in(table, 0, "period"), "Not stated");
  EXPECT_EQ(text_in(table, 1, "period"), "31 January 2018");
  EXPECT_THAT(table.notes, ElementsAre("Admitted: Autumn only."));
  EXPECT_EQ(figure_in(draft, "schools.guides").format, whole_things);
  EXPECT_EQ(figure_in(draft, "schools.admissions.percent").value,
            percent_of(schools.cell(2, "value"), schools.cell(1, "value")));
}

TEST(Veterans, veterans_among_staff_are_a_share_of_all_staff) {
  Context context = context_of({});
  context.last_snapshot = "31 March 2017";
  context.people_inputs.emplace("staff", staff_with_veterans());
  const Draft draft = draft_of(context);
  EXPECT_THAT(section_ids(draft), ElementsAre("workforce"));
  const Population staff = people("staff"), served = staff.where("veteran", {"veteran"});
  const Expression now = percent_of(count(served), count(staff));
  const Expression before = percent_of(count(served.last_year()), count(staff.last_year()));
  const Table& table = table_in(draft, "veterans-in-workforce");
  EXPECT_EQ(value_in(table, 0, "percent"), now);
  EXPECT_EQ(value_in(table, 0, "percent-of-declared"),
            percent_of(count(served), count(staff.where("veteran", {"veteran", "not-veteran"}))));
  EXPECT_EQ(value_in(table, 0, "change"), change(now, before));
  EXPECT_TRUE(std::holds_alternative<NotApplicable>(cell_in(table, 2, "percent-of-declared")));
  EXPECT_EQ(figure_in(draft, "workforce.veteran.percent").last_year, before);
}

TEST(Veterans, staff_records_that_do_not_say_who_served_give_no_section) {
  Context context = context_of({});
  context.people_inputs.emplace("staff", PeopleInput{});
  EXPECT_THAT(draft_of(context).sections, IsEmpty());
}

TEST(Veterans, ids_keep_letters_and_digits) {
  EXPECT_EQ(id_from("Health & care"), "health-care");
  EXPECT_EQ(id_from("  Under way. "), "under-way");
  EXPECT_EQ(id_from("…"), "other");
}

}  // namespace
}  // namespace eqr::tests
