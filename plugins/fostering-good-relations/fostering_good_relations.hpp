// Theme 3 of the Public Sector Equality Duty: fostering good relations between people who share a protected
// characteristic and people who do not (Equality Act 2010, section 149(1)(c)). What each table means stands
// in README.md.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::fostering_good_relations {

class FosteringGoodRelations final : public Theme {
 public:
  // Sections `forum`, `partnerships`, `early-help` and `calendar`; a section whose inputs are absent is left
  // out.
  [[nodiscard]] Draft draft(const Context& context) const override;
};

}  // namespace eqr::fostering_good_relations
