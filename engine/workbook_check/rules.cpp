#include "workbook_check/rules.hpp"

#include <algorithm>

namespace eqr::workbook_check {

std::vector<Rule> all_rules() {
  std::vector<Rule> all;
  for (const auto& some : {file_rules(), workbook_rules(), table_rules(), cell_rules(), text_rules()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

std::vector<Checked> check(const Book& book) {
  std::vector<Checked> checked;
  for (const Rule& rule : all_rules()) {
    checked.push_back({rule, {}});
    rule.look(book, checked.back().findings);
  }
  return checked;
}

bool has_failures(const std::vector<Checked>& checked) {
  return std::ranges::any_of(
      checked, [](const Checked& one) { return !one.is_kept() && one.rule.level == Level::fail; });
}

}  // namespace eqr::workbook_check
