// What is withheld for its own sake.
#pragma once

#include "disclosure/publication.hpp"

namespace eqr::disclosure {

// Withholds, in a system whose shown cells are all published:
//   - counts of 1 to threshold - 1 people;
//   - of a sensitive characteristic, the group in which everybody is whom another table line is about (to
//     know somebody as one of them is to know it of them), and, where the policy says so, the group in
//     which nobody is;
//   - what the policy names, what last year's report withheld.
// Cells that are shown nowhere are protected alike. What is public already, and what a percentage required by
// law tells, is known to every reader and can no longer be protected.
void withhold_primary(System& system, const Publication& publication, const Policy& policy);

}  // namespace eqr::disclosure
