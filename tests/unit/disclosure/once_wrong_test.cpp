// What random reports have found wrong once.
#include <gtest/gtest.h>

#include "disclosure/pay.hpp"
#include "unit/disclosure/publications.hpp"

namespace eqr::disclosure::tests {
namespace {

using tallies::just;

const Key all = staff(), women = staff({{"sex", {"female"}}}), men = staff({{"sex", {"male"}}});
const Key others = staff({{"sex", {"another"}}});

Key at(const std::string& grade, const std::string& sex) {
  return staff({{"grade", {grade}}, {"sex", {sex}}});
}

// 17 = 6 + 5 + 6 of grade a are of sex f, m and n, so 1 of n's 7 is of another grade: grade b has 0 or 1.
TEST(OnceWrong, a_remainder_of_one_line_is_a_part_of_another) {
  Workforce workforce({{"grade", {{"a", "b", "c", "d"}, {}}}, {"sex", {{"f", "m", "n"}, {}}}});
  workforce.add(6, {{"grade", "a"}, {"sex", "f"}}).add(5, {{"grade", "a"}, {"sex", "m"}});
  workforce.add(6, {{"grade", "a"}, {"sex", "n"}}).add(1, {{"grade", "b"}, {"sex", "n"}});
  workforce.add(20, {{"grade", "c"}, {"sex", "f"}}).add(20, {{"grade", "d"}, {"sex", "m"}});
  const Key a = staff({{"grade", {"a"}}}), n = staff({{"sex", {"n"}}});
  const Protected safe =
      protect(workforce.showing({a, at("a", "f"), at("a", "m"), at("b", "n"), n}), below(4));
  EXPECT_TRUE(printed(safe, a) == "[c]" || printed(safe, at("a", "f")) == "[c]" ||
              printed(safe, at("a", "m")) == "[c]" || printed(safe, n) == "[c]");
}

// Last year's c are 40 - 20, of whom 15 stayed; of this year's 19, 4 started.
TEST(OnceWrong, a_remainder_of_last_year_is_tied_to_this_year) {
  Workforce workforce(
      {{"team", {{"b", "c"}, {}}}, {"movement", {{"stayed", "started", "left"}, {}, {"stayed", "started"}}}});
  workforce.add(20, {{"team", "b"}, {"movement", "stayed"}}).add(15, {{"team", "c"}, {"movement", "stayed"}});
  workforce.add(4, {{"team", "c"}, {"movement", "started"}}).add(5, {{"team", "c"}, {"movement", "left"}});
  workforce.add(20, {{"team", "b"}, {"movement", "stayed"}}, Snapshot::last_year);
  workforce.add(20, {{"team", "c"}, {"movement", "stayed"}}, Snapshot::last_year);
  const Key c = staff({{"team", {"c"}}}), left = staff({{"team", {"c"}}, {"movement", {"left"}}});
  const Protected safe =
      protect(workforce.showing({c, left, staff_then(), staff_then({{"team", {"b"}}})}), below(5));
  EXPECT_FALSE(safe.certificate.withheld.empty());
}

// Of fifteen women twelve had a bonus, the law says: so three had none, and nothing can hide it.
// That a third of the men had a bonus does not tell how many men there are: women go with them.
TEST(OnceWrong, a_percentage_that_the_law_requires_does_not_make_its_few_people_public) {
  Workforce workforce({{"sex", {{"female", "male"}, {}}}, {"bonus", {{"yes", "no"}, {}}}});
  workforce.add(30, {{"sex", "female"}, {"bonus", "yes"}}).add(20, {{"sex", "female"}, {"bonus", "no"}});
  workforce.add(1, {{"sex", "male"}, {"bonus", "yes"}}).add(2, {{"sex", "male"}, {"bonus", "no"}});
  const Key paid_women = staff({{"bonus", {"yes"}}, {"sex", {"female"}}});
  const Key paid_men = staff({{"bonus", {"yes"}}, {"sex", {"male"}}});
  Publication publication = workforce.showing({all, women, men, paid_women, paid_men});
  publication.exempt.statutory_counts = {women, men, paid_women, paid_men};
  publication.exempt.told_by_law = {paid_women, paid_men};
  const Protected safe = protect(publication, below(10));
  EXPECT_EQ(printed(safe, men), "[c]");
  EXPECT_EQ(printed(safe, women), "[c]");
  EXPECT_EQ(printed(safe, all), "53");
  EXPECT_TRUE(safe.certificate.unproven.empty());
}

TEST(OnceWrong, what_follows_from_what_the_law_tells_is_told_and_no_proof_says_otherwise) {
  Workforce workforce({{"sex", {{"female", "male"}, {}}}, {"bonus", {{"yes", "no"}, {}}}});
  workforce.add(12, {{"sex", "female"}, {"bonus", "yes"}}).add(3, {{"sex", "female"}, {"bonus", "no"}});
  const Key paid = staff({{"bonus", {"yes"}}, {"sex", {"female"}}});
  Publication publication = workforce.showing({women, paid});
  publication.exempt.statutory_counts = {women, paid};
  publication.exempt.told_by_law = {paid};
  const Protected safe = protect(publication, below(10));
  const std::string unpaid = tallies::in_words(staff({{"bonus", {"no"}}, {"sex", {"female"}}}));
  for (const Certificate::Proof& proof : safe.certificate.proofs) EXPECT_NE(proof.what, unpaid);
  EXPECT_TRUE(safe.certificate.withheld.empty());
}

TEST(OnceWrong, a_withheld_percentage_is_not_known) {
  Publication publication;
  publication.dimensions = {{"staff", {{"sex", {{"female", "male"}, {}}}}}};
  publication.shown.counts = {just(all), just(women)};
  publication.answers.counts = {{all, Count{200}}, {women, tallies::Percentage{{5, 1}, all, {}}}};
  const Protected safe = protect(publication, below(10));
  EXPECT_EQ(printed(safe, women), "[c]");
  EXPECT_TRUE(safe.certificate.unproven.empty());
}

TEST(OnceWrong, counts_from_the_base_to_the_threshold_are_not_told_by_small_rounding) {
  Policy policy = below(10);
  policy.rounding = Rounding::small;
  const Workforce workforce = grouped("sex", {{"female", 20}, {"male", 7}});
  EXPECT_NE(printed(protect(workforce.showing({all, women, men}), policy), men), "7");
}

TEST(OnceWrong, a_withheld_difference_below_nought_is_where_the_proof_says) {
  const Workforce workforce = grouped("sex", {{"female", 20}, {"male", 23}});
  Policy policy = below(8);
  policy.rounding = Rounding::nearest;
  const Protected safe = protect(workforce.showing_sums({{{women, 1}, {men, -1}}}), policy);
  EXPECT_LE(safe.certificate.proofs.at(0).interval.low, -3);
}

TEST(OnceWrong, that_everybody_of_a_grade_has_declared_tells_nothing) {
  Workforce workforce({{"grade", {{"low", "high"}, {}}}, {"dis", {{"yes", "no", "ns"}, {}, {}, {"ns"}}}});
  workforce.add(30, {{"grade", "low"}, {"dis", "yes"}}).add(12, {{"grade", "low"}, {"dis", "ns"}});
  workforce.add(20, {{"grade", "high"}, {"dis", "no"}}).add(12, {{"grade", "high"}, {"dis", "yes"}});
  Policy policy = below(10);
  policy.sensitive = {"dis"};
  std::set<Key> keys = workforce.table({"grade"});
  keys.insert(staff({{"grade", {"high"}}, {"dis", {"yes", "no"}}}));
  EXPECT_TRUE(protect(workforce.showing(keys), policy).certificate.withheld.empty());
}

// Without the row of those who are not, a nought takes the grades' totals; with it, nothing is withheld.
TEST(OnceWrong, a_nought_is_treated_alike_whatever_rows_are_beside) {
  Workforce workforce({{"grade", {{"low", "high"}, {}}}, {"dis", {{"yes", "no", "ns"}, {}, {}, {"ns"}}}});
  workforce.add(20, {{"grade", "low"}, {"dis", "yes"}}).add(40, {{"grade", "low"}, {"dis", "no"}});
  workforce.add(20, {{"grade", "high"}, {"dis", "no"}}).add(12, {{"grade", "high"}, {"dis", "ns"}});
  Policy policy = below(10);
  policy.sensitive = {"dis"};
  std::set<Key> keys = workforce.table({"grade"});
  EXPECT_TRUE(
      protect(workforce.showing(workforce.table({"grade", "dis"})), policy).certificate.withheld.empty());
  keys.insert(staff({{"grade", {"high"}}, {"dis", {"yes"}}}));
  EXPECT_TRUE(protect(workforce.showing(keys), policy).certificate.withheld.empty());
}

TEST(OnceWrong, a_total_that_is_not_kept_is_named_by_itself) {
  const Key row = tallies::document_cell("forum", 1, "members"),
            sum = tallies::document_cell("forum", 2, "members");
  Publication publication;
  publication.answers.counts = {{row, Count{12}}, {sum, Count{13}}};
  publication.shown.counts = {just(row), just(sum)};
  publication.shown.totals = {{just(sum), {just(row)}}};
  EXPECT_EQ(system_of(publication, below(10)).unkept, std::set<std::string>{tallies::in_words(sum)});
}

Publication of_means(const std::map<Key, std::uint64_t>& shown) {
  Publication publication;
  publication.dimensions = {
      {"staff", {{"sex", {{"female", "male", "another"}, {}}}, {"team", {{"a", "b", "c"}, {}}}}}};
  for (const auto& [key, people] : shown) {
    publication.shown.means[tallies::Amount::hourly_pay].insert(key);
    tallies::Distribution paid;
    if (people > 0) paid = {{150'000, people}};
    publication.answers.amounts[tallies::Amount::hourly_pay].emplace(key, paid);
  }
  return publication;
}

TEST(OnceWrong, a_mean_of_nobody_hides_nothing) {
  const auto withheld = withheld_pay(of_means({{all, 35}, {women, 30}, {men, 5}, {others, 0}}), {});
  EXPECT_TRUE(withheld.at(tallies::Amount::hourly_pay).contains(women));
}

TEST(OnceWrong, a_mean_that_nothing_can_hide_does_not_keep_others_from_being_hidden) {
  const auto team = [](const char* id) { return staff({{"team", {id}}}); };
  Publication publication = of_means(
      {{all, 55}, {women, 30}, {men, 20}, {others, 5}, {team("a"), 30}, {team("b"), 20}, {team("c"), 5}});
  publication.exempt.statutory_pay = {women, men};
  EXPECT_TRUE(withheld_pay(publication, {}).at(tallies::Amount::hourly_pay).contains(team("b")));
}

}  // namespace
}  // namespace eqr::disclosure::tests
