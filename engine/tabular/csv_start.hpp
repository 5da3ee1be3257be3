// How a CSV file begins: its separator and its headings. For extracts that are then read in blocks
// (csv_blocks.hpp); CsvReader is for everything smaller.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "problems/problem.hpp"
#include "tabular/csv_record.hpp"

namespace eqr::tabular {

// As many bytes as a header may take. Sixteen thousand headings fit.
inline constexpr std::size_t most_header_bytes = 1'048'576;

struct CsvStart {
  CsvDialect dialect;               // comma, semicolon or tab, whichever parts the first line; any bytes
  std::vector<std::string> header;  // trimmed; Windows-1252 where it was not UTF-8
  std::size_t body = 0;             // position of the first byte behind the header
  std::size_t body_line = 1;        // and its line
};

// `bytes` are the first of the file: all, or most_header_bytes of them. Throws problems::Fault
// (nothing_written) for an empty file, a workbook or a web page under the name, a title above the headings,
// empty and repeated headings, and whatever is wrong with the first record itself.
[[nodiscard]] CsvStart read_csv_start(std::string_view bytes, const std::string& file);

// All that keeps `bytes` from being records of this file, in words, or nothing. `bytes` begin at the start of
// a record in line `first_line`; `expected` are the headings that messages may repeat.
[[nodiscard]] std::vector<problems::Problem> record_problems(std::istream& bytes, const CsvStart& start,
                                                             std::size_t first_line, const std::string& file,
                                                             const std::vector<std::string>& expected);

}  // namespace eqr::tabular
