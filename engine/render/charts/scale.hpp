// Where gridlines stand: at round numbers, and never more than ten of them.
#pragma once

#include <vector>

#include "numbers/exact.hpp"

namespace eqr::render::charts {

struct Scale {
  double low = 0;                           // the first gridline, at or below zero
  double high = 1;                          // the last one, above `low`
  std::vector<numbers::Decimal> gridlines;  // from low to high
};

// From `least` to `most`, both widened to take in zero, in steps of 1, 2 or 5 times a power of ten, with at
// most `most_gridlines` (3 to 10) lines.
[[nodiscard]] Scale scale_for(double least, double most, bool whole_numbers, int most_gridlines);

}  // namespace eqr::render::charts
