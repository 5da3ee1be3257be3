#include "disclosure/pay.hpp"

#include <gtest/gtest.h>

#include "unit/disclosure/publications.hpp"

namespace eqr::disclosure::tests {
namespace {

using tallies::Amount;
using tallies::Distribution;

using Reasons = std::map<Key, Reason>;

const Key all = staff(), women = staff({{"sex", {"female"}}}), men = staff({{"sex", {"male"}}});
const Key others = staff({{"sex", {"another"}}});
const Key low = staff({{"grade", {"low"}}}), high = staff({{"grade", {"high"}}});

Key at(const std::string& grade, const std::string& hours) {
  return staff({{"grade", {grade}}, {"hours", {hours}}});
}

// All of them paid alike.
Distribution paid(std::uint64_t people) {
  return {{150'000, people}};
}

// The means of some groups are shown; of others nothing but how many they are is known.
Publication of_means(const std::map<Key, std::uint64_t>& shown,
                     const std::map<Key, std::uint64_t>& counted = {}) {
  Publication publication;
  publication.dimensions = {{"staff",
                             {{"sex", {{"female", "male", "another"}, {}}},
                              {"grade", {{"low", "high"}, {}}},
                              {"hours", {{"full", "part"}, {}}}}}};
  for (const auto& [key, people] : shown) {
    publication.shown.means[Amount::hourly_pay].insert(key);
    publication.answers.amounts[Amount::hourly_pay].emplace(key, paid(people));
  }
  for (const auto& [key, people] : counted) publication.answers.counts.emplace(key, Count{people});
  return publication;
}
Reasons withheld_in(const Publication& publication, const Policy& policy = {}) {
  return withheld_pay(publication, policy).at(Amount::hourly_pay);
}
Policy dominance(unsigned people, unsigned percent) {
  Policy policy;
  policy.dominance = {people, percent};
  return policy;
}
// One group, shown by nothing that adds up.
Reasons alone(const Distribution& paid, const Policy& policy) {
  Publication publication = of_means({});
  publication.answers.amounts[Amount::hourly_pay].emplace(women, paid);
  return withheld_in(publication, policy);
}

TEST(Pay, of_fewer_people_than_the_smallest_group_it_is_withheld) {
  EXPECT_EQ(alone(paid(9), {}), (Reasons{{women, Reason::pay_group}}));
  EXPECT_EQ(alone({{100'000, 4}, {120'000, 5}}, {}), (Reasons{{women, Reason::pay_group}}));
  EXPECT_TRUE(alone(paid(10), {}).empty());
  EXPECT_TRUE(alone({}, {}).empty());
  Policy policy;
  policy.minimum_pay_group = 50;
  EXPECT_EQ(alone(paid(49), policy), (Reasons{{women, Reason::pay_group}}));
}

TEST(Pay, that_one_or_two_people_make_up_is_withheld) {
  // 9 people get 10 each and one 100: 52.6% of 190.
  const Distribution one_director{{10, 9}, {100, 1}};
  EXPECT_EQ(alone(one_director, dominance(1, 52)), (Reasons{{women, Reason::dominance}}));
  EXPECT_TRUE(alone(one_director, dominance(1, 53)).empty());
  EXPECT_TRUE(alone(one_director, dominance(0, 0)).empty());
  // The two with most have 110 of 190, 57.9%.
  EXPECT_EQ(alone(one_director, dominance(2, 57)), (Reasons{{women, Reason::dominance}}));
  EXPECT_TRUE(alone(one_director, dominance(2, 58)).empty());
}

TEST(Pay, a_part_of_exactly_the_percentage_is_too_much) {
  EXPECT_EQ(alone({{10, 10}, {100, 1}}, dominance(1, 50)), (Reasons{{women, Reason::dominance}}));
}

TEST(Pay, people_of_one_amount_count_as_many_as_they_are) {
  // 10 people get 10 each: two of them a fifth.
  EXPECT_EQ(alone({{10, 10}}, dominance(2, 20)), (Reasons{{women, Reason::dominance}}));
  EXPECT_TRUE(alone({{10, 10}}, dominance(2, 21)).empty());
}

TEST(Pay, the_mean_of_all_and_of_all_other_groups_would_tell_one) {
  EXPECT_EQ(withheld_in(of_means({{all, 55}, {women, 30}, {men, 20}, {others, 5}})),
            (Reasons{{others, Reason::pay_group}, {men, Reason::secondary}}));
}

TEST(Pay, two_small_groups_of_a_line_hide_each_other) {
  EXPECT_EQ(withheld_in(of_means({{all, 40}, {women, 30}, {men, 6}, {others, 4}})),
            (Reasons{{men, Reason::pay_group}, {others, Reason::pay_group}}));
}

TEST(Pay, a_group_that_is_dominated_is_not_told_by_the_others_either) {
  Publication publication = of_means({{all, 60}, {women, 30}, {men, 20}, {others, 10}});
  publication.answers.amounts[Amount::hourly_pay][others] = Distribution{{10, 9}, {100, 1}};
  EXPECT_EQ(withheld_in(publication, dominance(1, 50)),
            (Reasons{{others, Reason::dominance}, {men, Reason::secondary}}));
}

TEST(Pay, a_small_group_that_is_not_shown_is_not_told_by_the_others) {
  EXPECT_EQ(withheld_in(of_means({{all, 55}, {women, 30}, {men, 20}}, {{others, 5}})),
            (Reasons{{men, Reason::secondary}}));
  EXPECT_TRUE(withheld_in(of_means({{all, 60}, {women, 30}, {men, 20}}, {{others, 10}})).empty());
}

TEST(Pay, what_the_law_asks_for_is_published_whatever_it_tells) {
  Publication publication = of_means({{all, 33}, {women, 30}, {men, 3}});
  publication.exempt.statutory_pay = {women, men};
  EXPECT_TRUE(withheld_in(publication).empty());
}

TEST(Pay, what_is_asked_for_by_law_is_known_so_that_another_hides_a_small_group) {
  Publication publication = of_means({{all, 55}, {women, 20}, {men, 30}, {others, 5}});
  publication.exempt.statutory_pay = {women};
  EXPECT_EQ(withheld_in(publication), (Reasons{{others, Reason::pay_group}, {men, Reason::secondary}}));
}

TEST(Pay, a_chain_through_a_sub_total_that_is_not_shown_tells_nothing) {
  // The low grade is all less the high one, and its 6 part-timers are that less its full-timers.
  const Key low_full = at("low", "full"), low_part = at("low", "part");
  const std::map<Key, std::uint64_t> counted{{low, 30}, {staff({{"hours", {"full"}}}), 60}};
  EXPECT_EQ(withheld_in(of_means({{all, 80}, {high, 50}, {low_full, 24}, {low_part, 6}}, counted)),
            (Reasons{{low_part, Reason::pay_group}, {low_full, Reason::secondary}}));
  EXPECT_EQ(withheld_in(of_means({{all, 80}, {low_full, 24}, {low_part, 6}}, counted)),
            (Reasons{{low_part, Reason::pay_group}}));
}

// The men get no line, and what they get is all less what women and others get: one of them has most of it.
TEST(Pay, that_is_shown_nowhere_and_follows_from_means_is_not_told_either) {
  Publication publication = of_means({{all, 60}, {women, 30}, {others, 20}});
  publication.pay_between[Amount::hourly_pay] = {men};
  publication.answers.amounts[Amount::hourly_pay][men] = Distribution{{10, 9}, {100, 1}};
  EXPECT_TRUE(withheld_in(publication).empty());
  EXPECT_EQ(withheld_in(publication, dominance(1, 50)), (Reasons{{others, Reason::secondary}}));
  publication.answers.amounts[Amount::hourly_pay][men] = paid(5);
  EXPECT_EQ(withheld_in(publication), (Reasons{{others, Reason::secondary}}));
}

TEST(Pay, medians_alone_tell_nothing_of_other_groups) {
  Publication publication = of_means({{all, 55}, {women, 30}, {men, 20}, {others, 5}});
  publication.shown.means.clear();
  EXPECT_EQ(withheld_in(publication), (Reasons{{others, Reason::pay_group}}));
}

TEST(Pay, each_amount_is_a_matter_of_its_own) {
  Publication publication = of_means({{all, 55}, {women, 30}, {men, 25}});
  publication.answers.amounts[Amount::bonus] = {{women, paid(3)}, {men, paid(12)}};
  const WithheldPay withheld = withheld_pay(publication, {});
  EXPECT_TRUE(withheld.at(Amount::hourly_pay).empty());
  EXPECT_EQ(withheld.at(Amount::bonus), (Reasons{{women, Reason::pay_group}}));
}

}  // namespace
}  // namespace eqr::disclosure::tests
