// The page that says what was checked of a report's accessibility, and what people have still to check.
//
// Programs find some of the faults that keep people from reading a report, and people find the others (W3C,
// "Evaluating Web Accessibility"). So the page tells them apart: rules that this very run has looked at, with
// what came out; and questions for people, with room for their answers.
#pragma once

#include <string>
#include <vector>

#include "render/html/page.hpp"
#include "report/model/report.hpp"

namespace eqr::render::html {

// A rule that a program has looked at.
struct MachineCheck {
  std::string id;         // "T3"
  std::string what;       // that has to be so
  std::string outcome;    // "Kept", or what was found
  std::string reference;  // where to read of it: an address
};

struct CheckedPart {
  std::string id, heading;  // "workbooks", "The spreadsheets"
  std::string lead;         // which files, by which program
  std::vector<MachineCheck> checks;
};

[[nodiscard]] std::string evidence_page(const report::Report& report, const PageParts& parts,
                                        const std::vector<CheckedPart>& checked);

}  // namespace eqr::render::html
