#include "run/about.hpp"

#include <algorithm>
#include <map>
#include <utility>

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

// How counts are protected; what the policy never does is not told.
void add_protection(const Policy& policy, bool has_earlier, std::vector<std::string>& names) {
  const bool withholds_few = policy.rounding != Rounding::small && policy.threshold > 1;
  if (policy.rounding == Rounding::small) names.emplace_back("about-small");
  if (policy.rounding == Rounding::nearest) {
    names.emplace_back("about-nearest");
    // The largest count that rounds to nought is less than half the base.
    if (policy.threshold <= (policy.base - 1) / 2) names.emplace_back("about-low");
  }
  if (withholds_few)
    names.emplace_back(policy.rounding == Rounding::none ? "about-protection" : "about-few-withheld");
  if (!withholds_few && (has_earlier || !policy.withhold.empty()))
    names.emplace_back("about-others-withheld");
  if (has_earlier) names.emplace_back("about-earlier");
}

std::vector<std::string> names_of(const Setup& setup) {
  const Policy& policy = setup.run.policy;
  const bool asks = asks_people(setup);
  std::vector<std::string> names;
  if (asks) names.emplace_back("about-people");
  add_protection(policy, !setup.earlier.withheld.empty(), names);
  if (policy.minimum_percentage_base.digits > 0) names.emplace_back("about-small-bases");
  names.emplace_back(policy.rounding == Rounding::none ? "about-rounding" : "about-percentages-of-rounded");
  if (asks) names.insert(names.end(), {"about-declared", "about-pay-gap"});
  const auto has_pay = [](const auto& input) { return input.second.pay.has_value(); };
  if (std::ranges::any_of(setup.codebooks, has_pay)) names.emplace_back("about-pay-groups");
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
  for (const std::string& name : names_of(setup)) statements.push_back(sentence(setup, name));
  for (std::string& merged : about_merges(setup)) statements.push_back(std::move(merged));
  std::erase(statements, "");
  return statements;
}

}  // namespace eqr::run
