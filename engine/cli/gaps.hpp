// How a command tells what is missing from a report.
#pragma once

#include <vector>

#include "cli/command.hpp"
#include "report/model/report.hpp"

namespace eqr::cli {

// One warning for each: what, why, who owes it by when.
void tell(const std::vector<report::Gap>& gaps, Surroundings& surroundings);

}  // namespace eqr::cli
