// Writes invented tables as a spreadsheet, as this program does or with bare calls of libxlsxwriter.
//
// usage: spreadsheet-job HOW SHEETS ROWS COLUMNS FOLDER
//
// HOW is workbook (layout, checks, libxlsxwriter, the finished package), ods, or bare: the same cells in
// marked-up tables by libxlsxwriter alone, without layout, checks, heading styles and what else makes a
// workbook accessible. The file is FOLDER/tables.xlsx or tables.ods. One line of JSON tells the time it took
// and the process's peak of memory. The first column of each table holds words, every tenth cell of the
// others shorthand, the rest numbers.
#include <xlsxwriter.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <span>
#include <stdexcept>
#include <string>

#include "benchmarks/measured.hpp"
#include "render/ods/ods.hpp"
#include "render/workbook/workbook.hpp"

namespace eqr::render {
namespace {

struct Size {
  std::size_t sheets = 0, rows = 0, columns = 0;
};

struct CellSays {
  bool is_shorthand = false;
  std::int64_t number = 0;
};

// The same for every writer, and for those in other languages.
CellSays cell_at(std::size_t sheet, std::size_t row, std::size_t column) {
  const std::size_t mixed = sheet * 7'919 + row * 104'729 + column * 1'299'709;
  return {mixed % 10 == 3, static_cast<std::int64_t>(mixed % 99'991)};
}

std::string label_at(std::size_t row) {
  return "Group " + std::to_string(row + 1);
}
std::string header_at(std::size_t column) {
  return column == 0 ? std::string("Group") : "Measure " + std::to_string(column);
}
std::string title_at(std::size_t sheet) {
  return "Invented table " + std::to_string(sheet + 1);
}

report::Report report_of(const Size& size) {
  report::Report report;
  report.organisation = "Nowhere Council";
  report.title = "Invented tables";
  report.period = "2025/26";
  report.slug = "tables";
  report.published = report.snapshot = {std::chrono::year(2026), std::chrono::March, std::chrono::day(31)};
  report.is_draft = false;
  report.shorthands = {"c"};
  for (std::size_t sheet = 0; sheet < size.sheets; ++sheet) {
    report::Table table;
    table.id = "invented.table-" + std::to_string(sheet + 1);
    table.title = title_at(sheet);
    for (std::size_t column = 0; column < size.columns; ++column)
      table.columns.push_back(
          {"c" + std::to_string(column), header_at(column), column > 0, report::Unit::number, 0});
    for (std::size_t row = 0; row < size.rows; ++row) {
      report::Row made{{label_at(row)}, false};
      for (std::size_t column = 1; column < size.columns; ++column) {
        const CellSays says = cell_at(sheet, row, column);
        if (says.is_shorthand) {
          made.cells.emplace_back(report::Shorthand{"c", {}});
        } else {
          made.cells.emplace_back(report::Number{.value = {says.number, 0}, .upper = {}, .mark = {}});
        }
      }
      table.rows.push_back(std::move(made));
    }
    report.tables.push_back(std::move(table));
  }
  return report;
}

void checked(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

void write_bare(const Size& size, const std::string& file) {
  lxw_workbook* workbook = workbook_new(file.c_str());
  const auto format = [&](bool bold, bool right) {
    lxw_format* made = workbook_add_format(workbook);
    format_set_font_name(made, "Arial");
    format_set_font_size(made, 12);
    format_set_text_wrap(made);
    if (bold) format_set_bold(made);
    if (right) format_set_align(made, LXW_ALIGN_RIGHT);
    return made;
  };
  lxw_format *label = format(true, false), *shorthand = format(false, true), *number = format(false, true);
  format_set_num_format(number, "#,##0");
  for (std::size_t sheet = 0; sheet < size.sheets; ++sheet) {
    lxw_worksheet* made = workbook_add_worksheet(workbook, ("Table_" + std::to_string(sheet + 1)).c_str());
    checked(worksheet_write_string(made, 0, 0, title_at(sheet).c_str(), label));
    for (std::size_t row = 0; row < size.rows; ++row) {
      const auto at = static_cast<lxw_row_t>(row + 2);
      checked(worksheet_write_string(made, at, 0, label_at(row).c_str(), label));
      for (std::size_t column = 1; column < size.columns; ++column) {
        const CellSays says = cell_at(sheet, row, column);
        const auto across = static_cast<lxw_col_t>(column);
        checked(says.is_shorthand
                    ? worksheet_write_string(made, at, across, "[c]", shorthand)
                    : worksheet_write_number(made, at, across, static_cast<double>(says.number), number));
      }
    }
    std::vector<std::string> headers;
    for (std::size_t column = 0; column < size.columns; ++column) headers.push_back(header_at(column));
    std::vector<lxw_table_column> columns(size.columns);
    std::vector<lxw_table_column*> list;
    for (std::size_t column = 0; column < size.columns; ++column) {
      columns[column].header = headers[column].data();
      columns[column].header_format = label;
      list.push_back(&columns[column]);
    }
    list.push_back(nullptr);
    lxw_table_options options{};
    options.no_autofilter = LXW_TRUE;
    options.columns = list.data();
    checked(worksheet_add_table(made, 1, 0, static_cast<lxw_row_t>(size.rows + 1),
                                static_cast<lxw_col_t>(size.columns - 1), &options));
  }
  checked(workbook_close(workbook));
}

nlohmann::ordered_json job(const std::string& how, const Size& size, const std::string& folder) {
  using benchmarks::milliseconds_of, benchmarks::write_file;
  double took = 0;
  if (how == "bare") {
    took = milliseconds_of([&] { write_bare(size, folder + "/tables.xlsx"); });
  } else {
    const report::Report report = report_of(size);
    took = milliseconds_of([&] {
      if (how == "ods") {
        write_file(folder + "/tables.ods", open_document(report));
      } else {
        write_file(folder + "/tables.xlsx", workbook(report, folder));
      }
    });
  }
  nlohmann::ordered_json told = {
      {"how", how}, {"cells", size.sheets * size.rows * size.columns}, {"ms", took}};
  benchmarks::tell_use(told);
  return told;
}

}  // namespace
}  // namespace eqr::render

int main(int count, char** words) {
  const std::span arguments(words, static_cast<std::size_t>(count));
  const std::string how = arguments.size() == 6 ? arguments[1] : "";
  if (how != "workbook" && how != "ods" && how != "bare") {
    std::fputs("usage: spreadsheet-job workbook|ods|bare SHEETS ROWS COLUMNS FOLDER\n", stderr);
    return 2;
  }
  const auto number = [&](std::size_t place) {
    return static_cast<std::size_t>(std::strtoul(arguments[place], nullptr, 10));
  };
  return eqr::benchmarks::ended([&] {
    return eqr::render::job(how, {number(2), number(3), number(4)}, arguments[5]);
  });
}
