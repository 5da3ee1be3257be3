// The profile section: who the apprentices are.
//
// The table has a row for each group of each breakdown ("Level", "Intermediate", 18); which breakdowns and
// groups there are is for the supplier to say. Each breakdown becomes the table `profile-<breakdown>`, in the
// order of the file, with a total. Figures `profile.<breakdown>.<group>.count` and `.percent`.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::apprenticeships {

// Throws ThemeFault for an empty breakdown or group, and for a group that stands twice in a breakdown.
void add_profile(const Context& context, const Document& profile, Draft& draft);

}  // namespace eqr::apprenticeships
