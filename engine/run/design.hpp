// How the organisation looks: its colours, checked and where need be mended.
#pragma once

#include <vector>

#include "problems/problem.hpp"
#include "report/model/report.hpp"
#include "run/run_file.hpp"

namespace eqr::run {

struct Designed {
  report::Design design;  // every pair that holds text has the contrast that it needs
  // Pairs of the run file that had too little: both ratios, and the shade that a draft takes. A final edition
  // is refused.
  std::vector<problems::Problem> findings;
};

// Text without a colour of its own on the organisation's is white or black. The accent, on white and on the
// palest greys, is as chosen or a shade of the organisation's colour; on dark pages a light shade of it.
[[nodiscard]] Designed designed(const DesignSettings& settings);

}  // namespace eqr::run
