// Pay gaps by characteristics other than sex: what the law does not ask for yet, and the government proposes
// for ethnicity and disability (CP 1542, March 2026) by the definitions of SI 2017/353.
//
// A choice "ethnicity:white" compares every other group of `ethnicity` with `white`: the unions of the
// codebook when the reference is one (minority against white, then each broad group), otherwise the declared
// groups and then the unions. Undeclared staff stand on neither side. Groups of fewer people than the
// policy's smallest pay group are withheld.
//
// Section `pay-gap-by-group` with a table `pay-gap-<characteristic>` for each choice: columns `group`,
// `mean`, `median` and, where records hold bonus pay, `mean-bonus`, `median-bonus`. Figures
// `pay-gap.<characteristic>.<group>.mean` and so on.
#pragma once

#include <string>
#include <vector>

#include "eqr/theme.hpp"
#include "shares.hpp"

namespace eqr::workforce {

// Nothing is added where the records hold no hourly pay, or for a characteristic that the codebook does not
// have. Throws ThemeFault for a choice that is not "characteristic:group", or a group that is not there.
void add_group_pay_gaps(const Staff& staff, const std::vector<std::string>& choices, Draft& draft);

}  // namespace eqr::workforce
