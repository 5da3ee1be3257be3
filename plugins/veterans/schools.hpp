// The schools section: school places for children of service families.
//
// Every row of the figures is shown, numbers of one kind in one table: `schools-people`, `schools-things`,
// `schools-percent` and so on. With both `applications` and `admissions`, the share admitted is worked out.
// Figures: `schools.<id>` for each row, and `schools.admissions.percent`.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::veterans {

void add_schools(const Context& context, const Document& schools, Draft& draft);

}  // namespace eqr::veterans
