// The apprenticeships theme.
//
// Inputs (roles), each optional: `starts` and `target`, tables of figures; `profile`, a table. Sections:
// `starts` (enrolled, newly recruited, in the pipeline; share from minority ethnic groups against the aim),
// `target` (Public Sector Apprenticeship Targets Regulations 2017, SI 2017/513), `profile` (who they are).
#pragma once

#include "eqr/theme.hpp"

namespace eqr::apprenticeships {

class Apprenticeships final : public Theme {
 public:
  [[nodiscard]] Draft draft(const Context& context) const override;
};

}  // namespace eqr::apprenticeships
