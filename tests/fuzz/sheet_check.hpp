// What holds for every worksheet, sound or not.
#pragma once

#include <optional>

#include "fuzz/target.hpp"
#include "problems/problem.hpp"
#include "tabular/xlsx_source.hpp"
#include "text/words.hpp"

namespace eqr::fuzz {

// The sheet's CSV in pieces of this size; none when the workbook was refused.
inline std::optional<std::string> csv_of(int descriptor, const std::string& sheet, std::size_t piece) {
  try {
    tabular::WorksheetSource source(descriptor, "fuzz.xlsx", sheet);
    return read_all(source, piece);
  } catch (const problems::Fault& fault) {
    promise(!fault.problems().empty(), "a fault says what is wrong");
    promise(text::is_utf8(fault.what()), "a message is UTF-8");
    return std::nullopt;
  }
}

inline void check_sheet(int descriptor, const std::string& sheet) {
  const auto csv = csv_of(descriptor, sheet, 64 * 1024);
  if (!csv) return;
  promise(csv->size() >= (1 << 24) || text::is_utf8(*csv), "the text is UTF-8");
  promise(csv->find('\r') == std::string::npos, "a line ends in a line feed");
  promise(csv->find('\0') == std::string::npos, "no zero byte comes out");
  promise(csv->size() > 100'000 || csv_of(descriptor, sheet, 7) == csv, "pieces make no difference");
}

}  // namespace eqr::fuzz
