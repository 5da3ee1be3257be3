// The report for a content management system: for each chapter the body of a page, to be pasted.
//
// A body holds what such systems keep: h2 to h6, p, ul, ol, li, table with caption and scope, img, a, strong,
// em, and span with lang where a passage is in another language. No style, no class, no script; an id only
// where a link leads. The page's own title (h1) is the system's. Beyond ASCII there are character references,
// so that no encoding that the system assumes can spoil a letter.
//
// A chapter is a section of the report at the top, or a theme below one; then come the statements about the
// report, notes, figures and sources. A link to another chapter names its file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "render/pdf/fonts.hpp"
#include "report/model/report.hpp"

namespace eqr::render::web {

// Of the chapters, in their order, with the names of their files: "03-theme-1.html", "Theme 1: …".
struct ChapterName {
  std::string file;
  std::string heading;
};
[[nodiscard]] std::vector<ChapterName> chapter_names(const report::Report& report);

// File name ("01-foreword.html", "images/workforce-sex.png") to bytes. Charts are pictures in PNG whose text
// alternative states their message, with their table. Expects a report whose indexes are right.
[[nodiscard]] std::map<std::string, std::string> bodies(const report::Report& report,
                                                        const pdf::Fonts& fonts);

}  // namespace eqr::render::web
