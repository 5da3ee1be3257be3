#include "render/ods/fixed_parts.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "calendar/date.hpp"
#include "render/markup/escape.hpp"
#include "render/ods/plot_object.hpp"
#include "render/spreadsheet/widths.hpp"

namespace eqr::render::ods {
namespace {

using markup::escaped;

std::string element(const std::string& name, const std::string& text) {
  if (text.empty()) return {};
  return "<" + name + ">" + escaped(text) + "</" + name + ">";
}

// "en-GB" as the two attributes that text properties have; a script ("sr-Latn-RS") as a third.
std::string language_attributes(const std::string& language) {
  std::vector<std::string> tags;
  for (std::size_t at = 0; at <= language.size();) {
    const std::size_t end = std::min(language.find('-', at), language.size());
    tags.push_back(language.substr(at, end - at));
    at = end + 1;
  }
  std::string attributes = " fo:language=\"" + escaped(tags.front()) + '"';
  for (std::size_t i = 1; i < tags.size(); ++i) {
    if (tags[i].size() == 2) attributes += " fo:country=\"" + escaped(tags[i]) + '"';
    if (tags[i].size() == 4) attributes += " fo:script=\"" + escaped(tags[i]) + '"';
  }
  return attributes;
}

std::string item(const char* name, const char* type, const std::string& value) {
  return std::string("<config:config-item config:name=\"") + name + "\" config:type=\"" + type + "\">" +
         value + "</config:config-item>";
}

std::string heading_style(const char* name, const char* shown, int points) {
  return std::string("<style:style style:name=\"") + name + "\" style:display-name=\"" + shown +
         "\" style:family=\"table-cell\" style:parent-style-name=\"Default\"><style:text-properties "
         "fo:font-size=\"" +
         std::to_string(points) + "pt\" fo:font-weight=\"bold\"/></style:style>";
}

std::string page_layout(const char* name, const char* width, const char* height, const char* orientation) {
  return std::string("<style:page-layout style:name=\"") + name +
         "\"><style:page-layout-properties fo:page-width=\"" + width + "\" fo:page-height=\"" + height +
         "\" style:print-orientation=\"" + orientation +
         "\" style:scale-to-X=\"1\" style:scale-to-Y=\"0\"/><style:header-style/><style:footer-style/>"
         "</style:page-layout>";
}

// No page header and no footer: nothing is told there that the sheet does not tell.
std::string master_page(const char* name, const char* layout) {
  return std::string("<style:master-page style:name=\"") + name + "\" style:page-layout-name=\"" + layout +
         "\"><style:header style:display=\"false\"/><style:footer style:display=\"false\"/>"
         "</style:master-page>";
}

}  // namespace

std::string document_attributes() {
  constexpr std::array<std::pair<const char*, const char*>, 10> namespaces = {
      {{"office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
       {"style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
       {"text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
       {"table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
       {"draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
       {"number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"},
       {"fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
       {"svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
       {"xlink", "http://www.w3.org/1999/xlink"},
       {"dc", "http://purl.org/dc/elements/1.1/"}}};
  std::string attributes;
  for (const auto& [prefix, name] : namespaces)
    attributes += std::string(" xmlns:") + prefix + "=\"" + name + '"';
  return attributes +
         " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
         " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\" office:version=\"1.3\"";
}

std::string manifest(std::size_t plots) {
  std::string xml =
      std::string(xml_declaration) +
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
      "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
      "manifest:version=\"1.3\" manifest:media-type=\"" +
      media_type + "\"/>";
  for (const char* part : {"content.xml", "meta.xml", "settings.xml", "styles.xml"}) {
    xml += std::string("<manifest:file-entry manifest:full-path=\"") + part +
           "\" manifest:media-type=\"text/xml\"/>";
  }
  for (std::size_t number = 1; number <= plots; ++number) {
    const std::string folder = plot_folder(number) + "/";
    xml += "<manifest:file-entry manifest:full-path=\"" + folder +
           "\" manifest:version=\"1.3\" manifest:media-type=\"" + plot_media_type +
           "\"/><manifest:file-entry manifest:full-path=\"" + folder +
           "content.xml\" manifest:media-type=\"text/xml\"/>";
  }
  return xml + "</manifest:manifest>";
}

std::string meta(const spreadsheet::Properties& properties) {
  const std::string day = calendar::iso_text(properties.created) + "T00:00:00Z";
  std::string xml = std::string(xml_declaration) + "<office:document-meta" + document_attributes() +
                    "><office:meta><meta:generator>equality-report</meta:generator>";
  xml += element("dc:title", properties.title) + element("dc:subject", properties.subject) +
         element("dc:description", properties.comments);
  for (std::size_t at = 0; at < properties.keywords.size();) {
    const std::size_t end = std::min(properties.keywords.find(", ", at), properties.keywords.size());
    xml += element("meta:keyword", properties.keywords.substr(at, end - at));
    at = end + 2;
  }
  xml += element("meta:initial-creator", properties.author) + element("dc:creator", properties.author) +
         element("meta:creation-date", day) + element("dc:date", day) +
         element("dc:language", properties.language);
  if (!properties.status.empty()) {
    xml += "<meta:user-defined meta:name=\"Status\" meta:value-type=\"string\">" +
           escaped(properties.status) + "</meta:user-defined>";
  }
  return xml + "</office:meta></office:document-meta>";
}

std::string settings(const spreadsheet::Book& book) {
  std::string xml = std::string(xml_declaration) + "<office:document-settings" + document_attributes() +
                    "><office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
                    "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>" +
                    item("ViewId", "string", "view1") +
                    "<config:config-item-map-named config:name=\"Tables\">";
  for (const spreadsheet::Sheet& sheet : book.sheets) {
    xml += "<config:config-item-map-entry config:name=\"" + escaped(sheet.name) + "\">" +
           item("CursorPositionX", "int", "0") + item("CursorPositionY", "int", "0") +
           item("HorizontalSplitMode", "short", "0") + item("VerticalSplitMode", "short", "0") +
           item("PositionLeft", "int", "0") + item("PositionTop", "int", "0") +
           item("ZoomType", "short", "0") + item("ZoomValue", "int", "100") +
           "</config:config-item-map-entry>";
  }
  return xml + "</config:config-item-map-named>" +
         item("ActiveTable", "string", escaped(book.sheets.front().name)) + item("ZoomType", "short", "0") +
         item("ZoomValue", "int", "100") +
         "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
         "</office:settings></office:document-settings>";
}

std::string styles(const spreadsheet::Properties& properties) {
  return std::string(xml_declaration) + "<office:document-styles" + document_attributes() +
         "><office:font-face-decls><style:font-face style:name=\"Arial\" svg:font-family=\"Arial\" "
         "style:font-family-generic=\"swiss\"/></office:font-face-decls><office:styles>"
         "<style:default-style style:family=\"table-cell\"><style:text-properties style:font-name=\"Arial\" "
         "fo:font-size=\"" +
         std::to_string(spreadsheet::text_points) + "pt\"" + language_attributes(properties.language) +
         "/></style:default-style><style:style style:name=\"Default\" style:family=\"table-cell\"/>" +
         heading_style(heading_1_style, "Heading 1", spreadsheet::title_points) +
         heading_style(heading_2_style, "Heading 2", spreadsheet::heading_points) +
         "<style:style style:name=\"" + link_style +
         "\" style:display-name=\"Internet link\" style:family=\"text\"><style:text-properties " +
         link_properties + "/></style:style></office:styles><office:automatic-styles>" +
         page_layout("pm1", "210mm", "297mm", "portrait") +
         page_layout("pm2", "297mm", "210mm", "landscape") +
         "</office:automatic-styles><office:master-styles>" + master_page(upright_page, "pm1") +
         master_page(across_page, "pm2") + "</office:master-styles></office:document-styles>";
}

}  // namespace eqr::render::ods
