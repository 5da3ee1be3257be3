// Pages as they are looked at before they are written: whatever the bytes, tags, and what each rule says.
#include "checks/verdict.hpp"
#include "fuzz/target.hpp"
#include "page_check/rules.hpp"
#include "page_check/seen.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  using namespace eqr;
  for (const bool is_body : {false, true}) {
    page_check::Page page;
    page.is_body = is_body;
    page.tags = page_check::tags_of(fuzz::text_of(input, size));
    const checks::Verdicts verdicts = page_check::check(page);
    fuzz::promise(!verdicts.empty(), "rules say something");
    (void)checks::in_words(verdicts);
    (void)checks::in_json(verdicts, "eqr.page-check/1", "fuzz.html", "");
  }
  return 0;
}
