// A chart as plain shapes, worked out once and drawn by every format that shows it.
//
// lay_out() turns a chart and its table into rectangles, lines, markers and texts; SVG and PDF only draw
// them. Bars lie on their side, start at zero and carry their printed value, so that nobody has to read a
// value off an axis; the dots of a dot range do as well, and lines at both ends. Every scale takes in zero.
// Sources: the Government Analysis Function's guidance on charts and colours (palette in its order, at most
// ten gridlines, no legend where a direct label will do, otherwise a key above in the order of the bars).
//
// Disclosure: the scale, the order and the size of the drawing follow from published values and from the
// number of rows alone. A cell that is withheld keeps its place and shows its symbol; it is never a bar of
// length zero. A line breaks at it, and its symbol stands below the scale, at its time; in a dot range its
// symbol stands with the label of the row.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "report/model/report.hpp"

namespace eqr::render::charts {

// What a shape is for; the emitter gives it its colour (see palette.hpp), so that a page may follow dark
// mode.
enum class Ink {
  text,        // labels and values
  quiet_text,  // axis labels, symbols in place of a value
  grid,
  axis,  // the line at zero
  series_1,
  series_2,
  series_3,
  series_4,
  series_5,
  series_6,
  on_series_1,  // text inside a bar of that series
  on_series_2,
  on_series_3,
  on_series_4,
  on_series_5,
  on_series_6,
  paper,  // inside a hollow marker
};

enum class Anchor { start, middle, end };

// All lengths are in units of which the drawing is `width` wide: one CSS pixel on a page, and for PDF
// whatever makes the width fit. The origin is the upper left corner; y grows downwards.
struct Rectangle {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  Ink ink = Ink::series_1;
};

struct Line {
  double x1 = 0;
  double y1 = 0;
  double x2 = 0;
  double y2 = 0;
  double thickness = 1;
  Ink ink = Ink::grid;
};

// A value as a point: told from those of other series by its form and filling, not by its colour alone.
struct Marker {
  enum class Form { circle, square, diamond, triangle };
  double x = 0;  // of its middle
  double y = 0;
  double radius = 5;
  Form form = Form::circle;
  bool is_hollow = false;
  Ink ink = Ink::series_1;  // of its edge and, unless it is hollow, of its filling
};

inline constexpr double marker_edge = 2;  // how thick

struct Point {
  double x = 0;
  double y = 0;
};

// All round, from the top or the upper left; none for a circle. Forms of one radius look equally large.
[[nodiscard]] std::vector<Point> corners(const Marker& marker);

struct Text {
  double x = 0;
  double y = 0;  // of the baseline
  double size = 16;
  Anchor anchor = Anchor::start;
  bool strong = false;
  Ink ink = Ink::text;
  std::string text;
};

// To be drawn in this order: lines, rectangles, axes, markers, texts.
struct Geometry {
  double width = 0;
  double height = 0;
  std::vector<Line> lines;
  std::vector<Rectangle> rectangles;
  std::vector<Line> axes;  // and lines that hold data
  std::vector<Marker> markers;
  std::vector<Text> texts;
  std::string title;
  std::string text_alternative;  // the chart's own, or text_alternative() where it has none
};

// How wide a text is, in units, at a size in units.
using Measure = std::function<double(std::string_view text, double size, bool strong)>;

// The widths of Arial and Helvetica (and of Liberation Sans, which is metrically the same).
[[nodiscard]] double width_in_arial(std::string_view text, double size, bool strong);

// The room a chart is given. Under 420 units labels stand above their bars, and the names of lines in a key,
// instead of beside them.
struct Room {
  double width = 680;
  double text_size = 16;
  Measure measure = width_in_arial;
};

// Rows that are totals are left out, unless there is nothing else. Grouped bars of more than four series, and
// stacked ones of more than six, become one panel for each series on one scale. Stacked bars hold no negative
// values: where one occurs the bars are grouped instead; so are lines of more than four series, and a dot
// range of other than two.
// Expects the chart's columns to be columns of the table; throws std::out_of_range where they are not.
[[nodiscard]] Geometry lay_out(const report::Chart& chart, const report::Table& table, const Room& room = {});

}  // namespace eqr::render::charts
