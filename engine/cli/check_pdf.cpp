#include <algorithm>
#include <iterator>
#include <string>

#include "checks/verdict.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/input_file.hpp"
#include "pdf_check/read_pdf.hpp"
#include "pdf_check/report_rules.hpp"
#include "pdf_check/rules.hpp"

namespace eqr::cli {
namespace {

namespace po = boost::program_options;

ExitCode check_pdf(const std::vector<std::string>& words, Surroundings& surroundings) {
  Arguments arguments(
      "check-pdf FILE [options]",
      "Looks at any PDF, ours or not, with the rules of PDF/UA-1 (ISO 14289-1) that a program can\n"
      "decide, by the numbers of their clauses, and with rules about what is read. With --report\n"
      "also whether it reads as its report.json says. Exit status 3 when something fails.",
      "FILE");
  arguments.option()("report", po::value<std::string>(), "the report.json that was written with it")(
      "json", "all rules and findings as JSON");
  if (!arguments.read(words, surroundings)) return ExitCode::complete;
  const std::string& name = arguments.positional();
  const InputFile file(name, "name a .pdf file, which you may read");
  const pdf_check::Document document = pdf_check::read_pdf(file.bytes(), name);
  checks::Verdicts verdicts = pdf_check::check(document);
  if (arguments.has("report")) {
    const auto report = arguments.value<std::string>("report");
    const InputFile told(report, "name the report.json that was written together with the PDF");
    std::ranges::move(pdf_check::check_against(document, pdf_check::expected_of(told.bytes(), report)),
                      std::back_inserter(verdicts));
  }
  surroundings.out << (arguments.has("json")
                           ? checks::in_json(verdicts, "eqr.pdf-check/1", name, pdf_check::guidance)
                           : checks::in_words(verdicts));
  surroundings.err << checks::summary(verdicts) << '\n';
  return checks::has_failures(verdicts) ? ExitCode::draft : ExitCode::complete;
}

}  // namespace

Command check_pdf_command() {
  return {"check-pdf", "check-pdf FILE", "look at a PDF's accessibility", check_pdf};
}

}  // namespace eqr::cli
