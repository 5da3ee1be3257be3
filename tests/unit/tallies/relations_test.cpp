#include "tallies/relations.hpp"

#include <gtest/gtest.h>

namespace eqr::tallies {
namespace {

const Dimensions staff{
    {"staff",
     {{"sex", {{"female", "male"}, {}}},
      {"age", {{"under-25", "25-to-29", "30-to-49", "50-and-over"}, {}}},
      {"grade", {{"low", "high"}, {}}},
      {"movement", {{"stayed", "started", "left", "started-and-left"}, {}, {"stayed", "started"}}}}}};

Key key(std::map<std::string, std::set<std::string>> admits, Snapshot snapshot = Snapshot::this_year) {
  return {"staff", snapshot, std::move(admits)};
}

const Key all = key({}), women = key({{"sex", {"female"}}}), men = key({{"sex", {"male"}}});

TEST(Relations, all_are_the_sum_of_the_groups_that_a_table_shows) {
  const Web web = relations_among({all, women, men}, staff);
  EXPECT_EQ(web.relations, (std::set<Relation>{{all, {women, men}}}));
  EXPECT_TRUE(web.between.empty());
}

TEST(Relations, a_group_that_no_table_shows_stands_between_all_and_the_others) {
  const Web web = relations_among({all, women}, staff);
  EXPECT_EQ(web.relations, (std::set<Relation>{{all, {women, men}}}));
  EXPECT_EQ(web.between, std::set<Key>{men});
}

TEST(Relations, overlapping_groups_are_made_of_the_smallest_sets_that_both_are_made_of) {
  const Key under_30 = key({{"age", {"under-25", "25-to-29"}}});
  const Key from_25 = key({{"age", {"25-to-29", "30-to-49", "50-and-over"}}});
  const Key youngest = key({{"age", {"under-25"}}}), middle = key({{"age", {"25-to-29"}}});
  const Key rest = key({{"age", {"30-to-49", "50-and-over"}}});
  const Web web = relations_among({under_30, from_25}, staff);
  EXPECT_EQ(web.relations,
            (std::set<Relation>{
                {under_30, {middle, youngest}}, {from_25, {middle, rest}}, {all, {middle, rest, youngest}}}));
  EXPECT_EQ(web.between, (std::set<Key>{youngest, middle, rest, all}));
}

TEST(Relations, tables_hang_together_by_totals_that_neither_shows) {
  const auto at = [](const char* sex, const char* grade) {
    return key({{"sex", {sex}}, {"grade", {grade}}});
  };
  const Key low = key({{"grade", {"low"}}}), high = key({{"grade", {"high"}}});
  const Web web = relations_among(
      {at("female", "low"), at("female", "high"), at("male", "low"), at("male", "high")}, staff);
  EXPECT_EQ(web.relations, (std::set<Relation>{{women, {at("female", "high"), at("female", "low")}},
                                               {men, {at("male", "high"), at("male", "low")}},
                                               {low, {at("female", "low"), at("male", "low")}},
                                               {high, {at("female", "high"), at("male", "high")}},
                                               {all, {women, men}},
                                               {all, {high, low}}}));
  EXPECT_EQ(web.between, (std::set<Key>{women, men, low, high, all}));
}

TEST(Relations, last_years_people_are_those_of_this_years_record_who_stayed_or_left) {
  const auto moved = [](std::set<std::string> how) { return key({{"movement", std::move(how)}}); };
  const Key before = key({}, Snapshot::last_year);
  const Web web = relations_among({all, before, moved({"started"}), moved({"left"})}, staff);
  const Key then = moved({"stayed", "left"});
  EXPECT_TRUE(web.relations.contains({before, {then}}));
  EXPECT_TRUE(web.relations.contains({then, {moved({"left"}), moved({"stayed"})}}));
  EXPECT_TRUE(web.relations.contains({all, {moved({"started"}), moved({"stayed"})}}));
  EXPECT_EQ(web.between, (std::set<Key>{then, moved({"stayed"})}));
}

TEST(Relations, without_movement_the_years_are_two_matters) {
  const Web web = relations_among({all, women, key({}, Snapshot::last_year)}, staff);
  EXPECT_EQ(web.relations, (std::set<Relation>{{all, {women, men}}}));
}

TEST(Relations, cells_of_documents_are_left_alone) {
  const Web web = relations_among({document_cell("forum", 1, "members"), all}, staff);
  EXPECT_TRUE(web.relations.empty());
  EXPECT_TRUE(web.between.empty());
}

}  // namespace
}  // namespace eqr::tallies
