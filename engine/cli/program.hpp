// The program: finds the command, carries it out, and turns whatever went wrong into words and an exit code.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace eqr::cli {

// `words` are those after the program's name. Never throws.
[[nodiscard]] int carry_out(const std::vector<std::string>& words, Surroundings& surroundings);

// With the process's own streams, log and installation.
[[nodiscard]] int main_program(int count, char** words);

}  // namespace eqr::cli
