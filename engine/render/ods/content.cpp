#include "render/ods/content.hpp"

#include <algorithm>
#include <string_view>

#include "render/markup/escape.hpp"
#include "render/ods/automatic_styles.hpp"
#include "render/ods/fixed_parts.hpp"
#include "render/ods/plot_object.hpp"
#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/heights.hpp"
#include "render/spreadsheet/look.hpp"
#include "render/spreadsheet/screen_reader_names.hpp"

namespace eqr::render::ods {
namespace {

using markup::escaped;
using spreadsheet::Look;
using spreadsheet::Sheet;

std::string inline_text(std::string_view line) {
  std::string xml;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '\t') {
      xml += "<text:tab/>";
      ++at;
    } else if (line[at] == ' ') {
      const std::size_t end = std::min(line.find_first_not_of(' ', at), line.size());
      const bool is_at_edge = at == 0 || end == line.size();
      const std::size_t written = is_at_edge ? 0 : 1;
      if (written == 1) xml += ' ';
      if (end - at > written) xml += "<text:s text:c=\"" + std::to_string(end - at - written) + "\"/>";
      at = end;
    } else {
      const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
      xml += escaped(line.substr(at, end - at));
      at = end;
    }
  }
  return xml;
}

// "#Notes" leads to A1 of that sheet.
std::string link_target(const std::string& link) {
  return link.starts_with('#') ? link + ".A1" : link;
}

std::string text_cell(const std::string& style, const std::string& text, const std::string& link) {
  return "<table:table-cell table:style-name=\"" + style + "\" office:value-type=\"string\">" +
         paragraphs(text, link) + "</table:table-cell>";
}

std::string number_cell(const std::string& style, const spreadsheet::Amount& amount) {
  return "<table:table-cell table:style-name=\"" + style + "\" office:value-type=\"float\" office:value=\"" +
         numbers::to_text(amount.value, false) + "\"><text:p>" + shown(amount) +
         "</text:p></table:table-cell>";
}

class Writing {
 public:
  std::string table(const Sheet& sheet) {
    const std::size_t columns = sheet.table ? sheet.table->columns.size() : 1;
    std::string xml = "<table:table table:name=\"" + escaped(sheet.name) + "\" table:style-name=\"" +
                      (columns > spreadsheet::most_columns_upright ? across_table : upright_table) + "\">" +
                      "<table:title>" + escaped(sheet.lines.front().text) + "</table:title>";
    for (std::size_t i = 0; i < columns; ++i) {
      const int pixels = sheet.table ? sheet.table->columns[i].pixels : spreadsheet::text_column_pixels;
      xml += "<table:table-column table:style-name=\"" + m_styles.column(pixels) +
             "\" table:default-cell-style-name=\"Default\"/>";
    }
    for (const spreadsheet::Line& line : sheet.lines) xml += line_row(line, sheet.is_text);
    if (sheet.table) xml += rows(*sheet.table);
    if (sheet.plot)
      xml += "<table:table-row><table:table-cell>" + plot_frame(sheet, ++m_plots) +
             "</table:table-cell></table:table-row>";
    return xml + "</table:table>";
  }

  [[nodiscard]] const AutomaticStyles& styles() const { return m_styles; }

 private:
  std::string row(double height, const std::string& cells) {
    return "<table:table-row table:style-name=\"" + m_styles.row(height) + "\">" + cells +
           "</table:table-row>";
  }

  std::string line_row(const spreadsheet::Line& line, bool wraps) {
    const std::string style = m_styles.cell(look_of(line, wraps));
    return row(line_height(line, wraps, spreadsheet::text_column_pixels),
               text_cell(style, line.text, line.link));
  }

  std::string rows(const spreadsheet::MarkedTable& table) {
    std::string header;
    for (const spreadsheet::Column& column : table.columns)
      header += text_cell(m_styles.cell(header_look(column)), column.header, "");
    std::string xml =
        "<table:table-header-rows>" + row(header_height(table), header) + "</table:table-header-rows>";
    for (const spreadsheet::Row& each : table.rows) {
      std::string cells;
      for (std::size_t i = 0; i < table.columns.size(); ++i) cells += cell(table, each, i);
      xml += row(row_height(table, each), cells);
    }
    return xml;
  }

  std::string cell(const spreadsheet::MarkedTable& table, const spreadsheet::Row& row, std::size_t column) {
    const std::string style = m_styles.cell(cell_look(table, row, column));
    const spreadsheet::Cell& here = row.cells[column];
    if (const auto* text = std::get_if<spreadsheet::Text>(&here))
      return text_cell(style, text->text, text->link);
    if (const auto* amount = std::get_if<spreadsheet::Amount>(&here)) return number_cell(style, *amount);
    return "<table:table-cell table:style-name=\"" + style + "\"/>";
  }

  AutomaticStyles m_styles;
  std::size_t m_plots = 0;
};

std::string named_cells(const spreadsheet::Book& book) {
  std::string xml = "<table:named-expressions>";
  for (const Sheet& sheet : book.sheets) {
    for (const spreadsheet::NamedCell& named : spreadsheet::screen_reader_names(book, sheet)) {
      const std::string cell = address(sheet.name, named.row, named.column);
      xml += "<table:named-range table:name=\"" + named.name + "\" table:base-cell-address=\"" + cell +
             "\" table:cell-range-address=\"" + cell + "\"/>";
    }
  }
  return xml + "</table:named-expressions>";
}

std::string database_ranges(const spreadsheet::Book& book) {
  std::string xml = "<table:database-ranges>";
  for (const Sheet& sheet : book.sheets) {
    if (!sheet.table) continue;
    const std::size_t top = sheet.lines.size(), columns = sheet.table->columns.size();
    xml += "<table:database-range table:name=\"" + sheet.table->name + "\" table:target-range-address=\"" +
           address(sheet.name, top, 0) + ":" +
           address(sheet.name, top + sheet.table->rows.size(), columns - 1) +
           "\" table:contains-header=\"true\" table:display-filter-buttons=\"false\"/>";
  }
  return xml + "</table:database-ranges>";
}

}  // namespace

std::string paragraphs(const std::string& text, const std::string& link) {
  std::string xml;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = inline_text(std::string_view(text).substr(at, end - at));
    xml += "<text:p>";
    if (link.empty()) {
      xml += line;
    } else {
      xml += "<text:a xlink:type=\"simple\" xlink:href=\"" + escaped(link_target(link)) +
             "\" text:style-name=\"" + link_style + "\">" + line + "</text:a>";
    }
    xml += "</text:p>";
    at = end + 1;
  }
  return xml;
}

std::string content(const spreadsheet::Book& book) {
  Writing writing;
  std::string tables;
  for (const Sheet& sheet : book.sheets) tables += writing.table(sheet);
  return std::string(xml_declaration) + "<office:document-content" + document_attributes() +
         "><office:font-face-decls><style:font-face style:name=\"Arial\" svg:font-family=\"Arial\" "
         "style:font-family-generic=\"swiss\"/></office:font-face-decls>" +
         writing.styles().xml() + "<office:body><office:spreadsheet>" + tables + named_cells(book) +
         database_ranges(book) + "</office:spreadsheet></office:body></office:document-content>";
}

}  // namespace eqr::render::ods
