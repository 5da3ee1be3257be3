#include <string>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "disclosure/published.hpp"
#include "run/published_report.hpp"

namespace eqr::cli {
namespace {

using disclosure::Derived;

std::string people_in_words(const disclosure::Interval& interval) {
  if (!interval.high) return std::to_string(interval.low) + " or more";
  if (*interval.high == interval.low) return "exactly " + std::to_string(interval.low);
  return std::to_string(interval.low) + " to " + std::to_string(*interval.high);
}

std::string in_words(const Derived& derived) {
  const std::string people = people_in_words(derived.interval);
  switch (derived.kind) {
    case Derived::Kind::withheld:
      return "withheld, and can be worked out as " + people + ": " + derived.what;
    case Derived::Kind::remainder:
      return "stands nowhere, and can be worked out as " + people + ": " + derived.what;
    case Derived::Kind::small:
      return "a percentage tells that it is " + people + ": " + derived.what;
    case Derived::Kind::printed:
      return "printed, though it is about few people: " + derived.what;
    case Derived::Kind::by_law:
      return "a percentage that the law requires tells that it is " + people + ": " + derived.what;
  }
  return "";
}

ExitCode audit(const std::vector<std::string>& words, Surroundings& surroundings) {
  Arguments arguments(
      "audit REPORT.json [options]",
      "Attacks a report that is out, ours or last year's, as any reader could: adds and subtracts\n"
      "all that its report.json says about numbers of people by what they count (not numbers that\n"
      "somebody typed into a text), and lists what can be worked out. What it lists\n"
      "may be about few people: keep it to yourself. Exit status 3 when something is found,\n"
      "but for what percentages tell that the law requires.",
      "REPORT.json");
  if (!arguments.read(words, surroundings)) return ExitCode::complete;
  const disclosure::Attacked attacked =
      disclosure::attack(run::read_published_report(arguments.positional()).people);
  for (const Derived& derived : attacked.derived) surroundings.out << in_words(derived) << '\n';
  if (attacked.is_contradictory) {
    surroundings.out
        << "some numbers of the report do not agree with each other: nothing can be worked out from "
           "these\n";
  }
  if (attacked.too_many > 0) {
    surroundings.out
        << attacked.too_many
        << " counts hang together with too many others: how closely these can be placed was not looked at\n";
  }
  surroundings.err << attacked.cells << " counts and " << attacked.relations << " relations looked at, "
                   << attacked.withheld << " withheld; "
                   << (attacked.has_findings() ? std::to_string(attacked.derived.size()) + " found"
                                               : "nothing of few people can be worked out")
                   << '\n';
  return attacked.has_findings() ? ExitCode::draft : ExitCode::complete;
}

}  // namespace

Command audit_command() {
  return {"audit", "audit REPORT.json", "attack a published report", audit};
}

}  // namespace eqr::cli
