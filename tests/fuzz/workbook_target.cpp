// The bytes of a workbook's file as they come: the archive, the list of sheets, and each of them.
#include "fuzz/sheet_check.hpp"
#include "support/memory_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  using namespace eqr;
  const tests::MemoryFile file(fuzz::text_of(input, size));
  try {
    const auto names = tabular::sheet_names(file.descriptor(), "fuzz.xlsx");
    for (std::size_t i = 0; i < names.size() && i < 3; ++i) fuzz::check_sheet(file.descriptor(), names[i]);
  } catch (const problems::Fault& fault) {
    fuzz::promise(!fault.problems().empty(), "a fault says what is wrong");
  }
  return 0;
}
