#include "advancing_opportunity.hpp"

#include <string>
#include <utility>

#include "objectives.hpp"
#include "recruitment.hpp"
#include "service_users.hpp"
#include "eqr/supplied_figures.hpp"

namespace eqr::advancing_opportunity {
namespace {

void add_supplied(const std::string& role, const std::string& subject, const Context& context, Draft& draft,
                  Section& section) {
  const Document* figures = context.document(role);
  if (figures == nullptr) return;
  add_supplied_figures(*figures, role, draft);
  add_supplied_tables(*figures, all_rows(*figures), role, subject, context, draft, section);
}

// A level such as AA is a word, so it stands beside the figures, not among them.
void note_accessibility_level(const Context& context, Draft& draft, const Section& section) {
  const std::string level = context.settings.value("accessibility-level", std::string());
  if (level.empty() || section.tables.empty()) return;
  draft.tables.back().note(
      "Level of the Web Content Accessibility Guidelines that the website meets: " + level + ".");
}

}  // namespace

Draft AdvancingOpportunity::draft(const Context& context) const {
  Draft draft;
  Section digital{"digital", "Digital inclusion", {}, {}};
  add_supplied("digital", "Digital inclusion", context, draft, digital);
  note_accessibility_level(context, draft, digital);

  Section users{"service-users", "Service users and the local population", {}, {}};
  if (const Document* service_users = context.document("service-users")) {
    add_service_users(*service_users, context.document("population"), context, draft, users);
  }
  Section objectives{"objectives", "Equality objectives", {}, {}};
  if (const Document* supplied = context.document("objectives")) {
    add_objectives(*supplied, context, draft, objectives);
  }
  Section recruitment{"recruitment", "Recruitment", {}, {}};
  if (const Document* stages = context.document("recruitment")) {
    add_recruitment(*stages, context, draft, recruitment);
  }
  Section adjustments{"adjustments", "Reasonable adjustments", {}, {}};
  add_supplied("adjustments", "Reasonable adjustments", context, draft, adjustments);

  for (Section* section : {&digital, &users, &objectives, &recruitment, &adjustments}) {
    if (!section->tables.empty()) draft.sections.push_back(std::move(*section));
  }
  return draft;
}

}  // namespace eqr::advancing_opportunity

EQR_THEME(eqr::advancing_opportunity::AdvancingOpportunity)
