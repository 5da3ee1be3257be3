// A limit that is known: what is true of people is more than what tables of them say of each other. Of three
// tables, each of two of three characteristics, the counts come from one table of all three, which is
// published nowhere; a reader who reasons about it can know more than relations between the published counts
// tell, and never less.
#include <gtest/gtest.h>

#include "disclosure/intervals.hpp"
#include "unit/disclosure/tables.hpp"

namespace eqr::disclosure::tests {
namespace {

using People = std::vector<std::int64_t>;  // of the eight combinations of three characteristics of two groups

Joint pairwise(const People& people) {
  return table({flat(2), flat(2), flat(2)}, people, 1);
}

// For each cell of the three tables, whether it counts those of each combination.
std::vector<People> counted_in_cells() {
  std::vector<People> counted;
  for (std::size_t i = 0; i < 8; ++i) {
    People one(8);
    one[i] = 1;
    const Joint tables = pairwise(one);
    counted.resize(tables.cells.size(), People(8));
    for (std::size_t cell = 0; cell < counted.size(); ++cell) counted[cell][i] = tables.cells[cell].people;
  }
  return counted;
}

// Calls back with all ways to have so many people.
template <class Action>
void for_each_workforce(std::int64_t size, const Action& action) {
  People people(8);
  const auto fill_in = [&](const auto& self, std::size_t at, std::int64_t left) -> void {
    people[at] = left;
    if (at == 7) return action(people);
    for (people[at] = 0; people[at] <= left; ++people[at]) self(self, at + 1, left - people[at]);
  };
  fill_in(fill_in, 0, size);
}

// For each cell that is not published, its lowest and highest count in any workforce of the same size with
// the same published counts.
std::vector<Interval> true_intervals(const Joint& joint, std::int64_t size) {
  static const std::vector<People> counted = counted_in_cells();
  const Faced all = faced(joint);
  std::vector<Interval> found(all.cells.size(), {INT64_MAX, INT64_MIN, true});
  for_each_workforce(size, [&](const People& people) {
    const auto count = [&](std::size_t cell) {
      return std::inner_product(people.begin(), people.end(), counted[cell].begin(), std::int64_t{0});
    };
    for (std::size_t cell = 0; cell < counted.size(); ++cell) {
      const JointCell& at = joint.cells[cell];
      if (at.status == Status::published && at.people != count(cell)) return;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      found[i].low = std::min(found[i].low, count(all.cells[i]));
      found[i].high = std::max(*found[i].high, count(all.cells[i]));
    }
  });
  return found;
}

std::vector<std::optional<Interval>> intervals_in(const Joint& joint) {
  const Faced all = faced(joint);
  return intervals(all.attack, numbers(0, all.cells.size()), all.people);
}

TEST(IntervalsOfPeople, two_people_may_be_known_where_the_relations_between_tables_leave_it_open) {
  // Two people, one of the first group in all three characteristics, one of the second. The table of the
  // first characteristic by the second is withheld, but for its margins: 1 and 1. That by the third says that
  // whoever is in the first group of one is in the first of the third; and so does that of the second by the
  // third. So nobody is in the first group of one and the second of the other.
  Joint joint = pairwise({1, 0, 0, 0, 0, 0, 0, 1});
  const std::vector<std::size_t> first_by_second{0, 1, 5, 6};
  withhold(joint, first_by_second);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(intervals_in(joint)[i], (Interval{0, 1, true}));
  }
  EXPECT_EQ(true_intervals(joint, 2),
            (std::vector<Interval>{{1, 1, true}, {0, 0, true}, {0, 0, true}, {1, 1, true}}));
}

TEST(IntervalsOfPeople, of_one_person_the_relations_tell_all_there_is) {
  for (unsigned withheld = 0; withheld < 1U << 18U; withheld += 17) {
    Joint joint = pairwise({1, 0, 0, 0, 0, 0, 0, 0});
    for (std::size_t i = 0; i < 18; ++i) {
      if ((withheld >> i & 1U) != 0) joint.cells[i].status = Status::withheld;
    }
    const auto by_people = true_intervals(joint, 1);
    const auto by_relations = intervals_in(joint);
    for (std::size_t i = 0; i < by_people.size(); ++i) ASSERT_EQ(by_relations[i], by_people[i]) << withheld;
  }
}

TEST(IntervalsOfPeople, no_workforce_lies_outside_the_intervals) {
  Random random(21);
  int cells = 0, narrower = 0;
  for (int trial = 0; trial < 600; ++trial) {
    People people(8);
    const auto size = static_cast<std::int64_t>(random.between(1, 6));
    for (std::int64_t i = 0; i < size; ++i) ++people[random.below(8)];
    Joint joint = pairwise(people);
    withhold_some(joint, random, random.between(2, 3));
    joint.cells.back().status = Status::published;  // how many there are
    const auto by_people = true_intervals(joint, size);
    const auto by_relations = intervals_in(joint);
    for (std::size_t i = 0; i < by_people.size(); ++i) {
      ASSERT_TRUE(by_relations[i] && by_relations[i]->high);
      ASSERT_LE(by_relations[i]->low, by_people[i].low) << "trial " << trial;
      ASSERT_GE(*by_relations[i]->high, *by_people[i].high) << "trial " << trial;
      ++cells;
      narrower += by_relations[i] != by_people[i] ? 1 : 0;
    }
  }
  EXPECT_GT(cells, 2'000);
  EXPECT_GT(narrower, 20);
}

}  // namespace
}  // namespace eqr::disclosure::tests
