// What is told of a workbook that cannot be read. Never the content of a cell.
#pragma once

#include <string>

#include "problems/problem.hpp"

namespace eqr::tabular {

// What Excel does to a damaged workbook is more than we can.
inline constexpr const char* mend_hint =
    "open it in Excel, which mends what it can, and save it again; or export it again";

// `cell` is the place in it, "Staff!C14", or empty.
[[nodiscard]] inline problems::Fault workbook_fault(const std::string& file, const std::string& message,
                                                    const std::string& hint = mend_hint,
                                                    const std::string& cell = {}) {
  return {problems::Cost::nothing_written, problems::Problem{{file, 0, 0, cell}, message, hint}};
}

}  // namespace eqr::tabular
