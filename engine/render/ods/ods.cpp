#include "render/ods/ods.hpp"

#include "render/ods/content.hpp"
#include "render/ods/fixed_parts.hpp"
#include "render/package/zip_package.hpp"
#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/layout.hpp"

namespace eqr::render {

std::string open_document(const report::Report& report) {
  const spreadsheet::Book book = spreadsheet::laid_out(report);
  spreadsheet::check(book);
  // What kind of package it is stands first and uncompressed, so that it can be told from its first bytes.
  return package::packed({{"mimetype", ods::media_type, true},
                          {"META-INF/manifest.xml", ods::manifest()},
                          {"content.xml", ods::content(book)},
                          {"meta.xml", ods::meta(book.properties)},
                          {"settings.xml", ods::settings(book)},
                          {"styles.xml", ods::styles(book.properties)}});
}

}  // namespace eqr::render
