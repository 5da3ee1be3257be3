// A problem of a whole file, or of anything else that has a name but no lines.
#pragma once

#include <string>
#include <utility>

#include "problems/problem.hpp"

namespace eqr::themes {

// `shown` is what the user calls the file; empty when there is none.
[[nodiscard]] inline problems::Problem file_problem(std::string shown, std::string message,
                                                    std::string hint = {}) {
  problems::Problem problem;
  problem.place.file = std::move(shown);
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

}  // namespace eqr::themes
