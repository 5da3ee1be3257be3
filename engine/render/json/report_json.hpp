// The report as JSON, for programs: everything that is published, cell by cell, with units and lineage.
#pragma once

#include <string>
#include <string_view>

#include "report/model/report.hpp"

namespace eqr::render::json {

// "format": "eqr.report/1". Two blanks of indent, keys in a fixed order, UTF-8, a line end at the end.
// A cell is {"text"}, {"value", "places", "unit", "printed"} or {"shorthand", "reason"}; `places` says how
// many digits of `value` follow the point in print. Tables, charts and figures are referred to by id or name;
// notes, sources and gaps by number, from 1. Gaps stand in drafts only.
[[nodiscard]] std::string report_json(const report::Report& report);

// The JSON Schema (draft 2020-12) of the above, as bytes.
[[nodiscard]] std::string_view report_schema();

}  // namespace eqr::render::json
