// Theme 1 of the Public Sector Equality Duty: eliminating discrimination, harassment and victimisation
// (Equality Act 2010, section 149(1)(a)). What each table means stands in README.md.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::eliminating_discrimination {

class EliminatingDiscrimination final : public Theme {
 public:
  // Sections `vulnerable`, `policy` and `training`; a section whose inputs are all absent is left out.
  [[nodiscard]] Draft draft(const Context& context) const override;
};

}  // namespace eqr::eliminating_discrimination
