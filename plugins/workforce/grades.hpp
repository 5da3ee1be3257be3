// The grade section: who is at which grade, by sex and by ethnicity.
//
// Needs the characteristic `grade`. Tables `grade-by-sex` (with `sex`: a count column and a share column for
// women and for men) and `grade-by-ethnicity` (with the groups or unions `minority` and `white`). Shares are
// of all staff at the grade. Figures `grade.<grade>.female.percent`, `grade.<grade>.minority.percent` and so
// on. A counted input holds no such crossing, so there is no section for one.
#pragma once

#include "eqr/theme.hpp"
#include "shares.hpp"

namespace eqr::workforce {

void add_grades(const Staff& staff, Draft& draft);

}  // namespace eqr::workforce
