// The parts of an OpenDocument spreadsheet that hold no cells.
#pragma once

#include <string>
#include <utility>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::ods {

inline constexpr const char* media_type = "application/vnd.oasis.opendocument.spreadsheet";
inline constexpr const char* xml_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// Names of the styles that styles() declares. A blank is written _20_ in a name, and shown as one.
inline constexpr const char* heading_1_style = "Heading_20_1";
inline constexpr const char* heading_2_style = "Heading_20_2";
inline constexpr const char* link_style = "Internet_20_link";
inline constexpr const char* link_properties =
    "fo:color=\"#0000ff\" style:text-underline-style=\"solid\" style:text-underline-width=\"auto\" "
    "style:text-underline-color=\"font-color\"";
inline constexpr const char* upright_page = "Upright";
inline constexpr const char* across_page = "Across";

// The attributes of every document element: namespaces and version.
[[nodiscard]] std::string document_attributes();

// Of a document with so many plots.
[[nodiscard]] std::string manifest(std::size_t plots);
[[nodiscard]] std::string meta(const spreadsheet::Properties& properties);
// The first sheet in front, the cursor in A1 of each, a zoom of 100%.
[[nodiscard]] std::string settings(const spreadsheet::Book& book);
// The language, the font of all cells, headings, links, paper.
[[nodiscard]] std::string styles(const spreadsheet::Properties& properties);

}  // namespace eqr::render::ods
