#include "workforce.hpp"

#include "grades.hpp"
#include "group_pay_gaps.hpp"
#include "history.hpp"
#include "movement.hpp"
#include "pay_gap.hpp"
#include "population.hpp"
#include "profile.hpp"
#include "shares.hpp"

namespace eqr::workforce {
namespace {

ProfileChoice profile_choice(const nlohmann::json& settings) {
  return {settings.at("characteristics").get<std::vector<std::string>>(),
          settings.at("broad-ethnic-groups").get<std::vector<std::string>>()};
}

}  // namespace

Draft Workforce::draft(const Context& context) const {
  Draft draft;
  const PeopleInput* records = context.people("staff");
  if (records != nullptr) {
    const Staff staff(context, *records);
    add_profile(staff, profile_choice(context.settings), draft);
    add_grades(staff, draft);
    add_movement(staff, draft);
    if (const Document* history = context.document("history")) add_history(staff, *history, draft);
    if (const Document* population = context.document("population"))
      add_population(staff, *population, draft);
  }
  add_pay_gap(context, records, context.document("pay-gap"), draft);
  if (records != nullptr) {
    add_group_pay_gaps(Staff(context, *records),
                       context.settings.at("pay-gaps").get<std::vector<std::string>>(), draft);
  }
  return draft;
}

}  // namespace eqr::workforce

EQR_THEME(eqr::workforce::Workforce)
