// Which chapters a report has.
#pragma once

#include <string>
#include <vector>

#include "report/model/report.hpp"

namespace eqr::render::web {

enum class ChapterKind { section, about, notes, figures, sources };

struct Chapter {
  ChapterKind kind = ChapterKind::section;
  const report::Section* section = nullptr;  // of a chapter that is one
  std::string id;
  std::string file;
  std::string heading;
  std::vector<std::size_t> themes;  // chapters that the section hands its themes to
};

// Those that have something to say. The sections must outlive them.
[[nodiscard]] std::vector<Chapter> chapters_of(const report::Report& report);

// Small letters, digits and dashes, at most 60: "Theme 1" is "theme-1".
[[nodiscard]] std::string for_file_name(const std::string& text);

}  // namespace eqr::render::web
