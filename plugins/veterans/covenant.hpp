// The covenant section: what was pledged, and how far each area is.
//
// Table `pledges`: a row for each pledge, with the columns the input has. Table `progress`: a row for each
// area, a column for each word of progress, the number of pledges in each. Rows are pledges, which are
// things; `people_helped` counts people and is protected by the engine like any other count.
// Figures: `pledges.count`, `pledges.<area>.count`, `progress.<word>.count`, `people-helped.<area>`.
#pragma once

#include <string>
#include <vector>

#include "eqr/theme.hpp"

namespace eqr::veterans {

// `areas` are shown first and even without a pledge; further ones follow in the order of the table. Throws
// ThemeFault for a pledge without an area or progress, and when two areas, or two words of progress, differ
// only in punctuation or capitals.
void add_covenant(const Context& context, const Document& covenant, const std::vector<std::string>& areas,
                  Draft& draft);

}  // namespace eqr::veterans
