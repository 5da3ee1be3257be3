#include "run/drafting.hpp"

#include <algorithm>
#include <utility>

#include "calendar/date.hpp"
#include "themes/draft_check.hpp"

namespace eqr::run {
namespace {

Context context_of(const Setup& setup, const Received& received, const PlannedTheme& theme) {
  Context context;
  context.theme = theme.settings.id;
  context.organisation = setup.run.report.organisation;
  context.period = setup.run.report.period;
  context.snapshot = calendar::long_text(setup.run.report.snapshot);
  context.settings = theme.complete_settings;
  for (const auto& [role, input] : theme.inputs) {
    const auto people = received.inputs.people.find(input);
    if (people == received.inputs.people.end()) continue;
    context.people_inputs.emplace(role, people->second);
    if (people->second.has_last_year)
      context.last_snapshot = calendar::long_text(last_snapshot_of(setup.run.report));
  }
  for (const auto& [role, name] : received.themes.at(theme.settings.id).documents) {
    const Document& document = received.inputs.documents.at(name).document;
    // Under its role: a theme does not know what the run calls its inputs.
    context.documents.emplace(role, Document(role, document.columns(), document.raw_rows()));
  }
  return context;
}

// Role to the name that its input, or its document, has in the run.
std::map<std::string, std::string> names_by_role(const Received& received, const PlannedTheme& theme) {
  std::map<std::string, std::string> names = theme.inputs;
  for (const auto& [role, name] : received.themes.at(theme.settings.id).documents) names[role] = name;
  return names;
}

// What a report that is out has told can be set against this one, whether this one shows it or not. Columns
// and groups may have changed since.
void ask(const tallies::CountSum& sum, const Received& received, measures::Asked& asked) {
  for (const auto& [key, times] : sum) {
    const auto input = received.inputs.dimensions.find(key.input);
    if (input == received.inputs.dimensions.end()) continue;
    const bool is_known = std::ranges::all_of(key.admits, [&](const auto& condition) {
      const auto dimension = input->second.find(condition.first);
      return dimension != input->second.end() &&
             std::ranges::includes(dimension->second.leaves, condition.second);
    });
    if (is_known) asked.questions.counts.insert(key);
  }
}

}  // namespace

Drafted write_drafts(const Setup& setup, const Received& received, const Installation& installation,
                     unsigned at_once) {
  std::vector<themes::DraftRequest> requests;
  for (const PlannedTheme& theme : setup.themes) {
    themes::Limits limits;
    limits.time = theme.settings.time_limit;
    limits.memory_mb = theme.settings.memory_limit_mb;
    requests.push_back({theme.settings.id, theme.plugin, context_of(setup, received, theme), limits});
  }
  themes::SupervisorOptions options;
  options.worker = installation.worker;
  options.at_once = at_once;
  Drafted drafted;
  drafted.outcomes = themes::write_drafts(requests, options);
  for (std::size_t i = 0; i < setup.themes.size(); ++i) {
    const PlannedTheme& theme = setup.themes[i];
    themes::DraftOutcome& outcome = drafted.outcomes[i];
    report::ThemeMaterial material{theme.settings.id, theme.title,
                                   theme.owner,       std::nullopt,
                                   outcome.sentence,  received.themes.at(theme.settings.id).gaps};
    if (outcome.draft) {
      const Draft bound = themes::bind(std::move(*outcome.draft), names_by_role(received, theme));
      material.statement =
          measures::written_out(theme.settings.id, theme.complete_settings, bound, received.inputs);
    }
    drafted.themes.push_back(std::move(material));
  }
  return drafted;
}

measures::Asked questions_of(const Drafted& drafted, const Received& received,
                             const disclosure::Earlier& earlier) {
  measures::Asked asked;
  measures::ask(received.facts, received.inputs, asked);
  for (const report::ThemeMaterial& theme : drafted.themes) {
    if (theme.statement) measures::ask(*theme.statement, received.inputs, asked);
  }
  for (const auto& [sum, people] : earlier.published) ask(sum, received, asked);
  for (const auto& [sum, told] : earlier.within) ask(sum, received, asked);
  for (const tallies::CountSum& sum : earlier.withheld) ask(sum, received, asked);
  for (const auto& [share, percent] : earlier.shares) {
    ask(share.part, received, asked);
    ask(share.whole, received, asked);
  }
  measures::tie_together(received.inputs, asked);
  return asked;
}

}  // namespace eqr::run
