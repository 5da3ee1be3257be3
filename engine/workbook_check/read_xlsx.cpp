#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "workbook_check/element.hpp"
#include "workbook_check/read_book.hpp"

namespace eqr::workbook_check {
namespace {

std::size_t number_in(std::string_view text, std::size_t otherwise = 0) {
  std::size_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

double decimal_in(std::string_view text) {
  double number = std::numeric_limits<double>::quiet_NaN();
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ptr == text.data() + text.size() ? number : std::numeric_limits<double>::quiet_NaN();
}

// "../tables/table1.xml" as seen from the part "xl/worksheets/sheet1.xml".
std::string resolved(const std::string& from, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder = from.substr(0, from.find_last_of('/') + 1);
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = folder.find_last_of('/', folder.empty() ? 0 : folder.size() - 2);
    folder.resize(slash == std::string::npos || folder.empty() ? 0 : slash + 1);
  }
  return folder + std::string(target);
}

struct Relation {
  std::string kind;    // the end of its type: "table", "drawing", "hyperlink"
  std::string target;  // a part, or an address outside
};

class Reading {
 public:
  explicit Reading(const tabular::ZipArchive& archive) : m_archive(archive) {}

  Book read() {
    read_properties();
    read_styles();
    read_shared_texts();
    const Element workbook = part("xl/workbook.xml", "the workbook", "workbook");
    m_book.has_macros = m_archive.part("xl/vbaProject.bin").has_value();
    m_book.is_protected = workbook.child("workbookProtection").is_set("lockStructure");
    const Element& views = workbook.child("bookViews");
    m_book.active_sheet = number_in(views.child("workbookView")["activeTab"]);
    const auto relations = relations_of("xl/workbook.xml");
    for (const Element& sheet : workbook.child("sheets").children) {
      const auto relation = relations.find(std::string(sheet["r:id"]));
      if (sheet.name == "sheet" && relation != relations.end()) add_sheet(sheet, relation->second);
    }
    return std::move(m_book);
  }

 private:
  [[nodiscard]] Element part(const std::string& name, const std::string& what,
                             const std::string& root) const {
    return read_part(m_archive, name, what, root);
  }

  [[nodiscard]] std::map<std::string, Relation> relations_of(const std::string& name) const {
    const std::size_t slash = name.find_last_of('/');
    const Element list = part(name.substr(0, slash + 1) + "_rels/" + name.substr(slash + 1) + ".rels",
                              "a list of relations", "Relationships");
    std::map<std::string, Relation> relations;
    for (const Element& one : list.children) {
      const std::string_view type = one["Type"];
      const bool is_outside = one["TargetMode"] == "External";
      relations[std::string(one["Id"])] = {
          std::string(type.substr(type.find_last_of('/') + 1)),
          is_outside ? std::string(one["Target"]) : resolved(name, one["Target"])};
    }
    return relations;
  }

  void read_properties() {
    const Element core = part("docProps/core.xml", "the document's properties", "coreProperties");
    m_book.title = core.child("title").all_text();
    m_book.author = core.child("creator").all_text();
    m_book.keywords = core.child("keywords").all_text();
    m_book.language = core.child("language").all_text();
  }

  // ---- styles ----

  static std::optional<std::uint32_t> colour_of(const Element& colour) {
    const std::string_view rgb = colour["rgb"];
    std::uint32_t number = 0;
    if (rgb.size() != 8) return std::nullopt;
    const auto read = std::from_chars(rgb.data() + 2, rgb.data() + 8, number, 16);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
  }

  static void take_font(Look& look, const Element& font) {
    look.font = font.child("name")["val"];
    if (look.font.empty()) look.font = font.child("rFont")["val"];
    look.points = decimal_in(font.child("sz")["val"]);
    const auto is_on = [&](const char* name) {
      return font.has_child(name) && (!font.child(name).has("val") || font.child(name).is_set("val"));
    };
    look.bold = is_on("b");
    look.italic = is_on("i");
    look.struck_out = is_on("strike");
    look.underlined = font.has_child("u") && font.child("u")["val"] != "none";
    look.superscript = font.child("vertAlign")["val"] == "superscript";
    look.colour = colour_of(font.child("color"));
  }

  static bool has_border(const Element& border) {
    return std::ranges::any_of(
        border.children, [](const Element& side) { return side.has("style") && side["style"] != "none"; });
  }

  static std::string format_of(std::size_t id, const std::map<std::size_t, std::string>& own) {
    const auto found = own.find(id);
    if (found != own.end()) return found->second;
    switch (id) {  // ECMA-376 part 1, 18.8.30
      case 0:
        return "General";
      case 1:
        return "0";
      case 2:
        return "0.00";
      case 3:
        return "#,##0";
      case 4:
        return "#,##0.00";
      case 9:
        return "0%";
      case 10:
        return "0.00%";
      case 49:
        return "@";
      default:
        return "built-in " + std::to_string(id);
    }
  }

  // "Heading 1" is built-in style 16; Title, 15, is one as well.
  static int heading_of(const Element& style) {
    const std::size_t id = number_in(style["builtinId"]);
    const std::string_view name = style["name"];
    if (id >= 16 && id <= 19) return static_cast<int>(id) - 15;
    if (name.starts_with("Heading ") && name.size() == 9) return name.back() - '0';
    return 0;
  }

  void read_styles() {
    const Element styles = part("xl/styles.xml", "the styles", "styleSheet");
    std::map<std::size_t, std::string> formats;
    for (const Element& format : styles.child("numFmts").children)
      formats[number_in(format["numFmtId"])] = format["formatCode"];
    std::map<std::size_t, int> headings;
    for (const Element& style : styles.child("cellStyles").children)
      headings[number_in(style["xfId"])] = heading_of(style);
    const auto at = [](const std::vector<const Element*>& list, std::string_view index) -> const Element& {
      static const Element nothing;
      const std::size_t place = number_in(index);
      return place < list.size() ? *list[place] : nothing;
    };
    const auto fonts = elements_of(styles.child("fonts")), fills = elements_of(styles.child("fills")),
               borders = elements_of(styles.child("borders"));
    for (const Element& format : styles.child("cellXfs").children) {
      if (format.name != "xf") continue;
      Look look;
      take_font(look, at(fonts, format["fontId"]));
      const Element& pattern = at(fills, format["fillId"]).child("patternFill");
      look.filled = pattern.has("patternType") && pattern["patternType"] != "none";
      look.bordered = has_border(at(borders, format["borderId"]));
      const Element& alignment = format.child("alignment");
      look.wraps = alignment.is_set("wrapText");
      look.turned = alignment.has("textRotation") && alignment["textRotation"] != "0";
      look.indent = static_cast<int>(number_in(alignment["indent"]));
      const std::string_view side = alignment["horizontal"];
      look.align = side.empty() || side == "general" ? Look::Align::general
                   : side == "left"                  ? Look::Align::left
                   : side == "right"                 ? Look::Align::right
                                                     : Look::Align::other;
      look.number_format = format_of(number_in(format["numFmtId"]), formats);
      look.heading = headings[number_in(format["xfId"])];
      m_book.looks.push_back(std::move(look));
    }
    if (m_book.looks.empty()) m_book.looks.emplace_back();
  }

  // Without the blanks that indent the XML.
  static std::vector<const Element*> elements_of(const Element& list) {
    std::vector<const Element*> made;
    for (const Element& child : list.children) {
      if (!child.name.empty()) made.push_back(&child);
    }
    return made;
  }

  // ---- texts ----

  struct SharedText {
    std::string text;
    bool has_superscript = false;
  };

  static SharedText text_of(const Element& item) {
    SharedText made;
    for (const Element& child : item.children) {
      if (child.name == "t") made.text += child.all_text();
      if (child.name != "r") continue;
      made.text += child.child("t").all_text();
      if (child.child("rPr").child("vertAlign")["val"] == "superscript") made.has_superscript = true;
    }
    return made;
  }

  void read_shared_texts() {
    const Element list = part("xl/sharedStrings.xml", "the list of texts", "sst");
    for (const Element& item : list.children) {
      if (item.name == "si") m_texts.push_back(text_of(item));
    }
  }

  // ---- sheets ----

  void add_sheet(const Element& listed, const Relation& relation) {
    Sheet sheet;
    sheet.name = listed["name"];
    sheet.is_hidden = listed.has("state") && listed["state"] != "visible";
    sheet.is_chart = relation.kind == "chartsheet";
    const std::string root = sheet.is_chart ? "chartsheet" : "worksheet";
    const Element xml = part(relation.target, "the sheet \"" + sheet.name + '"', root);
    read_view(sheet, xml);
    read_rows(sheet, xml);
    for (const Element& columns : xml.child("cols").children) {
      if (!columns.is_set("hidden")) continue;
      const std::size_t first = number_in(columns["min"], 1), last = number_in(columns["max"], first);
      for (std::size_t column = first; column <= std::min(last, first + 100); ++column)
        sheet.hidden_columns.push_back(column - 1);
    }
    for (const Element& merge : xml.child("mergeCells").children) {
      if (const auto area = area_of(merge["ref"])) sheet.merged.push_back(*area);
    }
    sheet.has_filter = xml.has_child("autoFilter");
    sheet.has_page_header = !xml.child("headerFooter").all_text().empty();
    sheet.is_protected = xml.has_child("sheetProtection");
    read_related(sheet, xml, relation.target);
    m_book.sheets.push_back(std::move(sheet));
  }

  static void read_view(Sheet& sheet, const Element& xml) {
    const Element& view = xml.child("sheetViews").child("sheetView");
    sheet.zoom = static_cast<int>(number_in(view["zoomScale"], 100));
    if (const auto place = place_of(view["topLeftCell"])) sheet.top_left = *place;
    sheet.has_panes = view.has_child("pane");
    for (const Element& selection : view.children) {
      if (selection.name != "selection") continue;
      if (const auto place = place_of(selection["activeCell"])) sheet.cursor = *place;
    }
  }

  void read_rows(Sheet& sheet, const Element& xml) const {
    std::size_t row_after = 0;
    for (const Element& row : xml.child("sheetData").children) {
      if (row.name != "row") continue;
      const std::size_t number = number_in(row["r"], row_after + 1);
      row_after = number;
      if (number == 0) continue;
      if (row.is_set("hidden")) sheet.hidden_rows.push_back(number - 1);
      std::size_t column_after = 0;
      for (const Element& written : row.children) {
        if (written.name != "c") continue;
        const Place place = place_of(written["r"]).value_or(Place{number - 1, column_after});
        column_after = place.column + 1;
        Cell cell = cell_of(written);
        if (cell.kind != Cell::Kind::blank || cell.has_formula) sheet.cells.emplace(place, std::move(cell));
      }
    }
  }

  [[nodiscard]] Cell cell_of(const Element& written) const {
    Cell cell;
    cell.look = std::min(number_in(written["s"]), m_book.looks.size() - 1);
    cell.has_formula = written.has_child("f");
    const std::string_view type = written["t"];
    const std::string value = written.child("v").all_text();
    if (type == "s") {
      const std::size_t index = number_in(value, m_texts.size());
      if (index < m_texts.size()) set_text(cell, m_texts[index]);
    } else if (type == "inlineStr") {
      set_text(cell, text_of(written.child("is")));
    } else if (type == "str") {
      set_text(cell, {value, false});
    } else if (type.empty() || type == "n") {
      if (value.empty()) return cell;
      cell.kind = Cell::Kind::number;
      cell.text = value;
      cell.number = decimal_in(value);
    } else {
      cell.kind = Cell::Kind::other;
      cell.text = value;
    }
    return cell;
  }

  static void set_text(Cell& cell, const SharedText& text) {
    cell.kind = text.text.empty() ? Cell::Kind::blank : Cell::Kind::text;
    cell.text = text.text;
    cell.has_superscript = text.has_superscript;
  }

  // ---- tables, links, drawings ----

  void read_related(Sheet& sheet, const Element& xml, const std::string& name) {
    const auto relations = relations_of(name);
    for (const Element& link : xml.child("hyperlinks").children) {
      const auto area = area_of(link["ref"]);
      if (!area) continue;
      const auto outside = relations.find(std::string(link["r:id"]));
      std::string target = link.has("location") ? "#" + std::string(link["location"]) : "";
      if (target.empty() && outside != relations.end()) target = outside->second.target;
      sheet.cells[area->first].link = target;
    }
    for (const auto& [id, relation] : relations) {
      if (relation.kind == "table") add_table(sheet, relation.target);
      if (relation.kind == "drawing") add_drawings(sheet, relation.target);
      if (relation.kind == "comments") add_comments(sheet, relation.target);
    }
  }

  void add_table(Sheet& sheet, const std::string& name) const {
    const Element xml = part(name, "a table of \"" + sheet.name + '"', "table");
    const auto area = area_of(xml["ref"]);
    if (!area) return;
    Table table;
    table.name = xml.has("displayName") ? xml["displayName"] : xml["name"];
    table.area = *area;
    table.has_header = !xml.has("headerRowCount") || xml["headerRowCount"] == "1";
    table.has_filter_buttons = xml.has_child("autoFilter");
    const Element& style = xml.child("tableStyleInfo");
    table.has_style = style.has("name") && style["name"] != "None";
    table.has_stripes = style.is_set("showRowStripes") || style.is_set("showColumnStripes");
    for (const Element& column : xml.child("tableColumns").children) {
      if (column.name == "tableColumn") table.columns.emplace_back(column["name"]);
    }
    sheet.tables.push_back(std::move(table));
  }

  void add_comments(Sheet& sheet, const std::string& name) const {
    const Element xml = part(name, "the comments of \"" + sheet.name + '"', "comments");
    for (const Element* comment : xml.all("comment")) {
      if (const auto place = place_of((*comment)["ref"])) sheet.comments.push_back(*place);
    }
  }

  void add_drawings(Sheet& sheet, const std::string& name) const {
    const Element xml = part(name, "the drawings of \"" + sheet.name + '"', "wsDr");
    const std::pair<const char*, Drawing::Kind> kinds[] = {{"pic", Drawing::Kind::image},
                                                           {"graphicFrame", Drawing::Kind::chart},
                                                           {"sp", Drawing::Kind::text_box}};
    for (const auto& [element, kind] : kinds) {
      for (const Element* drawn : xml.all(element)) {
        const auto properties = drawn->all("cNvPr");
        sheet.drawings.push_back(
            {kind, properties.empty() ? "" : std::string((*properties.front())["descr"])});
      }
    }
  }

  const tabular::ZipArchive& m_archive;
  std::vector<SharedText> m_texts;
  Book m_book;
};

}  // namespace

Book read_xlsx(const tabular::ZipArchive& archive) {
  return Reading(archive).read();
}

}  // namespace eqr::workbook_check
