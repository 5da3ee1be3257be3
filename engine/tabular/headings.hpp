// Headings: what a table calls its columns.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "problems/problem.hpp"

namespace eqr::tabular {

// As many columns and rows as a worksheet can have. The rows of a stream are not limited.
inline constexpr std::size_t most_columns = 16'384;
inline constexpr std::size_t most_rows = 1'048'576;

// Whether a message may repeat it: short, one line, no control characters. What is not may be a piece of a
// record that slid into the header.
[[nodiscard]] bool is_plain(std::string_view heading);

// Empty headings, and headings that differ only in case or white space. The columns are named by number,
// since a file without a header has a record in its place.
[[nodiscard]] std::vector<problems::Problem> heading_problems(const std::vector<std::string>& header,
                                                              const problems::Place& place);

// A title, or an empty row, above the headings: a spreadsheet pads it with commas to the width of the table.
[[nodiscard]] std::optional<problems::Problem> title_problem(const std::vector<std::string>& header,
                                                             const problems::Place& place);

// Excel's "sep=;" above the headings.
[[nodiscard]] std::optional<problems::Problem> separator_directive(std::string_view first_line,
                                                                   const std::string& file);

// The headings that messages may repeat, by column: those of `expected` (compared normalised); others empty.
[[nodiscard]] std::vector<std::string> names_for_messages(const std::vector<std::string>& header,
                                                          const std::vector<std::string>& expected);

}  // namespace eqr::tabular
