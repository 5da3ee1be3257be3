// The pages beside a report: the one from which its files are reached, and the one that says what was
// checked.
#pragma once

#include <vector>

#include "render/html/page.hpp"
#include "report/model/report.hpp"
#include "run/outputs.hpp"

namespace eqr::run {

// Adds `index.html`, which tells the sizes of the other files, and `accessibility-evidence.html`. All pages
// are looked at on the way: throws as check_pages() does.
void add_companions(const report::Report& report, const render::html::PageParts& page,
                    const std::vector<CheckedFile>& checked, Files& files);

}  // namespace eqr::run
