// The starts section: how many apprentices there are, and whether they reflect the aim for ethnicity.
//
// Rows of the figures that are looked for (people): `enrolled` since the levy began, of those
// `newly-recruited`, and `in-pipeline`. Existing staff who became apprentices are the difference of the
// first two. For ethnicity: `minority` (people) or `minority-percent`, and `minority-aim`, else the setting
// of that name. A row that is not there is left out; one with an empty value is printed as not available.
//
// Tables `starts` and, with a share to compare, `minority`. Figures `starts.*` and `minority.*`.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::apprenticeships {

void add_starts(const Context& context, const Document& starts, Draft& draft);

}  // namespace eqr::apprenticeships
