// The program's version, from the project's CMakeLists.txt.
#pragma once

#include <string_view>

namespace eqr::run {

inline constexpr std::string_view version = "equality-report " EQR_PROGRAM_VERSION;

}  // namespace eqr::run
