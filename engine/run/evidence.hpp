// What this run has checked of its own files, for the page that says so.
#pragma once

#include <vector>

#include "render/html/evidence.hpp"
#include "run/outputs.hpp"

namespace eqr::run {

// Every file that ends in .html, those in web/ as bodies. Throws problems::Fault (nothing_written) where a
// rule is not kept.
[[nodiscard]] std::vector<CheckedFile> check_pages(const Files& files);

// A part for each kind of file, a rule once for all files that it was looked for in. `others` are workbooks
// and PDFs.
[[nodiscard]] std::vector<render::html::CheckedPart> checked_parts(const std::vector<CheckedFile>& pages,
                                                                   const std::vector<CheckedFile>& others);

}  // namespace eqr::run
