#include "run/front.hpp"

#include <utility>

#include "run/about.hpp"
#include "run/quality.hpp"

namespace eqr::run {
namespace {

report::Accessibility accessibility_of(const Setup& setup) {
  report::Accessibility accessibility = setup.run.accessibility;
  accessibility.ask = sentence(setup, "accessibility-ask");
  if (accessibility.known_limits.empty())
    accessibility.known_limits = {sentence(setup, "accessibility-no-limits")};
  std::erase(accessibility.known_limits, "");
  return accessibility;
}

}  // namespace

report::Report front_of(const Setup& setup, bool is_draft) {
  const ReportSettings& settings = setup.run.report;
  report::Report front;
  front.organisation = settings.organisation;
  front.title = settings.title;
  front.period = settings.period;
  front.slug = settings.slug;
  front.language = settings.language;
  front.published = settings.published;
  front.next_update = settings.next_update;
  front.snapshot = settings.snapshot;
  front.contact = setup.run.contact;
  front.website = settings.website;
  front.keywords = settings.keywords;
  front.is_draft = is_draft;
  front.design = setup.design.design;

  front.summary = settings.summary.empty() ? sentence(setup, "summary") : settings.summary;
  front.about = about_statements(setup);
  front.accessibility = accessibility_of(setup);
  return front;
}

report::Material material_of(const Setup& setup, const Received& received, const Drafted& drafted,
                             const Counted& counted, bool is_draft) {
  report::Material material;
  material.front = front_of(setup, is_draft);
  material.front.gaps = received.facts_gaps;
  if (received.logo_gap) material.front.gaps.push_back(*received.logo_gap);
  if (received.logo) {
    material.front.design.logo = material.front.images.size();
    material.front.images.push_back(*received.logo);
  }
  for (std::string& statement : quality_statements(counted, setup.run.policy.threshold, is_draft)) {
    material.front.about.push_back(std::move(statement));
  }
  material.themes = drafted.themes;
  material.facts = received.facts;
  material.narratives = received.narratives;
  material.pictures = received.pictures;
  material.sources = received.sources;
  return material;
}

}  // namespace eqr::run
