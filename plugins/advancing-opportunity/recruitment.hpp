// Recruitment by characteristic: people at each stage, how many of them go on, and how likely a group is to
// be appointed compared with another.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::advancing_opportunity {

// Tables `recruitment-<characteristic>` and figures `recruitment.<characteristic>.<group>.…`.
//   Shortlisted   100 x shortlisted / applied
//   Appointed     100 x appointed / shortlisted
//   Likelihood    a group's appointed rate divided by that of the comparison group: 1 is equal, below 1 is
//                 less likely. The comparison group is the one marked `yes` in the column `comparison`, or
//                 else the first that is declared. The Workforce Race Equality Standard (indicator 2) divides
//                 the other way round, White by Black and minority ethnic; the direction stands in the
//                 header.
// Throws ThemeFault when two groups of a characteristic are marked as the comparison group.
void add_recruitment(const Document& recruitment, const Context& context, Draft& draft, Section& section);

}  // namespace eqr::advancing_opportunity
