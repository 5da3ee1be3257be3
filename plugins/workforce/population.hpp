// The section that sets staff beside the local population.
//
// Table `population`: a row for each declared group of the population document whose characteristic and group
// the codebook has, by id or by label; columns `group`, `staff` (percent of those who declared), `population`
// (percent of those who declared) and `difference` (percentage points, of the two as printed). Both are
// shares of those who declared: in a census nearly everybody has. Chart `population-chart`, a dot range.
// Nothing where no group is in both.
#pragma once

#include "eqr/theme.hpp"
#include "shares.hpp"

namespace eqr::workforce {

void add_population(const Staff& staff, const Document& population, Draft& draft);

}  // namespace eqr::workforce
