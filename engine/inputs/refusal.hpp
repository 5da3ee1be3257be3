// The fault of an input as a whole.
#pragma once

#include <string>

#include "problems/problem.hpp"

namespace eqr::inputs {

// `name` is Location::name. A Fault of cost nothing_written, to be thrown.
[[nodiscard]] problems::Fault refusal(const std::string& name, const std::string& message,
                                      const std::string& hint);

}  // namespace eqr::inputs
