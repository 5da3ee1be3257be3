#include <string>

#include "checks/verdict.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/input_file.hpp"
#include "workbook_check/read_book.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::cli {
namespace {

ExitCode check_workbook(const std::vector<std::string>& words, Surroundings& surroundings) {
  Arguments arguments(
      "check-workbook FILE [options]",
      "Looks at any Excel workbook (.xlsx) or OpenDocument spreadsheet (.ods), ours or not, with the\n"
      "rules for accessible spreadsheets that a program can decide. What the guidance calls\n"
      "essential fails; what it recommends is a warning. Exit status 3 when something fails.",
      "FILE");
  arguments.option()("json", "all rules and findings as JSON");
  if (!arguments.read(words, surroundings)) return ExitCode::complete;
  const InputFile file(arguments.positional(), "name an .xlsx or .ods file, which you may read");
  const checks::Verdicts verdicts =
      workbook_check::check(workbook_check::read_book(file.descriptor(), arguments.positional()));
  surroundings.out << (arguments.has("json")
                           ? checks::in_json(verdicts, "eqr.workbook-check/1", arguments.positional(),
                                             workbook_check::guidance)
                           : checks::in_words(verdicts));
  surroundings.err << checks::summary(verdicts) << '\n';
  return checks::has_failures(verdicts) ? ExitCode::draft : ExitCode::complete;
}

}  // namespace

Command check_workbook_command() {
  return {"check-workbook", "check-workbook FILE", "look at a spreadsheet's accessibility", check_workbook};
}

}  // namespace eqr::cli
