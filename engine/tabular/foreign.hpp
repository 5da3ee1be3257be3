// Files that go by the wrong name: a workbook, a PDF, a web page, UTF-16 text where a text table was
// expected.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "problems/problem.hpp"

namespace eqr::tabular {

// Looks at the first bytes only.
[[nodiscard]] std::optional<problems::Problem> foreign_file(std::string_view start, const std::string& file);

}  // namespace eqr::tabular
