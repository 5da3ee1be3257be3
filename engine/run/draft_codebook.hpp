// A codebook drafted from an extract, before there is a run file.
#pragma once

#include <string>

#include "run/setup.hpp"

namespace eqr::run {

// `file` as the user wrote it: CSV, or an Excel workbook; `sheet` names one of a workbook's sheets, empty for
// the only one. Returns TOML (people/codebook_draft.hpp). Throws problems::Fault: nothing_written for what is
// wrong with the extract, settings for a sheet of a file that has none.
[[nodiscard]] std::string draft_codebook(const std::string& file, const std::string& sheet,
                                         const Installation& installation);

}  // namespace eqr::run
