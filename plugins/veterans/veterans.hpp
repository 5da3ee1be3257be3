// The veterans theme: the Armed Forces Covenant in the organisation's services and workforce.
//
// Inputs (roles), each optional: `covenant`, a table of pledges; `schools`, figures about service children;
// `staff`, whose characteristic `veteran` says who served. Sections: `covenant`, `schools`, `workforce`.
//
// The covenant duty (Armed Forces Act 2006 s343AA, in force from November 2022) names healthcare, education
// and housing; organisations pledge more, and named other areas before it. Areas are therefore whatever the
// table says.
#pragma once

#include "eqr/theme.hpp"

namespace eqr::veterans {

class Veterans final : public Theme {
 public:
  [[nodiscard]] Draft draft(const Context& context) const override;
};

}  // namespace eqr::veterans
