#include <algorithm>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/gaps.hpp"
#include "problems/problem.hpp"
#include "run/run.hpp"
#include "text/words.hpp"

namespace eqr::cli {
namespace {

using run::Progress;

Progress::Kind progress_kind(const std::string& word, bool terminal) {
  const std::vector<std::string> words = {"auto", "plain", "json", "none"};
  if (word == "plain") return Progress::Kind::plain;
  if (word == "json") return Progress::Kind::json;
  if (word == "none") return Progress::Kind::none;
  if (word == "auto") return terminal ? Progress::Kind::terminal : Progress::Kind::plain;
  throw problems::Fault(
      problems::Cost::settings,
      problems::Problem{{}, "--progress cannot be \"" + word + '"', text::suggestion(word, words)});
}

ExitCode build(const std::vector<std::string>& words, Surroundings& surroundings) {
  namespace po = boost::program_options;
  Arguments arguments("build RUN.toml [options]",
                      "Makes the report: a draft, or with --final the published edition.", "RUN.toml");
  arguments.option()("out,o", po::value<std::string>()->default_value("out"), "the folder to write to")(
      "final", "write published/ or nothing; every part has to be there and every plugin pinned")(
      "offline", "fetch nothing over a network")(
      "jobs,j", po::value<int>()->default_value(0),
      "themes drafted at a time; 0 for as many as there are processors")(
      "progress", po::value<std::string>()->default_value("auto"), "auto, plain, json or none");
  if (!arguments.read(words, surroundings)) return ExitCode::complete;

  run::Options options;
  options.run_file = arguments.positional();
  options.out = arguments.value<std::string>("out");
  options.final_edition = arguments.has("final");
  options.offline = arguments.has("offline");
  const int jobs = arguments.value<int>("jobs");
  if (jobs < 0 || jobs > 64) {
    throw problems::Fault(problems::Cost::settings, problems::Problem{{}, "--jobs has to be 0 to 64", ""});
  }
  options.jobs = static_cast<unsigned>(jobs);
  options.installation = surroundings.installation;
  options.log = surroundings.log;
  Progress progress(surroundings.err,
                    progress_kind(arguments.value<std::string>("progress"), surroundings.err_is_terminal));
  const run::Outcome outcome = run::run(options, progress);
  progress.finish();
  for (const std::string& file : outcome.files) surroundings.out << file << '\n';
  for (const problems::Problem& advice : outcome.advice) surroundings.log->info("{}", problems::text(advice));
  tell_findings(outcome, surroundings);
  if (outcome.gaps.empty()) {
    surroundings.log->info("nothing is missing");
    return ExitCode::complete;
  }
  tell(outcome, surroundings);
  return ExitCode::draft;
}

}  // namespace

Command build_command() {
  return {"build", "build RUN.toml", "make the report", build};
}

}  // namespace eqr::cli
