#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "run/draft_codebook.hpp"

namespace eqr::cli {
namespace {

namespace po = boost::program_options;

ExitCode codebook(const std::vector<std::string>& words, Surroundings& surroundings) {
  Arguments arguments(
      "codebook EXTRACT [options]",
      "Drafts a codebook on stdout from an extract, CSV or an Excel workbook (.xlsx): which column looks "
      "like\n"
      "what, and the values that the shipped codebook does not know. Only values that at least ten rows "
      "share\n"
      "are written. Look at every line, and put the id of a group in the place of each which-group-N.",
      "EXTRACT");
  arguments.option()("sheet", po::value<std::string>()->value_name("NAME"),
                     "the workbook's sheet; need not be given when there is only one");
  if (!arguments.read(words, surroundings)) return ExitCode::complete;
  const std::string sheet = arguments.has("sheet") ? arguments.value<std::string>("sheet") : "";
  surroundings.out << run::draft_codebook(arguments.positional(), sheet, surroundings.installation);
  return ExitCode::complete;
}

}  // namespace

Command codebook_command() {
  return {"codebook", "codebook EXTRACT", "draft a codebook from an extract", codebook};
}

}  // namespace eqr::cli
