// What is said of a picture that is not taken.
#pragma once

#include <string>

#include "problems/problem.hpp"

namespace eqr::images {

// A fault without a place: whoever names the picture says where it is named. The message goes on from the
// file's name: "is cut short".
[[noreturn]] inline void refuse(const std::string& message, const std::string& hint) {
  throw problems::Fault(problems::Cost::nothing_written, problems::Problem{{}, message, hint});
}

[[noreturn]] inline void refuse_damaged() {
  refuse("is damaged or cut short", "open it in a picture program and save it again");
}

}  // namespace eqr::images
