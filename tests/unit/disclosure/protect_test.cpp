#include "disclosure/protect.hpp"

#include <gtest/gtest.h>

#include "unit/disclosure/publications.hpp"

namespace eqr::disclosure {
namespace {

using namespace tests;
using tallies::Amount;
using tallies::Answers;
using tallies::just;

Key group(const std::string& id) {
  return {"staff", tallies::Snapshot::this_year, {{"ethnicity", {id}}}};
}

// All counts are shown.
Publication showing_all(const Answers& answers, Exempt exempt = {}) {
  Publication publication;
  publication.answers = answers;
  publication.exempt = std::move(exempt);
  for (const auto& [key, answer] : answers.counts) publication.shown.counts.insert(tallies::just(key));
  return publication;
}

ProtectedAnswers safe_answers(const Answers& answers, Exempt exempt) {
  return protect(showing_all(answers, std::move(exempt)), Policy{}).answers;
}

TEST(Protect, ACountOfFewerPeopleThanTheThresholdIsWithheld) {
  Answers answers;
  answers.counts = {{group("none"), Count{0}},
                    {group("one"), Count{1}},
                    {group("nine"), Count{9}},
                    {group("ten"), Count{10}}};
  const ProtectedAnswers safe = safe_answers(answers, {});
  EXPECT_EQ(std::get<Count>(safe.count(group("none"))).people, 0U);
  EXPECT_TRUE(std::holds_alternative<Withheld>(safe.count(group("one"))));
  EXPECT_TRUE(std::holds_alternative<Withheld>(safe.count(group("nine"))));
  EXPECT_EQ(std::get<Count>(safe.count(group("ten"))).people, 10U);
}

TEST(Protect, WhatWasPublishedAsAPercentageOrCannotBeAnsweredStaysAsItIs) {
  Answers answers;
  answers.counts = {{group("a"), tallies::Percentage{{7, 0}, std::nullopt, {}}},
                    {group("b"), tallies::Unavailable{"why"}}};
  ProtectedAnswers safe = safe_answers(answers, {});
  EXPECT_TRUE(std::holds_alternative<tallies::Unavailable>(safe.count(group("a")))) << "its base is not told";
  safe = safe_answers(answers, {{}, {"staff"}});
  EXPECT_TRUE(std::holds_alternative<tallies::Percentage>(safe.count(group("a"))));
  EXPECT_EQ(std::get<tallies::Unavailable>(safe.count(group("b"))).reason, "why");
}

TEST(Protect, a_supplied_percentage_is_of_enough_people_and_of_no_unrounded_ones) {
  Answers answers;
  answers.counts = {{group("a"), tallies::Percentage{{83, 1}, std::nullopt, 120}},
                    {group("b"), tallies::Percentage{{83, 1}, std::nullopt, 240}}};
  Policy policy;
  policy.threshold = 0;
  policy.minimum_percentage_base = {225, 0};
  const ProtectedAnswers safe = protect(showing_all(answers, {}), policy).answers;
  EXPECT_TRUE(std::holds_alternative<Withheld>(safe.count(group("a"))));
  EXPECT_TRUE(std::holds_alternative<tallies::Percentage>(safe.count(group("b"))));
  policy.rounding = Rounding::nearest;
  const ProtectedAnswers rounded = protect(showing_all(answers, {}), policy).answers;
  EXPECT_TRUE(std::holds_alternative<tallies::Unavailable>(rounded.count(group("b"))));
  const ProtectedAnswers open = protect(showing_all(answers, {{}, {"staff"}}), policy).answers;
  EXPECT_TRUE(std::holds_alternative<tallies::Percentage>(open.count(group("a"))));
}

TEST(Protect, PayOfASmallGroupIsWithheldUnlessTheLawAsksForIt) {
  Answers answers;
  const tallies::Distribution nine{{100'000, 4}, {120'000, 5}};
  for (const auto amount : {Amount::hourly_pay, Amount::bonus}) {
    answers.amounts[amount] = {{group("a"), nine}, {group("b"), nine}};
  }
  const ProtectedAnswers safe = safe_answers(answers, {{group("b")}, {}});
  for (const auto amount : {Amount::hourly_pay, Amount::bonus}) {
    EXPECT_TRUE(std::holds_alternative<Withheld>(safe.distribution(amount, group("a"))));
    EXPECT_TRUE(std::holds_alternative<tallies::Distribution>(safe.distribution(amount, group("b"))));
  }
}

TEST(Protect, a_count_behind_a_statutory_percentage_is_known_for_it_and_withheld_everywhere_else) {
  Answers answers;
  answers.counts = {{group("a"), Count{3}}, {group("b"), Count{3}}};
  const ProtectedAnswers safe = safe_answers(answers, {{}, {}, {group("a")}});
  EXPECT_TRUE(std::holds_alternative<Withheld>(safe.count(group("a"))));
  EXPECT_EQ(std::get<Count>(safe.statutory_count(group("a"))).people, 3U);
  EXPECT_THROW((void)safe.statutory_count(group("b")), std::out_of_range);
}

TEST(Protect, nobody_is_no_small_group) {
  Answers answers;
  answers.amounts[Amount::hourly_pay] = {{group("a"), tallies::Distribution{}}};
  const ProtectedAnswers safe = safe_answers(answers, {});
  EXPECT_TRUE(
      std::holds_alternative<tallies::Distribution>(safe.distribution(Amount::hourly_pay, group("a"))));
  EXPECT_FALSE(safe.is_small_pay_group(0));
  EXPECT_TRUE(safe.is_small_pay_group(9));
  EXPECT_FALSE(safe.is_small_pay_group(10));
}

TEST(Protect, APercentageThatTellsASmallCountIsWithheldUnlessItIsPublicAlready) {
  // 0.5% of 200 is one person, 7% of 200 fourteen; 0.1% of a stated base of 1,000 is one person.
  Answers answers;
  const Key everyone{"staff", tallies::Snapshot::this_year, {}};
  answers.counts = {{everyone, Count{200}},
                    {group("a"), tallies::Percentage{{5, 1}, everyone, {}}},
                    {group("b"), tallies::Percentage{{7, 0}, everyone, {}}},
                    {group("c"), tallies::Percentage{{1, 1}, std::nullopt, 1'000}}};
  const ProtectedAnswers safe = safe_answers(answers, {});
  EXPECT_TRUE(std::holds_alternative<Withheld>(safe.count(group("a"))));
  EXPECT_TRUE(std::holds_alternative<tallies::Percentage>(safe.count(group("b"))));
  EXPECT_TRUE(std::holds_alternative<Withheld>(safe.count(group("c"))));
  const ProtectedAnswers known = safe_answers(answers, {{}, {"staff"}});
  EXPECT_TRUE(std::holds_alternative<tallies::Percentage>(known.count(group("a"))));
}

const Key all = staff(), women = staff({{"sex", {"female"}}}), men = staff({{"sex", {"male"}}});

Workforce by_sex(std::uint64_t female, std::uint64_t male) {
  return grouped("sex", {{"female", female}, {"male", male}});
}

TEST(Protect, a_remainder_of_few_people_takes_the_rest_of_the_whole) {
  const Protected safe = protect(by_sex(96, 4).showing({all, women}), below(10));
  EXPECT_EQ(withheld(safe), std::set<std::string>{in_staff("sex is female") + ": complement"});
  EXPECT_EQ(printed(safe, all), "100");
  EXPECT_EQ(interval_of(safe, in_staff("sex is male")), (Interval{0, 100, true}));
  expect_proven(safe);
}

TEST(Protect, of_two_groups_the_other_is_withheld_and_the_headline_total_stays) {
  const Protected safe = protect(by_sex(96, 4).showing({all, women, men}), below(10));
  EXPECT_EQ(withheld(safe), (std::set<std::string>{in_staff("sex is female") + ": secondary",
                                                   in_staff("sex is male") + ": threshold"}));
  EXPECT_EQ(printed(safe, all), "100");
  expect_proven(safe);
}

TEST(Protect, a_sub_total_less_its_other_groups_tells_nothing) {
  const Workforce workforce = grouped("grade", {{"a", 3}, {"b", 20}, {"c", 30}}, {{"low", {"a", "b"}}});
  std::set<Key> keys = workforce.table({"grade"});
  keys.insert(staff({{"grade", {"a", "b"}}}));
  const Protected safe = protect(workforce.showing(keys), below(10));
  EXPECT_EQ(withheld(safe), (std::set<std::string>{in_staff("grade is a") + ": threshold",
                                                   in_staff("grade is b") + ": secondary"}));
  expect_proven(safe);
}

TEST(Protect, a_sum_of_counts_tells_nothing_of_them) {
  const CountSum both{{women, 1}, {men, 1}};
  const Protected safe =
      protect(grouped("sex", {{"female", 20}, {"male", 4}, {"other", 30}}).showing_sums({both, just(women)}),
              below(10));
  EXPECT_EQ(safe.certificate.withheld.size(), 1U);
  expect_proven(safe);
}

TEST(Protect, a_share_of_a_whole_does_not_tell_its_small_rest) {
  Workforce workforce({{"sex", {{"female", "male"}, {}}}, {"grade", {{"low", "high"}, {}}}});
  workforce.add(90, {{"sex", "female"}, {"grade", "low"}}).add(4, {{"sex", "male"}, {"grade", "high"}});
  const Key low_women = staff({{"grade", {"low"}}, {"sex", {"female"}}});
  Publication publication = workforce.showing({all, low_women});
  publication.shown.shares = {{just(low_women), just(all)}};
  const Protected safe = protect(publication, below(10));
  EXPECT_EQ(printed(safe, low_women), "[c]");
  EXPECT_EQ(printed(safe, all), "94");
  expect_proven(safe);
}

TEST(Protect, what_cannot_be_protected_because_all_else_is_public_is_named) {
  Publication publication = by_sex(96, 4).showing({all, women, men});
  publication.earlier.published = {{just(women), 96}};
  const Protected safe = protect(publication, below(10));
  EXPECT_EQ(safe.certificate.unproven, std::vector<std::string>{in_staff("sex is male")});
  EXPECT_EQ(interval_of(safe, in_staff("sex is male")), (Interval{4, 4, true}));
  EXPECT_EQ(printed(safe, men), "[c]");
}

}  // namespace
}  // namespace eqr::disclosure
