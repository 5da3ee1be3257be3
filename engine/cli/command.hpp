// A command of the program: its name, its help, and what it does with its words.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <spdlog/logger.h>

#include "cli/exit_codes.hpp"
#include "run/setup.hpp"

namespace eqr::cli {

// Where a command writes and where the program's parts are. Tests put their own.
struct Surroundings {
  std::ostream& out;  // what was asked for
  std::ostream& err;  // the telling
  bool err_is_terminal = false;
  std::shared_ptr<spdlog::logger> log;
  run::Installation installation;
};

// `words` are those after the command's name. Throws problems::Fault, and UsageFault for wrong words.
struct Command {
  std::string name;
  std::string usage;    // "build RUN.toml [options]"
  std::string summary;  // one line
  std::function<ExitCode(const std::vector<std::string>& words, Surroundings& surroundings)> carry_out;
};

[[nodiscard]] Command build_command();
[[nodiscard]] Command check_command();
[[nodiscard]] Command plan_command();
[[nodiscard]] Command audit_command();
[[nodiscard]] Command check_workbook_command();
[[nodiscard]] Command check_pdf_command();
[[nodiscard]] Command codebook_command();
[[nodiscard]] Command themes_command();

}  // namespace eqr::cli
