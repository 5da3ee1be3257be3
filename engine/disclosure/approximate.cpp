#include "disclosure/approximate.hpp"

#include <coin/ClpSimplex.hpp>
#include <coin/CoinPackedMatrix.hpp>

namespace eqr::disclosure {

std::optional<std::vector<double>> cheapest_point(const Attack& attack,
                                                  const std::vector<std::int64_t>& cost) {
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
  ClpSimplex clp;
  clp.setLogLevel(0);
  clp.loadProblem(matrix, least.data(), most.data(), prices.data(), sums.data(), sums.data());
  clp.dual();
  if (!clp.isProvenOptimal()) return std::nullopt;
  const double* point = clp.primalColumnSolution();
  return std::vector<double>(point, point + clp.getNumCols());
}

}  // namespace eqr::disclosure
