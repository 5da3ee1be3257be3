// A report in every format it is written in.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "checks/verdict.hpp"
#include "problems/problem.hpp"
#include "render/html/page.hpp"
#include "render/pdf/fonts.hpp"
#include "render/spreadsheet/layout.hpp"
#include "report/model/report.hpp"
#include "run/output_folder.hpp"

namespace eqr::run {

// A file, and what each rule found in it.
struct CheckedFile {
  std::string name;
  checks::Verdicts verdicts;
};

// `work_folder` is private to the caller; the workbook is made in it.
[[nodiscard]] Files render_all(const report::Report& report, const render::html::PageParts& page,
                               const render::spreadsheet::Options& spreadsheets,
                               const render::pdf::Fonts& fonts, const std::filesystem::path& work_folder);

// Characters of the report that no font of the PDF has, which are drawn as U+FFFD; none where there are none.
[[nodiscard]] std::optional<problems::Problem> undrawable(const Files& files,
                                                          const render::pdf::Fonts& fonts);

// What was made is looked at as check-workbook and check-pdf look at any file, and the PDF beside
// report.json. Throws problems::Fault (nothing_written) for one that fails a rule of accessibility: a fault
// of this program, or a name in the run file that no rule allows.
[[nodiscard]] std::vector<CheckedFile> check_accessibility(const Files& files);

}  // namespace eqr::run
