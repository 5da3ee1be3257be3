#include "disclosure/rounding.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "unit/disclosure/tables.hpp"

namespace eqr::disclosure {
namespace {

using namespace tests;
using Values = std::vector<std::uint64_t>;
using Cells = std::vector<std::size_t>;

std::string faults(const Joint& joint, const Values& rounded, std::uint64_t base) {
  if (rounded.size() != joint.cells.size()) return "not all cells have values";
  for (std::size_t i = 0; i < rounded.size(); ++i) {
    const std::string at = " in cell " + std::to_string(i);
    if (joint.cells[i].people == 0 && rounded[i] != 0) return "people out of nowhere" + at;
    const bool is_published = joint.cells[i].status == Status::published;
    if (is_published && rounded[i] > 0 && rounded[i] < base) return "a small count" + at;
    if (rounded[i] > 1'000'000'000) return "less than nobody" + at;
  }
  for (const Equation& relation : joint.relations) {
    std::int64_t sum = -relation.sum;
    for (const Term& term : relation.terms) sum += term.times * static_cast<std::int64_t>(rounded[term.of]);
    if (sum != 0) return "does not add up";
  }
  return "";
}

struct Moved {
  std::int64_t total = 0, squares = 0, most = 0;
};
Moved moved(const Joint& joint, const Values& rounded) {
  Moved moved;
  for (std::size_t i = 0; i < rounded.size(); ++i) {
    if (joint.cells[i].status != Status::published) continue;
    const std::int64_t by = std::abs(static_cast<std::int64_t>(rounded[i]) - joint.cells[i].people);
    moved.total += by;
    moved.squares += by * by;
    moved.most = std::max(moved.most, by);
  }
  return moved;
}

// Rounded without a fault.
Values well_rounded(const Joint& joint, std::uint64_t base) {
  const auto rounded = rounded_small_counts(joint, base);
  EXPECT_TRUE(rounded);
  if (!rounded) return Values(joint.cells.size(), 0);
  EXPECT_EQ(faults(joint, *rounded, base), "");
  return *rounded;
}

// Cells that are no totals.
Cells inner_cells(const Joint& joint) {
  std::set<std::size_t> totals;
  for (const Equation& relation : joint.relations) totals.insert(relation.terms.front().of);
  Cells inner;
  for (std::size_t i = 0; i < joint.cells.size(); ++i) {
    if (!totals.contains(i)) inner.push_back(i);
  }
  return inner;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// Invented people with a value for each attribute, of so many values, each half as common as the one before;
// and a table for each pair of attributes, with common margins and no table of three.
Joint linked_tables(Random& random, std::size_t many, const Cells& values, const Pairs& pairs) {
  std::vector<Cells> people(many);
  for (Cells& person : people) {
    for (const std::size_t most : values) {
      person.push_back(0);
      while (person.back() + 1 < most && random.one_in(2)) ++person.back();
    }
  }
  Joint joint;
  const auto cell = [&](auto has) {
    joint.cells.push_back({std::ranges::count_if(people, has)});
    return joint.cells.size() - 1;
  };
  const auto part_of = [&](std::size_t total, std::size_t relation, std::size_t part) {
    if (joint.relations.size() <= relation) joint.relations.resize(relation + 1);
    auto& terms = joint.relations[relation].terms;
    if (terms.empty()) terms.push_back({total, -1});
    terms.push_back({part, 1});
  };
  const std::size_t everybody = cell([](const Cells&) { return true; });
  std::vector<Cells> margins(values.size());
  for (std::size_t a = 0; a < values.size(); ++a) {
    for (std::size_t i = 0; i < values[a]; ++i) {
      margins[a].push_back(cell([&](const Cells& person) { return person[a] == i; }));
      part_of(everybody, a, margins[a].back());
    }
  }
  for (const auto& pair : pairs) {
    const auto [a, b] = pair;
    const std::size_t rows = joint.relations.size(), columns = rows + values[a];
    for (std::size_t i = 0; i < values[a]; ++i) {
      for (std::size_t j = 0; j < values[b]; ++j) {
        const std::size_t both =
            cell([&](const Cells& person) { return person[pair.first] == i && person[pair.second] == j; });
        part_of(margins[a][i], rows + i, both);
        part_of(margins[b][j], columns + j, both);
      }
    }
  }
  return joint;
}

TEST(Rounding, a_count_goes_to_the_nearest_multiple_and_a_tie_upwards) {
  EXPECT_EQ(rounded_to_nearest(2, 5), 0U);
  EXPECT_EQ(rounded_to_nearest(3, 5), 5U);
  EXPECT_EQ(rounded_to_nearest(1'301, 5), 1'300U);
  EXPECT_EQ(rounded_to_nearest(14, 10), 10U);
  EXPECT_EQ(rounded_to_nearest(15, 10), 20U);
  EXPECT_EQ(rounded_to_nearest(17, 0), 17U);
}

// Tables 1 to 6 of the vignette of SmallCountRounding 1.1.0: PLSrounding moves the published counts by 32, 9
// and 22 people in all, and none by more than 4, 2 and 3.
TEST(Rounding, published_examples_move_no_further_than_in_their_published_roundings) {
  Joint psd = table({flat(3), flat(5)}, {6, 0, 1, 3, 4, 1, 2, 3, 1, 2, 0, 1, 1, 0, 2});
  const Moved all = moved(psd, well_rounded(psd, 5));
  EXPECT_LE(all.total, 32);
  EXPECT_LE(all.most, 4);

  for (const std::size_t inner : inner_cells(psd)) psd.cells[inner].status = Status::unshown;
  const Moved totals = moved(psd, well_rounded(psd, 5));
  EXPECT_LE(totals.total, 9);
  EXPECT_LE(totals.most, 2);

  // Two years of Portugal and Spain, and of Iceland: all that is not in the EU.
  const Joint europe = table({two_levels(3, 2), flat(2)}, {3, 5, 7, 6, 2, 1});
  const Moved hierarchy = moved(europe, well_rounded(europe, 5));
  EXPECT_LE(hierarchy.total, 22);
  EXPECT_LE(hierarchy.most, 3);
}

TEST(Rounding, linked_tables_add_up_with_the_same_margins_and_have_no_small_counts) {
  Random random(2'018);
  // One table, two on a common margin, a chain of three, a ring of three.
  for (const Pairs& pairs :
       {Pairs{{0, 1}}, Pairs{{0, 1}, {2, 1}}, Pairs{{0, 1}, {1, 2}, {2, 3}}, Pairs{{0, 1}, {1, 2}, {2, 0}}}) {
    std::int64_t total = 0, cells = 0;
    for (int i = 0; i < 700; ++i) {
      const Joint joint = linked_tables(random, random.between(1, 80), {2, 4, 5, 3}, pairs);
      total += moved(joint, well_rounded(joint, random.between(3, 5))).total;
      cells += static_cast<std::int64_t>(joint.cells.size());
    }
    EXPECT_LE(total * 2, cells * 3);
  }
}

TEST(Rounding, hierarchies_and_three_dimensions_add_up_whatever_of_them_is_published) {
  Random random(6);
  for (int i = 0; i < 500; ++i) {
    const std::vector<Dimension> dimensions{two_levels(4, 2), flat(3), flat(2)};
    Joint joint = table(dimensions, random_people(random, dimensions, 6), random.below(2));
    withhold_some(joint, random, 4);
    (void)well_rounded(joint, random.between(2, 10));
  }
}

TEST(Rounding, a_workforce_in_eighteen_linked_tables_moves_by_about_one_a_cell) {
  Random random(1'301);
  Pairs pairs;  // nine characteristics by grade and by directorate
  for (std::size_t i = 0; i < 9; ++i) pairs.insert(pairs.end(), {{i, 9}, {i, 10}});
  const Joint joint = linked_tables(random, 1'301, {3, 6, 4, 4, 5, 3, 8, 5, 6, 12, 10}, pairs);
  const Values rounded = well_rounded(joint, 5);
  EXPECT_LT(moved(joint, rounded).total * 2, static_cast<std::int64_t>(joint.cells.size()) * 3);
  EXPECT_LT(moved(joint, rounded).most, 15);
  EXPECT_EQ(rounded_small_counts(joint, 5), rounded);
}

// The least sum of squares of all ways to make each small inner count 0 or 5.
std::int64_t least_squares(const Joint& joint) {
  Cells small = inner_cells(joint);
  std::erase_if(small,
                [&](std::size_t i) { return joint.cells[i].people == 0 || joint.cells[i].people > 4; });
  std::int64_t least = INT64_MAX;
  for (std::size_t up = 0; up < std::size_t{1} << small.size(); ++up) {
    std::vector<std::int64_t> by(joint.cells.size(), 0);
    for (std::size_t i = 0; i < small.size(); ++i)
      by[small[i]] = ((up >> i) % 2 == 0 ? 0 : 5) - joint.cells[small[i]].people;
    for (const Equation& relation : joint.relations) {  // parts come before their total
      std::int64_t& total = by[relation.terms.front().of] = 0;
      for (std::size_t i = 1; i < relation.terms.size(); ++i) total += by[relation.terms[i].of];
    }
    std::int64_t squares = 0;
    for (const std::int64_t off : by) squares += off * off;
    least = std::min(least, squares);
  }
  return least;
}

TEST(Rounding, small_tables_come_near_the_best_of_all_roundings_and_leave_large_inner_counts_alone) {
  Random random(5);
  std::int64_t ours = 0, best = 0;
  for (int i = 0; i < 1'000; ++i) {
    const Joint joint = table({flat(3), flat(4)}, random_people(random, {flat(3), flat(4)}, 8));
    const Values rounded = well_rounded(joint, 5);
    for (const std::size_t inner : inner_cells(joint)) {
      const auto before = static_cast<std::uint64_t>(joint.cells[inner].people);
      EXPECT_TRUE(before < 5 ? rounded[inner] % 5 == 0 : rounded[inner] == before);
    }
    ours += moved(joint, rounded).squares;
    best += least_squares(joint);
  }
  EXPECT_LE(best, ours);
  EXPECT_LE(ours * 100, best * 106);
}

TEST(Rounding, what_is_in_no_small_published_count_stays_as_it_is) {
  Joint joint = table({flat(2), flat(2)}, {6, 0, 12, 40});
  joint.cells.push_back({3, Status::withheld});
  EXPECT_EQ(rounded_small_counts(joint, 5), (Values{6, 0, 6, 12, 40, 52, 18, 40, 58, 3}));
  EXPECT_EQ(rounded_small_counts(joint, 1), rounded_small_counts(joint, 0));
}

TEST(Rounding, a_system_that_is_no_system_of_sums_is_refused) {
  const auto refused = [](const std::vector<std::int64_t>& people, std::vector<Equation> relations) {
    Joint joint;
    for (const std::int64_t count : people) joint.cells.push_back({count});
    joint.relations = std::move(relations);
    return !rounded_small_counts(joint, 5);
  };
  const Equation sum{{{0, -1}, {1, -1}, {2, 1}}, 0};
  EXPECT_FALSE(refused({4, 3, 7}, {sum}));
  EXPECT_TRUE(refused({4, 3, 8}, {sum})) << "does not hold";
  EXPECT_TRUE(refused({-1, 4, 3}, {sum})) << "less than nobody";
  EXPECT_TRUE(refused({7, 2, 6, 3}, {{{{0, 1}, {1, 1}, {2, -1}, {3, -1}}, 0}})) << "starters and leavers";
  EXPECT_TRUE(refused({4, 3}, {{{{0, 1}, {1, 1}}, 7}})) << "a total published elsewhere";
  EXPECT_TRUE(refused({2, 4, 8}, {{{{0, 2}, {1, 1}, {2, -1}}, 0}})) << "a part twice";
  const std::vector<Equation> twice{
      {{{0, 1}, {1, 1}, {3, -1}}, 0}, {{{1, 1}, {2, 1}, {4, -1}}, 0}, {{{3, 1}, {4, 1}, {5, -1}}, 0}};
  EXPECT_TRUE(refused({1, 2, 3, 3, 5, 8}, twice)) << "people in two parts of one total";
}

}  // namespace
}  // namespace eqr::disclosure
