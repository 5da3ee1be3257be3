// The section of joining and leaving: starters, leavers and turnover in the year that ends with the snapshot
// date.
//
// Needs the derived characteristic `movement` (stayed, started, left, started-and-left) in staff records.
// Table `turnover`: a row for women and men, for the groups or unions `minority` and `white`, for disabled
// and not disabled staff, where the codebook has them, and all staff; columns `starters`, `leavers`,
// `starters-rate`, `turnover`. Rates are percentages of the average headcount of both ends of the year.
// Figures `turnover`, `starters-rate` and `turnover.<characteristic>.<group>`.
#pragma once

#include "eqr/theme.hpp"
#include "shares.hpp"

namespace eqr::workforce {

void add_movement(const Staff& staff, Draft& draft);

}  // namespace eqr::workforce
