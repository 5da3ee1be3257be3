// The part "Accessibility and other formats": whom to ask, which formats there are, what does not work yet.
//
// What accessibility statements of public bodies say (SI 2018/952, regulation 8), as far as it is about one
// document. Only what the run file offers is offered.
#pragma once

#include <vector>

#include "report/model/report.hpp"

namespace eqr::report {

// Of the report's contact and Accessibility; never empty.
[[nodiscard]] std::vector<Block> accessibility_blocks(const Report& report);

}  // namespace eqr::report
