// Intervals against two other ways to them: going through all completions one by one, and linear programs
// in floating point.
#include <gtest/gtest.h>

#include <cmath>
#include <coin/ClpSimplex.hpp>
#include <coin/CoinPackedMatrix.hpp>

#include "disclosure/intervals.hpp"
#include "unit/disclosure/enumeration.hpp"
#include "unit/disclosure/tables.hpp"

namespace eqr::disclosure::tests {
namespace {

// The least of cost x value over an attack's completions, fractions allowed.
class FloatingPoint {
 public:
  explicit FloatingPoint(const Attack& attack) {
    m_clp.setLogLevel(0);
    m_clp.resize(0, static_cast<int>(attack.unknowns.size()));
    for (std::size_t i = 0; i < attack.unknowns.size(); ++i) {
      const Unknown& unknown = attack.unknowns[i];
      m_clp.setColumnBounds(static_cast<int>(i), static_cast<double>(unknown.least),
                            unknown.most ? static_cast<double>(*unknown.most) : COIN_DBL_MAX);
    }
    for (const Equation& equation : attack.equations) {
      std::vector<int> columns;
      std::vector<double> entries;
      for (const Term& term : equation.terms) {
        columns.push_back(static_cast<int>(term.of));
        entries.push_back(static_cast<double>(term.times));
      }
      const auto sum = static_cast<double>(equation.sum);
      m_clp.addRow(static_cast<int>(columns.size()), columns.data(), entries.data(), sum, sum);
    }
  }

  // No `high` where the program has no bound. Rounded inwards.
  Interval of(std::size_t unknown) {
    Interval interval{static_cast<std::int64_t>(std::ceil(least(unknown, 1) - 1e-6)), {}, true};
    const double most = -least(unknown, -1);
    if (!m_clp.isProvenDualInfeasible()) interval.high = static_cast<std::int64_t>(std::floor(most + 1e-6));
    return interval;
  }

 private:
  double least(std::size_t unknown, double sign) {
    for (int i = 0; i < m_clp.numberColumns(); ++i) m_clp.setObjectiveCoefficient(i, 0);
    m_clp.setObjectiveCoefficient(static_cast<int>(unknown), sign);
    m_clp.primal();
    return m_clp.objectiveValue();
  }

  ClpSimplex m_clp;
};

// How many attacks could be gone through, and of their unknowns how many are known and how many have a
// narrower interval in whole numbers than in fractions.
struct Compared {
  int attacks = 0, known = 0, narrower = 0;
};

void compare(const Attack& attack, const Completion& truth, Compared& compared) {
  const Enumeration all(attack);
  if (!all.is_whole()) return;
  ++compared.attacks;
  const auto wanted = numbers(0, attack.unknowns.size());
  for (const auto& start : {std::optional<Completion>(truth), std::optional<Completion>()}) {
    const auto found = intervals(attack, wanted, start);
    for (const std::size_t i : wanted) {
      ASSERT_TRUE(found[i]);
      ASSERT_EQ(*found[i], (Interval{all.low[i], all.high[i], true}))
          << "unknown " << i << ", " << all.low[i] << " to " << all.high[i] << ", found " << found[i]->low
          << " to " << found[i]->high.value_or(-1) << ", exact " << found[i]->is_exact;
    }
  }
  for (const std::size_t i : wanted) compared.known += all.low[i] == all.high[i] ? 1 : 0;
  if (compared.attacks % 4 != 0) return;
  FloatingPoint second(attack);
  for (const std::size_t i : wanted) {
    compared.narrower += second.of(i) != Interval{all.low[i], all.high[i], true} ? 1 : 0;
  }
}

// Without bounds of their own, unknowns can be enumerated only up to some number; the reader knows it too.
void compare(Joint joint, std::int64_t most, Compared& compared) {
  for (JointCell& cell : joint.cells) cell.known.most = std::max(most, cell.people);
  const Faced all = faced(joint);
  compare(all.attack, all.people, compared);
}

TEST(IntervalsSecondOpinion, tables_of_two_dimensions_agree_with_all_completions) {
  Random random(11);
  Compared compared;
  for (int trial = 0; trial < 1'500 && !HasFatalFailure(); ++trial) {
    const std::vector<Dimension> dimensions{flat(random.between(1, 4)), flat(random.between(1, 4))};
    Joint joint = table(dimensions, random_people(random, dimensions, 4));
    withhold_some(joint, random, random.between(2, 4));
    compare(joint, 9, compared);
  }
  EXPECT_GT(compared.attacks, 1'200);
  EXPECT_GT(compared.known, 100);
  EXPECT_EQ(compared.narrower, 0);  // such tables have no fractions
}

TEST(IntervalsSecondOpinion, hierarchies_agree_with_all_completions) {
  Random random(12);
  Compared compared;
  for (int trial = 0; trial < 1'000 && !HasFatalFailure(); ++trial) {
    const std::vector<Dimension> dimensions{two_levels(4, random.between(1, 3)), flat(random.between(1, 3))};
    Joint joint = table(dimensions, random_people(random, dimensions, 4));
    withhold_some(joint, random, random.between(2, 4));
    compare(joint, 9, compared);
  }
  EXPECT_GT(compared.attacks, 800);
}

TEST(IntervalsSecondOpinion, linked_tables_agree_with_all_completions) {
  Random random(13);
  Compared compared;
  for (int trial = 0; trial < 1'000 && !HasFatalFailure(); ++trial) {
    const std::vector<Dimension> dimensions{flat(2), flat(random.between(2, 3)), flat(2)};
    Joint joint = table(dimensions, random_people(random, dimensions, 3), 1);
    withhold_some(joint, random, random.between(2, 4));
    for (JointCell& cell : joint.cells) {  // a sub-total that no table has links those that are shown
      if (random.one_in(8)) cell.status = Status::unshown;
    }
    compare(joint, 9, compared);
  }
  EXPECT_GT(compared.attacks, 600);
}

TEST(IntervalsSecondOpinion, two_years_agree_with_all_completions) {
  Random random(14);
  Compared compared;
  for (int trial = 0; trial < 1'000 && !HasFatalFailure(); ++trial) {
    Joint joint = two_years(random, random.between(1, 3), 4);
    withhold_some(joint, random, random.between(2, 3));
    compare(joint, 9, compared);
  }
  EXPECT_GT(compared.attacks, 700);
}

TEST(IntervalsSecondOpinion, equations_whose_best_points_are_fractions_agree_with_all_completions) {
  Random random(15);
  Compared compared;
  const std::vector<std::int64_t> coefficients{1, 1, -1, 2};
  for (int trial = 0; trial < 4'000 && !HasFatalFailure(); ++trial) {
    Attack attack{std::vector<Unknown>(random.between(2, 7)), {}};
    Completion truth(attack.unknowns.size());
    for (std::size_t i = 0; i < truth.size(); ++i) {
      truth[i] = random.people(4);
      attack.unknowns[i] = {truth[i] > 0 && random.one_in(4) ? 1 : 0, 5};
    }
    for (std::size_t i = random.between(1, 5); i > 0; --i) {
      Equation equation;
      for (std::size_t of = 0; of < truth.size(); ++of) {
        if (!random.one_in(2)) continue;
        equation.terms.push_back({of, coefficients[random.below(4)]});
        equation.sum += equation.terms.back().times * truth[of];
      }
      attack.equations.push_back(std::move(equation));
    }
    compare(attack, truth, compared);
  }
  EXPECT_GT(compared.attacks, 3'500);
  EXPECT_GT(compared.narrower, 100);
}

TEST(IntervalsSecondOpinion, tables_of_two_dimensions_agree_with_floating_point) {
  Random random(16);
  for (int trial = 0; trial < 250; ++trial) {
    const std::vector<Dimension> dimensions{flat(random.between(2, 8)), flat(random.between(2, 8))};
    Joint joint = table(dimensions, random_people(random, dimensions, trial % 2 == 0 ? 20 : 5'000));
    withhold_some(joint, random, random.between(2, 4));
    const Faced all = faced(joint);
    FloatingPoint second(all.attack);
    const auto wanted = numbers(0, all.cells.size());
    const auto found =
        intervals(all.attack, wanted, trial % 3 == 0 ? std::nullopt : std::optional(all.people));
    for (const std::size_t i : wanted) ASSERT_EQ(found[i], second.of(i)) << "trial " << trial;
  }
}

TEST(IntervalsSecondOpinion, of_three_dimensions_floating_point_encloses_the_interval) {
  Random random(17);
  for (int trial = 0; trial < 150; ++trial) {
    const std::vector<Dimension> dimensions{flat(random.between(2, 3)), flat(3), flat(random.between(2, 4))};
    Joint joint = table(dimensions, random_people(random, dimensions, 6), random.below(2));
    withhold_some(joint, random, random.between(2, 4));
    const Faced all = faced(joint);
    FloatingPoint second(all.attack);
    const auto wanted = numbers(0, all.cells.size());
    const auto found = intervals(all.attack, wanted, all.people);
    for (const std::size_t i : wanted) {
      const Interval wide = second.of(i);
      ASSERT_TRUE(found[i] && found[i]->is_exact) << "trial " << trial;
      ASSERT_GE(found[i]->low, wide.low) << "trial " << trial;
      ASSERT_EQ(found[i]->high.has_value(), wide.high.has_value()) << "trial " << trial;
      if (wide.high) {
        ASSERT_LE(*found[i]->high, *wide.high) << "trial " << trial;
      }
    }
  }
}

}  // namespace
}  // namespace eqr::disclosure::tests
