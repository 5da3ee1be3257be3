// A PDF beside the report.json that was written with it: what no validator can see.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/verdict.hpp"
#include "pdf_check/seen.hpp"

namespace eqr::pdf_check {

// What a report says, in the order in which it is to be read.
struct Expected {
  // As printed; a number may stand without the unit that its column's header names.
  struct Cell {
    std::string whole, without_unit;
  };
  struct Table {
    std::string title;
    std::vector<std::string> headers;
    std::vector<std::vector<Cell>> rows;
  };
  std::vector<std::string> words;  // headings, paragraphs, list items, titles of charts and tables, notes
  std::vector<Table> tables;       // those that sections show, each once
  std::vector<std::string> texts;  // every text that it holds: those that stand twice may be read twice
  std::vector<std::string> alternatives;  // of the charts that sections show
};

// Throws problems::Fault (nothing_written) for what is no report.json of this program.
[[nodiscard]] Expected expected_of(std::string_view report_json, const std::string& name);

// Rules report-1 to report-4.
[[nodiscard]] checks::Verdicts check_against(const Document& document, const Expected& expected);

}  // namespace eqr::pdf_check
