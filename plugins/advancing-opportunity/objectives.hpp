// Equality objectives: where each began, where it should get to, where it is, and which way it goes.
//
// A public body must publish one or more specific and measurable objectives at least every four years
// (SI 2017/353, regulation 5).
#pragma once

#include <string>

#include "eqr/theme.hpp"

namespace eqr::advancing_opportunity {

// The way an objective goes, in words: "Target met", "Improving", "No change", "Getting worse", "Not yet
// measured", "No baseline", "Direction not stated". The three numbers are as supplied and may be empty;
// `better` is `higher`, `lower` or empty, which means towards the target.
[[nodiscard]] std::string direction(const std::string& baseline, const std::string& target,
                                    const std::string& latest, const std::string& better);

// A table `objectives-<unit>` for each unit, and figures `objectives.<id>.baseline`, `.target`, `.latest`.
// Throws ThemeFault for a word in the column `better` that is neither `higher` nor `lower`, and for an id
// that is empty or given twice.
void add_objectives(const Document& objectives, const Context& context, Draft& draft, Section& section);

}  // namespace eqr::advancing_opportunity
