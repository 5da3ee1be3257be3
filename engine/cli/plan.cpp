#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/gaps.hpp"
#include "run/run.hpp"

namespace eqr::cli {
namespace {

std::string in_words(const run::InputSettings& input) {
  const std::string where = input.file.empty() ? input.url : input.file;
  std::string line = input.name + ": ";
  switch (input.kind) {
    case run::InputKind::people:
      line += "records of people, from " + where;
      if (!input.last_year_file.empty()) line += ", and last year's from " + input.last_year_file;
      if (input.last_year_from_dates) line += ", and last year's by its dates";
      if (!input.people.empty()) line += ", whose groups are looked up in the input \"" + input.people + '"';
      break;
    case run::InputKind::counted:
      line += "figures about people, already counted, from " + where;
      break;
    case run::InputKind::figures:
      line += "figures, from " + where;
      break;
    case run::InputKind::table:
      line += "a table, from " + where;
      break;
  }
  return line;
}

ExitCode plan(const std::vector<std::string>& words, Surroundings& surroundings) {
  Arguments arguments(
      "plan RUN.toml [options]",
      "Lists what will be read, and every count that will be asked of people, in words: the record\n"
      "for data protection. Reads no person's record.",
      "RUN.toml");
  arguments.option()("offline", "fetch nothing over a network");
  if (!arguments.read(words, surroundings)) return ExitCode::complete;

  run::Options options;
  options.run_file = arguments.positional();
  options.until = run::Until::questions;
  options.offline = arguments.has("offline");
  options.installation = surroundings.installation;
  options.log = surroundings.log;
  run::Progress progress(surroundings.err, run::Progress::Kind::none);
  const run::Outcome outcome = run::run(options, progress);
  surroundings.out << "What is read:\n";
  for (const run::InputSettings& input : outcome.inputs) surroundings.out << "  " << in_words(input) << '\n';
  for (const auto& [input, reason] : outcome.left_out) {
    surroundings.out << "  left out of " << input << ": " << reason << '\n';
  }
  surroundings.out << "\nWhat is asked of people (" << outcome.tallies.size() << "):\n";
  for (const tallies::Tally& tally : outcome.tallies)
    surroundings.out << "  " << tallies::in_words(tally) << '\n';
  tell(outcome, surroundings);
  return ExitCode::complete;
}

}  // namespace

Command plan_command() {
  return {"plan", "plan RUN.toml", "list what will be read and asked", plan};
}

}  // namespace eqr::cli
