// The rules for accessible pages that a program can decide from the text of a page, after WCAG 2.2. What
// needs a browser (contrast, reflow, focus) is looked at in the tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.hpp"
#include "page_check/seen.hpp"

namespace eqr::page_check {

struct Finding {
  std::size_t line = 0;  // of the page
  std::string message;   // what is wrong, without a full stop
};

struct Rule {
  std::string_view id;        // P the page, H headings, L links, I pictures, T tables, N what it asks for
  bool of_bodies = false;     // whether a body for a content management system is held to it as well
  std::string_view what;      // that has to be so; no full stop
  std::string_view remedy;    // how to make it so
  std::string_view guidance;  // the success criterion that it comes from: an address
  void (*look)(const Page& page, std::vector<Finding>& findings);
};

// All rules, in the order in which they are told.
[[nodiscard]] std::vector<Rule> all_rules();

// A body is held to the rules of bodies alone.
[[nodiscard]] checks::Verdicts check(const Page& page);

}  // namespace eqr::page_check
