#include "disclosure/secondary.hpp"

#include <gtest/gtest.h>

#include "disclosure/intervals.hpp"
#include "unit/disclosure/tables.hpp"

namespace eqr::disclosure::tests {
namespace {

using Cells = std::vector<std::size_t>;

// Of cells that are not published.
std::vector<Interval> intervals_in(const Joint& joint, const Cells& cells) {
  const Faced all = faced(joint);
  Cells wanted;
  for (const std::size_t cell : cells) {
    wanted.push_back(static_cast<std::size_t>(std::ranges::find(all.cells, cell) - all.cells.begin()));
  }
  std::vector<Interval> found;
  for (const auto& interval : intervals(all.attack, wanted, all.people)) found.push_back(interval.value());
  return found;
}

TEST(Secondary, one_small_cell_of_two_by_two_takes_the_other_three) {
  // Row by row with totals: 3 20 | 23, 30 40 | 70, 33 60 | 93.
  Joint joint = table({flat(2), flat(2)}, {3, 20, 30, 40});
  protect_small(joint, 5);
  EXPECT_EQ(withhold_secondary(joint, 4).withheld, (Cells{1, 3, 4}));
  EXPECT_EQ(intervals_in(joint, {0}), (std::vector<Interval>{{0, 23, true}}));
}

TEST(Secondary, of_three_by_three_the_cheapest_rectangle_is_withheld) {
  Joint joint = table({flat(3), flat(3)}, {3, 20, 90, 30, 40, 90, 80, 80, 80});
  protect_small(joint, 5);
  EXPECT_EQ(withhold_secondary(joint, 4).withheld, (Cells{1, 4, 5}));
}

TEST(Secondary, a_small_total_takes_another_total) {
  // 1 2 | 3, 30 40 | 70, 31 42 | 73: without the second row's 70 the first row's 3 would be known.
  Joint joint = table({flat(2), flat(2)}, {1, 2, 30, 40});
  protect_small(joint, 5);
  EXPECT_EQ(withhold_secondary(joint, 4).withheld, (Cells{3, 4, 5}));
}

TEST(Secondary, cells_that_hide_each_other_take_no_others) {
  Joint joint = table({flat(2), flat(2)}, {3, 4, 2, 4});
  protect_small(joint, 5);
  EXPECT_EQ(withhold_secondary(joint, 4).withheld, Cells{});
  EXPECT_EQ(withhold_secondary(joint, 6).withheld, (Cells{6, 7}));  // 0 to 5 is not enough
  Joint none = table({flat(2), flat(2)}, {30, 40, 20, 40});
  EXPECT_EQ(withhold_secondary(none, 4).withheld, Cells{});
}

// sdcTable, tests/testthat/test-linked-tables.r: what two ways of adding up eight groups give away of K takes
// one more cell, N, which stands in both tables.
TEST(Secondary, two_linked_tables_take_one_more_cell) {
  Dimension groups = groups_alone(8);
  add_sum(groups, {add_sum(groups, {0, 1, 2, 3}), add_sum(groups, {4, 5, 6, 7})});
  add_sum(groups, {add_sum(groups, {5, 6}), add_sum(groups, {0, 1, 2, 3, 4, 7})});
  Joint joint = table({groups}, {2, 2, 8, 8, 3, 3, 3, 7});
  protect_small(joint, 4);
  EXPECT_EQ(withhold_secondary(joint, 4).withheld, Cells{7});
  EXPECT_EQ(intervals_in(joint, {4}), (std::vector<Interval>{{0, 10, true}}));
}

// SSBtools, example1 of the GaussSuppression vignette: nobody young is from Portugal, and that is not to be
// known.
TEST(Secondary, a_nought_is_hidden_by_a_rectangle_too) {
  Joint joint = table({flat(2), flat(3)}, {5, 2, 0, 6, 3, 4});
  joint.cells[2].status = Status::withheld;
  joint.cells[2].is_protected = true;
  EXPECT_EQ(withhold_secondary(joint, 2).withheld, (Cells{1, 5, 6}));
  EXPECT_EQ(intervals_in(joint, {2}), (std::vector<Interval>{{0, 2, true}}));
}

TEST(Secondary, a_cell_stays_narrow_where_nothing_else_may_be_withheld) {
  Joint joint = table({flat(2), flat(2)}, {3, 20, 30, 40});
  protect_small(joint, 5);
  for (JointCell& cell : joint.cells) cell.cost.reset();
  EXPECT_EQ(withhold_secondary(joint, 4).withheld, Cells{});
  EXPECT_EQ(intervals_in(joint, {0}), (std::vector<Interval>{{3, 3, true}}));
}

TEST(Secondary, where_bounds_are_in_the_way_a_cell_may_go_part_of_the_way_up_and_part_of_it_down) {
  // 3 2 | 5, 20 30 | 50, 23 32 | 55, and no total may be withheld: with 20 and 30 withheld the 3 is 0 to 5.
  Joint joint = table({flat(2), flat(2)}, {3, 2, 20, 30});
  protect_small(joint, 5);
  for (const std::size_t total : Cells{2, 5, 6, 7, 8}) joint.cells[total].cost.reset();
  EXPECT_EQ(withhold_secondary(joint, 4).withheld, (Cells{3, 4}));
  EXPECT_EQ(intervals_in(joint, {0, 1}), (std::vector<Interval>{{0, 5, true}, {0, 5, true}}));
}

// What became of random systems.
struct Seen {
  int protected_cells = 0, secondaries = 0;
  int hopeless = 0;     // narrow even if all is withheld that may be
  int narrow = 0;       // the others that ended narrow
  int superfluous = 0;  // secondaries that could be published again, each alone
};

Cells protected_in(const Joint& joint) {
  Cells cells;
  for (std::size_t i = 0; i < joint.cells.size(); ++i) {
    if (joint.cells[i].is_protected) cells.push_back(i);
  }
  return cells;
}

Joint with_all_withheld(Joint joint) {
  for (JointCell& cell : joint.cells) {
    if (cell.cost) cell.status = Status::withheld;
  }
  return joint;
}

void check(Joint joint, std::int64_t width, Seen& seen) {
  const Cells cells = protected_in(joint);
  Cells guarded;
  const auto widest = intervals_in(with_all_withheld(joint), cells);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (widest[i].is_at_least(width)) guarded.push_back(cells[i]);
  }
  const auto narrow_cells = [&] {
    const auto found = intervals_in(joint, guarded);
    return static_cast<int>(std::ranges::count_if(
        found, [width](const Interval& interval) { return !interval.is_at_least(width); }));
  };
  const Joint before = joint;
  const Cells withheld = withhold_secondary(joint, width).withheld;
  ASSERT_TRUE(std::ranges::is_sorted(withheld));
  for (std::size_t i = 0; i < joint.cells.size(); ++i) {
    const bool is_secondary = std::ranges::binary_search(withheld, i);
    ASSERT_EQ(joint.cells[i].status, is_secondary ? Status::withheld : before.cells[i].status);
    if (is_secondary) {
      ASSERT_TRUE(before.cells[i].status == Status::published && before.cells[i].cost);
    }
  }
  seen.narrow += narrow_cells();
  for (const std::size_t cell : withheld) {
    joint.cells[cell].status = Status::published;
    seen.superfluous += narrow_cells() == 0 ? 1 : 0;
    joint.cells[cell].status = Status::withheld;
  }
  seen.protected_cells += static_cast<int>(cells.size());
  seen.hopeless += static_cast<int>(cells.size() - guarded.size());
  seen.secondaries += static_cast<int>(withheld.size());
}

template <class Make>
Seen checked(std::uint32_t seed, int systems, const Make& make) {
  Random random(seed);
  Seen seen;
  for (int i = 0; i < systems && !testing::Test::HasFatalFailure(); ++i) {
    Joint joint = make(random);
    const auto threshold = static_cast<std::int64_t>(random.between(3, 5));
    protect_small(joint, threshold);
    check(joint, threshold - 1, seen);
  }
  return seen;
}

void expect_good(const Seen& seen) {
  EXPECT_EQ(seen.narrow, 0);
  EXPECT_EQ(seen.superfluous, 0);
  EXPECT_GT(seen.secondaries, 500);
  EXPECT_LT(seen.hopeless, seen.protected_cells / 10);
}

TEST(Secondary, tables_of_two_dimensions_are_protected_by_no_more_than_it_takes) {
  expect_good(checked(31, 1'500, [](Random& random) {
    const std::vector<Dimension> dimensions{flat(random.between(2, 5)), flat(random.between(2, 5))};
    return table(dimensions, random_people(random, dimensions, random.one_in(2) ? 12 : 40));
  }));
}

TEST(Secondary, tables_of_three_dimensions_are_protected_by_no_more_than_it_takes) {
  expect_good(checked(32, 600, [](Random& random) {
    const std::vector<Dimension> dimensions{flat(random.between(2, 3)), flat(random.between(2, 3)),
                                            flat(random.between(2, 3))};
    return table(dimensions, random_people(random, dimensions, random.one_in(2) ? 12 : 40));
  }));
}

TEST(Secondary, hierarchies_are_protected_by_no_more_than_it_takes) {
  expect_good(checked(33, 800, [](Random& random) {
    const std::vector<Dimension> dimensions{two_levels(5, random.between(1, 4)), flat(random.between(2, 3))};
    return table(dimensions, random_people(random, dimensions, random.one_in(2) ? 12 : 40));
  }));
}

TEST(Secondary, linked_tables_are_protected_by_no_more_than_it_takes) {
  expect_good(checked(34, 800, [](Random& random) {
    const std::vector<Dimension> dimensions{flat(3), flat(random.between(2, 3)), flat(2)};
    return table(dimensions, random_people(random, dimensions, random.one_in(2) ? 4 : 12), 1);
  }));
}

TEST(Secondary, two_years_are_protected_by_no_more_than_it_takes) {
  expect_good(checked(35, 800, [](Random& random) { return two_years(random, random.between(2, 4), 15); }));
}

TEST(Secondary, cells_that_nothing_can_protect_leave_the_others_protected) {
  const Seen seen = checked(36, 1'000, [](Random& random) {
    const std::vector<Dimension> dimensions{flat(random.between(2, 4)), flat(random.between(2, 4))};
    Joint joint = table(dimensions, random_people(random, dimensions, 12));
    for (JointCell& cell : joint.cells) {
      if (random.one_in(2)) cell.cost.reset();
    }
    return joint;
  });
  EXPECT_EQ(seen.narrow, 0);
  EXPECT_GT(seen.hopeless, 200);
  EXPECT_GT(seen.secondaries, 500);
  EXPECT_EQ(seen.superfluous, 0);
}

}  // namespace
}  // namespace eqr::disclosure::tests
