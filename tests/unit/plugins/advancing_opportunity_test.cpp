#include "advancing_opportunity.hpp"

#include <gmock/gmock.h>

#include "supplied_documents.hpp"

namespace eqr::tests {
namespace {

using advancing_opportunity::AdvancingOpportunity;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string theme = "advancing-opportunity";

Draft draft_of(const Context& context) {
  Draft draft = AdvancingOpportunity().draft(context);
  expect_sound(draft, theme, context);
  return draft;
}

TEST(AdvancingOpportunity, without_inputs_there_is_an_empty_draft) {
  const Draft draft = draft_of(context_with({}));
  EXPECT_THAT(draft.sections, IsEmpty());
  EXPECT_THAT(draft.figures, IsEmpty());
}

TEST(AdvancingOpportunity, inputs_without_rows_give_no_section) {
  const Draft draft = draft_of(context_with({figures("digital", {}), table(theme, "service-users", {}),
                                             table(theme, "population", {}), table(theme, "objectives", {}),
                                             table(theme, "recruitment", {}), figures("adjustments", {})}));
  EXPECT_THAT(draft.sections, IsEmpty());
}

TEST(AdvancingOpportunity, the_population_alone_gives_no_section) {
  const Draft draft = draft_of(context_with(
      {table(theme, "population", {{{"characteristic", "Sex"}, {"group", "Women"}, {"percent", "51.0"}}})}));
  EXPECT_THAT(draft.sections, IsEmpty());
}

TEST(AdvancingOpportunity, digital_figures_of_different_units_stand_in_tables_of_their_own) {
  const Document supplied = figures("digital", {{"user-panel", "People on the panel", "500", "people"},
                                                {"website-awards", "Awards", "1", "things"},
                                                {"star-rating", "Stars", "4", "number"}});
  const Draft draft = draft_of(context_with({supplied}));
  EXPECT_THAT(section_ids(draft), ElementsAre("digital"));
  EXPECT_THAT(table_ids(draft), ElementsAre("digital-people", "digital-numbers", "digital-values"));
  EXPECT_EQ(figure_in(draft, "digital.user-panel").value, supplied.cell(1, "value"));
}

TEST(AdvancingOpportunity, the_accessibility_level_is_a_note_when_the_setting_states_one) {
  Context context = context_with({figures("digital", {{"website-awards", "Awards", "1", "things"}})});
  context.settings["accessibility-level"] = "AA";
  EXPECT_THAT(table_in(draft_of(context), "digital-numbers").notes,
              ElementsAre("Level of the Web Content Accessibility Guidelines that the website meets: AA."));

  context.settings["accessibility-level"] = "";
  EXPECT_THAT(table_in(draft_of(context), "digital-numbers").notes, IsEmpty());
}

TEST(AdvancingOpportunity, the_sample_fills_every_section) {
  const Draft draft = draft_of(sample_context(theme));
  EXPECT_THAT(section_ids(draft),
              ElementsAre("digital", "service-users", "objectives", "recruitment", "adjustments"));
  EXPECT_EQ(figure_in(draft, "objectives.minority-ethnic-staff.latest").format, one_place_percent);
}

}  // namespace
}  // namespace eqr::tests
