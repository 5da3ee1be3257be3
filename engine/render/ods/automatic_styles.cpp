#include "render/ods/automatic_styles.hpp"

#include <utility>
#include <vector>

#include "render/ods/fixed_parts.hpp"
#include "render/ods/plot_object.hpp"
#include "render/spreadsheet/widths.hpp"

namespace eqr::render::ods {
namespace {

using spreadsheet::Look;

// In tenths of a point, without a locale's decimal point.
std::string length(double points) {
  const int tenths = static_cast<int>(points * 10 + 0.5);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "pt";
}

std::string number(std::size_t n, const char* prefix) {
  return prefix + std::to_string(n);
}

template <typename Key>
std::string named(std::map<Key, std::size_t>& known, const Key& key, const char* prefix) {
  return number(known.try_emplace(key, known.size() + 1).first->second, prefix);
}

// By their numbers, so that they are declared in order of first use.
template <typename Key>
std::vector<Key> in_order(const std::map<Key, std::size_t>& known) {
  std::vector<Key> ordered(known.size());
  for (const auto& [key, place] : known) ordered[place - 1] = key;
  return ordered;
}

const char* parent_of(const Look& look) {
  switch (look.level) {
    case Look::Level::heading_1:
      return heading_1_style;
    case Look::Level::heading_2:
      return heading_2_style;
    case Look::Level::text:
      break;
  }
  return "Default";
}

double space_above(const Look& look) {
  if (look.level == Look::Level::heading_2) return 10;
  return look.bottom ? 6 : 1;  // headers stand a little apart from what is above the table
}

std::string number_style(const Look& look, const std::string& name) {
  return "<number:number-style style:name=\"" + name + "\"><number:number number:decimal-places=\"" +
         std::to_string(look.places) + "\" number:min-decimal-places=\"" + std::to_string(look.places) +
         "\" number:min-integer-digits=\"1\"" + (look.grouped ? " number:grouping=\"true\"" : "") +
         "/></number:number-style>";
}

std::string cell_style(const Look& look, std::size_t place) {
  std::string style = "<style:style style:name=\"" + number(place, "ce") +
                      "\" style:family=\"table-cell\" style:parent-style-name=\"" + parent_of(look) + '"';
  if (look.is_number()) style += " style:data-style-name=\"" + number(place, "nu") + '"';
  style += "><style:table-cell-properties style:vertical-align=\"";
  style += look.bottom ? "bottom" : "top";
  style += look.wrap ? "\" fo:wrap-option=\"wrap\"" : "\" fo:wrap-option=\"no-wrap\"";
  // Programs fit rows to their text anew; space that sets groups of lines apart is therefore the cell's own.
  style += " fo:padding-top=\"" + length(space_above(look)) + "\" fo:padding-bottom=\"1.0pt\"";
  style += " fo:padding-left=\"2.0pt\" fo:padding-right=\"2.0pt\"";
  style += " style:text-align-source=\"fix\"/><style:paragraph-properties fo:text-align=\"";
  style += look.right ? "end\"" : "start\"";
  if (look.gap) style += " fo:margin-left=\"" + length(spreadsheet::gap_pixels * 0.75) + '"';
  style += "/>";
  std::string text;
  if (look.bold && look.level == Look::Level::text) text += " fo:font-weight=\"bold\"";
  // Programs show a link as its cell looks, whatever the style of its text.
  if (look.link) text += std::string(" ") + link_properties;
  if (!text.empty()) style += "<style:text-properties" + text + "/>";
  return style + "</style:style>";
}

}  // namespace

std::string AutomaticStyles::cell(const Look& look) {
  return named(m_cells, look, "ce");
}

std::string AutomaticStyles::column(int pixels) {
  return named(m_columns, pixels, "co");
}

std::string AutomaticStyles::row(double points) {
  return named(m_rows, points, "ro");
}

std::string AutomaticStyles::xml() const {
  std::string xml = "<office:automatic-styles>";
  std::size_t place = 0;
  for (const int pixels : in_order(m_columns)) {
    xml += "<style:style style:name=\"" + number(++place, "co") +
           "\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"" +
           length(pixels * 0.75) + "\"/></style:style>";
  }
  place = 0;
  for (const double points : in_order(m_rows)) {
    xml += "<style:style style:name=\"" + number(++place, "ro") +
           "\" style:family=\"table-row\"><style:table-row-properties style:row-height=\"" + length(points) +
           "\" style:use-optimal-row-height=\"true\"/></style:style>";
  }
  for (const auto& [name, page] :
       {std::pair(upright_table, upright_page), std::pair(across_table, across_page)}) {
    xml += std::string("<style:style style:name=\"") + name +
           "\" style:family=\"table\" style:master-page-name=\"" + page +
           "\"><style:table-properties table:display=\"true\" style:writing-mode=\"lr-tb\"/></style:style>";
  }
  xml += std::string("<style:style style:name=\"") + plot_style +
         "\" style:family=\"graphic\"><style:graphic-properties draw:stroke=\"none\" draw:fill=\"none\"/>"
         "</style:style>";
  place = 0;
  for (const Look& look : in_order(m_cells)) {
    ++place;
    if (look.is_number()) xml += number_style(look, number(place, "nu"));
    xml += cell_style(look, place);
  }
  return xml + "</office:automatic-styles>";
}

}  // namespace eqr::render::ods
