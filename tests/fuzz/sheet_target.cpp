// The XML of a workbook's parts inside a sound archive, so that the checksums of the archive do not stand in
// the way. The input is three parts, each behind a line "%%%": the sheet, the shared texts, the styles. A
// missing one is left out.
#include <array>

#include "fuzz/sheet_check.hpp"
#include "support/workbook_bytes.hpp"

namespace {

std::array<std::string, 3> parts_in(std::string_view input) {
  static constexpr std::string_view border = "%%%\n";
  std::array<std::string, 3> parts;
  for (std::string& part : parts) {
    const std::size_t end = input.find(border);
    part = input.substr(0, end);
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + border.size());
  }
  return parts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  using namespace eqr;
  const auto [sheet, shared, styles] = parts_in(fuzz::text_of(input, size));
  const tests::WorkbookXml xml{.sheet = sheet, .shared = shared, .styles = styles};
  const tests::MemoryFile file(tests::zipped(tests::parts_of(xml), {.compress = false}));
  fuzz::check_sheet(file.descriptor(), "Staff");
  return 0;
}
