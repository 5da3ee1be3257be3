#include "recruitment.hpp"

#include <gmock/gmock.h>

#include "advancing_opportunity.hpp"
#include "supplied_documents.hpp"

namespace eqr::tests {
namespace {

using advancing_opportunity::AdvancingOpportunity;
using testing::Contains;

const std::string theme = "advancing-opportunity";

Draft draft_of(const Context& context) {
  Draft draft = AdvancingOpportunity().draft(context);
  expect_sound(draft, theme, context);
  return draft;
}

using Cells = std::map<std::string, std::string>;

Cells stage_row(const std::string& group, const std::string& applied, const std::string& shortlisted,
                const std::string& appointed) {
  return {{"characteristic", "Ethnicity"},
          {"group", group},
          {"applied", applied},
          {"shortlisted", shortlisted},
          {"appointed", appointed}};
}

Document by_ethnicity(const std::string& comparison = "White") {
  std::vector<Cells> rows = {stage_row("Minority ethnic", "400", "100", "20"),
                             stage_row("White", "1000", "300", "90"),
                             stage_row("Not stated", "50", "20", "10")};
  for (Cells& row : rows) {
    if (row["group"] == comparison) row["comparison"] = "Yes";
    if (row["group"] == "Not stated") row["declared"] = "no";
  }
  return table(theme, "recruitment", rows);
}

Expression rate(const Document& document, std::size_t row, const char* part, const char* whole) {
  return percent_of(document.cell(row, part), document.cell(row, whole));
}

TEST(Recruitment, each_stage_is_a_share_of_the_stage_before) {
  const Document supplied = by_ethnicity();
  const Draft draft = draft_of(context_with({supplied}));
  const Table& stages = table_in(draft, "recruitment-ethnicity");
  EXPECT_EQ(value_in(stages, 0, "shortlisted-percent"), rate(supplied, 1, "shortlisted", "applied"));
  EXPECT_EQ(value_in(stages, 0, "appointed-percent"), rate(supplied, 1, "appointed", "shortlisted"));
  EXPECT_EQ(figure_in(draft, "recruitment.ethnicity.minority-ethnic.appointed-percent").value,
            rate(supplied, 1, "appointed", "shortlisted"));
}

TEST(Recruitment, the_likelihood_is_a_groups_rate_divided_by_that_of_the_comparison_group) {
  const Document supplied = by_ethnicity();
  const Table stages = table_in(draft_of(context_with({supplied})), "recruitment-ethnicity");
  EXPECT_EQ(stages.columns[6].header, "Likelihood of appointment compared with White");
  EXPECT_EQ(stages.columns[6].format, (Format{Unit::ratio, 2}));
  EXPECT_EQ(value_in(stages, 0, "likelihood"), ratio(rate(supplied, 1, "appointed", "shortlisted"),
                                                     rate(supplied, 2, "appointed", "shortlisted")));
  EXPECT_THAT(
      stages.notes,
      Contains("Likelihood: the rate of appointment from shortlisting divided by that of White. One is "
               "equal; below one is less likely, above one more likely."));
}

TEST(Recruitment, people_who_did_not_say_have_rates_and_no_likelihood) {
  const Draft draft = draft_of(context_with({by_ethnicity()}));
  const Table& stages = table_in(draft, "recruitment-ethnicity");
  EXPECT_TRUE(std::holds_alternative<Expression>(cell_in(stages, 2, "appointed-percent")));
  EXPECT_TRUE(std::holds_alternative<NotApplicable>(cell_in(stages, 2, "likelihood")));
  EXPECT_THROW((void)figure_in(draft, "recruitment.ethnicity.not-stated.likelihood"), std::out_of_range);
}

TEST(Recruitment, without_a_mark_the_first_declared_group_is_the_comparison) {
  const Table stages = table_in(draft_of(context_with({by_ethnicity("nobody")})), "recruitment-ethnicity");
  EXPECT_EQ(stages.columns[6].header, "Likelihood of appointment compared with Minority ethnic");
}

TEST(Recruitment, when_nobody_declared_there_is_no_likelihood) {
  Cells only = stage_row("Not stated", "50", "20", "10");
  only["declared"] = "No";
  const Table stages =
      table_in(draft_of(context_with({table(theme, "recruitment", {only})})), "recruitment-ethnicity");
  EXPECT_EQ(stages.columns.size(), 6u);
}

TEST(Recruitment, two_comparison_groups_are_refused) {
  Cells first = stage_row("White", "10", "10", "10"), second = stage_row("Asian", "10", "10", "10");
  first["comparison"] = second["comparison"] = "yes";
  try {
    (void)AdvancingOpportunity().draft(context_with({table(theme, "recruitment", {first, second})}));
    FAIL() << "a ThemeFault is expected";
  } catch (const ThemeFault& fault) {
    EXPECT_STREQ(fault.what(),
                 "input \"recruitment\": two groups of Ethnicity are marked as the comparison group; leave "
                 "`yes` in the column \"comparison\" of one");
  }
}

}  // namespace
}  // namespace eqr::tests
