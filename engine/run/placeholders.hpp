// Names in narratives, checked against what themes declare and then against what they delivered: both before
// any person's record is read.
#pragma once

#include <vector>

#include "problems/problem.hpp"
#include "run/receive.hpp"
#include "run/setup.hpp"

namespace eqr::run {

// Against facts and manifests. A name whose theme has no readable manifest cannot be checked and passes.
[[nodiscard]] std::vector<problems::Problem> check_declared(const Setup& setup, const Received& received);

// Against the drafts. A name is let pass when its theme, or an input of its theme, is missing: it is printed
// as [x] in the draft report.
[[nodiscard]] std::vector<problems::Problem> check_delivered(const std::vector<report::ThemeMaterial>& themes,
                                                             const Received& received);

}  // namespace eqr::run
