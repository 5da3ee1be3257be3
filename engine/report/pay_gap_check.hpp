// The gender pay gap that a report prints, against the rules of the government's service.
//
// Looked at are the figures of a theme that are named as the workforce theme names them: pay-gap.mean,
// .median, .mean-bonus, .median-bonus, .bonus-paid.women, .bonus-paid.men, .quarter-1.women to
// .quarter-4.men. Rules about figures that are required apply where the theme has them at all: a report may
// state one gap.
#pragma once

#include <vector>

#include "measures/evaluate.hpp"
#include "problems/problem.hpp"
#include "report/material.hpp"

namespace eqr::report {

// One problem for each broken rule, with its id; `snapshot_year` is the report's.
[[nodiscard]] std::vector<problems::Problem> pay_gap_problems(const std::vector<ThemeMaterial>& themes,
                                                              const measures::Evaluator& evaluator,
                                                              int snapshot_year);

}  // namespace eqr::report
