// Reports to be written: one that is invented, as long as is wanted, and that of a run file.
#pragma once

#include <cstddef>
#include <filesystem>

#include "report/model/report.hpp"

namespace eqr::benchmarks {

// Each section is about as much as one of a council's report: a heading and two below it, four paragraphs, a
// list, a table of eight rows and five columns with withheld cells, and a chart of it.
[[nodiscard]] report::Report invented_report(std::size_t sections);

// The report as `equality-report build` puts it together before it writes it. Throws problems::Fault.
[[nodiscard]] report::Report report_of_run(const std::filesystem::path& run_file);

}  // namespace eqr::benchmarks
