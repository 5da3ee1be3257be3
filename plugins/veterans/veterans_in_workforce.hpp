// The workforce section: staff who served in the armed forces, from the characteristic `veteran`.
//
// Table `veterans-in-workforce`: a row for each group; headcount, percentage of all staff and, where the
// characteristic has undeclared groups, of those who declared; last year's percentage and the change.
// Figures: `workforce.<group>.count`, `.percent`, `workforce.declaration-rate`.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::veterans {

void add_veterans_in_workforce(const Context& context, const PeopleInput& staff, Draft& draft);

}  // namespace eqr::veterans
