// Which measures of pay may not be published.
#pragma once

#include <map>

#include "disclosure/publication.hpp"

namespace eqr::disclosure {

using WithheldPay = std::map<tallies::Amount, std::map<tallies::Key, Reason>>;

// Pay and bonus of fewer people than the policy's smallest group, or mostly of one or two of them; and means
// that would tell such a one: the mean of all and the means of all others give a group's, since numbers and
// means make sums, and sums add up. A gap counts as telling both its means. What the law requires is
// published whatever the numbers, and every reader knows it.
[[nodiscard]] WithheldPay withheld_pay(const Publication& publication, const Policy& policy);

}  // namespace eqr::disclosure
