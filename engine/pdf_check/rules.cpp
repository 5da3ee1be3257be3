#include "pdf_check/rules.hpp"

#include <utility>

namespace eqr::pdf_check {

std::string_view guidance_on(std::string_view rule) {
  if (rule.starts_with("read-"))
    return "https://www.w3.org/WAI/WCAG22/Understanding/meaningful-sequence.html";
  if (rule.starts_with("7.3")) return "https://www.w3.org/WAI/WCAG22/Techniques/pdf/PDF1";
  if (rule.starts_with("7.5")) return "https://www.w3.org/WAI/WCAG22/Techniques/pdf/PDF6";
  if (rule.starts_with("7.4")) return "https://www.w3.org/WAI/WCAG22/Techniques/pdf/PDF9";
  if (rule.starts_with("7.18")) return "https://www.w3.org/WAI/WCAG22/Techniques/pdf/PDF11";
  return guidance;
}

std::vector<Rule> all_rules() {
  std::vector<Rule> all;
  for (const auto& some :
       {document_rules(), content_rules(), tag_rules(), table_rules(), link_rules(), font_rules()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

checks::Finding told(Finding finding) {
  checks::Finding made;
  if (finding.page) {
    const std::string page = std::to_string(*finding.page + 1);
    made.place.emplace_back("page", page);
    made.where = "page " + page;
  }
  if (!finding.where.empty()) {
    made.place.emplace_back("tag", finding.where);
    made.where += (made.where.empty() ? "" : ", ") + finding.where;
  }
  made.message = std::move(finding.message);
  return made;
}

checks::Verdicts check(const Document& document) {
  checks::Verdicts verdicts;
  for (const Rule& rule : all_rules()) {
    std::vector<Finding> findings;
    rule.look(document, findings);
    checks::Verdict& verdict = verdicts.emplace_back();
    verdict = {rule.id, rule.level, rule.what, rule.remedy, guidance_on(rule.id), {}};
    for (Finding& finding : findings) verdict.findings.push_back(told(std::move(finding)));
  }
  return verdicts;
}

Finding about(const Document& document, std::size_t tag, std::string message) {
  return {document.tags[tag].page, path_of(document, tag), std::move(message)};
}

}  // namespace eqr::pdf_check
