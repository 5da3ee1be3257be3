// Who uses services, beside who lives in the area: a table and a chart for each characteristic.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::advancing_opportunity {

// Tables `service-users-<characteristic>`: share of service users, share of the population, and the first
// less the second in percentage points. `population` may be null: then only the first share is there.
// Figures `service-users.<characteristic>.<group>.percent`, `.population-percent` and `.difference`.
void add_service_users(const Document& service_users, const Document* population, const Context& context,
                       Draft& draft, Section& section);

}  // namespace eqr::advancing_opportunity
