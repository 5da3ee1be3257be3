#include "disclosure/protect.hpp"

#include <gtest/gtest.h>

#include "unit/disclosure/publications.hpp"

namespace eqr::disclosure::tests {
namespace {

using tallies::just;
using Rows = std::map<std::string, std::uint64_t>;

// So many of the disabled staff stayed, started and left; of the others many.
Workforce moving(std::uint64_t stayed, std::uint64_t started, std::uint64_t left) {
  Workforce workforce(
      {{"disability", {{"yes", "no"}, {}}},
       {"movement", {{"stayed", "started", "left", "started-and-left"}, {}, {"stayed", "started"}}}});
  const auto add = [&](const std::string& disability, const Rows& people) {
    for (const auto& [how, many] : people) {
      workforce.add(many, {{"disability", disability}, {"movement", how}});
      if (how != "started")
        workforce.add(many, {{"disability", disability}, {"movement", "stayed"}}, Snapshot::last_year);
    }
  };
  add("yes", {{"stayed", stayed}, {"started", started}, {"left", left}});
  add("no", {{"stayed", 200}, {"started", 50}, {"left", 40}});
  return workforce;
}
const Key disabled = staff({{"disability", {"yes"}}}), disabled_then = staff_then({{"disability", {"yes"}}});
Key who(const std::string& moved) {
  return staff({{"disability", {"yes"}}, {"movement", {moved}}});
}

// sdcTable, tests/testthat/test-linked-tables.r: each table is safe, but both together tell K = 3.
TEST(ProtectLinked, groups_that_overlap_in_two_tables_take_one_more) {
  const std::map<std::string, Groups> unions{{"county-1", {"A", "B", "I", "J"}},
                                             {"county-2", {"K", "L", "M", "N"}},
                                             {"big", {"L", "M"}},
                                             {"small", {"A", "B", "I", "J", "K", "N"}}};
  const Workforce workforce = grouped(
      "place", {{"A", 2}, {"B", 2}, {"I", 8}, {"J", 8}, {"K", 3}, {"L", 3}, {"M", 3}, {"N", 7}}, unions);
  std::set<Key> keys = workforce.table({"place"});
  for (const auto& [name, groups] : unions) keys.insert(staff({{"place", groups}}));
  Policy policy = below(4);
  policy.width = 4;
  const Protected safe = protect(workforce.showing(keys), policy);
  std::set<std::string> expected{in_staff("place is N") + ": secondary"};
  for (const char* small : {"A", "B", "K", "L", "M"}) {
    expected.insert(in_staff("place is ") + small + ": threshold");
  }
  EXPECT_EQ(withheld(safe), expected);
  EXPECT_EQ(interval_of(safe, in_staff("place is K")), (Interval{0, 10, true}));
  expect_proven(safe);
}

// SSBtools, example1 of the GaussSuppression vignette.
TEST(ProtectLinked, a_nought_that_is_not_to_be_known_is_hidden_by_a_rectangle) {
  Workforce workforce({{"age", {{"young", "old"}, {}}}, {"country", {{"Spain", "Iceland", "Portugal"}, {}}}});
  const auto add = [&](const std::string& age, const Rows& people) {
    for (const auto& [country, many] : people) workforce.add(many, {{"age", age}, {"country", country}});
  };
  add("young", {{"Spain", 5}, {"Iceland", 2}, {"Portugal", 0}});
  add("old", {{"Spain", 6}, {"Iceland", 3}, {"Portugal", 4}});
  Policy policy = below(2);
  policy.zeros = {"country"};
  policy.width = 2;
  const Protected safe = protect(workforce.showing(workforce.table({"age", "country"})), policy);
  EXPECT_EQ(withheld(safe),
            (std::set<std::string>{in_staff("age is young and country is Portugal") + ": attribute",
                                   in_staff("age is young and country is Iceland") + ": secondary",
                                   in_staff("age is old and country is Portugal") + ": secondary",
                                   in_staff("age is old and country is Iceland") + ": linked"}));
  EXPECT_EQ(interval_of(safe, in_staff("age is young and country is Portugal")), (Interval{0, 2, true}));
  expect_proven(safe);
}

TEST(ProtectLinked, a_group_everybody_of_whom_is_disabled_is_not_told_by_the_noughts_beside) {
  Workforce workforce({{"disability", {{"yes", "no"}, {}}}, {"grade", {{"low", "high"}, {}}}});
  workforce.add(15, {{"disability", "yes"}, {"grade", "high"}});
  workforce.add(20, {{"disability", "yes"}, {"grade", "low"}});
  workforce.add(40, {{"disability", "no"}, {"grade", "low"}});
  Policy policy = below(10);
  policy.sensitive = {"disability"};
  const Protected safe = protect(workforce.showing(workforce.table({"disability", "grade"})), policy);
  EXPECT_EQ(printed(safe, staff({{"disability", {"yes"}}, {"grade", {"high"}}})), "[c]");
  expect_proven(safe);
}

// This year's are last year's with the starters, less the leavers: 18 = 20 + 10 - 12, and 8 stayed.
TEST(ProtectLinked, four_counts_of_two_years_do_not_tell_how_few_stayed) {
  const Protected safe =
      protect(moving(8, 10, 12).showing({disabled, disabled_then, who("started"), who("left")}), below(10));
  EXPECT_EQ(printed(safe, disabled) == "[c]" || printed(safe, who("started")) == "[c]", true);
  EXPECT_EQ(printed(safe, disabled_then) == "[c]" || printed(safe, who("left")) == "[c]", true);
  EXPECT_EQ(safe.certificate.withheld.size(), 2U);
  expect_proven(safe);
}

// 7 people last year, 2 starters and 6 leavers leave 3.
TEST(ProtectLinked, of_two_years_three_published_counts_would_give_the_fourth) {
  const Protected safe =
      protect(moving(1, 2, 6).showing({disabled, disabled_then, who("started"), who("left")}), below(4));
  EXPECT_EQ(printed(safe, disabled), "[c]");
  EXPECT_EQ(printed(safe, who("started")), "[c]");
  EXPECT_EQ(printed(safe, disabled_then) == "[c]" || printed(safe, who("left")) == "[c]", true);
  expect_proven(safe);
}

TEST(ProtectLinked, two_years_without_starters_and_leavers_stay_as_they_are) {
  const Protected safe = protect(moving(8, 10, 12).showing({disabled, disabled_then}), below(10));
  EXPECT_EQ(printed(safe, disabled), "18");
  EXPECT_EQ(printed(safe, disabled_then), "20");
  EXPECT_TRUE(safe.certificate.withheld.empty());
}

TEST(ProtectLinked, last_years_count_is_withheld_where_published_leavers_would_tell_how_few_stayed) {
  Publication publication = moving(8, 10, 12).showing({disabled_then, who("left")});
  publication.earlier.published = {{just(who("left")), 12}};
  const Protected safe = protect(publication, below(10));
  EXPECT_EQ(printed(safe, disabled_then), "[c]");
  EXPECT_EQ(printed(safe, who("left")), "12");
  expect_proven(safe);
}

TEST(ProtectLinked, one_publication_is_always_protected_alike) {
  const Workforce workforce = moving(8, 3, 12);
  std::set<Key> keys = workforce.table({"disability", "movement"});
  keys.merge(std::set<Key>{staff_then(), disabled_then});
  const Protected first = protect(workforce.showing(keys), below(10));
  const Protected second = protect(workforce.showing(keys), below(10));
  EXPECT_EQ(withheld(first), withheld(second));
  EXPECT_FALSE(withheld(first).empty());
  for (const Key& key : keys) EXPECT_EQ(first.answers.count(key), second.answers.count(key));
  ASSERT_EQ(first.certificate.proofs.size(), second.certificate.proofs.size());
  for (std::size_t i = 0; i < first.certificate.proofs.size(); ++i) {
    EXPECT_EQ(first.certificate.proofs[i].interval, second.certificate.proofs[i].interval);
  }
}

}  // namespace
}  // namespace eqr::disclosure::tests
