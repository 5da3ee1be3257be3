#include "disclosure/witness.hpp"

#include <gtest/gtest.h>

#include "disclosure/audit.hpp"

namespace eqr::disclosure {
namespace {

// All of four cells, the first two of which are withheld: 3 + 9 + 20 + 40 = 72.
Joint four() {
  Joint joint;
  for (const std::int64_t people : {3, 9, 20, 40, 72}) {
    joint.cells.push_back(
        {people, people < 10 ? Status::withheld : Status::published, people < 10, {}, {0, {}}});
  }
  joint.relations.push_back({{{4, -1}, {0, 1}, {1, 1}, {2, 1}, {3, 1}}, 0});
  return joint;
}

TEST(Witness, is_possible_where_only_withheld_cells_change_and_all_still_adds_up) {
  const Joint joint = four();
  const RelationsOfCells relations = relations_of_cells(joint);
  EXPECT_TRUE(is_possible({}, joint, relations));
  EXPECT_TRUE(is_possible({{0, -3}, {1, 3}}, joint, relations));
  EXPECT_FALSE(is_possible({{0, -4}, {1, 4}}, joint, relations)) << "nobody is fewer than none";
  EXPECT_FALSE(is_possible({{0, 2}}, joint, relations)) << "the sum is told";
  EXPECT_FALSE(is_possible({{0, 2}, {2, -2}}, joint, relations)) << "20 is told";
  Joint bounded = joint;
  bounded.cells[1].known.most = 9;
  EXPECT_FALSE(is_possible({{0, -3}, {1, 3}}, bounded, relations));
  EXPECT_EQ(change_of(1, {{0, -3}, {1, 3}}), 3);
}

// The audit of a part too large for exact intervals: it believes nobody.
TEST(Witness, the_audit_does_not_take_a_wrong_one) {
  Joint joint;
  Equation all;
  for (std::size_t i = 0; i < 300; ++i) {
    joint.cells.push_back({3, Status::withheld, i < 5, {}, {2, 4}});
    all.terms.push_back({i, 1});
  }
  all.sum = 900;
  joint.relations.push_back(all);
  Witnesses wrong, right;
  for (std::size_t i = 0; i < 300; ++i) {
    const std::size_t other = (i + 1) % 300;
    wrong[i] = {{{i, -3}, {other, 3}}, {{i, 50}}};
    right[i] = {{{i, -1}, {other, 1}}, {{i, 1}, {other, -1}}};
  }
  for (const Witnesses& witnesses : {wrong, right, Witnesses{}}) {
    for (const Audited& each : audit(joint, 3, witnesses)) {
      EXPECT_FALSE(each.is_wide);
      EXPECT_EQ(each.interval.low, 2);
      EXPECT_EQ(each.interval.high, 4);
    }
  }
  for (const Audited& each : audit(joint, 2, right)) EXPECT_TRUE(each.is_wide);
}

}  // namespace
}  // namespace eqr::disclosure
