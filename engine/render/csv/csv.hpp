// Every table of the report for programs: a CSV file each, and what its columns mean as CSV on the Web (W3C
// Recommendation "Metadata Vocabulary for Tabular Data", 2015).
//
// The tables are tidy: a row is one observation. A table's columns of text stay columns; each of its columns
// of numbers becomes rows, with the column's header as the measure:
//
//   Group,Measure,Value,Unit,Shorthand,Reason
//   Women,Headcount,5410,people,,
//   Men,Headcount,,people,c,confidential: withheld so that nobody can be identified
//
// Values are bare numbers, or nothing where the report prints shorthand. A table without numbers stays as it
// is.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/model/report.hpp"

namespace eqr::render {

// File names ("workforce-ethnicity.csv", "csv-metadata.json") and their bytes: UTF-8, RFC 4180. Empty for a
// report without tables. The same report gives the same bytes.
[[nodiscard]] std::map<std::string, std::string> csv_files(const report::Report& report);

// The names of the tables' files, in the order of the tables.
[[nodiscard]] std::vector<std::string> csv_names(const report::Report& report);

// A field of text: in quotes where it needs them. What a spreadsheet program would take for a formula gets an
// apostrophe before it, and stays the text it is (OWASP, "CSV Injection").
[[nodiscard]] std::string csv_field(std::string_view text);

}  // namespace eqr::render
