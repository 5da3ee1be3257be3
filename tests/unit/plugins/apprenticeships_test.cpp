#include "apprenticeships.hpp"

#include <gmock/gmock.h>

#include "supplied_documents.hpp"

namespace eqr::tests {
namespace {

using apprenticeships::Apprenticeships;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string theme = "apprenticeships";

Context context_of(std::vector<Document> documents) {
  Context context = context_with(std::move(documents));
  context.theme = theme;
  const themes::Manifest manifest = manifest_of(theme);
  for (const themes::SettingSchema& setting : manifest.settings) {
    context.settings[setting.name] = setting.default_value;
  }
  return context;
}

Draft draft_of(const Context& context) {
  Draft draft = Apprenticeships().draft(context);
  expect_sound(draft, theme, context);
  return draft;
}

std::string fault_of(const Context& context) {
  try {
    (void)Apprenticeships().draft(context);
  } catch (const ThemeFault& fault) {
    return fault.what();
  }
  return "no fault";
}

TEST(Apprenticeships, without_inputs_there_is_an_empty_draft) {
  EXPECT_THAT(draft_of(context_of({})).sections, IsEmpty());
  EXPECT_THAT(draft_of(context_of({})).figures, IsEmpty());
}

TEST(Apprenticeships, existing_staff_are_what_the_newly_recruited_leave) {
  const Document starts = figures("starts", {{"enrolled", "Enrolled since April 2017", "52", "people"},
                                             {"newly-recruited", "Newly recruited", "21", "people"},
                                             {"in-pipeline", "Going through recruitment", "59", "people"}});
  const Draft draft = draft_of(context_of({starts}));
  const Expression enrolled = starts.cell(1, "value"), recruited = starts.cell(2, "value");
  const Table& table = table_in(draft, "starts");
  ASSERT_THAT(table.rows, SizeIs(4));
  EXPECT_EQ(text_in(table, 0, "measure"), "Enrolled since April 2017");
  EXPECT_EQ(value_in(table, 3, "apprentices"), difference(enrolled, recruited));
  EXPECT_EQ(figure_in(draft, "starts.existing-staff").value, difference(enrolled, recruited));
  EXPECT_EQ(figure_in(draft, "starts.newly-recruited.percent").value, percent_of(recruited, enrolled));
  EXPECT_EQ(figure_in(draft, "starts.in-pipeline").value, starts.cell(3, "value"));
}

TEST(Apprenticeships, a_row_that_is_not_there_is_left_out) {
  const Draft draft = draft_of(context_of({figures("starts", {{"enrolled", "Enrolled", "52", "people"}})}));
  EXPECT_THAT(table_in(draft, "starts").rows, SizeIs(1));
  EXPECT_THAT(table_ids(draft), ElementsAre("starts"));
  EXPECT_EQ(figure_in(draft, "minority.aim").value, setting("minority-aim"));
}

TEST(Apprenticeships, the_supplied_aim_comes_before_the_setting) {
  const Document starts = figures(
      "starts", {{"minority-percent", "Share", "", "percent"}, {"minority-aim", "Aim", "20", "percent"}});
  const Draft draft = draft_of(context_of({starts}));
  const Table& table = table_in(draft, "minority");
  EXPECT_EQ(value_in(table, 0, "percent"), starts.cell(1, "value"));  // empty: printed as not available
  EXPECT_EQ(value_in(table, 0, "aim"), starts.cell(2, "value"));
  EXPECT_EQ(value_in(table, 0, "difference"), change(starts.cell(1, "value"), starts.cell(2, "value")));
}

TEST(Apprenticeships, the_share_from_minority_ethnic_groups_is_worked_out_from_people) {
  const Document starts = figures("starts", {{"enrolled", "Enrolled", "52", "people"},
                                             {"minority", "From minority groups", "11", "people"}});
  const Draft draft = draft_of(context_of({starts}));
  EXPECT_EQ(figure_in(draft, "minority.percent").value,
            percent_of(starts.cell(2, "value"), starts.cell(1, "value")));
}

// The letters as Northamptonshire County Council published them for 2017/18: E 2.86%, F 0.34%, I 0.34%.
TEST(Apprenticeships, the_measures_of_the_target_are_shares_of_the_numbers_of_the_return) {
  const Document target = figures("target", {{"a", "A", "1225", "people"},
                                             {"b", "B", "35", "people"},
                                             {"c", "C", "9950", "people"},
                                             {"d", "D", "34", "people"},
                                             {"g", "G", "2", "people"},
                                             {"h", "H", "10262", "people"}});
  const auto of = [&](std::size_t part, std::size_t whole) {
    return percent_of(target.cell(part, "value"), target.cell(whole, "value"));
  };
  const Draft draft = draft_of(context_of({target}));
  EXPECT_THAT(table_ids(draft), ElementsAre("target-counts", "target-measures"));
  EXPECT_EQ(figure_in(draft, "target.e").value, of(2, 1));
  EXPECT_EQ(figure_in(draft, "target.f").value, of(4, 3));
  EXPECT_EQ(figure_in(draft, "target.i").value, of(2, 6));
  EXPECT_EQ(figure_in(draft, "target.i").format, (Format{Unit::percent, 2}));
  EXPECT_EQ(figure_in(draft, "target.difference").value, change(of(2, 6), setting("target-percent")));
  const Table& measures = table_in(draft, "target-measures");
  EXPECT_EQ(value_in(measures, 2, "target"), setting("target-percent"));
  EXPECT_TRUE(std::holds_alternative<NotApplicable>(cell_in(measures, 0, "target")));
}

TEST(Apprenticeships, a_measure_without_its_numbers_is_left_out) {
  const Draft draft =
      draft_of(context_of({figures("target", {{"c", "C", "9950", "people"}, {"d", "D", "34", "people"}})}));
  EXPECT_THAT(table_in(draft, "target-measures").rows, SizeIs(1));
  EXPECT_THROW((void)figure_in(draft, "target.i"), std::out_of_range);
}

TEST(Apprenticeships, what_all_rows_note_is_noted_once) {
  const Document target =
      figures("target", {{"c", "C", "9950", "people", "", "", "", "", "Includes schools."},
                         {"d", "D", "34", "people", "", "", "", "", "Includes schools."}});
  EXPECT_THAT(table_in(draft_of(context_of({target})), "target-counts").notes,
              ElementsAre("Includes schools."));
}

Document levels_and_ages() {
  return table(theme, "profile",
               {{{"breakdown", "Level"}, {"group", "Intermediate (level 2)"}, {"apprentices", "17"}},
                {{"breakdown", "Age"}, {"group", "16 to 18"}, {"apprentices", "11"}},
                {{"breakdown", "Level"}, {"group", "Advanced (level 3)"}, {"apprentices", "22"}}});
}

TEST(Apprenticeships, each_breakdown_is_a_table_with_shares_of_its_own_total) {
  const Document profile = levels_and_ages();
  const Draft draft = draft_of(context_of({profile}));
  EXPECT_THAT(table_ids(draft), ElementsAre("profile-level", "profile-age"));
  const Expression all = sum({profile.cell(1, "apprentices"), profile.cell(3, "apprentices")});
  const Table& levels = table_in(draft, "profile-level");
  EXPECT_EQ(levels.title, "Apprentices by level, Sampleshire, 2017/18");
  EXPECT_EQ(value_in(levels, 1, "percent"), percent_of(profile.cell(3, "apprentices"), all));
  EXPECT_EQ(value_in(levels, 2, "apprentices"), all);
  EXPECT_TRUE(levels.rows[2].total);
  EXPECT_EQ(figure_in(draft, "profile.age.16-to-18.count").value, profile.cell(2, "apprentices"));
}

TEST(Apprenticeships, a_group_that_stands_twice_is_a_fault) {
  const Document twice = table(theme, "profile",
                               {{{"breakdown", "Age"}, {"group", "16 to 18"}, {"apprentices", "11"}},
                                {{"breakdown", "Age"}, {"group", "16 to 18"}, {"apprentices", "12"}}});
  EXPECT_EQ(fault_of(context_of({twice})),
            "input \"profile\", row 2: the same breakdown and group as in row 1; leave one of the two out");
}

TEST(Apprenticeships, a_number_without_a_group_is_a_fault) {
  const Document nameless = table(theme, "profile", {{{"breakdown", "Age"}, {"apprentices", "11"}}});
  EXPECT_EQ(fault_of(context_of({nameless})),
            "input \"profile\", row 1: column \"group\" is empty; every number needs one");
}

}  // namespace
}  // namespace eqr::tests
