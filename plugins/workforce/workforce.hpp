// The workforce theme: who works for the organisation, and what women and men are paid.
//
// Inputs (roles): `staff`, people or counted figures; optional `pay-gap`, a table of figures, `history`,
// shares of earlier reports, and `population`, who lives in the area. Sections: `profile` (a table for each
// characteristic, and how many staff declared), `grade` (sex and ethnicity by grade), `movement` (who joined
// and left), `history` (over the years), `population` (beside the local population), `pay-gap` (SI 2017/353
// Schedule 1), `pay-gap-by-group` (by ethnicity, disability and so on, where a setting asks for it).
//
// One basis throughout: a "percent" is of all staff, those who have not stated an answer included. Where a
// characteristic has undeclared groups, "percent-of-declared" stands beside it.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::workforce {

class Workforce final : public Theme {
 public:
  [[nodiscard]] Draft draft(const Context& context) const override;
};

}  // namespace eqr::workforce
