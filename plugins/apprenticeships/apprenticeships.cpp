#include "apprenticeships.hpp"

#include "profile.hpp"
#include "starts.hpp"
#include "target.hpp"

namespace eqr::apprenticeships {

Draft Apprenticeships::draft(const Context& context) const {
  Draft draft;
  if (const Document* starts = context.document("starts")) add_starts(context, *starts, draft);
  if (const Document* target = context.document("target")) add_target(context, *target, draft);
  if (const Document* profile = context.document("profile")) add_profile(context, *profile, draft);
  return draft;
}

}  // namespace eqr::apprenticeships

EQR_THEME(eqr::apprenticeships::Apprenticeships)
