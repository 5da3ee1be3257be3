// Headings: what a table calls its columns.
#pragma once

#include <cstddef>
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

}  // namespace eqr::tabular
