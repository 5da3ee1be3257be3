#include "checks/verdict.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace eqr::checks {
namespace {

// So many places of one rule are named for people; programs get all.
constexpr std::size_t most_named = 5;

const char* word_of(const Verdict& verdict) {
  if (verdict.is_kept()) return "PASS";
  return verdict.level == Level::fail ? "FAIL" : "WARNING";
}

std::size_t broken(const Verdicts& verdicts, Level level) {
  return static_cast<std::size_t>(std::ranges::count_if(
      verdicts, [&](const Verdict& one) { return !one.is_kept() && one.level == level; }));
}

std::string counted(std::size_t number, const char* one) {
  return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

}  // namespace

bool has_failures(const Verdicts& verdicts) {
  return broken(verdicts, Level::fail) > 0;
}

std::string in_words(const Verdicts& verdicts) {
  std::size_t longest = 4;
  for (const Verdict& one : verdicts) longest = std::max(longest, one.rule.size());
  std::string told;
  for (const Verdict& one : verdicts) {
    std::string id(one.rule);
    id.resize(longest, ' ');
    std::string word = word_of(one);
    word.resize(8, ' ');
    told += word + id + " " + std::string(one.what) + '\n';
    for (std::size_t i = 0; i < std::min(one.findings.size(), most_named); ++i) {
      const Finding& finding = one.findings[i];
      told += "        " + (finding.where.empty() ? "" : finding.where + ": ") + finding.message + '\n';
    }
    if (one.findings.size() > most_named)
      told += "        and " + std::to_string(one.findings.size() - most_named) + " more\n";
    if (one.is_kept()) continue;
    told += "        hint: " + std::string(one.remedy) + '\n';
    told += "        see " + std::string(one.guidance) + '\n';
  }
  return told;
}

std::string in_json(const Verdicts& verdicts, std::string_view format, const std::string& file,
                    std::string_view guidance) {
  using Json = nlohmann::ordered_json;
  Json rules = Json::array();
  for (const Verdict& one : verdicts) {
    Json findings = Json::array();
    for (const Finding& finding : one.findings) {
      Json made = Json::object();
      for (const auto& [name, value] : finding.place) made[name] = value;
      made["message"] = finding.message;
      findings.push_back(std::move(made));
    }
    rules.push_back({{"rule", one.rule},
                     {"verdict", word_of(one)},
                     {"what", one.what},
                     {"how_to_mend", one.remedy},
                     {"guidance", one.guidance},
                     {"findings", std::move(findings)}});
  }
  return Json{{"format", format},
              {"file", file},
              {"guidance", guidance},
              {"failures", broken(verdicts, Level::fail)},
              {"warnings", broken(verdicts, Level::warning)},
              {"rules", std::move(rules)}}
             .dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

std::string summary(const Verdicts& verdicts) {
  const std::size_t failures = broken(verdicts, Level::fail), warnings = broken(verdicts, Level::warning);
  return std::to_string(verdicts.size() - failures - warnings) + " of " + std::to_string(verdicts.size()) +
         " rules kept, " + counted(warnings, "warning") + ", " + counted(failures, "failure");
}

}  // namespace eqr::checks
