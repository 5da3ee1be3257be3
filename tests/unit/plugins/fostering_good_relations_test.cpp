#include "fostering_good_relations.hpp"

#include <gmock/gmock.h>

#include "supplied_documents.hpp"

namespace eqr::tests {
namespace {

using fostering_good_relations::FosteringGoodRelations;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string theme = "fostering-good-relations";

Draft draft_of(Context context) {
  context.settings["forum-target"] = 3;
  Draft draft = FosteringGoodRelations().draft(context);
  expect_sound(draft, theme, context);
  return draft;
}

Document forum_of_three() {
  return table(theme, "forum",
               {{{"date", "2017-06-15"}, {"topic", "Hate crime"}, {"status", "Held"}, {"attendance", "38"}},
                {{"date", "January 2018"}, {"topic", "Health"}, {"status", "held"}},
                {{"date", "2018-03-22"}, {"topic", "Youth"}, {"status", "Cancelled"}}});
}

Document communities_of_three() {
  return table(theme, "communities",
               {{{"community", "A congregation"}, {"new", "Yes"}},
                {{"community", "A village"}, {"new", "no"}},
                {{"community", "A club"}, {"new", "yes"}}});
}

TEST(FosteringGoodRelations, without_inputs_there_is_an_empty_draft) {
  const Draft draft = draft_of(context_with({}));
  EXPECT_THAT(draft.sections, IsEmpty());
  EXPECT_THAT(draft.figures, IsEmpty());
}

TEST(FosteringGoodRelations, inputs_without_rows_give_no_section) {
  const Draft draft = draft_of(
      context_with({table(theme, "forum", {}), table(theme, "communities", {}), figures("activities", {}),
                    figures("early-help", {}), table(theme, "calendar", {})}));
  EXPECT_THAT(draft.sections, IsEmpty());
}

TEST(FosteringGoodRelations, meetings_that_were_held_are_counted_against_the_target_of_the_settings) {
  const Document supplied = forum_of_three();
  const Draft draft = draft_of(context_with({supplied}));
  const Table& against = table_in(draft, "forum-target");
  const Expression held = supplied.count_rows({1, 2});
  EXPECT_EQ(value_in(against, 0, "held"), held);
  EXPECT_EQ(value_in(against, 0, "target"), setting("forum-target"));
  EXPECT_EQ(value_in(against, 0, "difference"), difference(held, setting("forum-target")));
  EXPECT_EQ(figure_in(draft, "forum.held").value, held);
  EXPECT_EQ(figure_in(draft, "forum.held").format, whole_things);
}

TEST(FosteringGoodRelations, attendance_is_not_applicable_to_a_meeting_that_was_not_held) {
  const Document supplied = forum_of_three();
  const Table meetings = table_in(draft_of(context_with({supplied})), "forum-meetings");
  EXPECT_EQ(text_in(meetings, 0, "date"), "15 June 2017");
  EXPECT_EQ(text_in(meetings, 1, "date"), "January 2018");
  EXPECT_EQ(value_in(meetings, 1, "attendance"), supplied.cell(2, "attendance"));
  EXPECT_TRUE(std::holds_alternative<NotApplicable>(cell_in(meetings, 2, "attendance")));
}

TEST(FosteringGoodRelations, without_any_attendance_there_is_no_such_column) {
  const Table meetings =
      table_in(draft_of(context_with({table(theme, "forum", {{{"topic", "Health"}, {"status", "held"}}})})),
               "forum-meetings");
  EXPECT_EQ(meetings.columns.size(), 4u);
}

TEST(FosteringGoodRelations, new_communities_stand_beside_the_aim_when_there_is_one) {
  const Document reached = communities_of_three();
  const Document activities = figures("activities", {{"communities-aim", "New communities aimed at", "5 to 6",
                                                      "things", "", "", "", "Equal Herts", "For 2019/20."}});
  const Draft draft = draft_of(context_with({reached, activities}));
  const Table& against = table_in(draft, "communities-aim");
  EXPECT_EQ(against.title, "Communities reached against the aim, Sampleshire, 2017/18");
  EXPECT_EQ(value_in(against, 0, "reached"), reached.count_rows({1, 2, 3}));
  EXPECT_EQ(value_in(against, 0, "new"), reached.count_rows({1, 3}));
  EXPECT_EQ(value_in(against, 0, "aim"), activities.cell(1, "value"));
  EXPECT_THAT(against.notes, ElementsAre("For 2019/20.", "Source of the aim: Equal Herts."));
  // The aim does not stand a second time among the activities, and prose can refer to it.
  EXPECT_THAT(section_ids(draft), ElementsAre("forum"));
  EXPECT_EQ(figure_in(draft, "activities.communities-aim").value, activities.cell(1, "value"));
}

TEST(FosteringGoodRelations, communities_without_an_aim_are_shown_without_one) {
  const Table against = table_in(draft_of(context_with({communities_of_three()})), "communities-aim");
  EXPECT_EQ(against.title, "Communities reached, Sampleshire, 2017/18");
  EXPECT_EQ(against.columns.size(), 3u);
}

TEST(FosteringGoodRelations, the_calendar_keeps_the_order_of_the_file_and_its_entries_are_counted) {
  const Document supplied = table(
      theme, "calendar",
      {{{"date", "June"}, {"event", "Carers' Week"}}, {{"date", "2018-02-01"}, {"event", "History month"}}});
  const Draft draft = draft_of(context_with({supplied}));
  const Table& calendar = table_in(draft, "calendar");
  EXPECT_EQ(text_in(calendar, 0, "event"), "Carers' Week");
  EXPECT_EQ(text_in(calendar, 0, "note"), "Not stated");
  EXPECT_EQ(text_in(calendar, 1, "date"), "1 February 2018");
  EXPECT_EQ(figure_in(draft, "calendar.events").value, supplied.count_rows({1, 2}));
}

TEST(FosteringGoodRelations, the_sample_fills_every_section) {
  const Draft draft = draft_of(sample_context(theme));
  EXPECT_THAT(section_ids(draft), ElementsAre("forum", "partnerships", "early-help", "calendar"));
  // Three meetings were held and a fourth was not: sample-inputs/hertfordshire-2017-18/forum.csv.
  EXPECT_EQ(figure_in(draft, "forum.held").value.row_numbers.size(), 3u);
  EXPECT_EQ(figure_in(draft, "communities.new").value.row_numbers.size(), 5u);
}

}  // namespace
}  // namespace eqr::tests
