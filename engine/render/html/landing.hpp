// The page from which all files of a report are reached: the report as a page, the same in other formats, its
// tables, its chapters for a content management system, and what was checked.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/html/page.hpp"
#include "report/model/report.hpp"

namespace eqr::render::html {

struct LinkedFile {
  std::string name;  // from the landing page: "tables/workforce-sex.csv"
  std::string title;
  std::size_t bytes = 0;
};

struct FileGroup {
  std::string id, heading;
  std::string lead;  // a sentence or two
  std::vector<LinkedFile> files;
};

// "612 bytes", "84 KB", "1.2 MB": a KB is 1,000 bytes.
[[nodiscard]] std::string size_in_words(std::size_t bytes);

// What a file is, by its ending: "PDF", "Excel spreadsheet", "web page".
[[nodiscard]] std::string format_in_words(const std::string& name);

struct LandingFiles {
  std::vector<FileGroup> for_readers;
  std::vector<FileGroup> for_programs;  // and for those who publish the report elsewhere
};

// In the template's skeleton and style, like the page of the report. Each link says type and size of its
// file; between the files for readers and the others stands what the report says of accessibility.
[[nodiscard]] std::string landing_page(const report::Report& report, const PageParts& parts,
                                       const LandingFiles& files);

}  // namespace eqr::render::html
