// Theme 2 of the Public Sector Equality Duty: advancing equality of opportunity between people who share a
// protected characteristic and people who do not (Equality Act 2010, section 149(1)(b)). What each table
// means stands in README.md.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::advancing_opportunity {

class AdvancingOpportunity final : public Theme {
 public:
  // Sections `digital`, `service-users`, `objectives`, `recruitment` and `adjustments`; a section whose
  // inputs are absent is left out. Throws ThemeFault for tables that contradict themselves.
  [[nodiscard]] Draft draft(const Context& context) const override;
};

}  // namespace eqr::advancing_opportunity
