// Workbooks made of literal XML, for tests and fuzzing.
#pragma once

#include <zip.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/memory_file.hpp"

namespace eqr::tests {

using Parts = std::vector<std::pair<std::string, std::string>>;  // name and content

struct Packing {
  bool compress = true;
  const char* password = nullptr;
};

// A zip archive of these parts.
inline std::string zipped(const Parts& parts, const Packing& packing = {}) {
  zip_source_t* const memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(memory);
  zip_t* const archive = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, content] : parts) {
    zip_source_t* const bytes = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t added = zip_file_add(archive, name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
    if (added < 0) {  // a name that no archive can hold
      zip_source_free(bytes);
      continue;
    }
    const auto index = static_cast<zip_uint64_t>(added);
    zip_set_file_compression(archive, index, packing.compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
    if (packing.password != nullptr)
      zip_file_set_encryption(archive, index, ZIP_EM_AES_256, packing.password);
  }
  if (zip_close(archive) != 0) std::abort();
  zip_source_open(memory);
  zip_stat_t status;
  zip_source_stat(memory, &status);
  std::string whole(status.size, '\0');
  zip_source_read(memory, whole.data(), whole.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return whole;
}

inline constexpr std::string_view usual_namespace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

// What a small workbook is made of; each piece of XML can be replaced.
struct WorkbookXml {
  std::string sheet = {};  // the whole part
  std::string sheet_name = "Staff";
  std::string workbook_extra = {};  // inside <workbook>, before the sheets
  std::string further_sheets = {};  // inside <sheets>
  std::string further_relations = {};
  std::string shared = {};  // the items of the shared strings; no part when empty
  std::string styles = {};  // inside <styleSheet>; no part when empty
  std::string relation_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
};

inline Parts parts_of(const WorkbookXml& xml) {
  const std::string relation = "\" Type=\"" + xml.relation_types + "/";
  const std::string relationships =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  const std::string main = "xmlns=\"" + std::string(usual_namespace) + "\"";
  Parts parts = {
      {"[Content_Types].xml",
       "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"_rels/.rels", relationships + "<Relationship Id=\"rId1" + relation +
                          "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml", "<workbook " + main + " xmlns:r=\"" + xml.relation_types + "\">" +
                              xml.workbook_extra + "<sheets><sheet name=\"" + xml.sheet_name +
                              "\" sheetId=\"1\" r:id=\"rId1\"/>" + xml.further_sheets +
                              "</sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       relationships + "<Relationship Id=\"rId1" + relation +
           "worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
           (xml.shared.empty() ? ""
                               : "<Relationship Id=\"rId8" + relation +
                                     "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>") +
           (xml.styles.empty() ? ""
                               : "<Relationship Id=\"rId9" + relation + "styles\" Target=\"styles.xml\"/>") +
           xml.further_relations + "</Relationships>"},
      {"xl/worksheets/sheet1.xml", xml.sheet},
  };
  if (!xml.shared.empty())
    parts.emplace_back("xl/sharedStrings.xml", "<sst " + main + ">" + xml.shared + "</sst>");
  if (!xml.styles.empty())
    parts.emplace_back("xl/styles.xml", "<styleSheet " + main + ">" + xml.styles + "</styleSheet>");
  return parts;
}

// A worksheet part around these rows.
inline std::string sheet_of(const std::string& rows) {
  return "<worksheet xmlns=\"" + std::string(usual_namespace) + "\"><sheetData>" + rows +
         "</sheetData></worksheet>";
}

}  // namespace eqr::tests
