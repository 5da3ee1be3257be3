// Which further cells to withhold, so that nobody can work out the protected ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "disclosure/joint.hpp"
#include "disclosure/neighbourhood.hpp"
#include "disclosure/witness.hpp"

namespace eqr::disclosure {

// Withholds published cells of the joint system, as cheaply as it finds, until every protected cell has an
// interval of at least `width` whole numbers between its ends.
//
// For a protected cell whose interval is too narrow, a linear program looks for the cheapest way in which the
// cell could be larger, or smaller, and everything published stay the same but for the cells it changes:
// those are withheld (Kelly, Golden and Assad 1992; Massell 2001). Afterwards each cell so withheld is
// published again where all protected cells stay wide enough without it, the dearest first.
//
// A protected cell that no pattern protects, because all that could is never to be withheld, stays as it is:
// an audit tells.
struct Secondary {
  std::vector<std::size_t> withheld;  // cells, ascending
  Witnesses witnesses;                // of the protected cells, for the audit to check
};
Secondary withhold_secondary(Joint& joint, std::int64_t width);

// What completions near a cell show of its interval: at least `width` wide if they do, else all that was
// found. Not exact: the whole interval may be wider.
[[nodiscard]] Interval proven_interval(const Joint& joint, const RelationsOfCells& relations_of,
                                       const Settled& settled, std::size_t cell, std::int64_t width);

}  // namespace eqr::disclosure
