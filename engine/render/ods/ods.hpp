// The workbook in the format that the Government Analysis Function's guidance prefers: the same sheets,
// words, styles and tables as the .xlsx, as an OpenDocument spreadsheet (ISO/IEC 26300, version 1.3), written
// from the same model.
#pragma once

#include <string>

#include "render/spreadsheet/layout.hpp"
#include "report/model/report.hpp"

namespace eqr::render {

// The same report gives the same bytes. Throws std::runtime_error, naming the worksheet and cell, for what
// workbook() refuses.
[[nodiscard]] std::string open_document(const report::Report& report,
                                        const spreadsheet::Options& options = {});

}  // namespace eqr::render
