#include "cli/program.hpp"

#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>

#include <spdlog/sinks/ostream_sink.h>

#include "problems/problem.hpp"
#include "run/version.hpp"
#include "text/words.hpp"

namespace eqr::cli {
namespace {

using problems::Cost;
using problems::Fault;
using problems::Problem;

std::vector<Command> commands() {
  return {build_command(),          check_command(),     plan_command(),     audit_command(),
          check_workbook_command(), check_pdf_command(), codebook_command(), themes_command()};
}

void write_help(std::ostream& out) {
  out << "usage: equality-report COMMAND …\n\nMakes a public body's yearly equality report.\n\ncommands:\n";
  for (const Command& command : commands()) {
    out << "  " << command.usage << std::string(22 - std::min<std::size_t>(21, command.usage.size()), ' ')
        << command.summary << '\n';
  }
  out << "\n  --help, --version; equality-report COMMAND --help tells of one\n\n"
         "exit codes of build: 0 written, nothing missing; 3 draft written, something is missing; 1 nothing\n"
         "written; 2 wrong usage, run file, template, codebook or placeholder; 130 interrupted.\n"
         "of check and themes: 0 nothing found; 3 something found; 1 could not look; 2 wrong usage.\n"
         "of codebook: 0 drafted; 1 the extract cannot be read; 2 wrong usage.\n";
}

ExitCode find_and_carry_out(const std::vector<std::string>& words, Surroundings& surroundings) {
  const std::string name = words.empty() ? "" : words.front();
  if (name == "--help" || name == "-h" || name == "help") {
    write_help(surroundings.out);
    return ExitCode::complete;
  }
  if (name == "--version") {
    surroundings.out << run::version << '\n';
    return ExitCode::complete;
  }
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    if (command.name == name) return command.carry_out({words.begin() + 1, words.end()}, surroundings);
    names.push_back(command.name);
  }
  throw Fault(Cost::settings,
              Problem{{},
                      name.empty() ? "a command is missing" : "unknown command \"" + name + '"',
                      text::suggestion(name, names)});
}

}  // namespace

int carry_out(const std::vector<std::string>& words, Surroundings& surroundings) {
  try {
    return static_cast<int>(find_and_carry_out(words, surroundings));
  } catch (const Fault& fault) {
    for (const Problem& problem : fault.problems()) surroundings.log->error("{}", problems::text(problem));
    return static_cast<int>(fault.cost() == Cost::settings ? ExitCode::settings : ExitCode::nothing_written);
  } catch (const std::exception& error) {
    // A fault of the program itself: its words are about the program, not about anybody's data.
    surroundings.log->critical("nothing was written, because of a fault in this program: {}", error.what());
    return static_cast<int>(ExitCode::nothing_written);
  }
}

int main_program(int count, char** words) {
  // Workers end with this process, and what was half made lies where the next run removes it: there is
  // nothing to wait for. A scheduler sees the exit code of an interruption.
  for (const int interruption : {SIGINT, SIGTERM}) {
    std::signal(interruption, [](int) { ::_exit(static_cast<int>(ExitCode::interrupted)); });
  }
  // A reader of our output that goes away is told by the write that fails, not by a signal.
  std::signal(SIGPIPE, SIG_IGN);
  auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(std::cerr, true);
  sink->set_pattern("%v");
  auto log = std::make_shared<spdlog::logger>("equality-report", sink);
  log->set_level(spdlog::level::debug);
  sink->set_level(spdlog::level::info);
  Surroundings surroundings{std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1, log,
                            run::Installation::of_this_program()};
  return carry_out({words + 1, words + count}, surroundings);
}

}  // namespace eqr::cli
