// The profile section: a table and figures for each characteristic, and a table of declaration rates.
//
// Table `<characteristic>`: a row for each group, the undeclared ones last; then, set apart, the unions the
// codebook names (such as `minority`), everyone who declared, and all staff. Columns `group`, `headcount`,
// `percent` (of all staff), `percent-of-declared` (only where the characteristic has undeclared groups),
// `last-year-percent` and `change` (percentage points; only with last year).
// Ethnicity is shown by broad groups first, and by the groups of the list in `ethnicity-detailed`.
//
// Figures: `headcount`; `<characteristic>.<group>.count`, `.percent`, `.percent-of-declared`, for groups and
// unions; `<characteristic>.declaration-rate`.
#pragma once

#include <string>
#include <vector>

#include "eqr/theme.hpp"
#include "shares.hpp"

namespace eqr::workforce {

struct ProfileChoice {
  std::vector<std::string> characteristics;      // ids, in the order to be shown
  std::vector<std::string> broad_ethnic_groups;  // groups or unions that together are all who declared
};

// Throws ThemeFault for a characteristic that neither the codebook nor this theme knows.
void add_profile(const Staff& staff, const ProfileChoice& choice, Draft& draft);

}  // namespace eqr::workforce
