// Reads any .xlsx or .ods, ours or not.
#pragma once

#include <string>

#include "tabular/zip_archive.hpp"
#include "workbook_check/seen.hpp"

namespace eqr::workbook_check {

// `file` is how the user knows it. Throws problems::Fault (nothing_written) for what is neither, is damaged
// or lies under a password.
[[nodiscard]] Book read_book(int descriptor, const std::string& file);

// Of one format.
[[nodiscard]] Book read_xlsx(const tabular::ZipArchive& archive);
[[nodiscard]] Book read_ods(const tabular::ZipArchive& archive);

}  // namespace eqr::workbook_check
