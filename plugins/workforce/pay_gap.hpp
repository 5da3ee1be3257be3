// The pay gap section, as SI 2017/353 Schedule 1 asks for it: mean and median gap in hourly pay (paragraphs 8
// and 9), the bonus measures (10 to 12) and pay quarters (13).
//
// Hourly pay comes from the staff records when they hold it, otherwise from the `pay-gap` figures: ids
// `mean-gap`, `median-gap` (also with `-last-year`), `women-q1` to `women-q4` (1 is the lower quarter),
// `men-q1` to `men-q4`. Bonus pay likewise: from records that hold it and the derived column `bonus`,
// otherwise from the figures `mean-bonus-gap`, `median-bonus-gap`, `women-bonus`, `men-bonus`. All are
// percentages; a gap is positive when women are paid less.
#pragma once

#include "eqr/theme.hpp"
#include "shares.hpp"

namespace eqr::workforce {

// `staff` and `supplied` may each be null; with neither there is no section.
void add_pay_gap(const Context& context, const PeopleInput* staff, const Document* supplied, Draft& draft);

}  // namespace eqr::workforce
