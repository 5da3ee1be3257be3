// The report as a tagged PDF: A4, contents with pages, bookmarks, tables that go on over pages, charts as
// vectors, PDF/UA-1 by its structure.
#pragma once

#include <string>

#include "render/pdf/fonts.hpp"
#include "report/model/report.hpp"

namespace eqr::render::pdf {

// The same report and fonts give the same bytes.
[[nodiscard]] std::string pdf(const report::Report& report, const Fonts& fonts);

}  // namespace eqr::render::pdf
