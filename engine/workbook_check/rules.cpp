#include "workbook_check/rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace eqr::workbook_check {
namespace {

checks::Finding told(Finding finding) {
  checks::Finding told{{}, finding.sheet, std::move(finding.message)};
  if (!finding.sheet.empty()) told.place.emplace_back("sheet", finding.sheet);
  if (finding.place) {
    told.place.emplace_back("cell", in_words(*finding.place));
    if (!told.where.empty()) told.where += "!" + in_words(*finding.place);
  }
  return told;
}

}  // namespace

std::string_view guidance_on(const Rule& rule) {
  constexpr std::string_view symbols =
      "https://analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/";
  constexpr std::string_view structure =
      "https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships.html";
  constexpr std::string_view office_files =
      "https://ecma-international.org/publications-and-standards/standards/ecma-376/";
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> pages = {
      {{"F3", "https://www.w3.org/WAI/WCAG22/Understanding/page-titled.html"},
       {"W4", "https://www.w3.org/WAI/WCAG22/Understanding/non-text-content.html"},
       {"W7", structure},
       {"W7b", structure},
       {"T8", symbols},
       {"T8b", symbols},
       {"P1", office_files},
       {"P2", office_files},
       {"N4", "https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html"},
       {"N4b", "https://www.w3.org/WAI/WCAG22/Understanding/use-of-color.html"},
       {"N4c", "https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html"},
       {"X4", "https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum.html"}}};
  const auto* const page =
      std::ranges::find(pages, rule.id, &std::pair<std::string_view, std::string_view>::first);
  return page == pages.end() ? guidance : page->second;
}

std::vector<Rule> all_rules() {
  std::vector<Rule> all;
  for (const auto& some : {file_rules(), workbook_rules(), table_rules(), cell_rules(), text_rules()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

checks::Verdicts check(const Book& book) {
  checks::Verdicts verdicts;
  for (const Rule& rule : all_rules()) {
    std::vector<Finding> findings;
    rule.look(book, findings);
    checks::Verdict& verdict = verdicts.emplace_back();
    verdict = {rule.id, rule.level, rule.what, rule.remedy, guidance_on(rule), {}};
    for (Finding& finding : findings) verdict.findings.push_back(told(std::move(finding)));
  }
  return verdicts;
}

}  // namespace eqr::workbook_check
