// What a check found, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "workbook_check/rules.hpp"

namespace eqr::workbook_check {

// A line for each rule, PASS, WARNING or FAIL; below it where it is not kept, and how to mend it.
[[nodiscard]] std::string in_words(const std::vector<Checked>& checked);

// Format "eqr.workbook-check/1".
[[nodiscard]] std::string in_json(const std::vector<Checked>& checked, const std::string& file);

// "38 of 40 rules kept, 1 warning, 1 failure"
[[nodiscard]] std::string summary(const std::vector<Checked>& checked);

}  // namespace eqr::workbook_check
