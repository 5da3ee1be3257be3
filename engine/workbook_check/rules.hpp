// The rules for accessible spreadsheets that a program can decide, after the Government Analysis Function's
// "Releasing statistics in spreadsheets" and its checklist.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.hpp"
#include "workbook_check/seen.hpp"

namespace eqr::workbook_check {

using checks::Level;

struct Finding {
  std::string sheet;           // empty for the file as a whole
  std::optional<Place> place;  // of the first cell that it is about
  std::string message;         // what is wrong, without a full stop
};

struct Rule {
  std::string_view id;  // F the file, W the workbook, C the cover, T sheets and tables, N notes and links, X
                        // text, P what makes a program offer a repair
  Level level = Level::fail;
  std::string_view what;    // that has to be so
  std::string_view remedy;  // how to make it so
  void (*look)(const Book& book, std::vector<Finding>& findings);
};

// All rules, in the order in which they are told.
[[nodiscard]] std::vector<Rule> all_rules();
[[nodiscard]] std::vector<Rule> file_rules();
[[nodiscard]] std::vector<Rule> workbook_rules();
[[nodiscard]] std::vector<Rule> table_rules();
[[nodiscard]] std::vector<Rule> cell_rules();
[[nodiscard]] std::vector<Rule> text_rules();

// Where the guidance on the whole stands, and where to read of one rule: there, or on a page of its own, such
// as that of the success criterion of WCAG 2.2 that it comes from.
inline constexpr std::string_view guidance =
    "https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/";
[[nodiscard]] std::string_view guidance_on(const Rule& rule);

[[nodiscard]] checks::Verdicts check(const Book& book);

}  // namespace eqr::workbook_check
