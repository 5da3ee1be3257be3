#include "render/workbook/package_finish.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "render/markup/escape.hpp"
#include "render/package/zip_package.hpp"
#include "render/spreadsheet/sentences.hpp"

namespace eqr::render::spreadsheet {
namespace {

constexpr const char* styles_part = "xl/styles.xml";
constexpr const char* properties_part = "docProps/core.xml";
constexpr const char* sheet_parts = "xl/worksheets/sheet";
constexpr const char* table_parts = "xl/tables/table";
constexpr const char* chart_parts = "xl/charts/chart";
constexpr const char* drawing_parts = "xl/drawings/drawing";
constexpr const char* workbook_part = "xl/workbook.xml";
constexpr const char* types_part = "[Content_Types].xml";

[[noreturn]] void refuse(const std::string& part, const std::string& expected) {
  throw std::runtime_error("workbook: " + part + " of the package holds no " + expected);
}

// Where an element's content begins and ends; it must be there.
struct Span {
  std::size_t begin;
  std::size_t end;
};

Span content_of(const std::string& xml, const std::string& element) {
  const std::size_t tag = xml.find("<" + element + " ");
  const std::size_t begin = tag == std::string::npos ? tag : xml.find('>', tag);
  const std::size_t end = begin == std::string::npos ? begin : xml.find("</" + element + ">", begin);
  if (end == std::string::npos) refuse(styles_part, element);
  return {begin + 1, end};
}

// The elements of one name in a list, such as every <font>…</font> or <xf …/> of it.
std::vector<std::string> items_of(const std::string& xml, const std::string& list, const std::string& item) {
  const Span span = content_of(xml, list);
  std::vector<std::string> items;
  for (std::size_t at = xml.find("<" + item, span.begin); at < span.end; at = xml.find("<" + item, at)) {
    const std::size_t tag_end = xml.find('>', at);
    const bool is_empty = xml[tag_end - 1] == '/';
    const std::string closing = "</" + item + ">";
    const std::size_t end = is_empty ? tag_end + 1 : xml.find(closing, at) + closing.size();
    items.push_back(xml.substr(at, end - at));
    at = end;
  }
  return items;
}

void replace_list(std::string& xml, const std::string& list, const std::vector<std::string>& items) {
  const Span span = content_of(xml, list);
  const std::size_t tag = xml.rfind('<', span.begin - 1);
  std::string made = "<" + list + " count=\"" + std::to_string(items.size()) + "\">";
  for (const std::string& item : items) made += item;
  xml.replace(tag, span.end - tag, made);
}

std::string replaced_everywhere(const std::string& text, std::string_view what, std::string_view by) {
  std::string made;
  made.reserve(text.size());
  std::size_t kept = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, kept)) {
    made.append(text, kept, at - kept).append(by);
    kept = at + what.size();
  }
  return made.append(text, kept);
}

bool is_font_of(const std::string& font, int points) {
  return font.find("<b/>") != std::string::npos &&
         font.find("<sz val=\"" + std::to_string(points) + "\"/>") != std::string::npos;
}

}  // namespace

std::string with_language(const std::string& core_properties, const std::string& language) {
  const std::size_t end = core_properties.find("</cp:coreProperties>");
  if (end == std::string::npos) refuse(properties_part, "cp:coreProperties");
  std::string made = core_properties;
  made.insert(end, "<dc:language>" + markup::escaped(language) + "</dc:language>");
  return made;
}

std::string with_heading_styles(const std::string& styles) {
  struct Heading {
    int points;
    const char* name;
    int builtin_id;  // ECMA-376 part 1, 18.8.7
    std::size_t font = 0;
    std::size_t style = 0;
  };
  std::array<Heading, 2> headings = {Heading{16, "Heading 1", 16}, Heading{14, "Heading 2", 17}};
  std::string made = styles;

  std::vector<std::string> fonts = items_of(made, "fonts", "font");
  if (fonts.empty()) refuse(styles_part, "font");
  fonts.front() = "<font><sz val=\"12\"/><color theme=\"1\"/><name val=\"Arial\"/><family val=\"2\"/></font>";
  std::vector<std::string> style_formats = items_of(made, "cellStyleXfs", "xf");
  std::vector<std::string> cell_formats = items_of(made, "cellXfs", "xf");
  std::vector<std::string> cell_styles = items_of(made, "cellStyles", "cellStyle");

  for (Heading& heading : headings) {
    const auto font =
        std::ranges::find_if(fonts, [&](const std::string& f) { return is_font_of(f, heading.points); });
    if (font == fonts.end()) continue;  // a workbook without headings of this level
    const auto font_id = std::to_string(font - fonts.begin());
    const auto style_id = std::to_string(style_formats.size());
    style_formats.push_back("<xf numFmtId=\"0\" fontId=\"" + font_id +
                            "\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"0\" applyFill=\"0\" "
                            "applyBorder=\"0\" applyAlignment=\"0\" applyProtection=\"0\"/>");
    cell_styles.push_back(std::string("<cellStyle name=\"") + heading.name + "\" xfId=\"" + style_id +
                          "\" builtinId=\"" + std::to_string(heading.builtin_id) +
                          "\" customBuiltin=\"1\"/>");
    for (std::string& format : cell_formats) {
      if (format.find(" fontId=\"" + font_id + "\"") == std::string::npos) continue;
      const std::string normal = " xfId=\"0\"";
      const std::size_t at = format.find(normal);
      if (at == std::string::npos) refuse(styles_part, "xfId");
      format.replace(at, normal.size(), " xfId=\"" + style_id + "\"");
    }
  }
  replace_list(made, "fonts", fonts);
  replace_list(made, "cellStyleXfs", style_formats);
  replace_list(made, "cellXfs", cell_formats);
  replace_list(made, "cellStyles", cell_styles);
  return made;
}

std::string with_growing_rows(const std::string& sheet) {
  return replaced_everywhere(sheet, " customHeight=\"1\"", "");
}

std::string with_alternative_text(const std::string& table, const std::string& title,
                                  const std::string& description) {
  const std::string end = "</table>";
  if (!table.ends_with(end)) refuse("a table", "end");
  std::string made = table;
  made.insert(made.size() - end.size(),
              "<extLst><ext xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" "
              "uri=\"{504A1905-F514-4f6f-8877-14C23A59335A}\"><x14:table altText=\"" +
                  markup::escaped(title) + "\" altTextSummary=\"" + markup::escaped(description) +
                  "\"/></ext></extLst>");
  return made;
}

std::string with_numbers_of_cells(const std::string& chart, const Plot& plot, const MarkedTable& table,
                                  const std::string& language) {
  const std::string start = "<c:numCache>", end = "</c:numCache>";
  const std::string escaped = markup::escaped(language);
  std::string made = replaced_everywhere(chart, "lang val=\"en-US\"", "lang val=\"" + escaped + "\"");
  made = replaced_everywhere(made, " lang=\"en-US\"", " lang=\"" + escaped + "\"");
  std::size_t at = 0;
  for (const Plot::Series& series : plot.series) {
    at = made.find(start, at);
    const std::size_t stop = made.find(end, at);
    if (stop == std::string::npos) refuse("a chart", "numbers of a series");
    std::string numbers =
        start + "<c:formatCode>General</c:formatCode><c:ptCount val=\"" + std::to_string(plot.rows) + "\"/>";
    for (std::size_t row = 0; row < plot.rows; ++row) {
      const auto* amount = std::get_if<Amount>(&table.rows[row].cells[series.column]);
      if (amount == nullptr) continue;
      numbers += "<c:pt idx=\"" + std::to_string(row) + "\"><c:v>" + numbers::to_text(amount->value, false) +
                 "</c:v></c:pt>";
    }
    made.replace(at, stop - at, numbers);
    at += numbers.size();
  }
  return made;
}

std::string with_chart_name(const std::string& drawing, const std::string& name) {
  const std::string start = "<xdr:cNvPr id=\"2\" name=\"";
  const std::size_t tag = drawing.find(start);
  if (tag == std::string::npos) refuse("a drawing", "name of a chart");
  std::string made = drawing;
  const std::size_t at = tag + start.size();
  made.replace(at, made.find('"', at) - at, markup::escaped(name));
  return made;
}

std::string without_recalculation(const std::string& workbook) {
  const std::string wish = " fullCalcOnLoad=\"1\"";
  std::string made = workbook;
  const std::size_t at = made.find(wish);
  if (at != std::string::npos) made.erase(at, wish.size());
  return made;
}

namespace {

std::string name_of_table(const std::string& table) {
  const std::string start = " displayName=\"";
  const std::size_t at = table.find(start);
  if (at == std::string::npos) refuse("a table", "name");
  return table.substr(at + start.size(), table.find('"', at + start.size()) - at - start.size());
}

// "Table of 7 rows and 5 columns: Ethnicity, Number of staff, …"
std::string description_of(const MarkedTable& table) {
  std::string description = "Table of " + counted(table.rows.size(), "row", "rows") + " and " +
                            counted(table.columns.size(), "column", "columns") + ": ";
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    description += (i > 0 ? ", " : "") + one_line(table.columns[i].header);
  return description;
}

// libxlsxwriter numbers charts, and the drawings that hold one each, in the order in which they were made.
const Sheet& sheet_of_plot(const std::string& part, const std::string& before_number, const Book& book) {
  std::size_t left = std::stoul(part.substr(before_number.size()));
  for (const Sheet& sheet : book.sheets) {
    if (sheet.plot && --left == 0) return sheet;
  }
  refuse(part, "chart that the report knows");
}

std::string chart_of_cells(const package::Part& part, const Book& book) {
  const Plot& plot = *sheet_of_plot(part.name, chart_parts, book).plot;
  return with_numbers_of_cells(part.content, plot, *sheet_named(book, plot.sheet).table,
                               book.properties.language);
}

std::string described(const std::string& part, const Book& book) {
  const std::string name = name_of_table(part);
  for (const Sheet& sheet : book.sheets) {
    if (sheet.table && sheet.table->name == name)
      return with_alternative_text(part, sheet.lines.front().text, description_of(*sheet.table));
  }
  refuse("a table", "name that the report knows");
}

}  // namespace

std::string finished(const std::string& file, const Book& book) {
  std::vector<package::Part> parts = package::unpacked(file);
  // Excel wants the list of content types first; the other parts follow in the order of their names.
  std::stable_partition(parts.begin(), parts.end(),
                        [](const package::Part& part) { return part.name == types_part; });
  bool has_styles = false;
  bool has_properties = false;
  for (auto& [name, content, is_stored] : parts) {
    if (name.starts_with(sheet_parts)) {
      content = with_growing_rows(content);
    } else if (name.starts_with(table_parts)) {
      content = described(content, book);
    } else if (name.starts_with(chart_parts)) {
      content = chart_of_cells({name, content}, book);
    } else if (name.starts_with(drawing_parts)) {
      content = with_chart_name(content, sheet_of_plot(name, drawing_parts, book).name);
    } else if (name == workbook_part) {
      content = without_recalculation(content);
    } else if (name == styles_part) {
      content = with_heading_styles(content);
      has_styles = true;
    } else if (name == properties_part) {
      content = with_language(content, book.properties.language);
      has_properties = true;
    }
  }
  if (!has_styles || !has_properties) refuse("the list", has_styles ? properties_part : styles_part);
  return package::packed(parts);
}

}  // namespace eqr::render::spreadsheet
