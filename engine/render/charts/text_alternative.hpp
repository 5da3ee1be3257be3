// What a chart shows, in words.
#pragma once

#include <string>

#include "report/model/report.hpp"

namespace eqr::render::charts {

// For people who do not see the chart. First its message, with values as they are printed: the largest and
// the smallest published value, and where last year's values stand beside them how each changed; how far a
// line went from its first to its last published value; in how many groups a dot is above or below what it is
// set against, and where they are furthest apart. Then what kind of chart it is. Of rows without a published
// value it says only how many there are; it never places them above or below the others.
[[nodiscard]] std::string text_alternative(const report::Chart& chart, const report::Table& table);

}  // namespace eqr::render::charts
