#include "disclosure/protect.hpp"

#include <gtest/gtest.h>

namespace eqr::disclosure {
namespace {

using tallies::Amount;
using tallies::Answers;
using tallies::Count;
using tallies::Key;

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
  const ProtectedAnswers safe = safe_answers(answers, {});
  EXPECT_TRUE(std::holds_alternative<tallies::Percentage>(safe.count(group("a"))));
  EXPECT_EQ(std::get<tallies::Unavailable>(safe.count(group("b"))).reason, "why");
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

}  // namespace
}  // namespace eqr::disclosure
