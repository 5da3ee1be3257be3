// The page.html and report.css that the project ships.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "render/html/page.hpp"

namespace eqr::render::html {

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " + path);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline PageParts shipped_parts() {
  const std::string folder = EQR_SOURCE_FOLDER "/report-templates/progress-report/";
  return {bytes_of(folder + "page.html"), bytes_of(folder + "report.css")};
}

}  // namespace eqr::render::html
