#include "disclosure/approximate.hpp"

#include <coin/ClpSimplex.hpp>
#include <coin/CoinPackedMatrix.hpp>

#include <cmath>

namespace eqr::disclosure {
namespace {

class Program {
 public:
  Program(const Attack& attack, const std::vector<std::int64_t>& cost) {
    std::vector<int> rows, columns;
    std::vector<double> entries, sums;
    for (const Equation& equation : attack.equations) {
      for (const Term& term : equation.terms) {
        rows.push_back(static_cast<int>(sums.size()));
        columns.push_back(static_cast<int>(term.of));
        entries.push_back(static_cast<double>(term.times));
      }
      sums.push_back(static_cast<double>(equation.sum));
    }
    CoinPackedMatrix matrix(true, rows.data(), columns.data(), entries.data(),
                            static_cast<CoinBigIndex>(entries.size()));
    matrix.setDimensions(static_cast<int>(sums.size()), static_cast<int>(attack.unknowns.size()));
    std::vector<double> least, most;
    for (const Unknown& unknown : attack.unknowns) {
      least.push_back(static_cast<double>(unknown.least));
      most.push_back(unknown.most ? static_cast<double>(*unknown.most) : COIN_DBL_MAX);
    }
    const std::vector<double> prices(cost.begin(), cost.end());
    m_clp.setLogLevel(0);
    m_clp.loadProblem(matrix, least.data(), most.data(), prices.data(), sums.data(), sums.data());
  }

  [[nodiscard]] bool solve() {
    m_clp.dual();
    return m_clp.isProvenOptimal();
  }
  [[nodiscard]] std::vector<double> point() const {
    const double* found = m_clp.primalColumnSolution();
    return {found, found + m_clp.getNumCols()};
  }

  // Fixes one unknown after the other at the whole number next to it, the nearest first, and solves again.
  // Whether all are whole in the end.
  [[nodiscard]] bool dive() {
    for (int fixed = 0; fixed < most_fixed; ++fixed) {
      const auto next = nearest_fraction();
      if (!next) return true;
      const double value = m_clp.primalColumnSolution()[*next], whole = std::round(value);
      const double least = m_clp.getColLower()[*next], most = m_clp.getColUpper()[*next];
      m_clp.setColumnBounds(*next, whole, whole);
      if (solve()) continue;
      // Not there; so on the other side.
      if (whole > value) {
        m_clp.setColumnBounds(*next, least, whole - 1);
      } else {
        m_clp.setColumnBounds(*next, whole + 1, most);
      }
      if (!solve()) return false;
    }
    return false;
  }

 private:
  static constexpr int most_fixed = 60;
  static constexpr double hardly = 1e-6;

  [[nodiscard]] std::optional<int> nearest_fraction() const {
    std::optional<int> nearest;
    double distance = 1;
    const double* found = m_clp.primalColumnSolution();
    for (int i = 0; i < m_clp.getNumCols(); ++i) {
      const double from_whole = std::abs(found[i] - std::round(found[i]));
      if (from_whole < hardly || from_whole >= distance) continue;
      distance = from_whole;
      nearest = i;
    }
    return nearest;
  }

  ClpSimplex m_clp;
};

}  // namespace

std::optional<std::vector<double>> cheapest_point(const Attack& attack,
                                                  const std::vector<std::int64_t>& cost) {
  Program program(attack, cost);
  if (!program.solve()) return std::nullopt;
  return program.point();
}

std::optional<std::vector<double>> whole_point(const Attack& attack, const std::vector<std::int64_t>& cost) {
  Program program(attack, cost);
  if (!program.solve() || !program.dive()) return std::nullopt;
  return program.point();
}

}  // namespace eqr::disclosure
