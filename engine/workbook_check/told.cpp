#include "workbook_check/told.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace eqr::workbook_check {
namespace {

// So many places of one rule are named for people; programs get all.
constexpr std::size_t most_named = 5;

const char* verdict(const Checked& checked) {
  if (checked.is_kept()) return "PASS";
  return checked.rule.level == Level::fail ? "FAIL" : "WARNING";
}

std::string where(const Finding& finding) {
  if (finding.sheet.empty()) return "";
  return finding.sheet + (finding.place ? "!" + in_words(*finding.place) : "") + ": ";
}

std::size_t broken(const std::vector<Checked>& checked, Level level) {
  return static_cast<std::size_t>(std::ranges::count_if(
      checked, [&](const Checked& one) { return !one.is_kept() && one.rule.level == level; }));
}

std::string counted(std::size_t number, const char* one) {
  return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

}  // namespace

std::string in_words(const std::vector<Checked>& checked) {
  std::string told;
  for (const Checked& one : checked) {
    std::string id(one.rule.id);
    id.resize(std::max<std::size_t>(id.size(), 4), ' ');
    std::string word = verdict(one);
    word.resize(8, ' ');
    told += word + id + " " + std::string(one.rule.what) + '\n';
    for (std::size_t i = 0; i < std::min(one.findings.size(), most_named); ++i)
      told += "        " + where(one.findings[i]) + one.findings[i].message + '\n';
    if (one.findings.size() > most_named)
      told += "        and " + std::to_string(one.findings.size() - most_named) + " more\n";
    if (one.is_kept()) continue;
    told += "        hint: " + std::string(one.rule.remedy) + '\n';
    told += "        see " + std::string(guidance_on(one.rule)) + '\n';
  }
  return told;
}

std::string in_json(const std::vector<Checked>& checked, const std::string& file) {
  using Json = nlohmann::ordered_json;
  Json rules = Json::array();
  for (const Checked& one : checked) {
    Json findings = Json::array();
    for (const Finding& finding : one.findings) {
      Json made = Json::object();
      if (!finding.sheet.empty()) made["sheet"] = finding.sheet;
      if (finding.place) made["cell"] = in_words(*finding.place);
      made["message"] = finding.message;
      findings.push_back(std::move(made));
    }
    rules.push_back({{"rule", one.rule.id},
                     {"verdict", verdict(one)},
                     {"what", one.rule.what},
                     {"how_to_mend", one.rule.remedy},
                     {"guidance", guidance_on(one.rule)},
                     {"findings", std::move(findings)}});
  }
  return Json{{"format", "eqr.workbook-check/1"},
              {"file", file},
              {"guidance", guidance},
              {"failures", broken(checked, Level::fail)},
              {"warnings", broken(checked, Level::warning)},
              {"rules", std::move(rules)}}
             .dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

std::string summary(const std::vector<Checked>& checked) {
  const std::size_t failures = broken(checked, Level::fail), warnings = broken(checked, Level::warning);
  return std::to_string(checked.size() - failures - warnings) + " of " + std::to_string(checked.size()) +
         " rules kept, " + counted(warnings, "warning") + ", " + counted(failures, "failure");
}

}  // namespace eqr::workbook_check
