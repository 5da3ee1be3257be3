#include "disclosure/intervals.hpp"

#include <gtest/gtest.h>

#include "disclosure/simplex.hpp"
#include "unit/disclosure/tables.hpp"

namespace eqr::disclosure::tests {

namespace {

using Unknowns = std::vector<Unknown>;
// "3-9 0-" is 3 to 9, and 0 or more; "?" follows what may be narrower, "none" is of a contradiction.
std::string text_of(const std::vector<std::optional<Interval>>& found) {
  std::string text;
  for (const auto& interval : found) {
    if (!text.empty()) text += ' ';
    if (!interval) {
      text += "none";
      continue;
    }
    text += std::to_string(interval->low) + '-';
    if (interval->high) text += std::to_string(*interval->high);
    if (!interval->is_exact) text += '?';
  }
  return text;
}

// Of all unknowns, found both without and with a completion to start from.
std::string intervals_of(const Attack& attack, const std::optional<Completion>& truth = std::nullopt) {
  const auto all = numbers(0, attack.unknowns.size());
  std::string text = text_of(intervals(attack, all));
  if (truth) {
    EXPECT_TRUE(is_completion(attack, *truth));
    EXPECT_EQ(text_of(intervals(attack, all, truth)), text);
  }
  return text;
}
std::string intervals_in(const Joint& joint) {
  const Faced all = faced(joint);
  return intervals_of(all.attack, all.people);
}

// sdcTable, R/test_problems.R, problemdata(): rows w to z, columns a to d; each line withholds two cells.
const std::vector<std::int64_t> four_by_four{30, 47,  64, 89, 90,  124, 5,   31,
                                             92, 100, 59, 85, 800, 991, 651, 685};
// Where a cell stands in the table with its margins.
std::vector<std::size_t> cells_named(const std::vector<std::string>& names) {
  std::vector<std::size_t> cells;
  for (const std::string& name : names) {
    cells.push_back(std::string("wxyz").find(name[0]) * 5 + std::string("abcd").find(name[1]));
  }
  return cells;
}

TEST(Intervals, two_withheld_cells_in_every_line_do_not_keep_one_of_them_from_being_worked_out) {
  Joint joint = table({flat(4), flat(4)}, four_by_four);
  withhold(joint, cells_named({"wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"}));
  EXPECT_EQ(intervals_in(joint), "25-94 47-47 0-69 26-95 0-69 0-185 0-185 906-1091 585-770");
}

TEST(Intervals, withholding_one_cell_more_hides_it) {
  Joint joint = table({flat(4), flat(4)}, four_by_four);
  withhold(joint, cells_named({"wa", "wb", "wc", "xa", "xb", "xc", "yb", "yd", "zb", "zd"}));
  // wb is sdcTable's. The others by hand: wb + xb = 171, for rows y and z and column d leave 1,091 for yb +
  // zb; wa + xa = 120, wc + xc = 69, and row w holds 141.
  EXPECT_EQ(intervals_in(joint), "0-120 0-141 0-69 0-120 30-171 0-69 0-185 0-185 906-1091 585-770");
}

// sdcTable, tests/testthat/test-linked-tables.r: A to N are eight groups that one table adds up to counties,
// another to big and small ones.
const std::vector<std::int64_t> linked_groups{2, 2, 8, 8, 3, 3, 3, 7};
const std::vector<std::size_t> linked_primary{0, 1, 4, 5, 6};  // A, B, K, L, M
Dimension counties(Dimension groups) {
  add_sum(groups, {add_sum(groups, {0, 1, 2, 3}), add_sum(groups, {4, 5, 6, 7})});
  return groups;
}
Dimension sizes(Dimension groups) {
  add_sum(groups, {add_sum(groups, {5, 6}), add_sum(groups, {0, 1, 2, 3, 4, 7})});
  return groups;
}

TEST(Intervals, of_two_linked_tables_each_is_safe_and_both_together_are_not) {
  Joint one = table({counties(groups_alone(8))}, linked_groups);
  withhold(one, linked_primary);
  EXPECT_EQ(intervals_in(one), "0-4 0-4 0-9 0-9 0-9");
  Joint other = table({sizes(groups_alone(8))}, linked_groups);
  withhold(other, linked_primary);
  EXPECT_EQ(intervals_in(other), "0-7 0-7 0-7 0-6 0-6");
  Joint both = table({sizes(counties(groups_alone(8)))}, linked_groups);
  withhold(both, linked_primary);
  EXPECT_EQ(intervals_in(both), "0-4 0-4 3-3 0-6 0-6");
  withhold(both, {7});  // N
  EXPECT_EQ(intervals_in(both), "0-4 0-4 0-10 0-6 0-6 0-10");
}

// SSBtools, example1 of the GaussSuppression vignette: young and old people in Spain, Iceland and Portugal.
TEST(Intervals, four_withheld_cells_in_a_rectangle_hide_each_other) {
  Joint joint = table({flat(2), flat(3)}, {5, 2, 0, 6, 3, 4});
  withhold(joint, {1, 2, 5, 6});
  EXPECT_EQ(intervals_in(joint), "0-2 0-2 3-5 2-4");
}

TEST(Intervals, this_years_count_follows_from_last_years_with_starters_and_leavers) {
  Joint joint;
  for (const std::int64_t people : {7, 2, 6, 3}) joint.cells.push_back({people, Status::published});
  joint.relations = {{{{0, 1}, {1, 1}, {2, -1}, {3, -1}}, 0}};
  withhold(joint, {3});
  EXPECT_EQ(intervals_in(joint), "3-3");
  withhold(joint, {2});  // the leavers too: 9 less these are left
  EXPECT_EQ(intervals_in(joint), "0-9 0-9");
}

TEST(Intervals, without_equations_only_the_bounds_are_known) {
  EXPECT_EQ(intervals_of({{{0, {}}, {1, 4}, {3, 3}}, {}}), "0- 1-4 3-3");
  EXPECT_EQ(intervals_of(Attack{}), "");
}

TEST(Intervals, a_difference_leaves_both_unknowns_without_a_bound_above) {
  EXPECT_EQ(intervals_of({Unknowns(2), {{{{0, 1}, {1, -1}}, 3}}}, Completion{5, 2}), "3- 0-");
  // 2 x - 3 y = 1 begins with x = 2 and y = 1.
  EXPECT_EQ(intervals_of({Unknowns(2), {{{{0, 2}, {1, -3}}, 1}}}), "2- 1-");
}

TEST(Intervals, what_the_printed_symbol_says_narrows_what_the_equations_say) {
  // [c] is printed for 1 to 4, and two of them are 3 together.
  const Unknown small{1, 4};
  EXPECT_EQ(intervals_of({{small, small}, {{{{0, 1}, {1, 1}}, 3}}}), "1-2 1-2");
  EXPECT_EQ(intervals_of({{small, small}, {{{{0, 1}, {1, 1}}, 2}}}), "1-1 1-1");
  EXPECT_EQ(intervals_of({{small, {}}, {{{{0, 1}, {1, 1}}, 90}}}), "1-4 86-89");
}

TEST(Intervals, a_contradiction_takes_away_only_its_own_part) {
  // x = -3; y + z = 5; 1 <= u <= 4 and u = 9.
  const Attack attack{{{}, {}, {}, {1, 4}}, {{{{0, 1}}, -3}, {{{1, 1}, {2, 1}}, 5}, {{{3, 1}}, 9}}};
  EXPECT_EQ(intervals_of(attack), "none 0-5 0-5 none");
  EXPECT_EQ(intervals_of({Unknowns(2), {{{{0, 1}, {1, 1}}, 5}, {{{0, 1}, {1, 1}}, 6}}}), "none none");
  EXPECT_EQ(intervals_of({{{5, 4}}, {}}), "none");
  EXPECT_TRUE(Reader({Unknowns(1), {{{{0, 1}}, -1}}}).is_contradictory());
  EXPECT_FALSE(Reader({Unknowns(1), {{{{0, 1}}, 1}}}).is_contradictory());
}

TEST(Intervals, what_only_fractions_agree_with_is_said_to_be_inexact) {
  EXPECT_EQ(intervals_of({Unknowns(1), {{{{0, 2}}, 1}}}), "1-0?");
}

TEST(Intervals, equations_that_repeat_others_change_nothing) {
  const Equation sum{{{0, 1}, {1, 1}}, 6}, twice{{{0, 2}, {1, 2}}, 12};
  EXPECT_EQ(intervals_of({Unknowns(2), {sum, twice, sum}}, Completion{4, 2}), "0-6 0-6");
}

TEST(Intervals, only_the_wanted_are_read_in_the_order_they_are_asked_for) {
  const Attack attack{{{}, {1, 9}, {2, 5}}, {{{{0, 1}}, 7}}};
  EXPECT_EQ(text_of(intervals(attack, {2, 0, 2})), "2-5 7-7 2-5");
}

TEST(Intervals, numbers_that_do_not_fit_64_bits_on_the_way_are_exact_all_the_same) {
  // x + 2^22 y = 5 x 2^22 three times, and z is the sum of the ys: where all xs are nought, the determinant
  // is 2^66.
  constexpr std::int64_t large = std::int64_t{1} << 22;
  Attack attack{Unknowns(7), {{{{6, -1}, {3, 1}, {4, 1}, {5, 1}}, 0}}};
  for (std::size_t i = 0; i < 3; ++i) attack.equations.push_back({{{i, 1}, {i + 3, large}}, 5 * large});
  const Completion truth{large, large, large, 4, 4, 4, 12};
  EXPECT_THROW(Simplex<std::int64_t>(attack, truth).minimise(6, -1), Overflow);
  EXPECT_EQ(intervals_of(attack, truth), "0-20971520 0-20971520 0-20971520 0-5 0-5 0-5 0-15");
}

TEST(Intervals, a_determinant_that_does_not_fit_64_bits_still_gives_the_one_completion) {
  constexpr std::int64_t large = 1'000'000'007;
  Attack attack{Unknowns(4), {}};
  const Completion truth{3, 0, 8, 5};
  for (std::size_t row = 0; row < 4; ++row) {
    Equation equation;
    for (std::size_t i = 0; i < 4; ++i) {
      equation.terms.push_back({i, i == row ? 3 * large : large + static_cast<std::int64_t>(i * row)});
      equation.sum += equation.terms.back().times * truth[i];
    }
    attack.equations.push_back(equation);
  }
  EXPECT_THROW(Simplex<std::int64_t>(attack, truth), Overflow);
  EXPECT_EQ(intervals_of(attack, truth), "3-3 0-0 8-8 5-5");
}

TEST(Intervals, a_reading_proves_itself_by_two_completions) {
  Joint joint = table({flat(4), flat(4)}, four_by_four);
  withhold(joint, cells_named({"wa", "wb", "wc", "xa", "xb", "xc", "yb", "yd", "zb", "zd"}));
  const Faced all = faced(joint);
  Reader whole(all.attack, all.people), enough(all.attack, all.people);
  for (std::size_t i = 0; i < all.cells.size(); ++i) {
    const Reading reading = whole.read(i);
    EXPECT_TRUE(is_completion(all.attack, reading.lowest) && is_completion(all.attack, reading.highest));
    EXPECT_EQ(reading.lowest[i], reading.interval.low);
    EXPECT_EQ(reading.highest[i], reading.interval.high);
    const Reading part = enough.read(i, 4);
    EXPECT_TRUE(is_completion(all.attack, part.lowest) && is_completion(all.attack, part.highest));
    EXPECT_GE(part.highest[i] - part.lowest[i], 4);
  }
}

}  // namespace
}  // namespace eqr::disclosure::tests
