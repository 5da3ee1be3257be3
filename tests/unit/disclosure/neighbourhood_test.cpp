#include "disclosure/neighbourhood.hpp"

#include <gtest/gtest.h>

#include "unit/disclosure/tables.hpp"

namespace eqr::disclosure::tests {
namespace {

Settled settled_in(const Joint& joint) {
  return settled_cells(joint, relations_of_cells(joint));
}

// Two rows of two and their totals: cells 0 1 | 2, 3 4 | 5, 6 7 | 8.
Joint two_by_two(const std::vector<std::size_t>& withheld) {
  Joint joint = table({flat(2), flat(2)}, {3, 20, 30, 40});
  for (const std::size_t cell : withheld) joint.cells[cell].status = Status::withheld;
  return joint;
}

TEST(Neighbourhood, what_subtraction_gives_away_one_cell_after_the_other_is_settled) {
  // 20 is all that the first row withholds beside its total; with it the total of the row is known, and both.
  EXPECT_EQ(settled_in(two_by_two({0})), Settled(9, true));
  EXPECT_EQ(settled_in(two_by_two({0, 1, 2})), Settled(9, true));
  EXPECT_EQ(settled_in(two_by_two({0, 1, 3, 4, 5})),
            (Settled{false, false, true, false, false, true, true, true, true}));
}

TEST(Neighbourhood, cells_that_hide_each_other_are_not_settled) {
  const Joint joint = two_by_two({0, 1, 3, 4});
  EXPECT_EQ(settled_in(joint), (Settled{false, false, true, false, false, true, true, true, true}));
  const RelationsOfCells relations = relations_of_cells(joint);
  const Settled settled = settled_cells(joint, relations);
  Neighbourhood near(joint, relations, settled, 0);
  while (near.widen(Neighbourhood::unpublished_only)) {
  }
  EXPECT_EQ(near.size(), 4U);
}

TEST(Neighbourhood, a_cell_that_is_shown_nowhere_is_settled_like_one_that_is_withheld) {
  Joint joint = two_by_two({0});
  joint.cells[2].status = Status::unshown;
  EXPECT_EQ(settled_in(joint), Settled(9, true));
  joint.cells[0].status = Status::published;
  EXPECT_EQ(settled_in(joint), Settled(9, true));
}

}  // namespace
}  // namespace eqr::disclosure::tests
