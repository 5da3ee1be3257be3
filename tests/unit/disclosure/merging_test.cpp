#include "disclosure/merging.hpp"

#include <gmock/gmock.h>

#include "unit/disclosure/publications.hpp"

namespace eqr::disclosure::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Sex by religion: four religions of a few people each, two of many.
Workforce of_religions() {
  Workforce workforce({{"sex", {{"female", "male"}, {}}},
                       {"religion", {{"buddhist", "christian", "hindu", "jewish", "none", "sikh"}, {}}}});
  const std::map<std::string, std::pair<int, int>> people{{"buddhist", {3, 4}}, {"christian", {140, 120}},
                                                          {"hindu", {5, 2}},    {"jewish", {2, 3}},
                                                          {"none", {160, 170}}, {"sikh", {4, 6}}};
  for (const auto& [religion, of_each] : people) {
    workforce.add(static_cast<std::uint64_t>(of_each.first), {{"sex", "female"}, {"religion", religion}});
    workforce.add(static_cast<std::uint64_t>(of_each.second), {{"sex", "male"}, {"religion", religion}});
  }
  return workforce;
}

Mergeable religions() {
  return {"staff", "religion", {"buddhist", "christian", "hindu", "jewish", "none", "sikh"}, false};
}

TEST(Merging, groups_told_together_have_one_line_with_the_people_of_all_of_them) {
  const Workforce workforce = of_religions();
  const std::set<std::string> few{"hindu", "sikh"};
  const Publication made =
      told_together(workforce.showing(workforce.table({"sex", "religion"})), "staff", "religion", few);
  const Key women = staff({{"religion", few}, {"sex", {"female"}}});
  EXPECT_TRUE(made.shown.counts.contains(tallies::just(women)));
  EXPECT_EQ(std::get<Count>(made.answers.counts.at(women)).people, 9U);
  EXPECT_FALSE(made.shown.counts.contains(tallies::just(staff({{"religion", {"sikh"}}}))));
  EXPECT_EQ(made.shown.counts.size(), 21U - 3U);  // 7 by 3, one religion less
  // The same as if the theme had asked for them together from the start.
  std::set<Key> keys;
  for (const CountSum& sum : made.shown.counts) keys.insert(sum.begin()->first);
  EXPECT_EQ(made.web.relations, workforce.showing(keys).web.relations);
}

TEST(Merging, a_percentage_of_a_merged_group_is_one_of_the_groups_together) {
  const Workforce workforce = of_religions();
  Publication publication =
      workforce.showing({staff(), staff({{"religion", {"hindu"}}}), staff({{"religion", {"sikh"}}})});
  for (const char* religion : {"hindu", "sikh"}) {
    publication.shown.shares.insert(
        {tallies::just(staff({{"religion", {religion}}})), tallies::just(staff())});
  }
  const Publication made = told_together(publication, "staff", "religion", {"hindu", "sikh"});
  EXPECT_THAT(made.shown.shares,
              ElementsAre(tallies::Share{tallies::just(staff({{"religion", {"hindu", "sikh"}}})),
                                         tallies::just(staff())}));
}

TEST(Merging, of_many_small_groups_those_are_suggested_that_leave_fewest_counts_withheld) {
  const Workforce workforce = of_religions();
  const Publication publication = workforce.showing(workforce.table({"sex", "religion"}));
  const auto suggestions = suggest_merges(publication, below(10), {religions()});
  ASSERT_EQ(suggestions.size(), 1U);
  EXPECT_THAT(suggestions[0].groups, ElementsAre(Groups{"buddhist", "hindu", "jewish", "sikh"}));
  EXPECT_EQ(suggestions[0].instead_of, protect(publication, below(10)).certificate.withheld.size());
  EXPECT_EQ(suggestions[0].withheld, 0U);  // 14 women and 15 men
}

// Staff by sex and ethnicity, of which three groups are of a few people each.
std::vector<Suggestion> suggested_with(std::map<std::string, Groups> unions) {
  Workforce workforce({{"sex", {{"female", "male"}, {}}},
                       {"ethnicity", {{"a1", "a2", "b1", "b2", "b3", "w"}, std::move(unions)}}});
  for (const char* sex : {"female", "male"}) {
    workforce.add(20, {{"sex", sex}, {"ethnicity", "a1"}}).add(30, {{"sex", sex}, {"ethnicity", "a2"}});
    workforce.add(90, {{"sex", sex}, {"ethnicity", "w"}});
    for (const char* group : {"b1", "b2", "b3"}) workforce.add(4, {{"sex", sex}, {"ethnicity", group}});
  }
  return suggest_merges(workforce.showing(workforce.table({"sex", "ethnicity"})), below(10),
                        {{"staff", "ethnicity", {"a1", "a2", "b1", "b2", "b3", "w"}, false}});
}

TEST(Merging, the_codebooks_own_aggregates_are_tried) {
  const auto suggestions = suggested_with({{"b", {"b1", "b2", "b3"}}});
  ASSERT_EQ(suggestions.size(), 1U);
  EXPECT_THAT(suggestions[0].groups, ElementsAre(Groups{"b1", "b2", "b3"}));
}

TEST(Merging, what_would_split_another_aggregate_is_not_suggested) {
  EXPECT_THAT(suggested_with({{"b", {"b1", "b2", "b3"}}, {"odd", {"b3", "w"}}}), IsEmpty());
}

TEST(Merging, where_all_leaf_groups_are_small_the_level_above_is_suggested) {
  const Groups asian{"a1", "a2", "a3"}, black{"b1", "b2", "b3"};
  Workforce workforce(
      {{"sex", {{"female", "male"}, {}}},
       {"ethnicity", {{"a1", "a2", "a3", "b1", "b2", "b3", "w"}, {{"asian", asian}, {"black", black}}}}});
  for (const char* sex : {"female", "male"}) {
    workforce.add(90, {{"sex", sex}, {"ethnicity", "w"}});
    for (const Groups& groups : {asian, black}) {
      for (const std::string& group : groups) workforce.add(4, {{"sex", sex}, {"ethnicity", group}});
    }
  }
  const auto suggestions =
      suggest_merges(workforce.showing(workforce.table({"sex", "ethnicity"})), below(10),
                     {{"staff", "ethnicity", {"a1", "a2", "a3", "b1", "b2", "b3", "w"}, false}});
  ASSERT_EQ(suggestions.size(), 1U);
  EXPECT_THAT(suggestions[0].groups, ElementsAre(asian, black));
  EXPECT_EQ(suggestions[0].withheld, 0U);
}

TEST(Merging, of_a_scale_neighbours_are_suggested) {
  Workforce workforce(
      {{"sex", {{"female", "male"}, {}}}, {"age", {{"20s", "30s", "40s", "50s", "60s", "70s"}, {}}}});
  const std::map<std::string, std::uint64_t> people{{"20s", 30}, {"30s", 40}, {"40s", 50},
                                                    {"50s", 4},  {"60s", 4},  {"70s", 4}};
  for (const auto& [age, many] : people) {
    for (const char* sex : {"female", "male"}) workforce.add(many, {{"sex", sex}, {"age", age}});
  }
  const auto suggestions =
      suggest_merges(workforce.showing(workforce.table({"sex", "age"})), below(10),
                     {{"staff", "age", {"20s", "30s", "40s", "50s", "60s", "70s"}, true}});
  ASSERT_EQ(suggestions.size(), 1U);
  EXPECT_THAT(suggestions[0].groups, ElementsAre(Groups{"50s", "60s", "70s"}));
}

TEST(Merging, nothing_is_suggested_where_little_is_withheld_or_counts_are_rounded) {
  const Workforce workforce = of_religions();
  const Publication publication = workforce.showing(workforce.table({"sex", "religion"}));
  EXPECT_THAT(suggest_merges(publication, below(3), {religions()}), IsEmpty());
  Policy rounded = below(10);
  rounded.rounding = Rounding::nearest;
  EXPECT_THAT(suggest_merges(publication, rounded, {religions()}), IsEmpty());
}

}  // namespace
}  // namespace eqr::disclosure::tests
