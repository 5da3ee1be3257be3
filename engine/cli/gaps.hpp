// How a command tells what is missing from a report.
#pragma once

#include "cli/command.hpp"
#include "run/run.hpp"

namespace eqr::cli {

// First every problem with its place and hint, then one line for each missing part: what, who owes it by
// when.
void tell(const run::Outcome& outcome, Surroundings& surroundings);

// What is there and readers would stumble over.
void tell_findings(const run::Outcome& outcome, Surroundings& surroundings);

}  // namespace eqr::cli
