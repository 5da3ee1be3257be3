#include "run/policy_settings.hpp"

#include <algorithm>

namespace eqr::run {
namespace {

using disclosure::Policy;
using disclosure::Rounding;
using settings::Section;

Policy preset_of(Section& section) {
  std::vector<std::string> names;
  for (const disclosure::Preset& preset : disclosure::presets()) names.emplace_back(preset.name);
  const std::string name = section.word("preset", names).value_or("council");
  const auto found = std::ranges::find(disclosure::presets(), name, &disclosure::Preset::name);
  return found == disclosure::presets().end() ? Policy{} : found->policy;
}

void read_number(Section& section, const std::string& key, std::int64_t least, std::int64_t most,
                 std::uint64_t& number) {
  if (const auto value = section.whole_number(key, least, most)) number = static_cast<std::uint64_t>(*value);
}

disclosure::Named read_named(Section section) {
  disclosure::Named named{section.required_text("input"), {}, section.required_text("reason")};
  Section where = section.section("where");
  for (const std::string& column : where.keys()) named.where[column] = where.texts(column);
  where.finish();
  if (named.where.empty()) {
    section.problem("where", "\"where\" is missing or empty in [" + section.name() + "]",
                    "name the groups: where = { ethnicity = [\"mixed\"] }");
  }
  section.finish();
  return named;
}

MergeSettings read_merge(Section section) {
  MergeSettings merge{section.place(), section.required_text("input"), {}, {}};
  merge.merging.column = section.required_text("column");
  merge.merging.groups = section.texts("groups");
  merge.merging.id = section.required_text("into");
  merge.merging.label = section.text("label").value_or("");
  merge.reason = section.required_text("reason");
  section.finish();
  return merge;
}

const char* in_words(Rounding rounding) {
  switch (rounding) {
    case Rounding::none:
      return "none";
    case Rounding::nearest:
      return "nearest";
    case Rounding::small:
      return "small";
  }
  return "";
}

}  // namespace

void read_policy(Section section, RunFile& run) {
  Policy& policy = run.policy;
  policy = preset_of(section);
  read_number(section, "threshold", 0, 100, policy.threshold);
  if (const auto rounding = section.word("rounding", {"none", "nearest", "small"})) {
    policy.rounding = *rounding == "nearest" ? Rounding::nearest
                      : *rounding == "small" ? Rounding::small
                                             : Rounding::none;
  }
  // Small-count rounding leaves nothing below its base, and nothing may be left below the threshold.
  if (policy.rounding == Rounding::small) policy.base = std::max<std::uint64_t>(policy.threshold, 2);
  read_number(section, "base", 2, 100, policy.base);
  if (policy.rounding == Rounding::small && policy.base < policy.threshold) {
    section.problem("base",
                    "counts rounded to nought or " + std::to_string(policy.base) +
                        " may be of fewer people than the threshold",
                    "leave out \"base\", or write at least " + std::to_string(policy.threshold));
  }
  if (const auto base = section.whole_number("minimum_percentage_base", 0, 1000))
    policy.minimum_percentage_base = {*base, 0};
  read_number(section, "minimum_pay_group", 2, 1000, policy.minimum_pay_group);
  if (section.has("dominance")) {
    Section dominance = section.section("dominance");
    policy.dominance.people = static_cast<unsigned>(dominance.whole_number("people", 1, 10).value_or(1));
    policy.dominance.percent = static_cast<unsigned>(dominance.whole_number("percent", 1, 100).value_or(90));
    dominance.finish();
  }
  for (const std::string& column : section.texts("sensitive")) policy.sensitive.insert(column);
  for (const std::string& column : section.texts("zeros")) policy.zeros.insert(column);
  if (const auto width = section.whole_number("width", 1, 1000))
    policy.width = static_cast<std::uint64_t>(*width);
  policy.keep_pattern = section.yes_or_no("keep_pattern").value_or(true);
  for (Section& named : section.sections("withhold")) {
    run.withhold_places.push_back(named.place());
    policy.withhold.push_back(read_named(std::move(named)));
  }
  for (Section& merge : section.sections("merge")) run.merges.push_back(read_merge(std::move(merge)));
  run.already_released = section.texts("already_released");
  section.finish();
}

nlohmann::json policy_in_json(const RunFile& run) {
  const Policy& policy = run.policy;
  nlohmann::json by_hand = nlohmann::json::array();
  for (const disclosure::Named& named : policy.withhold) {
    by_hand.push_back({{"input", named.input}, {"where", named.where}, {"reason", named.reason}});
  }
  nlohmann::json merges = nlohmann::json::array();
  for (const MergeSettings& each : run.merges) {
    merges.push_back({{"input", each.input},
                      {"column", each.merging.column},
                      {"groups", each.merging.groups},
                      {"into", each.merging.id},
                      {"label", each.merging.label},
                      {"reason", each.reason}});
  }
  return {{"preset", policy.preset},
          {"threshold", policy.threshold},
          {"rounding", in_words(policy.rounding)},
          {"base", policy.base},
          {"minimum_percentage_base", numbers::to_text(policy.minimum_percentage_base)},
          {"minimum_pay_group", policy.minimum_pay_group},
          {"dominance", {{"people", policy.dominance.people}, {"percent", policy.dominance.percent}}},
          {"sensitive", policy.sensitive},
          {"zeros", policy.zeros},
          {"width", policy.required_width()},
          {"keep_pattern", policy.keep_pattern},
          {"withhold", std::move(by_hand)},
          {"merge", std::move(merges)}};
}

}  // namespace eqr::run
