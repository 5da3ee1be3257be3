// A spreadsheet as check-workbook meets it: the parts of an .xlsx or .ods inside a sound archive, so that the
// checksums of the archive do not stand in the way. The input is parts, each behind a line "%%% NAME".
#include "fuzz/target.hpp"
#include "problems/problem.hpp"
#include "support/memory_file.hpp"
#include "support/workbook_bytes.hpp"
#include "text/words.hpp"
#include "workbook_check/read_book.hpp"
#include "workbook_check/rules.hpp"

namespace {

using namespace eqr;

constexpr std::size_t most_parts = 40, longest_name = 200;

bool is_name(const std::string& name, const tests::Parts& parts) {
  const auto is_taken = [&](const auto& part) { return part.first == name; };
  return !name.empty() && name.size() <= longest_name && name.find('\0') == std::string::npos &&
         text::is_utf8(name) && std::ranges::none_of(parts, is_taken);
}

tests::Parts parts_in(std::string_view input) {
  static constexpr std::string_view border = "%%% ";
  tests::Parts parts;
  while (input.starts_with(border) && parts.size() < most_parts) {
    const std::size_t line = std::min(input.find('\n'), input.size());
    const std::string name(input.substr(border.size(), line - border.size()));
    input.remove_prefix(std::min(line + 1, input.size()));
    const std::size_t next = input.find("\n%%% ");
    const std::size_t end = next == std::string_view::npos ? input.size() : next + 1;
    if (is_name(name, parts)) parts.emplace_back(name, input.substr(0, end));
    input.remove_prefix(end);
  }
  return parts;
}

void check(int descriptor) {
  const workbook_check::Book book = workbook_check::read_book(descriptor, "fuzz.xlsx");
  const checks::Verdicts verdicts = workbook_check::check(book);
  fuzz::promise(verdicts.size() == workbook_check::all_rules().size(), "every rule is looked at");
  for (const checks::Verdict& one : verdicts) {
    for (const checks::Finding& finding : one.findings)
      fuzz::promise(!finding.message.empty(), "a finding says what is wrong");
  }
  fuzz::promise(!checks::in_words(verdicts).empty(), "the outcome is told");
  fuzz::promise(text::is_utf8(checks::in_json(verdicts, "eqr.workbook-check/1", "fuzz.xlsx", "")),
                "JSON is UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  const auto parts = parts_in(fuzz::text_of(input, size));
  if (parts.empty()) return 0;
  const tests::MemoryFile file(tests::zipped(parts, {.compress = false}));
  try {
    check(file.descriptor());
  } catch (const problems::Fault& fault) {
    fuzz::promise(!fault.problems().empty(), "a fault says what is wrong");
    fuzz::promise(text::is_utf8(fault.what()), "a message is UTF-8");
  }
  return 0;
}
