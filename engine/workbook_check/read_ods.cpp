#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>

#include "workbook_check/element.hpp"
#include "workbook_check/read_book.hpp"

namespace eqr::workbook_check {
namespace {

// Rows and columns to the end of the sheet are written as one, repeated; what repeats less is looked at.
constexpr std::size_t most_repeated = 2'000;
constexpr std::size_t most_filled = 5'000'000;

std::size_t times(const Element& element, std::string_view attribute) {
  std::size_t number = 1;
  const std::string_view written = element[attribute];
  std::from_chars(written.data(), written.data() + written.size(), number);
  return std::max<std::size_t>(number, 1);
}

// "12pt", "0.35in", "9.5mm" in points.
double points_in(std::string_view length) {
  double number = 0;
  const auto read = std::from_chars(length.data(), length.data() + length.size(), number);
  const std::string_view unit(read.ptr, static_cast<std::size_t>(length.data() + length.size() - read.ptr));
  if (unit == "in") return number * 72;
  if (unit == "cm") return number * 72 / 2.54;
  if (unit == "mm") return number * 72 / 25.4;
  return number;
}

std::optional<std::uint32_t> colour_in(std::string_view written) {
  std::uint32_t number = 0;
  if (written.size() != 7 || written.front() != '#') return std::nullopt;
  const auto read = std::from_chars(written.data() + 1, written.data() + 7, number, 16);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

class Reading {
 public:
  explicit Reading(const tabular::ZipArchive& archive) : m_archive(archive) {}

  Book read() {
    m_book.format = Book::Format::ods;
    m_book.looks.emplace_back();
    read_properties();
    const Element styles = part("styles.xml", "the styles", "document-styles");
    const Element content = part("content.xml", "the content", "document-content");
    for (const Element* list : styles.all("style")) keep_style(*list);
    for (const Element* list : styles.all("default-style")) {
      if ((*list)["family"] == "table-cell") m_default_style = *list;
    }
    for (const Element* list : content.all("style")) keep_style(*list);
    for (const Element* root : {&styles, &content}) {
      for (const char* kind :
           {"number-style", "percentage-style", "text-style", "date-style", "currency-style"}) {
        for (const Element* format : root->all(kind))
          m_formats[std::string((*format)["style:name"])] = *format;
      }
    }
    for (const Element* page : styles.all("master-page")) {
      if (has_page_text(*page)) m_pages_with_text.insert(std::string((*page)["style:name"]));
    }
    m_book.has_macros = has_scripts(content) || m_archive.part("Basic/script-lc.xml").has_value();
    const Element& spreadsheet = content.child("body").child("spreadsheet");
    m_book.is_protected = spreadsheet.is_set("structure-protected");
    for (const Element& table : spreadsheet.children) {
      if (table.name == "table") add_sheet(table);
    }
    for (const Element& range : spreadsheet.child("database-ranges").children) add_table(range);
    read_settings();
    return std::move(m_book);
  }

 private:
  [[nodiscard]] Element part(const std::string& name, const std::string& what,
                             const std::string& root) const {
    return read_part(m_archive, name, what, root);
  }

  void read_properties() {
    const Element document = part("meta.xml", "the document's properties", "document-meta");
    const Element& meta = document.child("meta");
    m_book.title = meta.child("title").all_text();
    m_book.author = meta.child("creator").all_text();
    if (m_book.author.empty()) m_book.author = meta.child("initial-creator").all_text();
    m_book.language = meta.child("language").all_text();
    for (const Element& keyword : meta.children) {
      if (keyword.name != "keyword") continue;
      m_book.keywords += (m_book.keywords.empty() ? "" : ", ") + keyword.all_text();
    }
  }

  static bool has_scripts(const Element& content) {
    return std::ranges::any_of(content.child("scripts").children,
                               [](const Element& script) { return script.name == "script"; });
  }

  static bool has_page_text(const Element& page) {
    return std::ranges::any_of(page.children, [](const Element& part) {
      const bool is_shown = !part.has("display") || part.is_set("display");
      return (part.name.starts_with("header") || part.name.starts_with("footer")) && is_shown &&
             !part.all_text().empty();
    });
  }

  // ---- styles ----

  void keep_style(const Element& style) {
    m_styles[std::string(style["family"]) + ":" + std::string(style["style:name"])] = style;
  }

  // A style, its parent, that one's parent, and at last the default.
  [[nodiscard]] std::vector<const Element*> chain(const std::string& family, std::string name) const {
    std::vector<const Element*> found;
    while (!name.empty() && found.size() < 20) {
      const auto style = m_styles.find(family + ":" + name);
      if (style == m_styles.end()) break;
      found.push_back(&style->second);
      name = style->second["parent-style-name"];
    }
    if (family == "table-cell") found.push_back(&m_default_style);
    return found;
  }

  // What the nearest style in the chain says.
  static std::string_view said(const std::vector<const Element*>& chain, const char* properties,
                               std::string_view attribute) {
    for (const Element* style : chain) {
      const Element& said = style->child(properties);
      if (said.has(attribute)) return said[attribute];
    }
    return {};
  }

  static void take_text(Look& look, const std::vector<const Element*>& styles) {
    constexpr const char* text = "text-properties";
    look.font = said(styles, text, "font-name");
    if (look.font.empty()) look.font = said(styles, text, "font-family");
    look.points = points_in(said(styles, text, "font-size"));
    const std::string_view weight = said(styles, text, "font-weight");
    look.bold = weight == "bold" || number_in(weight) >= 600;
    look.italic = said(styles, text, "font-style") == "italic";
    const std::string_view underline = said(styles, text, "text-underline-style");
    look.underlined = !underline.empty() && underline != "none";
    const std::string_view through = said(styles, text, "text-line-through-style");
    look.struck_out = !through.empty() && through != "none";
    look.superscript = said(styles, text, "text-position").starts_with("super");
    look.colour = colour_in(said(styles, text, "color"));
  }

  [[nodiscard]] static int heading_in(const std::vector<const Element*>& styles) {
    for (const Element* style : styles) {
      for (const char* attribute : {"display-name", "style:name"}) {
        std::string name((*style)[attribute]);
        for (std::size_t blank = name.find("_20_"); blank != std::string::npos; blank = name.find("_20_"))
          name.replace(blank, 4, " ");
        // "Heading 1"; "Excel Built-in Heading 1" and "Heading 1 1" as LibreOffice calls those of workbooks.
        const std::size_t at = name.find("Heading ");
        if (at == std::string::npos || at + 8 >= name.size()) continue;
        const char level = name[at + 8];
        const bool ends = at + 9 == name.size() || name[at + 9] == ' ';
        if (ends && level >= '1' && level <= '9') return level - '0';
      }
    }
    return 0;
  }

  std::size_t look_of(const std::string& name) {
    const auto known = m_looks.find(name);
    if (known != m_looks.end()) return known->second;
    const auto styles = chain("table-cell", name.empty() ? "Default" : name);
    constexpr const char* cell = "table-cell-properties";
    Look look;
    take_text(look, styles);
    look.heading = heading_in(styles);
    const std::string_view fill = said(styles, cell, "background-color");
    look.filled = !fill.empty() && fill != "transparent";
    for (const char* side : {"border", "border-top", "border-bottom", "border-left", "border-right"}) {
      const std::string_view border = said(styles, cell, side);
      look.bordered = look.bordered || (!border.empty() && border != "none");
    }
    const std::string_view angle = said(styles, cell, "rotation-angle");
    look.turned = !angle.empty() && angle != "0";
    look.wraps = said(styles, cell, "wrap-option") == "wrap";
    const std::string_view side = said(styles, "paragraph-properties", "text-align");
    look.align = side.empty()                        ? Look::Align::general
                 : side == "start" || side == "left" ? Look::Align::left
                 : side == "end" || side == "right"  ? Look::Align::right
                                                     : Look::Align::other;
    look.indent = static_cast<int>(points_in(said(styles, "paragraph-properties", "margin-left")) / 10);
    for (const Element* style : styles) {
      if (!style->has("data-style-name")) continue;
      look.number_format = format_of(std::string((*style)["data-style-name"]));
      break;
    }
    m_book.looks.push_back(std::move(look));
    return m_looks[name] = m_book.looks.size() - 1;
  }

  // As Excel writes it: "#,##0.0".
  [[nodiscard]] std::string format_of(const std::string& name) const {
    const auto found = m_formats.find(name);
    if (found == m_formats.end()) return "";
    const Element& number = found->second.child("number");
    if (number.name.empty()) return found->second.name;
    const std::size_t places = number.has("decimal-places") ? number_in(number["decimal-places"]) : 0;
    std::string format = number.is_set("grouping") ? "#,##0" : "0";
    if (places > 0) format += "." + std::string(std::min<std::size_t>(places, 20), '0');
    return found->second.name == "percentage-style" ? format + "%" : format;
  }
  static std::size_t number_in(std::string_view text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  // ---- sheets ----

  void add_sheet(const Element& table) {
    Sheet sheet;
    sheet.name = table["table:name"];
    const auto styles = chain("table", std::string(table["style-name"]));
    sheet.is_hidden = said(styles, "table-properties", "display") == "false";
    for (const Element* style : styles) {
      if (m_pages_with_text.contains(std::string((*style)["master-page-name"]))) sheet.has_page_header = true;
    }
    sheet.is_protected = table.is_set("protected");
    std::size_t column = 0;
    std::map<std::size_t, std::string> styles_from;  // of columns, for cells without a style of their own
    for (const Element* columns : table.all("table-column")) {
      const std::size_t many = times(*columns, "number-columns-repeated");
      styles_from[column] = (*columns)["default-cell-style-name"];
      const std::string_view seen = (*columns)["visibility"];
      for (std::size_t i = 0; i < std::min(many, most_repeated) && (seen == "collapse" || seen == "filter");
           ++i)
        sheet.hidden_columns.push_back(column + i);
      column += many;
    }
    std::size_t row = 0;
    for (const Element* written : table.all("table-row")) {
      const std::size_t many = times(*written, "number-rows-repeated");
      const std::string_view seen = (*written)["visibility"];
      for (std::size_t i = 0; i < std::min(many, most_repeated); ++i) {
        if (seen == "collapse" || seen == "filter") sheet.hidden_rows.push_back(row + i);
        add_cells(sheet, *written, row + i, styles_from);
      }
      row += many;
    }
    for (const Element* frame : table.all("frame")) sheet.drawings.push_back(drawing_of(*frame));
    m_book.sheets.push_back(std::move(sheet));
  }

  // A cell without a style has its row's, or its column's.
  static std::string style_of(const Element& cell, const Element& row, std::size_t column,
                              const std::map<std::size_t, std::string>& of_columns) {
    if (cell.has("style-name")) return std::string(cell["style-name"]);
    if (row.has("default-cell-style-name")) return std::string(row["default-cell-style-name"]);
    const auto after = of_columns.upper_bound(column);
    return after == of_columns.begin() ? "" : std::prev(after)->second;
  }

  void add_cells(Sheet& sheet, const Element& row, std::size_t number,
                 const std::map<std::size_t, std::string>& of_columns) {
    std::size_t column = 0;
    for (const Element& written : row.children) {
      if (written.name != "table-cell" && written.name != "covered-table-cell") continue;
      const std::size_t many = times(written, "number-columns-repeated");
      const Place place{number, column};
      const std::size_t wide = times(written, "number-columns-spanned"),
                        high = times(written, "number-rows-spanned");
      if (wide > 1 || high > 1) sheet.merged.push_back({place, {number + high - 1, column + wide - 1}});
      Cell cell = cell_of(written);
      cell.look = look_of(style_of(written, row, column, of_columns));
      if (written.has_child("annotation")) sheet.comments.push_back(place);
      const bool is_something = cell.kind != Cell::Kind::blank || cell.has_formula;
      for (std::size_t i = 0; is_something && i < std::min(many, most_repeated); ++i) {
        if (++m_filled > most_filled) refuse_size(m_archive.file());
        sheet.cells.emplace(Place{number, column + i}, cell);
      }
      column += many;
    }
  }

  Cell cell_of(const Element& written) {
    Cell cell;
    cell.has_formula = written.has("formula");
    const std::string_view type = written["value-type"];
    if (type == "float" || type == "percentage" || type == "currency") {
      cell.kind = Cell::Kind::number;
      cell.text = written["office:value"];
      const auto read = std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), cell.number);
      if (cell.text.empty() || read.ptr != cell.text.data() + cell.text.size())
        cell.number = std::numeric_limits<double>::quiet_NaN();
      return cell;
    }
    bool is_first = true;
    for (const Element& paragraph : written.children) {
      if (paragraph.name != "p") continue;
      if (!is_first) cell.text += '\n';
      is_first = false;
      add_text(paragraph, cell);
    }
    if (type == "string" && written.has("string-value")) cell.text = written["string-value"];
    if (!cell.text.empty())
      cell.kind = type.empty() || type == "string" ? Cell::Kind::text : Cell::Kind::other;
    return cell;
  }

  void add_text(const Element& element, Cell& cell) {
    for (const Element& child : element.children) {
      if (child.name.empty()) {
        cell.text += child.text;
      } else if (child.name == "s") {
        cell.text.append(std::min(times(child, "text:c"), most_repeated), ' ');
      } else if (child.name == "tab") {
        cell.text += '\t';
      } else if (child.name == "line-break") {
        cell.text += '\n';
      } else if (child.name != "annotation") {
        if (child.name == "a") cell.link = child["href"];
        const auto styles = chain("text", std::string(child["style-name"]));
        if (said(styles, "text-properties", "text-position").starts_with("super"))
          cell.has_superscript = true;
        add_text(child, cell);
      }
    }
  }

  static Drawing drawing_of(const Element& frame) {
    Drawing drawing;
    drawing.alternative = frame.child("title").all_text() + frame.child("desc").all_text();
    if (frame.has_child("object")) {
      drawing.kind = Drawing::Kind::chart;
    } else if (frame.has_child("text-box")) {
      drawing.kind = Drawing::Kind::text_box;
    }
    return drawing;
  }

  // "$Sheet.$A$1:$Sheet.$B$2", a name in quotes where it needs them.
  void add_table(const Element& range) {
    const std::string_view address = range["target-range-address"];
    const std::size_t middle = address.find(':');
    if (middle == std::string_view::npos) return;
    const auto [name, first] = split(address.substr(0, middle));
    const auto [same, last] = split(address.substr(middle + 1));
    const auto sheet = std::ranges::find(m_book.sheets, name, &Sheet::name);
    const auto begin = place_of(first), end = place_of(last);
    if (sheet == m_book.sheets.end() || !begin || !end) return;
    Table table;
    table.name = range["table:name"];
    table.area = {*begin, *end};
    table.has_header = !range.has("contains-header") || range.is_set("contains-header");
    table.has_filter_buttons = range.is_set("display-filter-buttons");
    if (table.name.starts_with("__Anonymous_Sheet_DB__")) {  // a filter on a sheet without a named range
      sheet->has_filter = true;
    } else {
      sheet->tables.push_back(std::move(table));
    }
  }
  static std::pair<std::string, std::string_view> split(std::string_view address) {
    const std::size_t dot = address.find_last_of('.');
    std::string name(address.substr(0, dot == std::string_view::npos ? 0 : dot));
    std::erase_if(name, [](char c) { return c == '$' || c == '\''; });
    return {name, address.substr(dot == std::string_view::npos ? 0 : dot + 1)};
  }

  void read_settings() {
    const Element settings = part("settings.xml", "the settings", "document-settings");
    for (const Element* item : settings.all("config-item")) {
      if ((*item)["config:name"] != "ActiveTable") continue;
      const auto active = std::ranges::find(m_book.sheets, item->all_text(), &Sheet::name);
      if (active != m_book.sheets.end())
        m_book.active_sheet = static_cast<std::size_t>(active - m_book.sheets.begin());
    }
    for (const Element* entry : settings.all("config-item-map-entry")) {
      const auto sheet = std::ranges::find(m_book.sheets, (*entry)["config:name"], &Sheet::name);
      if (sheet != m_book.sheets.end()) read_view(*sheet, *entry);
    }
  }

  static void read_view(Sheet& sheet, const Element& entry) {
    for (const Element& item : entry.children) {
      const std::string_view name = item["config:name"];
      const std::size_t value = number_in(item.all_text());
      if (name == "CursorPositionX") sheet.cursor.column = value;
      if (name == "CursorPositionY") sheet.cursor.row = value;
      if (name == "ZoomValue") sheet.zoom = static_cast<int>(value);
      if ((name == "HorizontalSplitMode" || name == "VerticalSplitMode") && value > 0) sheet.has_panes = true;
    }
  }

  const tabular::ZipArchive& m_archive;
  std::map<std::string, Element> m_styles;  // by "family:name"
  std::map<std::string, Element> m_formats;
  Element m_default_style;
  std::set<std::string> m_pages_with_text;
  std::map<std::string, std::size_t> m_looks;
  std::size_t m_filled = 0;  // cells, repeated ones each
  Book m_book;
};

}  // namespace

Book read_ods(const tabular::ZipArchive& archive) {
  return Reading(archive).read();
}

}  // namespace eqr::workbook_check
