// Reports for the tests of renderers. The council, its figures and its words are invented.
#pragma once

#include <string>

#include "report/model/report.hpp"

namespace eqr::samples {

// A whole report with everything a report may hold: themes with outcomes and key figures, a case study, bars,
// grouped and stacked bars, lines, a dot range, negative and withheld values, a range, notes, sources, gaps. Its tables can be
// checked by hand: counts add up to their totals.
[[nodiscard]] report::Report council_report();

// The smallest report that is one: a title and a section with a paragraph.
[[nodiscard]] report::Report one_paragraph();

// ---- parts, for tests that put together their own ----

[[nodiscard]] report::Number number(std::string_view written, report::Unit unit = report::Unit::number);
[[nodiscard]] report::Number people(std::string_view written);
[[nodiscard]] report::Number percent(std::string_view written);
[[nodiscard]] report::Number points(std::string_view written);
[[nodiscard]] report::Shorthand confidential();
[[nodiscard]] report::Column text_column(std::string id, std::string header);
[[nodiscard]] report::Column number_column(std::string id, std::string header, report::Unit unit,
                                           int places = 0);
[[nodiscard]] report::Paragraph paragraph(std::string text);

}  // namespace eqr::samples
