#include "service_users.hpp"

#include <gmock/gmock.h>

#include "advancing_opportunity.hpp"
#include "eqr/supplied_breakdowns.hpp"
#include "supplied_documents.hpp"

namespace eqr::tests {
namespace {

using advancing_opportunity::AdvancingOpportunity;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string theme = "advancing-opportunity";

Draft draft_of(const Context& context) {
  Draft draft = AdvancingOpportunity().draft(context);
  expect_sound(draft, theme, context);
  return draft;
}

// 60 women and 30 men declared, 10 people did not say.
Document users_by_sex() {
  return table(theme, "service-users",
               {{{"characteristic", "Sex"}, {"group", "Women"}, {"count", "60"}, {"source", "Libraries"}},
                {{"characteristic", "Sex"}, {"group", "Men"}, {"count", "30"}, {"source", "Libraries"}},
                {{"characteristic", "sex"}, {"group", "Not stated"}, {"count", "10"}, {"declared", "no"}}});
}

Document population_by_sex() {
  return table(theme, "population",
               {{{"characteristic", "Sex"}, {"group", "women"}, {"count", "612"}, {"source", "Census"}},
                {{"characteristic", "Sex"}, {"group", "men"}, {"count", "588"}, {"source", "Census"}}});
}

TEST(ServiceUsers, shares_are_of_those_who_declared_and_differences_are_in_percentage_points) {
  const Document users = users_by_sex(), population = population_by_sex();
  const Draft draft = draft_of(context_with({users, population}));
  const Table& by_sex = table_in(draft, "service-users-sex");
  const Expression share =
      percent_of(users.cell(1, "count"), sum({users.cell(1, "count"), users.cell(2, "count")}));
  const Expression residents = percent_of(population.cell(1, "count"),
                                          sum({population.cell(1, "count"), population.cell(2, "count")}));

  EXPECT_EQ(by_sex.title, "Service users and the population: Sex, Sampleshire, 2017/18");
  ASSERT_EQ(by_sex.rows.size(), 3u);
  EXPECT_EQ(value_in(by_sex, 0, "service-users"), users.cell(1, "count"));
  EXPECT_EQ(value_in(by_sex, 0, "share"), share);
  EXPECT_EQ(value_in(by_sex, 0, "population-share"), residents);
  EXPECT_EQ(value_in(by_sex, 0, "difference"), difference(share, residents));
  EXPECT_EQ(by_sex.columns[4].format, one_place_points);
  EXPECT_EQ(figure_in(draft, "service-users.sex.women.difference").value, difference(share, residents));
}

TEST(ServiceUsers, people_who_did_not_say_are_counted_and_have_no_share) {
  const Document users = users_by_sex();
  const Draft draft = draft_of(context_with({users, population_by_sex()}));
  const Table& by_sex = table_in(draft, "service-users-sex");
  EXPECT_EQ(text_in(by_sex, 2, "group"), "Not stated");
  EXPECT_EQ(value_in(by_sex, 2, "service-users"), users.cell(3, "count"));
  EXPECT_TRUE(std::holds_alternative<NotApplicable>(cell_in(by_sex, 2, "share")));
  EXPECT_TRUE(std::holds_alternative<NotApplicable>(cell_in(by_sex, 2, "difference")));
  EXPECT_THROW((void)figure_in(draft, "service-users.sex.not-stated.percent"), std::out_of_range);
}

TEST(ServiceUsers, without_a_population_only_their_own_share_is_shown_and_there_is_no_chart) {
  const Draft draft = draft_of(context_with({users_by_sex()}));
  const Table& by_sex = table_in(draft, "service-users-sex");
  EXPECT_EQ(by_sex.title, "Service users: Sex, Sampleshire, 2017/18");
  EXPECT_EQ(by_sex.columns.size(), 3u);
  EXPECT_TRUE(draft.charts.empty());
}

TEST(ServiceUsers, rows_of_one_group_from_several_services_are_added_up) {
  const Document users = table(theme, "service-users",
                               {{{"characteristic", "Age"}, {"group", "Over 65"}, {"count", "20"}},
                                {{"characteristic", "Age"}, {"group", "65 and under"}, {"count", "40"}},
                                {{"characteristic", "Age"}, {"group", "over 65"}, {"count", "25"}}});
  const Table by_age = table_in(draft_of(context_with({users})), "service-users-age");
  ASSERT_EQ(by_age.rows.size(), 2u);
  EXPECT_EQ(value_in(by_age, 0, "service-users"), sum({users.cell(1, "count"), users.cell(3, "count")}));
}

TEST(ServiceUsers, percentages_are_taken_as_supplied) {
  const Document users = table(theme, "service-users",
                               {{{"characteristic", "Sex"}, {"group", "Women"}, {"percent", "55.5"}},
                                {{"characteristic", "Sex"}, {"group", "Men"}, {"percent", "44.5"}}});
  const Table by_sex = table_in(draft_of(context_with({users})), "service-users-sex");
  EXPECT_EQ(by_sex.columns.size(), 2u);
  EXPECT_EQ(value_in(by_sex, 1, "share"), users.cell(2, "percent"));
}

TEST(ServiceUsers, a_group_that_the_population_figures_lack_is_named_in_a_note) {
  const Document users = table(theme, "service-users",
                               {{{"characteristic", "Sex"}, {"group", "Women"}, {"count", "60"}},
                                {{"characteristic", "Sex"}, {"group", "Another"}, {"count", "40"}}});
  const Table by_sex = table_in(draft_of(context_with({users, population_by_sex()})), "service-users-sex");
  EXPECT_TRUE(std::holds_alternative<NotApplicable>(cell_in(by_sex, 1, "population-share")));
  EXPECT_THAT(by_sex.notes, Contains("The population figures have no group \"Another\"."));
  EXPECT_THAT(by_sex.notes, Not(Contains("The population figures have no group \"Women\".")));
}

TEST(ServiceUsers, two_rows_of_percentages_for_one_group_are_refused) {
  const Document users = table(theme, "service-users",
                               {{{"characteristic", "Sex"}, {"group", "Women"}, {"percent", "55"}},
                                {{"characteristic", "Sex"}, {"group", "Women"}, {"percent", "51"}}});
  try {
    (void)AdvancingOpportunity().draft(context_with({users}));
    FAIL() << "a ThemeFault is expected";
  } catch (const ThemeFault& fault) {
    EXPECT_STREQ(fault.what(),
                 "input \"service-users\": the group \"Women\" of Sex has more than one row of percentages, "
                 "which cannot be added up; give counts, or one row for each group");
  }
}

TEST(ServiceUsers, a_group_that_is_declared_in_one_row_and_not_in_another_is_refused) {
  const Document users =
      table(theme, "service-users",
            {{{"characteristic", "Sex"}, {"group", "Unknown"}, {"count", "55"}, {"declared", "no"}},
             {{"characteristic", "Sex"}, {"group", "Unknown"}, {"count", "51"}}});
  try {
    (void)breakdowns(users);
    FAIL() << "a ThemeFault is expected";
  } catch (const ThemeFault& fault) {
    EXPECT_STREQ(fault.what(),
                 "input \"service-users\": the group \"Unknown\" of Sex is declared in one row and not in "
                 "another; write the same in its column \"declared\" everywhere");
  }
}

}  // namespace
}  // namespace eqr::tests
