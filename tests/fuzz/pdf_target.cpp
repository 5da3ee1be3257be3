// PDFs that `check-pdf` is given: refused with a remedy, or every rule says something of them.
#include "checks/verdict.hpp"
#include "fuzz/target.hpp"
#include "pdf_check/read_pdf.hpp"
#include "pdf_check/rules.hpp"
#include "problems/problem.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  using namespace eqr;
  try {
    const pdf_check::Document document = pdf_check::read_pdf(fuzz::text_of(input, size), "fuzz.pdf");
    const checks::Verdicts verdicts = pdf_check::check(document);
    fuzz::promise(verdicts.size() == pdf_check::all_rules().size(), "every rule says something");
    (void)checks::in_words(verdicts);
    (void)checks::in_json(verdicts, "eqr.pdf-check/1", "fuzz.pdf", pdf_check::guidance);
  } catch (const problems::Fault& fault) {
    fuzz::promise(!fault.problems().front().hint.empty(), "a fault says what to do");
  }
  return 0;
}
