#include "objectives.hpp"

#include <gmock/gmock.h>

#include "advancing_opportunity.hpp"
#include "supplied_documents.hpp"

namespace eqr::tests {
namespace {

using advancing_opportunity::AdvancingOpportunity;
using advancing_opportunity::direction;
using testing::ElementsAre;

const std::string theme = "advancing-opportunity";
using Cells = std::map<std::string, std::string>;

Draft draft_of(const Context& context) {
  Draft draft = AdvancingOpportunity().draft(context);
  expect_sound(draft, theme, context);
  return draft;
}

std::string fault_of(const std::vector<Cells>& rows) {
  try {
    (void)AdvancingOpportunity().draft(context_with({table(theme, "objectives", rows)}));
  } catch (const ThemeFault& fault) {
    return fault.what();
  }
  return "no fault";
}

TEST(Objectives, towards_the_target_is_improving_and_away_from_it_is_getting_worse) {
  EXPECT_EQ(direction("13.6", "15.0", "13.9", ""), "Improving");
  EXPECT_EQ(direction("13.6", "15.0", "13.5", ""), "Getting worse");
  EXPECT_EQ(direction("20", "5", "9", ""), "Improving");
  EXPECT_EQ(direction("9", "5", "20", ""), "Getting worse");
}

TEST(Objectives, a_target_that_is_reached_is_met_whichever_way_is_better) {
  EXPECT_EQ(direction("13.6", "15.0", "15.0", ""), "Target met");
  EXPECT_EQ(direction("20", "5", "4", ""), "Target met");
  EXPECT_EQ(direction("", "20", "21", "higher"), "Target met");
}

TEST(Objectives, the_same_number_written_otherwise_is_no_change) {
  EXPECT_EQ(direction("6.0", "7.0", "6", ""), "No change");
}

TEST(Objectives, what_is_missing_is_said) {
  EXPECT_EQ(direction("13.6", "15.0", "", ""), "Not yet measured");
  EXPECT_EQ(direction("13.6", "15.0", "[x]", ""), "Not yet measured");
  EXPECT_EQ(direction("", "20", "12", "higher"), "No baseline");
  EXPECT_EQ(direction("6.0", "", "6.3", ""), "Direction not stated");
  EXPECT_EQ(direction("6.0", "", "6.3", "lower"), "Getting worse");
}

TEST(Objectives, numbers_are_compared_as_numbers_and_not_as_text) {
  EXPECT_EQ(direction("9.5", "20", "10.5", ""), "Improving");
  EXPECT_EQ(direction("-0.9", "0", "-0.5", ""), "Improving");
}

TEST(Objectives, objectives_of_one_unit_share_a_table_with_the_finest_places_supplied) {
  const Document supplied = table(theme, "objectives",
                                  {{{"id", "staff"},
                                    {"objective", "A fair workforce"},
                                    {"measure", "Minority ethnic staff"},
                                    {"unit", "percent"},
                                    {"baseline", "13.6"},
                                    {"baseline_date", "2017-03-31"},
                                    {"target", "15"},
                                    {"latest", "13.9"},
                                    {"source", "HR"}},
                                   {{"id", "trained"},
                                    {"objective", "Fair managers"},
                                    {"measure", "Managers trained"},
                                    {"unit", "people"},
                                    {"baseline", "0"},
                                    {"target", "150"},
                                    {"latest", "104"}}});
  const Draft draft = draft_of(context_with({supplied}));
  EXPECT_THAT(table_ids(draft), ElementsAre("objectives-percentages", "objectives-people"));
  const Table& shares = table_in(draft, "objectives-percentages");
  EXPECT_EQ(shares.title, "Equality objectives measured in percentages, Sampleshire, 2017/18");
  EXPECT_EQ(value_in(shares, 0, "target"), supplied.cell(1, "target"));
  EXPECT_EQ(shares.columns[3].format, one_place_percent);
  EXPECT_EQ(text_in(shares, 0, "direction"), "Improving");
  EXPECT_EQ(text_in(shares, 0, "dates"), "Baseline: 31 March 2017.");
  EXPECT_THAT(shares.notes, ElementsAre("Source of \"Minority ethnic staff\": HR."));
  EXPECT_EQ(figure_in(draft, "objectives.trained.latest").value, supplied.cell(2, "latest"));
}

TEST(Objectives, an_unknown_word_for_what_is_better_is_refused) {
  EXPECT_EQ(fault_of({{{"id", "staff"}, {"better", "up"}}}),
            "input \"objectives\", row 1: column \"better\" must read higher or lower, or be empty");
}

TEST(Objectives, an_id_is_needed_and_needed_once) {
  EXPECT_EQ(fault_of({{{"id", ""}}}),
            "input \"objectives\", row 1: column \"id\" is empty; give each objective a short name");
  EXPECT_EQ(fault_of({{{"id", "a b"}}, {{"id", "A-B"}}}),
            "input \"objectives\", row 2: column \"id\" repeats an earlier one; give each objective its own");
}

}  // namespace
}  // namespace eqr::tests
