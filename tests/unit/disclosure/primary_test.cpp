#include "disclosure/primary.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "unit/disclosure/publications.hpp"

namespace eqr::disclosure::tests {
namespace {

using tallies::just;

const Key all = staff(), disabled = staff({{"disability", {"yes"}}});
const Key low = staff({{"grade", {"low"}}}), high = staff({{"grade", {"high"}}});

Key at(const std::string& grade, const std::string& disability) {
  return staff({{"grade", {grade}}, {"disability", {disability}}});
}

Workforce graded() {
  return Workforce({{"grade", {{"low", "high"}, {}}},
                    {"disability", {{"yes", "no", "not-stated"}, {}, {}, {"not-stated"}}}});
}
// So many people of each grade who are disabled, are not and did not say.
Workforce graded(const std::vector<std::uint64_t>& low_people,
                 const std::vector<std::uint64_t>& high_people) {
  Workforce workforce = graded();
  const std::vector<std::string> groups{"yes", "no", "not-stated"};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    workforce.add(low_people[i], {{"grade", "low"}, {"disability", groups[i]}});
    workforce.add(high_people[i], {{"grade", "high"}, {"disability", groups[i]}});
  }
  return workforce;
}
Publication table_of(const Workforce& workforce) {
  return workforce.showing(workforce.table({"grade", "disability"}));
}
Policy sensitive() {
  Policy policy = below(10);
  policy.sensitive = {"disability"};
  return policy;
}

std::optional<Reason> reason(const System& system, const CountSum& sum) {
  const std::size_t cell = system.cell_of.at(sum);
  EXPECT_EQ(system.meanings[cell].reason.has_value(), system.joint.cells[cell].is_protected);
  return system.meanings[cell].reason;
}
std::optional<Reason> reason(const System& system, const Key& key) {
  return reason(system, just(key));
}
std::set<Key> withheld_in(const System& system) {
  std::set<Key> keys;
  for (const System::Meaning& meaning : system.meanings) {
    if (meaning.reason) keys.insert(meaning.sum.begin()->first);
  }
  return keys;
}

TEST(Primary, one_to_one_less_than_the_threshold_are_withheld) {
  const System system = system_of(table_of(graded({1, 9, 0}, {10, 50, 11})), below(10));
  EXPECT_EQ(withheld_in(system), (std::set<Key>{at("low", "yes"), at("low", "no")}));
  EXPECT_EQ(reason(system, at("low", "yes")), Reason::threshold);
  EXPECT_EQ(system.joint.cells[system.cell_of.at(just(at("low", "yes")))].status, Status::withheld);
}

TEST(Primary, a_threshold_of_nought_or_one_withholds_nothing) {
  for (const std::uint64_t threshold : {0U, 1U}) {
    EXPECT_TRUE(withheld_in(system_of(table_of(graded({1, 9, 0}, {10, 50, 11})), below(threshold))).empty());
  }
}

TEST(Primary, a_small_remainder_that_no_table_shows_is_protected_and_not_shown) {
  const System system = system_of(graded({20, 0, 0}, {4, 0, 0}).showing({all, low}), below(10));
  EXPECT_EQ(reason(system, high), Reason::threshold);
  EXPECT_EQ(system.joint.cells[system.cell_of.at(just(high))].status, Status::unshown);
}

TEST(Primary, a_small_difference_is_withheld_on_either_side_of_nought) {
  const CountSum less{{low, 1}, {high, -1}}, more{{high, 1}, {low, -1}};
  const System system = system_of(graded({20, 0, 0}, {24, 0, 0}).showing_sums({less, more}), below(10));
  EXPECT_EQ(reason(system, less), Reason::threshold);
  EXPECT_EQ(reason(system, more), Reason::threshold);
}

TEST(Primary, a_grade_all_of_whose_people_are_disabled_is_withheld) {
  const System system = system_of(table_of(graded({20, 30, 0}, {15, 0, 0})), sensitive());
  EXPECT_EQ(withheld_in(system), std::set<Key>{at("high", "yes")});
  EXPECT_EQ(reason(system, at("high", "yes")), Reason::attribute);
  EXPECT_TRUE(withheld_in(system_of(table_of(graded({20, 30, 0}, {15, 0, 0})), below(10))).empty());
}

TEST(Primary, that_all_disabled_people_are_of_one_grade_tells_nothing_sensitive) {
  const System system = system_of(table_of(graded({0, 30, 12}, {15, 40, 0})), sensitive());
  EXPECT_TRUE(withheld_in(system).empty());
}

TEST(Primary, that_nobody_of_a_grade_has_stated_anything_tells_nothing) {
  EXPECT_TRUE(withheld_in(system_of(table_of(graded({20, 30, 0}, {0, 0, 15})), sensitive())).empty());
}

TEST(Primary, that_everybody_is_disabled_is_known_of_no_group) {
  const Workforce workforce = graded({20, 0, 0}, {30, 0, 0});
  EXPECT_TRUE(
      withheld_in(system_of(workforce.showing(workforce.table({"disability"})), sensitive())).empty());
}

TEST(Primary, noughts_are_withheld_where_the_policy_says_so) {
  Policy policy = below(10);
  policy.zeros = {"disability"};
  const System system = system_of(table_of(graded({0, 30, 0}, {15, 40, 12})), policy);
  EXPECT_EQ(withheld_in(system), std::set<Key>{at("low", "yes")});
  EXPECT_EQ(reason(system, at("low", "yes")), Reason::attribute);
}

TEST(Primary, of_a_group_of_nobody_there_is_nothing_to_tell) {
  Policy policy = sensitive();
  policy.zeros = {"disability"};
  EXPECT_TRUE(withheld_in(system_of(table_of(graded({20, 30, 15}, {0, 0, 0})), policy)).empty());
}

TEST(Primary, what_the_policy_names_is_withheld_with_all_that_is_narrower) {
  Policy policy = below(10);
  policy.withhold = {{"staff", {{"grade", {"high"}}}, "few know"}};
  const System system = system_of(table_of(graded({20, 30, 15}, {40, 50, 60})), policy);
  EXPECT_EQ(withheld_in(system),
            (std::set<Key>{high, at("high", "yes"), at("high", "no"), at("high", "not-stated")}));
  EXPECT_EQ(reason(system, high), Reason::by_hand);
}

TEST(Primary, what_the_policy_names_of_another_input_is_another_matter) {
  Policy policy = below(10);
  policy.withhold = {{"applicants", {{"grade", {"high"}}}, "few know"}};
  EXPECT_TRUE(withheld_in(system_of(table_of(graded({20, 30, 15}, {40, 50, 60})), policy)).empty());
}

TEST(Primary, what_was_withheld_last_year_stays_withheld) {
  Publication publication = table_of(graded({20, 30, 15}, {40, 50, 60}));
  publication.earlier.withheld = {just(disabled)};
  const System system = system_of(publication, below(10));
  EXPECT_EQ(withheld_in(system), std::set<Key>{disabled});
  EXPECT_EQ(reason(system, disabled), Reason::year);
}

TEST(Primary, what_is_public_already_is_not_withheld) {
  Publication publication = table_of(graded({1, 30, 15}, {40, 50, 60}));
  publication.earlier.published = {{just(at("low", "yes")), 1}};
  EXPECT_TRUE(withheld_in(system_of(publication, below(10))).empty());
}

TEST(Primary, a_small_count_that_the_law_tells_is_withheld_and_known) {
  Publication publication = table_of(graded({3, 30, 15}, {40, 50, 60}));
  publication.exempt.statutory_counts = {at("low", "yes")};
  publication.exempt.told_by_law = {at("low", "yes")};
  const System system = system_of(publication, below(10));
  const std::size_t cell = system.cell_of.at(just(at("low", "yes")));
  EXPECT_EQ(system.meanings[cell].reason, Reason::threshold);
  EXPECT_EQ(system.joint.cells[cell].status, Status::withheld);
  EXPECT_FALSE(system.joint.cells[cell].is_protected);
  EXPECT_EQ(system.joint.cells[cell].known, (Unknown{3, 3}));
}

}  // namespace
}  // namespace eqr::disclosure::tests
