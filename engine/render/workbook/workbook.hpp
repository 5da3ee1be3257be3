// The accessible workbook: a report as the bytes of an .xlsx file.
//
// It follows the Government Analysis Function's guidance "Releasing statistics in spreadsheets" by
// construction: a cover, a marked-up table of contents, notes, then one marked-up table a worksheet that
// starts in column A, with its title in A1 and what a reader must know first above it. There are no merged
// cells, filters, frozen panes, fills, page headers, formulas or hidden parts, because nothing here can make
// them.
#pragma once

#include <filesystem>
#include <string>

#include "render/spreadsheet/layout.hpp"
#include "report/model/report.hpp"

namespace eqr::render {

// The same report gives the same bytes, whatever the clock, the locale or the time zone.
//
// libxlsxwriter can write only to files: one in memory for the workbook, and files without a name in a folder
// made inside `private_folder` (which must exist and be the caller's own). However the process ends, nothing
// of the report is left on the disk; the folder goes too, unless the process is killed.
//
// Throws std::runtime_error, naming the worksheet and cell, when the report holds what Excel would offer to
// repair or could not show: a control character, text over 32,767 characters, two columns with one header.
[[nodiscard]] std::string workbook(const report::Report& report, const std::filesystem::path& private_folder,
                                   const spreadsheet::Options& options = {});

}  // namespace eqr::render
