// This file and plot_writer.cpp are all that calls libxlsxwriter.
#include "render/workbook/writer.hpp"

#include <xlsxwriter.h>

#include <locale.h>

#include <chrono>
#include <map>
#include <stdexcept>
#include <vector>

#include "handles/handle.hpp"
#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/heights.hpp"
#include "render/spreadsheet/look.hpp"
#include "render/spreadsheet/screen_reader_names.hpp"
#include "render/spreadsheet/widths.hpp"
#include "render/workbook/plot_writer.hpp"

namespace eqr::render::spreadsheet {
namespace {

constexpr std::uint8_t a4_paper = 9;

// libxlsxwriter prints numbers with the thread's decimal point; here it is always a point.
class PointForDecimals {
 public:
  PointForDecimals() : m_c(newlocale(LC_NUMERIC_MASK, "C", duplicate())) {
    if (m_c == nullptr) throw std::runtime_error("workbook: the C locale cannot be set");
    m_before = uselocale(m_c);
  }
  ~PointForDecimals() {
    uselocale(m_before);
    freelocale(m_c);
  }
  PointForDecimals(const PointForDecimals&) = delete;
  PointForDecimals& operator=(const PointForDecimals&) = delete;

 private:
  static locale_t duplicate() { return duplocale(uselocale(nullptr)); }

  locale_t m_c;
  locale_t m_before = nullptr;
};

std::string number_format(const Look& look) {
  std::string format = look.grouped ? "#,##0" : "0";
  if (look.places > 0) format += "." + std::string(static_cast<std::size_t>(look.places), '0');
  return format;
}

void checked(lxw_error error, const Where& where) {
  if (error == LXW_NO_ERROR) return;
  throw std::runtime_error("workbook: " + where.words() + ": libxlsxwriter: " + lxw_strerror(error));
}

// The library's structs hold char*, and it copies what they point to without writing to it.
char* unchanged(const std::string& text) {
  return const_cast<char*>(text.c_str());
}

class Writer {
 public:
  Writer(const std::string& file, const std::string& folder) {
    lxw_workbook_options options{};
    options.tmpdir = unchanged(folder);
    m_workbook.reset(workbook_new_opt(file.c_str(), &options));
    if (!m_workbook) throw std::runtime_error("workbook: libxlsxwriter cannot make a workbook");
  }

  void set(const Properties& properties);
  void add(const Sheet& sheet, const Book& book);
  void name_cells(const Book& book);
  void close();

 private:
  lxw_format* format(const Look& look);
  void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Text& text, const Look& look,
                  const Where& where);
  void write_lines(lxw_worksheet* made, const Sheet& sheet);
  void write_table(lxw_worksheet* made, const Sheet& sheet, const MarkedTable& table);
  void mark_table(lxw_worksheet* made, const Sheet& sheet, const MarkedTable& table);
  void set_heights(lxw_worksheet* made, const Sheet& sheet);
  void set_page(lxw_worksheet* made, const Sheet& sheet);

  handles::Handle<lxw_workbook, lxw_workbook_free> m_workbook;
  std::map<Look, lxw_format*> m_formats;
};

void Writer::set(const Properties& properties) {
  lxw_doc_properties made{};
  made.title = unchanged(properties.title);
  made.subject = unchanged(properties.subject);
  made.author = unchanged(properties.author);
  made.company = unchanged(properties.author);
  made.keywords = unchanged(properties.keywords);
  made.comments = unchanged(properties.comments);
  made.status = unchanged(properties.status);
  const std::chrono::sys_seconds midnight = std::chrono::sys_days(properties.created);
  made.created = midnight.time_since_epoch().count();
  // Zero would mean the clock's time: 1 January 1970 is recorded as a second later.
  if (made.created == 0) made.created = 1;
  checked(workbook_set_properties(m_workbook.get(), &made), "document properties");
}

lxw_format* Writer::format(const Look& look) {
  const auto known = m_formats.find(look);
  if (known != m_formats.end()) return known->second;
  lxw_format* made = workbook_add_format(m_workbook.get());
  if (made == nullptr) throw std::runtime_error("workbook: libxlsxwriter cannot make a format");
  format_set_font_name(made, "Arial");
  format_set_font_size(made, look.points());
  format_set_align(made, look.bottom ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_TOP);
  format_set_align(made, look.right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  if (look.bold) format_set_bold(made);
  if (look.wrap) format_set_text_wrap(made);
  if (look.gap) format_set_indent(made, 1);
  if (look.link) {
    format_set_font_color(made, link_blue);
    format_set_underline(made, LXW_UNDERLINE_SINGLE);
  }
  if (look.is_number()) format_set_num_format(made, number_format(look).c_str());
  return m_formats[look] = made;
}

void Writer::write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Text& text,
                        const Look& look, const Where& where) {
  const std::string literal = as_literal(text.text);
  // Only a link of ours becomes one: write_string takes "=1+1" and "https://…" as the text they are.
  if (text.link.empty()) {
    checked(worksheet_write_string(sheet, row, column, literal.c_str(), format(look)), where);
    return;
  }
  const std::string target =
      text.link.front() == '#' ? "internal:'" + text.link.substr(1) + "'!A1" : text.link;
  checked(worksheet_write_url_opt(sheet, row, column, target.c_str(), format(look), literal.c_str(), nullptr),
          where);
}

void Writer::write_lines(lxw_worksheet* made, const Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
    const Line& line = sheet.lines[i];
    write_text(made, static_cast<lxw_row_t>(i), 0, {line.text, line.link}, look_of(line, sheet.is_text),
               {sheet.subject, i, 0});
  }
}

void Writer::write_table(lxw_worksheet* made, const Sheet& sheet, const MarkedTable& table) {
  const std::size_t first_row = sheet.lines.size() + 1;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
      const auto row = static_cast<lxw_row_t>(first_row + i);
      const auto column = static_cast<lxw_col_t>(k);
      const Where where(sheet.subject, row, k);
      const Cell& cell = table.rows[i].cells[k];
      const Look look = cell_look(table, table.rows[i], k);
      if (const auto* text = std::get_if<Text>(&cell)) {
        write_text(made, row, column, *text, look, where);
      } else if (const auto* amount = std::get_if<Amount>(&cell)) {
        checked(worksheet_write_number(made, row, column, numbers::to_double(amount->value), format(look)),
                where);
      } else {
        checked(worksheet_write_blank(made, row, column, format(look)), where);
      }
    }
  }
}

void Writer::mark_table(lxw_worksheet* made, const Sheet& sheet, const MarkedTable& table) {
  std::vector<std::string> headers;
  headers.reserve(table.columns.size());
  for (const Column& column : table.columns) headers.push_back(as_literal(column.header));
  std::vector<lxw_table_column> columns(table.columns.size());
  std::vector<lxw_table_column*> list;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].header = unchanged(headers[i]);
    columns[i].header_format = format(header_look(table.columns[i]));
    list.push_back(&columns[i]);
  }
  list.push_back(nullptr);
  lxw_table_options options{};
  options.name = unchanged(table.name);
  options.no_autofilter = LXW_TRUE;
  options.no_banded_rows = LXW_TRUE;
  options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
  options.style_type_number = 0;  // together: no style
  options.columns = list.data();
  const std::size_t header_row = sheet.lines.size();
  checked(worksheet_add_table(made, static_cast<lxw_row_t>(header_row), 0,
                              static_cast<lxw_row_t>(header_row + table.rows.size()),
                              static_cast<lxw_col_t>(table.columns.size() - 1), &options),
          sheet.subject);
}

void Writer::set_heights(lxw_worksheet* made, const Sheet& sheet) {
  lxw_row_t row = 0;
  const auto set = [&](double points) {
    checked(worksheet_set_row(made, row++, points, nullptr), sheet.subject);
  };
  for (const Line& line : sheet.lines) set(line_height(line, sheet.is_text, text_column_pixels));
  if (!sheet.table) return;
  set(header_height(*sheet.table));
  for (const Row& each : sheet.table->rows) set(row_height(*sheet.table, each));
}

void Writer::set_page(lxw_worksheet* made, const Sheet& sheet) {
  const auto set_width = [&](std::size_t column, int pixels) {
    // The library adds the padding of its own default font to a width, so it is taken off before.
    const double width = pixels / digit_pixels - 5.0 / 7.0;
    const auto at = static_cast<lxw_col_t>(column);
    checked(worksheet_set_column(made, at, at, width, nullptr), sheet.subject);
  };
  worksheet_set_paper(made, a4_paper);
  worksheet_fit_to_pages(made, 1, 0);
  if (sheet.is_text) set_width(0, text_column_pixels);
  if (!sheet.table) return;
  for (std::size_t i = 0; i < sheet.table->columns.size(); ++i) set_width(i, sheet.table->columns[i].pixels);
  if (sheet.table->columns.size() > most_columns_upright) worksheet_set_landscape(made);
  const auto header_row = static_cast<lxw_row_t>(sheet.lines.size());
  checked(worksheet_repeat_rows(made, header_row, header_row), sheet.subject);
  // A year or a code in a column of text is meant as text: no green corner.
  const std::string range =
      "A1:" + cell_name(sheet.lines.size() + sheet.table->rows.size(), sheet.table->columns.size() - 1);
  checked(worksheet_ignore_errors(made, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str()), sheet.subject);
}

void Writer::add(const Sheet& sheet, const Book& book) {
  lxw_worksheet* made = workbook_add_worksheet(m_workbook.get(), sheet.name.c_str());
  if (made == nullptr) {
    throw std::runtime_error("workbook: " + sheet.subject + ": libxlsxwriter refuses the worksheet's name");
  }
  write_lines(made, sheet);
  if (sheet.table) {
    write_table(made, sheet, *sheet.table);
    mark_table(made, sheet, *sheet.table);
  }
  set_heights(made, sheet);
  set_page(made, sheet);
  if (sheet.plot) draw(m_workbook.get(), made, sheet, book);  // over cells whose size is known by now
}

void Writer::name_cells(const Book& book) {
  for (const Sheet& sheet : book.sheets) {
    for (const NamedCell& named : screen_reader_names(book, sheet)) {
      const std::string formula = "='" + sheet.name + "'!" + absolute_cell_name(named.row, named.column);
      checked(workbook_define_name(m_workbook.get(), named.name.c_str(), formula.c_str()), sheet.subject);
    }
  }
}

void Writer::close() {
  // Closing frees the workbook whether it succeeds or not.
  checked(workbook_close(m_workbook.release()), "the file");
}

}  // namespace

void written(const Book& book, const std::string& file, const std::string& folder) {
  const PointForDecimals point;
  Writer writer(file, folder);
  writer.set(book.properties);
  for (const Sheet& sheet : book.sheets) writer.add(sheet, book);
  writer.name_cells(book);
  writer.close();
}

}  // namespace eqr::render::spreadsheet
