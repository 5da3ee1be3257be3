// What a chart shows, in words.
#pragma once

#include <string>

#include "report/model/report.hpp"

namespace eqr::render::charts {

// For people who do not see the chart: what kind it is, what it compares, and the largest and smallest
// published values as they are printed. Of rows without a published value it says only how many there are;
// it never places them above or below the others.
[[nodiscard]] std::string text_alternative(const report::Chart& chart, const report::Table& table);

}  // namespace eqr::render::charts
