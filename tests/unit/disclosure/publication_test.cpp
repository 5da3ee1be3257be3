#include "disclosure/publication.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "unit/disclosure/publications.hpp"

namespace eqr::disclosure::tests {
namespace {

using tallies::just;
using tallies::Percentage;

const Key all = staff(), women = staff({{"sex", {"female"}}}), men = staff({{"sex", {"male"}}});
const Key low = staff({{"grade", {"low"}}}), high = staff({{"grade", {"high"}}});
const Key low_women = staff({{"grade", {"low"}}, {"sex", {"female"}}});
const Key started = staff({{"movement", {"started"}}}), left = staff({{"movement", {"left"}}});

// 60 women and 40 men, of whom 20 and 30 are in a low grade.
Workforce hundred() {
  Workforce workforce({{"sex", {{"female", "male"}, {}}}, {"grade", {{"low", "high"}, {}}}});
  workforce.add(20, {{"sex", "female"}, {"grade", "low"}}).add(40, {{"sex", "female"}, {"grade", "high"}});
  workforce.add(30, {{"sex", "male"}, {"grade", "low"}}).add(10, {{"sex", "male"}, {"grade", "high"}});
  return workforce;
}

// 30 stayed, 12 started, 15 left: 45 last year, 42 this year.
Workforce moving() {
  const tallies::Dimension movement{
      {"stayed", "started", "left", "started-and-left"}, {}, {"stayed", "started"}};
  Workforce workforce({{"movement", movement}});
  workforce.add(30, {{"movement", "stayed"}}).add(12, {{"movement", "started"}});
  workforce.add(15, {{"movement", "left"}});
  workforce.add(45, {{"movement", "stayed"}}, Snapshot::last_year);
  return workforce;
}

System system_of(const Publication& publication) {
  return disclosure::system_of(publication, below(10));
}
bool has(const System& system, const CountSum& sum) {
  return system.cell_of.contains(sum);
}
const JointCell& cell(const System& system, const CountSum& sum) {
  return system.joint.cells.at(system.cell_of.at(sum));
}
const JointCell& cell(const System& system, const Key& key) {
  return cell(system, just(key));
}
const System::Meaning& meaning(const System& system, const Key& key) {
  return system.meanings.at(system.cell_of.at(just(key)));
}

bool are_kept(const System& system) {
  return std::ranges::all_of(system.joint.relations, [&](const Equation& relation) {
    std::int64_t sum = 0;
    for (const Term& term : relation.terms) sum += term.times * system.joint.cells[term.of].people;
    return sum == relation.sum;
  });
}

// Lines of a document: its total is what it says.
Publication document(const std::vector<std::uint64_t>& rows, std::uint64_t total) {
  Publication publication;
  tallies::TableTotal sum{just(tallies::document_cell("forum", rows.size() + 1, "members")), {}};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Key key = tallies::document_cell("forum", row + 1, "members");
    publication.answers.counts[key] = Count{rows[row]};
    sum.parts.push_back(just(key));
  }
  publication.answers.counts[sum.total.begin()->first] = Count{total};
  for (const auto& [key, answer] : publication.answers.counts) publication.shown.counts.insert(just(key));
  publication.shown.totals.insert(sum);
  return publication;
}

TEST(Publication, counts_of_two_tables_with_equal_keys_are_one_cell) {
  const Workforce workforce = hundred();
  std::set<Key> keys = workforce.table({"sex"});
  keys.merge(workforce.table({"sex", "grade"}));
  Publication publication = workforce.showing(keys);
  publication.shown.shares = {{just(women), just(all)}};
  publication.shown.totals = {{just(all), {just(women), just(men)}}};
  const System system = system_of(publication);
  EXPECT_EQ(system.joint.cells.size(), 9U);
  EXPECT_EQ(system.joint.cells.size(), system.meanings.size());
  EXPECT_EQ(cell(system, women).people, 60);
  EXPECT_EQ(cell(system, women).status, Status::published);
  EXPECT_TRUE(meaning(system, women).is_shown);
}

TEST(Publication, what_no_table_shows_and_subtraction_tells_is_a_cell_that_is_not_shown) {
  const System system = system_of(hundred().showing({all, women}));
  EXPECT_EQ(cell(system, men).people, 40);
  EXPECT_EQ(cell(system, men).status, Status::unshown);
  EXPECT_FALSE(meaning(system, men).is_shown);
  EXPECT_FALSE(cell(system, men).cost);
}

TEST(Publication, a_sum_is_a_cell_tied_to_its_counts) {
  const CountSum both{{women, 1}, {low, 1}}, change{{started, 1}, {left, -1}};
  const System system = system_of(hundred().showing_sums({both, just(women)}));
  EXPECT_EQ(cell(system, both).people, 110);
  EXPECT_EQ(cell(system, both).status, Status::published);
  EXPECT_EQ(cell(system, low).status, Status::unshown);
  EXPECT_TRUE(are_kept(system));
  const System moves = system_of(moving().showing_sums({change}));
  EXPECT_EQ(cell(moves, change).people, -3);
  EXPECT_LT(cell(moves, change).known.least, -3);
}

TEST(Publication, a_share_leaves_a_remainder_where_no_relation_has_it) {
  Publication publication = hundred().showing({all, low_women});
  publication.shown.shares = {{just(low_women), just(all)}};
  const CountSum rest{{all, 1}, {low_women, -1}};
  const System system = system_of(publication);
  EXPECT_EQ(cell(system, rest).people, 80);
  EXPECT_EQ(cell(system, rest).status, Status::unshown);
  EXPECT_EQ(cell(system, rest).known.least, 0);
}

TEST(Publication, a_share_of_a_group_in_its_line_leaves_what_the_relation_says) {
  Publication publication = hundred().showing({all, women});
  publication.shown.shares = {{just(women), just(all)}};
  const System system = system_of(publication);
  EXPECT_FALSE(has(system, {{all, 1}, {women, -1}}));
  EXPECT_TRUE(has(system, just(men)));
}

TEST(Publication, leavers_are_no_part_of_an_average_headcount) {
  const CountSum twice_the_average{{all, 1}, {staff_then(), 1}};
  Publication publication = moving().showing_sums({just(left), twice_the_average});
  publication.shown.shares = {{just(left), twice_the_average}};
  EXPECT_FALSE(has(system_of(publication), {{all, 1}, {staff_then(), 1}, {left, -1}}));
}

TEST(Publication, a_relation_that_the_counts_do_not_keep_is_left_out) {
  Publication publication = hundred().showing({all, women, men, low, high});
  publication.answers.counts[women] = Count{61};
  const System system = system_of(publication);
  EXPECT_EQ(system.joint.relations.size(), 1U);
  EXPECT_EQ(system.unkept, std::set<std::string>{"staff, this year"});
  EXPECT_TRUE(are_kept(system));
}

TEST(Publication, what_nobody_counted_gets_a_possible_number) {
  Publication publication = hundred().showing({all, women, men});
  publication.answers.counts[men] = tallies::Unavailable{"published as percentages only"};
  const System system = system_of(publication);
  EXPECT_EQ(cell(system, men).people, 40);
  EXPECT_EQ(cell(system, men).status, Status::unshown);
  EXPECT_FALSE(meaning(system, men).is_known);
  EXPECT_FALSE(cell(system, men).is_protected);
}

TEST(Publication, several_uncounted_cells_make_a_whole_together) {
  Publication publication = hundred().showing(hundred().table({"sex", "grade"}));
  for (auto& [key, answer] : publication.answers.counts) {
    if (key.admits.size() == 2) answer = tallies::Unavailable{"why"};
  }
  const System system = system_of(publication);
  EXPECT_EQ(system.joint.relations.size(), 6U);
  EXPECT_TRUE(are_kept(system));
}

TEST(Publication, relations_that_no_number_of_uncounted_people_fits_are_left_out) {
  Publication publication = hundred().showing({all, women, men});
  publication.answers.counts[women] = Count{120};
  publication.answers.counts[men] = tallies::Unavailable{"why"};
  EXPECT_TRUE(system_of(publication).joint.relations.empty());
}

TEST(Publication, a_percentage_without_its_count_stands_for_the_count_nearest_to_it) {
  // 7% of 190 is 13.3 people, 7.0% of a stated base of 1,900 is 133.
  Publication publication = hundred().showing({all, women, low});
  publication.answers.counts = {{all, Count{190}},
                                {women, Percentage{{7, 0}, all, {}}},
                                {low, Percentage{{70, 1}, std::nullopt, 1'900}},
                                {high, Percentage{{7, 0}, std::nullopt, {}}}};
  publication.shown.counts.insert(just(high));
  publication.web = {};
  const System system = system_of(publication);
  EXPECT_EQ(cell(system, women).people, 13);
  EXPECT_EQ(cell(system, low).people, 133);
  EXPECT_FALSE(meaning(system, high).is_known);
  EXPECT_TRUE(meaning(system, women).is_known);
}

TEST(Publication, the_count_behind_a_percentage_is_neither_below_nought_nor_above_its_base) {
  Publication publication = hundred().showing({all, women, men});
  publication.answers.counts = {
      {all, Count{150}}, {women, Percentage{{0, 0}, all, {}}}, {men, Percentage{{100, 0}, all, {}}}};
  const System system = system_of(publication);
  EXPECT_EQ(cell(system, women).people, 0);
  EXPECT_EQ(cell(system, men).people, 150);
}

TEST(Publication, what_is_public_already_is_published_and_protected_no_more) {
  Publication publication = hundred().showing({all, women});
  publication.answers.counts[all] = Count{63};
  publication.answers.counts[men] = Count{3};
  EXPECT_TRUE(cell(system_of(publication), men).is_protected);
  publication.exempt.published_inputs = {"staff"};
  const System system = system_of(publication);
  EXPECT_TRUE(meaning(system, men).is_public);
  EXPECT_EQ(cell(system, men).status, Status::published);
  EXPECT_FALSE(cell(system, men).is_protected);
}

TEST(Publication, a_count_published_earlier_is_public_as_long_as_it_is_the_same) {
  Publication publication = hundred().showing({all, women, men});
  publication.earlier.published = {{just(women), 60}, {just(men), 41}};
  const System system = system_of(publication);
  EXPECT_TRUE(meaning(system, women).is_public);
  EXPECT_FALSE(cell(system, women).cost);
  EXPECT_FALSE(meaning(system, men).is_public);
  EXPECT_TRUE(cell(system, men).cost);
}

TEST(Publication, a_rounded_count_that_is_out_is_known_within_its_bounds_and_protected_no_more) {
  Publication publication = hundred().showing({all, women, men});
  publication.earlier.within = {{just(men), {38, 42}}, {just(women), {10, 12}}};
  Policy policy;
  policy.threshold = 50;  // 40 men are few here
  const System system = disclosure::system_of(publication, policy);
  EXPECT_EQ(cell(system, men).known.least, 38);
  EXPECT_EQ(cell(system, men).known.most, 42);
  EXPECT_EQ(cell(system, men).status, Status::withheld);
  EXPECT_FALSE(cell(system, men).is_protected);
  EXPECT_EQ(cell(system, women).known.least, 0) << "they have changed since";
}

TEST(Publication, a_percentage_that_is_out_tells_its_counts_as_long_as_it_is_theirs) {
  Publication publication = hundred().showing({all, women, men});
  publication.earlier.shares = {{{just(women), just(all)}, {600, 1}}};  // 60.0%
  EXPECT_TRUE(meaning(system_of(publication), women).is_public);
  EXPECT_TRUE(meaning(system_of(publication), all).is_public);
  EXPECT_FALSE(meaning(system_of(publication), men).is_public);
  publication.earlier.shares = {{{just(women), just(all)}, {601, 1}}};
  EXPECT_FALSE(meaning(system_of(publication), women).is_public);
  publication.earlier.shares = {{{just(men), just(all)}, {400, 1}}};
  Policy policy;
  policy.threshold = 50;
  EXPECT_FALSE(meaning(disclosure::system_of(publication, policy), men).is_public) << "it withheld so few";
}

TEST(Publication, how_many_people_there_are_is_never_withheld_for_the_sake_of_others) {
  const System system = system_of(hundred().showing({all, women, men}));
  EXPECT_FALSE(cell(system, all).cost);
  EXPECT_TRUE(cell(system, women).cost);
}

TEST(Publication, a_total_of_a_document_ties_its_cells) {
  const System system = system_of(document({12, 20, 3}, 35));
  ASSERT_EQ(system.joint.relations.size(), 1U);
  EXPECT_EQ(system.joint.relations.front().terms.size(), 4U);
  EXPECT_TRUE(cell(system, tallies::document_cell("forum", 3, "members")).is_protected);
}

TEST(Publication, a_documents_total_that_does_not_add_up_ties_nothing) {
  const System system = system_of(document({12, 20, 3}, 36));
  EXPECT_TRUE(system.joint.relations.empty());
  EXPECT_EQ(system.unkept.size(), 1U);
}

}  // namespace
}  // namespace eqr::disclosure::tests
