#include "veterans.hpp"

#include <string>
#include <vector>

#include "covenant.hpp"
#include "schools.hpp"
#include "veterans_in_workforce.hpp"

namespace eqr::veterans {

Draft Veterans::draft(const Context& context) const {
  Draft draft;
  if (const Document* covenant = context.document("covenant")) {
    add_covenant(context, *covenant, context.settings.at("areas").get<std::vector<std::string>>(), draft);
  }
  if (const Document* schools = context.document("schools")) add_schools(context, *schools, draft);
  if (const PeopleInput* staff = context.people("staff")) add_veterans_in_workforce(context, *staff, draft);
  return draft;
}

}  // namespace eqr::veterans

EQR_THEME(eqr::veterans::Veterans)
