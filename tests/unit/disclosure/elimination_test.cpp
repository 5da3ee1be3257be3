#include "disclosure/elimination.hpp"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>

#include "unit/disclosure/tables.hpp"

namespace eqr::disclosure::tests {
namespace {

using Values = std::vector<std::optional<std::int64_t>>;

Values worked_out(std::size_t unknowns, std::vector<Equation> equations) {
  return disclosure::worked_out({std::vector<Unknown>(unknowns), std::move(equations)});
}

TEST(Elimination, a_part_follows_from_the_total_and_the_other_parts) {
  EXPECT_EQ(worked_out(1, {{{{0, 1}}, 7}}), Values{7});
}

TEST(Elimination, of_two_unknowns_that_only_add_up_neither_is_given) {
  EXPECT_EQ(worked_out(2, {{{{0, 1}, {1, 1}}, 7}}), Values(2));
}

TEST(Elimination, nothing_follows_from_no_equations) {
  EXPECT_EQ(worked_out(3, {}), Values(3));
  EXPECT_EQ(worked_out(0, {}), Values{});
}

TEST(Elimination, that_no_count_is_below_nought_is_not_looked_at) {
  EXPECT_EQ(worked_out(2, {{{{0, 1}, {1, 1}}, 0}}), Values(2));
}

TEST(Elimination, two_equations_together_give_what_neither_gives) {
  // K + L + M = 9 in one table and L + M = 6 in another.
  EXPECT_EQ(worked_out(3, {{{{0, 1}, {1, 1}, {2, 1}}, 9}, {{{1, 1}, {2, 1}}, 6}}), (Values{3, {}, {}}));
}

TEST(Elimination, a_value_follows_through_a_chain_of_sub_totals) {
  // 12 = 5 + s; s = 3 + t; t = u + 0; what t and s are follows on the way.
  EXPECT_EQ(worked_out(3, {{{{0, 1}}, 7}, {{{0, 1}, {1, -1}}, 3}, {{{1, 1}, {2, -1}}, 0}}),
            (Values{7, 4, 4}));
  // The same in the other order.
  EXPECT_EQ(worked_out(3, {{{{1, 1}, {2, -1}}, 0}, {{{0, 1}, {1, -1}}, 3}, {{{0, 1}}, 7}}),
            (Values{7, 4, 4}));
}

TEST(Elimination, this_year_is_last_year_with_starters_less_leavers) {
  EXPECT_EQ(worked_out(1, {{{{0, -1}}, -7 - 2 + 6}}), Values{3});
}

TEST(Elimination, coefficients_below_nought_and_above_one_are_as_good) {
  // x - 2 y = -5 and 3 x + y = 6: x = 1, y = 3.
  EXPECT_EQ(worked_out(2, {{{{0, 1}, {1, -2}}, -5}, {{{0, 3}, {1, 1}}, 6}}), (Values{1, 3}));
  EXPECT_EQ(worked_out(1, {{{{0, 2}}, -8}}), Values{-4});
}

TEST(Elimination, values_up_to_2_to_the_60_come_out_as_they_are) {
  constexpr std::int64_t large = (std::int64_t{1} << 60) - 1;
  EXPECT_EQ(worked_out(1, {{{{0, 1}}, large}}), Values{large});
  EXPECT_EQ(worked_out(1, {{{{0, 1}}, -large}}), Values{-large});
  EXPECT_EQ(worked_out(2, {{{{0, 1}, {1, 1}}, large}, {{{0, 1}, {1, -1}}, large}}), (Values{large, 0}));
}

TEST(Elimination, equations_that_follow_from_others_add_nothing) {
  const Equation first{{{0, 1}, {1, 1}}, 5}, second{{{1, 1}, {2, 1}}, 6};
  const Equation both{{{0, 1}, {1, 2}, {2, 1}}, 11};
  EXPECT_EQ(worked_out(3, {first, second, both, first, both}), Values(3));
  EXPECT_EQ(worked_out(3, {first, second, both, {{{0, 1}, {2, 1}}, 3}, first}), (Values{1, 4, 2}));
}

// The second implementation: fractions of any size, dense, one column after another.
Values by_fractions(const Attack& attack) {
  using Fraction = boost::multiprecision::cpp_rational;
  const std::size_t unknowns = attack.unknowns.size();
  std::vector<std::vector<Fraction>> rows;
  for (const Equation& equation : attack.equations) {
    std::vector<Fraction> row(unknowns + 1);
    for (const Term& term : equation.terms) row[term.of] = term.times;
    row[unknowns] = equation.sum;
    rows.push_back(row);
  }
  std::size_t done = 0;
  for (std::size_t column = 0; column < unknowns && done < rows.size(); ++column) {
    std::size_t pivot = done;
    while (pivot < rows.size() && rows[pivot][column] == 0) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[done], rows[pivot]);
    const Fraction lead = rows[done][column];
    for (Fraction& entry : rows[done]) entry /= lead;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Fraction times = rows[i][column];
      if (i == done || times == 0) continue;
      for (std::size_t j = 0; j <= unknowns; ++j) rows[i][j] -= times * rows[done][j];
    }
    ++done;
  }
  Values values(unknowns);
  for (const auto& row : rows) {
    std::vector<std::size_t> held;
    for (std::size_t j = 0; j < unknowns; ++j) {
      if (row[j] != 0) held.push_back(j);
    }
    if (held.size() != 1) continue;
    const Fraction value = row[unknowns] / row[held.front()];
    values[held.front()] = boost::multiprecision::numerator(value).convert_to<std::int64_t>();
  }
  return values;
}

TEST(Elimination, agrees_with_elimination_in_fractions_on_random_equations) {
  Random random(1);
  std::size_t given = 0, open = 0;
  for (int trial = 0; trial < 2'000; ++trial) {
    const std::int64_t most = trial % 10 == 0 ? 1'000'000'000'000 : 40;
    Attack attack{std::vector<Unknown>(random.between(1, 12)), {}};
    std::vector<std::int64_t> truth(attack.unknowns.size());
    for (std::int64_t& value : truth) value = random.people(most) - (trial % 3 == 0 ? most / 2 : 0);
    for (std::size_t i = random.between(1, 12); i > 0; --i) {
      Equation equation;
      for (std::size_t of = 0; of < truth.size(); ++of) {
        const std::int64_t times = random.one_in(3) ? random.people(6) - 3 : 0;
        if (times == 0) continue;
        equation.terms.push_back({of, times});
        equation.sum += times * truth[of];
      }
      std::ranges::reverse(equation.terms);  // the order of terms means nothing
      attack.equations.push_back(std::move(equation));
    }
    const Values found = disclosure::worked_out(attack);
    ASSERT_EQ(found, by_fractions(attack)) << "trial " << trial;
    for (std::size_t i = 0; i < truth.size(); ++i) {
      ASSERT_EQ(found[i].value_or(truth[i]), truth[i]) << "trial " << trial;
      ++(found[i] ? given : open);
    }
  }
  EXPECT_GT(given, 2'000U);
  EXPECT_GT(open, 2'000U);
}

TEST(Elimination, agrees_with_elimination_in_fractions_on_random_tables) {
  Random random(2);
  for (int trial = 0; trial < 400; ++trial) {
    const std::vector<Dimension> dimensions{two_levels(4, 2), flat(random.between(2, 4))};
    Joint joint = table(dimensions, random_people(random, dimensions, 9));
    withhold_some(joint, random, 3);
    const Faced all = faced(joint);
    ASSERT_EQ(disclosure::worked_out(all.attack), by_fractions(all.attack)) << "trial " << trial;
  }
}

}  // namespace
}  // namespace eqr::disclosure::tests
