#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/gaps.hpp"
#include "problems/problem.hpp"
#include "run/run.hpp"

namespace eqr::cli {
namespace {

ExitCode check(const std::vector<std::string>& words, Surroundings& surroundings) {
  Arguments arguments(
      "check RUN.toml [options]",
      "Tells all that is wrong with settings, templates, plugins, documents and text, and if all is\n"
      "well with the people inputs too. Writes nothing.",
      "RUN.toml");
  arguments.option()("settings-only", "do not read the people inputs")("offline",
                                                                       "fetch nothing over a network");
  if (!arguments.read(words, surroundings)) return ExitCode::complete;

  run::Options options;
  options.run_file = arguments.positional();
  options.until = arguments.has("settings-only") ? run::Until::questions : run::Until::people;
  options.offline = arguments.has("offline");
  options.installation = surroundings.installation;
  options.log = surroundings.log;
  run::Progress progress(surroundings.err, run::Progress::Kind::none);
  try {
    const run::Outcome outcome = run::run(options, progress);
    if (outcome.gaps.empty() && outcome.problems.empty() && outcome.findings.empty()) {
      surroundings.out << "nothing found\n";
      return ExitCode::complete;
    }
    tell_findings(outcome, surroundings);
    tell(outcome, surroundings);
    return ExitCode::draft;
  } catch (const problems::Fault& fault) {
    // A fault in an input is what a check is there to find; a run file that cannot be used is wrong usage.
    if (fault.cost() == problems::Cost::settings) throw;
    for (const problems::Problem& problem : fault.problems())
      surroundings.log->error("{}", problems::text(problem));
    return ExitCode::draft;
  }
}

}  // namespace

Command check_command() {
  return {"check", "check RUN.toml", "tell all that is wrong", check};
}

}  // namespace eqr::cli
