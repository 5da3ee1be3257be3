#include "render/ods/plot_object.hpp"

#include <cstdio>

#include "render/markup/escape.hpp"
#include "render/ods/fixed_parts.hpp"
#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/plot_cells.hpp"
#include "render/spreadsheet/widths.hpp"

namespace eqr::render::ods {
namespace {

using markup::escaped;
using spreadsheet::Plot;

constexpr unsigned black = 0x0B0C0C;
constexpr const char* no_line = "draw:stroke=\"none\"";

std::string colour(unsigned rgb) {
  char written[8];
  std::snprintf(written, sizeof written, "#%06x", rgb);
  return written;
}

std::string inches(int pixels) {
  char written[32];
  std::snprintf(written, sizeof written, "%.4fin", pixels / 96.0);
  return written;
}

// "0.25", without an exponent and without noughts at the end: gridlines stand at round numbers.
std::string decimal(double value, int places) {
  char written[64];
  std::snprintf(written, sizeof written, "%.*f", places, value);
  return written;
}

std::string font(unsigned rgb, bool is_bold = false) {
  return "<style:text-properties fo:color=\"" + colour(rgb) + "\" fo:font-family=\"Arial\" fo:font-size=\"" +
         std::to_string(spreadsheet::text_points) + "pt\"" + (is_bold ? " fo:font-weight=\"bold\"" : "") +
         "/>";
}

std::string style(const std::string& name, const std::string& chart, const std::string& graphic,
                  const std::string& text, const std::string& format = {}) {
  std::string xml = "<style:style style:name=\"" + name + "\" style:family=\"chart\"" +
                    (format.empty() ? "" : " style:data-style-name=\"" + format + "\"") + ">";
  if (!chart.empty()) xml += "<style:chart-properties " + chart + "/>";
  if (!graphic.empty()) xml += "<style:graphic-properties " + graphic + "/>";
  return xml + text + "</style:style>";
}

std::string number_format(const std::string& name, int places) {
  return "<number:number-style style:name=\"" + name + "\"><number:number number:decimal-places=\"" +
         std::to_string(places) +
         "\" number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>";
}

std::string series_style(std::size_t number) {
  return "series" + std::to_string(number);
}

// A point of that series whose number is not written, as it does not fit.
std::string quiet_style(std::size_t number) {
  return series_style(number) + "quiet";
}

const char* name_of(Plot::Marker marker) {
  switch (marker) {
    case Plot::Marker::circle:
      return "circle";
    case Plot::Marker::square:
      return "square";
    case Plot::Marker::diamond:
      return "diamond";
    case Plot::Marker::triangle:
      return "arrow-up";
  }
  return "circle";
}

class Object {
 public:
  Object(const spreadsheet::Sheet& sheet, const spreadsheet::Book& book)
      : m_sheet(sheet),
        m_plot(*sheet.plot),
        m_cells(cells_of(m_plot, book)),
        m_table(*sheet_named(book, m_plot.sheet).table) {}

  [[nodiscard]] std::string xml() const {
    return std::string(xml_declaration) + "<office:document-content" + document_attributes() +
           " xmlns:chart=\"urn:oasis:names:tc:opendocument:xmlns:chart:1.0\">" + styles() +
           "<office:body><office:chart>" + chart() +
           "</office:chart></office:body></office:document-content>";
  }

 private:
  [[nodiscard]] std::string styles() const {
    const std::string line = "svg:stroke-width=\"0.75pt\" svg:stroke-color=\"#d9d9d9\"";
    std::string xml = "<office:automatic-styles>" + number_format("scale", m_plot.places);
    xml += style("chart", "", no_line, "") + style("words", "", no_line, font(black)) +
           style("wall", "", no_line + std::string(" draw:fill=\"none\""), "") +
           style("title", "", "", font(black, true)) +
           style("plot",
                 std::string("chart:vertical=\"") + (m_plot.has_bars() ? "true" : "false") +
                     "\" chart:stacked=\"" + (m_plot.is_stacked() ? "true" : "false") +
                     "\" chart:treat-empty-cells=\"leave-gap\"",
                 "", "") +
           style("groups",
                 std::string("chart:display-label=\"true\" chart:reverse-direction=\"") +
                     (m_plot.has_bars() ? "true" : "false") +
                     "\" chart:tick-marks-major-inner=\"false\" chart:tick-marks-major-outer=\"false\" "
                     "chart:axis-label-position=\"outside-start\" text:line-break=\"true\"",
                 "svg:stroke-width=\"1.5pt\" svg:stroke-color=\"#3d3d3d\"", font(black)) +
           style("amounts",
                 "chart:display-label=\"true\" chart:minimum=\"" + decimal(m_plot.low, m_plot.places) +
                     "\" chart:maximum=\"" + decimal(m_plot.high, m_plot.places) +
                     "\" chart:interval-major=\"" + decimal(m_plot.step, m_plot.places) +
                     "\" chart:gap-width=\"50\" chart:link-data-style-to-source=\"false\" "
                     "chart:axis-position=\"" +
                     (m_plot.has_bars() ? "end" : "start") +
                     "\" chart:tick-marks-major-inner=\"false\" chart:tick-marks-major-outer=\"false\"",
                 no_line, font(black), "scale") +
           style("grid", "", line, "");
    for (std::size_t i = 0; i < m_plot.series.size(); ++i) {
      const Plot::Series& series = m_plot.series[i];
      xml += style(series_style(i),
                   "chart:link-data-style-to-source=\"true\" chart:data-label-number=\"value\" "
                   "chart:label-position=\"" +
                       std::string(label_position(series)) + "\"" + symbol(series),
                   shapes(series), font(series.ink)) +
             style(quiet_style(i), "chart:data-label-number=\"none\"" + symbol(series), shapes(series), "");
    }
    return xml + "</office:automatic-styles>";
  }

  [[nodiscard]] const char* label_position(const Plot::Series& series) const {
    if (m_plot.is_stacked()) return "center";
    if (m_plot.kind == Plot::Kind::lines) return "top";
    if (m_plot.kind != Plot::Kind::dots) return "outside";
    return &series == &m_plot.series.front() ? "right" : "left";
  }
  [[nodiscard]] std::string chart_class() const {
    return m_plot.has_bars() ? "chart:class=\"chart:bar\"" : "chart:class=\"chart:line\"";
  }

  [[nodiscard]] std::string shapes(const Plot::Series& series) const {
    const std::string filled = "draw:fill=\"solid\" draw:fill-color=\"" + colour(series.colour) + "\"";
    if (m_plot.kind != Plot::Kind::lines) return std::string(no_line) + " " + filled;
    return "draw:stroke=\"solid\" svg:stroke-width=\"2.25pt\" svg:stroke-color=\"" + colour(series.colour) +
           "\" " + filled;
  }
  [[nodiscard]] std::string symbol(const Plot::Series& series) const {
    if (m_plot.has_bars()) return {};
    return std::string(" chart:symbol-type=\"named-symbol\" chart:symbol-name=\"") + name_of(series.marker) +
           "\" chart:symbol-width=\"8pt\" chart:symbol-height=\"8pt\"";
  }

  [[nodiscard]] std::string chart() const {
    std::string xml = "<chart:chart " + chart_class() +
                      " chart:style-name=\"chart\" xlink:href=\"..\" "
                      "xlink:type=\"simple\" svg:width=\"" +
                      inches(m_plot.width) + "\" svg:height=\"" + inches(m_plot.height) + "\">" +
                      titled("title", m_sheet.lines.front().text);
    if (m_plot.series.size() > 1)
      xml += "<chart:legend chart:legend-position=\"top\" chart:style-name=\"words\"/>";
    xml += "<chart:plot-area chart:style-name=\"plot\" chart:data-source-has-labels=\"both\">" + axes();
    for (std::size_t i = 0; i < m_plot.series.size(); ++i) xml += series(i);
    return xml + "<chart:wall chart:style-name=\"wall\"/></chart:plot-area>" + own_table() + "</chart:chart>";
  }

  static std::string titled(const char* style_name, const std::string& text) {
    return std::string("<chart:title chart:style-name=\"") + style_name + "\"><text:p>" + escaped(text) +
           "</text:p></chart:title>";
  }

  [[nodiscard]] std::string axes() const {
    const std::string measure = m_plot.series.size() == 1 ? header(m_plot.series.front()) : m_plot.measure;
    return "<chart:axis chart:dimension=\"x\" chart:name=\"primary-x\" "
           "chart:style-name=\"groups\"><chart:categories table:cell-range-address=\"" +
           rows(m_plot.label_column) +
           "\"/></chart:axis><chart:axis chart:dimension=\"y\" chart:name=\"primary-y\" "
           "chart:style-name=\"amounts\">" +
           (measure.empty() ? "" : titled("words", measure)) +
           "<chart:grid chart:class=\"major\" chart:style-name=\"grid\"/></chart:axis>";
  }

  [[nodiscard]] std::string series(std::size_t number) const {
    const Plot::Series& series = m_plot.series[number];
    std::string xml = "<chart:series " + chart_class() + " chart:style-name=\"" + series_style(number) +
                      "\" chart:values-cell-range-address=\"" + rows(series.column) +
                      "\" chart:label-cell-address=\"" +
                      address(m_plot.sheet, m_cells.header, series.column) + "\">";
    for (const Plot::Label label : series.labels)
      xml += label == Plot::Label::none
                 ? "<chart:data-point chart:style-name=\"" + quiet_style(number) + "\"/>"
                 : "<chart:data-point/>";
    return xml + "</chart:series>";
  }

  [[nodiscard]] std::string own_table() const {
    std::string xml =
        "<table:table "
        "table:name=\"local-table\"><table:table-header-columns><table:table-column/></"
        "table:table-header-columns><table:table-columns>";
    for (std::size_t i = 0; i < m_plot.series.size(); ++i) xml += "<table:table-column/>";
    xml += "</table:table-columns><table:table-header-rows><table:table-row>" + words("");
    for (const Plot::Series& series : m_plot.series) xml += words(header(series));
    xml += "</table:table-row></table:table-header-rows><table:table-rows>";
    for (std::size_t row = 0; row < m_plot.rows; ++row) {
      xml += "<table:table-row>" + cell(row, m_plot.label_column);
      for (const Plot::Series& series : m_plot.series) xml += cell(row, series.column);
      xml += "</table:table-row>";
    }
    return xml + "</table:table-rows></table:table>";
  }

  static std::string words(const std::string& text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + escaped(text) +
           "</text:p></table:table-cell>";
  }
  [[nodiscard]] std::string cell(std::size_t row, std::size_t column) const {
    const spreadsheet::Cell& cell = m_table.rows[row].cells[column];
    if (const auto* text = std::get_if<spreadsheet::Text>(&cell)) return words(text->text);
    const auto* amount = std::get_if<spreadsheet::Amount>(&cell);
    if (amount == nullptr) return "<table:table-cell/>";
    const std::string value = numbers::to_text(amount->value, false);
    return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"><text:p>" + value +
           "</text:p></table:table-cell>";
  }

  [[nodiscard]] const std::string& header(const Plot::Series& series) const {
    return m_table.columns[series.column].header;
  }
  [[nodiscard]] std::string rows(std::size_t column) const {
    return address(m_plot.sheet, m_cells.first, m_cells.last, column);
  }

  const spreadsheet::Sheet& m_sheet;
  const Plot& m_plot;
  spreadsheet::PlotCells m_cells;
  const spreadsheet::MarkedTable& m_table;
};

}  // namespace

std::string plot_object(const spreadsheet::Sheet& sheet, const spreadsheet::Book& book) {
  return Object(sheet, book).xml();
}

std::string plot_folder(std::size_t number) {
  return "Object " + std::to_string(number);
}

std::string plot_frame(const spreadsheet::Sheet& sheet, std::size_t number) {
  return std::string("<draw:frame draw:style-name=\"") + plot_style + "\" draw:name=\"" +
         escaped(sheet.name) + "\" svg:x=\"0in\" svg:y=\"0in\" svg:width=\"" + inches(sheet.plot->width) +
         "\" svg:height=\"" + inches(sheet.plot->height) + "\"><draw:object xlink:href=\"./" +
         plot_folder(number) +
         "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/><svg:title>" +
         escaped(sheet.lines.front().text) + "</svg:title><svg:desc>" + escaped(sheet.plot->alternative) +
         "</svg:desc></draw:frame>";
}

std::string address(const std::string& sheet, std::size_t row, std::size_t column) {
  return "$" + sheet + "." + spreadsheet::absolute_cell_name(row, column);
}

std::string address(const std::string& sheet, std::size_t first, std::size_t last, std::size_t column) {
  return address(sheet, first, column) + ":" + address(sheet, last, column);
}

}  // namespace eqr::render::ods
