// What stands on each sheet of the workbook, before any file format is involved.
//
// laid_out() turns a report into plain sheets of lines and at most one table; check() proves that spreadsheet
// programs will open them without repair; render/workbook and render/ods make the files. Layout decides words
// and order, the writers only how they look.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "calendar/date.hpp"
#include "numbers/exact.hpp"
#include "report/model/report.hpp"

namespace eqr::render::spreadsheet {

// A row above the table, or of the cover: one cell in column A.
struct Line {
  enum class Kind { title, heading, text };
  Kind kind = Kind::text;
  std::string text;
  std::string link;  // "#Notes" for cell A1 of that sheet, or http, https, mailto; empty for plain text
};

struct Blank {};
struct Text {
  std::string text;
  std::string link;  // as for a line
};
struct Amount {
  numbers::Decimal value;
  int places = 0;       // shown after the point; never fewer than the value has
  bool grouped = true;  // commas between thousands; years have none
};
using Cell = std::variant<Blank, Text, Amount>;

// "1,181,000.0": the number as its cell shows it.
[[nodiscard]] std::string shown(const Amount& amount);

struct Column {
  std::string header;
  bool right = false;  // numbers and the shorthand among them
  bool gap = false;    // text that follows such a column: a little space keeps the two apart
  int pixels = 100;    // width at 96 dots an inch
};

struct Row {
  std::vector<Cell> cells;  // as many as there are columns; the first is the row's label
  bool is_total = false;
};

// An Excel table: one header row, rows below, named, without filter buttons or stripes.
struct MarkedTable {
  std::string name;
  std::vector<Column> columns;
  std::vector<Row> rows;
};

// A native chart of the table on another sheet. It holds no number and no text of its own but its
// alternative text: all that it shows it reads from cells.
struct Plot {
  enum class Kind {
    bars,
    stacked_bars,
    lines,  // with markers, and numbers at their first and last points
    dots,   // markers alone, side by side for each group
  };
  enum class Label {
    value,  // the cell's number, at its bar or point
    words,  // the cell holds no number, but what stands in its place: no bar, but its text
    none,   // a number that does not fit into its part of a stack, or of a point inside a line
  };
  enum class Marker { circle, square, diamond, triangle };
  struct Series {
    std::size_t column = 0;          // of the table
    unsigned colour = 0;             // 0xRRGGBB, of its bars
    unsigned ink = 0;                // of what is written at them, or in them where they are stacked
    Marker marker = Marker::circle;  // of lines and dots
    std::vector<Label> labels;
  };
  std::string sheet;  // the table's
  Kind kind = Kind::bars;
  std::size_t label_column = 0;
  std::size_t rows = 0;  // of the table, from its first: totals, which stand last, have no bars
  std::vector<Series> series;
  std::string measure;                 // what the scale measures, where its series share a unit: "%"
  double low = 0, high = 1, step = 1;  // of the scale
  int places = 0;                      // of the numbers beside it
  std::string alternative;             // states the message in words
  int width = 0, height = 0;           // pixels at 96 dots an inch

  [[nodiscard]] bool is_stacked() const { return kind == Kind::stacked_bars; }
  [[nodiscard]] bool has_bars() const { return kind == Kind::bars || is_stacked(); }
};

struct Sheet {
  std::string name;
  std::string subject;      // for messages: `table "workforce.ethnicity"`, `the cover`
  std::vector<Line> lines;  // the first is the title, in A1
  std::optional<MarkedTable> table;
  std::optional<Plot> plot;            // below the lines, on a sheet without a table
  std::vector<std::string> shorthand;  // the codes that its table holds
  bool is_text = false;                // the cover and charts: one wide column whose lines wrap
};

struct Properties {
  std::string title;
  std::string subject;
  std::string author;  // the organisation, never a person
  std::string keywords;
  std::string comments;
  std::string status;    // "Draft" or "Published"
  std::string language;  // BCP 47
  calendar::Date created;
};

struct Book {
  Properties properties;
  std::vector<Sheet> sheets;
};

struct Options {
  bool charts = true;  // a sheet for each chart
};

// Cover, contents, notes, a sheet for each table, figures in the text, facts, sources, a sheet for each
// chart.
[[nodiscard]] Book laid_out(const report::Report& report, const Options& options = {});

// The sheet of that name, which must be there.
[[nodiscard]] const Sheet& sheet_named(const Book& book, const std::string& name);

}  // namespace eqr::render::spreadsheet
