#include "run/front.hpp"

#include <utility>

#include "run/quality.hpp"

#include <algorithm>

namespace eqr::run {
namespace {

bool asks_people(const Setup& setup) {
  return std::ranges::any_of(setup.run.inputs, [](const auto& input) {
    return input.second.kind == InputKind::people || input.second.kind == InputKind::counted;
  });
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

  const std::uint64_t threshold = setup.run.policy.threshold;
  const std::map<std::string, std::string> values = {{"organisation", settings.organisation},
                                                     {"period", settings.period},
                                                     {"snapshot", calendar::long_text(settings.snapshot)},
                                                     {"threshold", std::to_string(threshold)},
                                                     {"below", std::to_string(threshold - 1)}};
  const auto sentence = [&](const std::string& name) {
    const auto found = setup.report_template.wording.texts.find(name);
    return found == setup.report_template.wording.texts.end() ? std::string{}
                                                              : report::filled(found->second, values);
  };
  front.summary = settings.summary.empty() ? sentence("summary") : settings.summary;
  std::vector<std::string> names{"about-protection", "about-rounding"};
  if (asks_people(setup))
    names = {"about-people", "about-protection", "about-rounding", "about-declared", "about-pay-gap"};
  for (const std::string& name : names) {
    if (const std::string statement = sentence(name); !statement.empty()) front.about.push_back(statement);
  }
  return front;
}

report::Material material_of(const Setup& setup, const Received& received, const Drafted& drafted,
                             const Counted& counted, bool is_draft) {
  report::Material material;
  material.front = front_of(setup, is_draft);
  material.front.gaps = received.facts_gaps;
  for (std::string& statement : quality_statements(counted, setup.run.policy.threshold, is_draft)) {
    material.front.about.push_back(std::move(statement));
  }
  material.themes = drafted.themes;
  material.facts = received.facts;
  material.narratives = received.narratives;
  material.sources = received.sources;
  return material;
}

}  // namespace eqr::run
