#include "run/about.hpp"

#include <algorithm>
#include <map>

#include "numbers/exact.hpp"
#include "text/words.hpp"

namespace eqr::run {
namespace {

using disclosure::Policy;
using disclosure::Rounding;

bool asks_people(const Setup& setup) {
  return std::ranges::any_of(setup.run.inputs, [](const auto& input) {
    return input.second.kind == InputKind::people || input.second.kind == InputKind::counted;
  });
}

std::map<std::string, std::string> values_of(const Setup& setup) {
  const ReportSettings& settings = setup.run.report;
  const Policy& policy = setup.run.policy;
  return {{"organisation", settings.organisation},
          {"period", settings.period},
          {"snapshot", calendar::long_text(settings.snapshot)},
          {"threshold", std::to_string(policy.threshold)},
          {"below", std::to_string(std::max<std::uint64_t>(policy.threshold, 1) - 1)},
          {"base", std::to_string(policy.base)},
          {"below-base", std::to_string(policy.base - 1)},
          {"percentage-base", numbers::to_text(policy.minimum_percentage_base)},
          {"pay-group", std::to_string(policy.minimum_pay_group)}};
}

std::string filled(const Setup& setup, const std::string& name,
                   const std::map<std::string, std::string>& values) {
  const auto& texts = setup.report_template.wording.texts;
  const auto found = texts.find(name);
  return found == texts.end() ? std::string{} : report::filled(found->second, values);
}

std::vector<std::string> names_of(const Policy& policy, bool asks_people) {
  std::vector<std::string> names;
  if (asks_people) names.emplace_back("about-people");
  if (policy.rounding == Rounding::nearest) names.emplace_back("about-nearest");
  if (policy.rounding == Rounding::small) {
    names.emplace_back("about-small");
  } else if (policy.threshold > 1) {
    names.emplace_back("about-protection");
  }
  if (policy.minimum_percentage_base.digits > 0) names.emplace_back("about-small-bases");
  names.emplace_back(policy.rounding == Rounding::none ? "about-rounding" : "about-percentages-of-rounded");
  if (asks_people) names.insert(names.end(), {"about-declared", "about-pay-gap"});
  return names;
}

// "Ethnicity: Mixed and Other ethnic group are told together."
std::vector<std::string> about_merges(const Setup& setup) {
  std::vector<std::string> statements;
  for (const auto& [input, codebook] : setup.codebooks) {
    for (const persons::Characteristic& characteristic : codebook.characteristics) {
      if (std::holds_alternative<persons::LookedUp>(characteristic.source)) continue;
      for (const persons::Aggregate& together : characteristic.merged) {
        std::vector<std::string> labels;
        for (const persons::Leaf& leaf : characteristic.leaves) {
          if (together.leaves.contains(leaf.id)) labels.push_back(leaf.label);
        }
        auto values = values_of(setup);
        values.insert({{"characteristic", characteristic.title},
                       {"groups", text::list_and(labels)},
                       {"together", together.label}});
        statements.push_back(filled(setup, "about-merged", values));
      }
    }
  }
  return statements;
}

}  // namespace

std::string sentence(const Setup& setup, const std::string& name) {
  return filled(setup, name, values_of(setup));
}

std::vector<std::string> about_statements(const Setup& setup) {
  std::vector<std::string> statements;
  for (const std::string& name : names_of(setup.run.policy, asks_people(setup)))
    statements.push_back(sentence(setup, name));
  for (std::string& merged : about_merges(setup)) statements.push_back(std::move(merged));
  std::erase(statements, "");
  return statements;
}

}  // namespace eqr::run
