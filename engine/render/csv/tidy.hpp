// A table of the report as observations.
#pragma once

#include <string>
#include <vector>

#include "report/model/report.hpp"

namespace eqr::render::csv {

struct TidyColumn {
  std::string name;  // unique, fit for a variable: "group", "value"
  std::string title;
  std::string description;
  bool is_number = false;  // decimal, or nothing
};

struct TidyTable {
  std::vector<TidyColumn> columns;
  std::vector<std::vector<std::string>> rows;  // as many fields as there are columns
};

// Columns that a table has no use for are left out: "Value to" is there only where some value is a range.
[[nodiscard]] TidyTable tidy(const report::Table& table);

}  // namespace eqr::render::csv
