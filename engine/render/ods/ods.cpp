#include "render/ods/ods.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "render/ods/content.hpp"
#include "render/ods/fixed_parts.hpp"
#include "render/ods/plot_object.hpp"
#include "render/package/zip_package.hpp"
#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/layout.hpp"

namespace eqr::render {

std::string open_document(const report::Report& report, const spreadsheet::Options& options) {
  const spreadsheet::Book book = spreadsheet::laid_out(report, options);
  spreadsheet::check(book);
  std::vector<package::Part> plots;
  for (const spreadsheet::Sheet& sheet : book.sheets) {
    if (!sheet.plot) continue;
    plots.push_back({ods::plot_folder(plots.size() + 1) + "/content.xml", ods::plot_object(sheet, book)});
  }
  // What kind of package it is stands first and uncompressed, so that it can be told from its first bytes.
  std::vector<package::Part> parts = {
      {"mimetype", ods::media_type, true},   {"META-INF/manifest.xml", ods::manifest(plots.size())},
      {"content.xml", ods::content(book)},   {"meta.xml", ods::meta(book.properties)},
      {"settings.xml", ods::settings(book)}, {"styles.xml", ods::styles(book.properties)}};
  std::ranges::move(plots, std::back_inserter(parts));
  return package::packed(parts);
}

}  // namespace eqr::render
