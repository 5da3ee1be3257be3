// Writes the sample report as a draft and as published, for the accessibility checks and for people to look
// at.
#include <filesystem>
#include <fstream>

#include "support/sample_report.hpp"
#include "template_parts.hpp"

int main(int, char** arguments) {
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  const auto parts = eqr::render::html::shipped_parts();
  eqr::report::Report report = eqr::samples::council_report();
  std::ofstream(folder / "draft.html", std::ios::binary) << eqr::render::html::page(report, parts);
  report.is_draft = false;
  std::ofstream(folder / "published.html", std::ios::binary) << eqr::render::html::page(report, parts);
  return 0;
}
