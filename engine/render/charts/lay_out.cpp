#include <algorithm>
#include <numeric>
#include <optional>

#include "render/charts/geometry.hpp"
#include "render/charts/palette.hpp"
#include "render/charts/readings.hpp"
#include "render/charts/scale.hpp"
#include "render/charts/text_alternative.hpp"
#include "render/charts/text_width.hpp"

namespace eqr::render::charts {
namespace {

using Kind = report::Chart::Kind;

constexpr std::size_t most_grouped = 4;
constexpr std::size_t most_stacked = 6;
constexpr double narrow = 420;        // under this, labels stand above their bars
constexpr double label_share = 0.36;  // of the width, at most, for labels beside bars
constexpr double value_gap = 6;       // between a bar and its value
constexpr double stack_gap = 2;       // between neighbours in a stack

// Rows that share a heading: one panel holds all series, or each series has a panel of its own.
struct Panel {
  std::string heading;
  std::vector<std::size_t> series;
};

// Draws one chart from the top down; `m_y` is where the next thing goes.
class Drawing {
 public:
  Drawing(const report::Chart& chart, const report::Table& table, const Room& room)
      : m_room(room), m_readings(read(chart, table)), m_kind(drawn_kind(chart, m_readings)) {
    m_geometry.width = room.width;
    m_geometry.title = chart.title;
    m_geometry.text_alternative =
        chart.text_alternative.empty() ? text_alternative(chart, table) : chart.text_alternative;
  }

  Geometry draw() {
    if (m_readings.series.empty()) return m_geometry;
    const std::vector<Panel> panels = divide();
    measure_labels();
    fit_scale();
    if (panels.size() == 1 && m_readings.series.size() > 1) draw_key();
    for (const Panel& panel : panels) draw_panel(panel);
    draw_measure();
    m_geometry.height = m_y;
    return std::move(m_geometry);
  }

 private:
  [[nodiscard]] bool stacked() const { return m_kind == Kind::stacked_bars; }
  [[nodiscard]] bool labels_above() const { return m_room.width < narrow; }
  [[nodiscard]] double line_height() const { return m_room.text_size * 1.25; }
  [[nodiscard]] double small_size() const { return m_room.text_size * 0.875; }
  [[nodiscard]] double width_of(const std::string& text, double size, bool strong = false) const {
    return m_room.measure(text, size, strong);
  }
  [[nodiscard]] double bar_height() const {
    return stacked() || m_readings.series.size() == 1 || m_own_panels ? m_room.text_size * 1.6
                                                                      : m_room.text_size * 1.35;
  }
  [[nodiscard]] double x_of(double value) const { return m_left + (value - m_scale.low) * m_unit; }

  std::vector<Panel> divide() {
    const std::size_t count = m_readings.series.size();
    m_own_panels = count > (stacked() ? most_stacked : most_grouped);
    if (m_own_panels) m_kind = Kind::grouped_bars;
    std::vector<Panel> panels;
    if (m_own_panels) {
      for (std::size_t i = 0; i < count; ++i) panels.push_back({m_readings.series[i], {i}});
    } else {
      panels.push_back({{}, std::vector<std::size_t>(count)});
      std::iota(panels.front().series.begin(), panels.front().series.end(), std::size_t{0});
    }
    return panels;
  }

  void measure_labels() {
    double widest = 0;
    for (const Group& group : m_readings.groups) {
      for (const std::string& line :
           wrapped(group.label, label_room(), m_room.text_size, false, m_room.measure))
        widest = std::max(widest, width_of(line, m_room.text_size));
    }
    m_label_width = labels_above() ? 0 : std::min(widest, m_room.width / 2);
  }

  [[nodiscard]] double label_room() const {
    return labels_above() ? m_room.width : m_room.width * label_share;
  }

  // What stands after the last bar of a group: its value, or in a stack the symbols of what is not shown.
  [[nodiscard]] std::string after(const Group& group, std::size_t series) const {
    return group.marks[series].printed;
  }

  [[nodiscard]] std::string symbols(const Group& group) const {
    std::string all;
    for (std::size_t i = 0; i < group.marks.size(); ++i) {
      const Mark& mark = group.marks[i];
      if (mark.value || mark.printed.empty()) continue;
      if (!all.empty()) all += ", ";
      all += m_readings.series[i] + ' ' + mark.printed;
    }
    return all;
  }

  // The ends of all bars with what is written there, so that the scale leaves room for the writing.
  struct End {
    double value;
    double writing;
  };

  [[nodiscard]] std::vector<End> ends() const {
    std::vector<End> all;
    for (const Group& group : m_readings.groups) {
      double total = 0;
      for (std::size_t i = 0; i < group.marks.size(); ++i) {
        const Mark& mark = group.marks[i];
        total += mark.value.value_or(0);
        if (stacked()) continue;
        const double value = mark.value.value_or(0);
        const double reach = mark.upper && *mark.upper > value ? *mark.upper : value;
        all.push_back({reach, width_of(after(group, i), m_room.text_size) + value_gap});
      }
      if (stacked()) {
        const std::string writing = symbols(group);
        all.push_back({total, writing.empty() ? 0 : width_of(writing, small_size()) + value_gap});
      }
    }
    return all;
  }

  void fit_scale() {
    const std::vector<End> all = ends();
    double least = 0;
    double most = 0;
    double writing_left = 0;
    for (const End& end : all) {
      least = std::min(least, end.value);
      most = std::max(most, end.value);
      if (end.value < 0) writing_left = std::max(writing_left, end.writing);
    }
    m_left = (labels_above() ? 0 : m_label_width + 14) + writing_left;
    const int gridlines = m_room.width < narrow ? 5 : 8;
    m_scale = scale_for(least, most, m_readings.whole_numbers, gridlines);
    // Half of the last axis label reaches beyond the plot.
    const double margin = width_of(axis_label(m_scale.gridlines.back()), small_size()) / 2 + 1;
    const double span = m_scale.high - m_scale.low;
    m_unit = (m_room.width - margin - m_left) / span;
    for (const End& end : all) {
      const double reach = std::max(end.value, 0.0) - m_scale.low;
      if (end.value < 0 || reach <= 0) continue;
      m_unit = std::min(m_unit, (m_room.width - m_left - end.writing) / reach);
    }
    m_unit = std::max(m_unit, m_room.width * 0.1 / span);
  }

  [[nodiscard]] std::string axis_label(const numbers::Decimal& value) const {
    const bool percent = m_readings.percent_or_pounds == "%";
    const bool pounds = m_readings.percent_or_pounds == "£";
    const report::Unit unit = percent  ? report::Unit::percent
                              : pounds ? report::Unit::pounds
                                       : report::Unit::number;
    return report::printed(report::Number{value, {}, unit, {}, {}});
  }

  void draw_key() {
    const double swatch = m_room.text_size * 0.9;
    double x = 0;
    for (std::size_t i = 0; i < m_readings.series.size(); ++i) {
      const double name_room = m_room.width - swatch - 8;
      const auto lines = wrapped(m_readings.series[i], name_room, m_room.text_size, false, m_room.measure);
      const double width = swatch + 8 + width_of(lines.front(), m_room.text_size);
      if (x > 0 && x + width > m_room.width) {
        x = 0;
        m_y += line_height() + 4;
      }
      const double top = m_y + (line_height() - swatch) / 2;
      m_geometry.rectangles.push_back({x, top, swatch, swatch, ink(i)});
      for (std::size_t line = 0; line < lines.size(); ++line) {
        if (line > 0) m_y += line_height();
        write(x + swatch + 8, m_y + line_height() * 0.76, lines[line]);
      }
      x = lines.size() > 1 ? m_room.width : x + width + 24;
    }
    m_y += line_height() + 12;
  }

  [[nodiscard]] Ink ink(std::size_t series) const {
    return m_own_panels ? Ink::series_1 : series_ink(series, m_readings.series.size());
  }

  void draw_panel(const Panel& panel) {
    if (!panel.heading.empty()) {
      if (m_y > 0) m_y += 12;
      for (const auto& line : wrapped(panel.heading, m_room.width, m_room.text_size, true, m_room.measure)) {
        write(0, m_y + line_height() * 0.76, line, Anchor::start, true);
        m_y += line_height();
      }
      m_y += 4;
    }
    const double top = m_y;
    for (const Group& group : m_readings.groups) draw_group(group, panel);
    draw_gridlines(top, m_y);
    m_y += small_size() * 1.6;
  }

  void draw_group(const Group& group, const Panel& panel) {
    const double gap = m_room.text_size * (panel.series.size() > 1 && !stacked() ? 0.9 : 0.6);
    m_y += gap / 2;
    const auto lines = wrapped(group.label, label_room(), m_room.text_size, false, m_room.measure);
    const double bars = stacked() ? bar_height()
                                  : bar_height() * static_cast<double>(panel.series.size()) +
                                        stack_gap * static_cast<double>(panel.series.size() - 1);
    const double text = line_height() * static_cast<double>(lines.size());
    const double height = labels_above() ? bars : std::max(bars, text);
    double line_top = labels_above() ? m_y : m_y + (height - text) / 2;
    for (const std::string& line : lines) {
      const double x = labels_above() ? 0 : m_label_width;
      write(x, line_top + line_height() * 0.76, line, labels_above() ? Anchor::start : Anchor::end);
      line_top += line_height();
    }
    if (labels_above()) m_y += text + 2;
    double bar_top = m_y + (height - bars) / 2;
    if (stacked()) {
      draw_stack(group, bar_top);
    } else {
      for (const std::size_t series : panel.series) {
        draw_bar(group.marks[series], series, bar_top);
        bar_top += bar_height() + stack_gap;
      }
    }
    m_y += height + gap / 2;
  }

  void draw_bar(const Mark& mark, std::size_t series, double top) {
    const double base_line = top + bar_height() / 2 + m_room.text_size * 0.35;
    if (!mark.value) {
      write(x_of(0) + value_gap, base_line, mark.printed, Anchor::start, false, Ink::quiet_text);
      return;
    }
    const double end = x_of(*mark.value);
    const double left = std::min(x_of(0), end);
    // A published zero keeps a hair of a bar, so that it differs from a value that is not shown.
    const double width = std::max(std::max(x_of(0), end) - left, 1.0);
    m_geometry.rectangles.push_back({left, top, width, bar_height(), ink(series)});
    double reach = end;
    if (mark.upper && *mark.upper > *mark.value) {
      reach = x_of(*mark.upper);
      const double middle = top + bar_height() / 2;
      m_geometry.axes.push_back({end, middle, reach, middle, 3, ink(series)});
      m_geometry.axes.push_back({reach, top + 4, reach, top + bar_height() - 4, 3, ink(series)});
    }
    const bool leftwards = *mark.value < 0;
    write(leftwards ? reach - value_gap : reach + value_gap, base_line, mark.printed,
          leftwards ? Anchor::end : Anchor::start);
  }

  void draw_stack(const Group& group, double top) {
    const double base_line = top + bar_height() / 2 + small_size() * 0.35;
    double total = 0;
    for (std::size_t i = 0; i < group.marks.size(); ++i) {
      const Mark& mark = group.marks[i];
      if (!mark.value || *mark.value <= 0) continue;
      const double left = x_of(total);
      total += *mark.value;
      const double width = x_of(total) - left;
      m_geometry.rectangles.push_back({left, top, std::max(width - stack_gap, 1.0), bar_height(), ink(i)});
      // A value that does not fit its part of the bar is left to the table below the chart.
      if (width_of(mark.printed, small_size()) + 2 * value_gap > width) continue;
      m_geometry.texts.push_back({left + (width - stack_gap) / 2, base_line, small_size(), Anchor::middle,
                                  false, ink_on(ink(i)), mark.printed});
    }
    const std::string writing = symbols(group);
    if (writing.empty()) return;
    m_geometry.texts.push_back(
        {x_of(total) + value_gap, base_line, small_size(), Anchor::start, false, Ink::quiet_text, writing});
  }

  void draw_gridlines(double top, double bottom) {
    for (const numbers::Decimal& value : m_scale.gridlines) {
      const double x = x_of(numbers::to_double(value));
      if (value.digits == 0) {
        m_geometry.axes.push_back({x, top, x, bottom, 1.5, Ink::axis});
      } else {
        m_geometry.lines.push_back({x, top, x, bottom, 1, Ink::grid});
      }
      const std::string label = axis_label(value);
      // The label at zero starts at the edge of the drawing where half of it would be cut off.
      const bool at_edge = x < width_of(label, small_size()) / 2;
      m_geometry.texts.push_back({x, bottom + small_size() * 1.2, small_size(),
                                  at_edge ? Anchor::start : Anchor::middle, false, Ink::quiet_text, label});
    }
  }

  // What the axis measures, under it, unless its labels already say so.
  void draw_measure() {
    if (m_readings.measure.empty() || m_readings.measure == m_readings.percent_or_pounds) {
      m_y += 4;
      return;
    }
    const double room = m_room.width - m_left;
    m_y += 4;
    for (const auto& line : wrapped(m_readings.measure, room, small_size(), false, m_room.measure)) {
      m_geometry.texts.push_back(
          {m_left, m_y + small_size(), small_size(), Anchor::start, false, Ink::quiet_text, line});
      m_y += small_size() * 1.3;
    }
    m_y += 4;
  }

  void write(double x, double y, const std::string& text, Anchor anchor = Anchor::start, bool strong = false,
             Ink ink = Ink::text) {
    if (!text.empty()) m_geometry.texts.push_back({x, y, m_room.text_size, anchor, strong, ink, text});
  }

  const Room& m_room;
  Readings m_readings;
  Kind m_kind;
  bool m_own_panels = false;
  Geometry m_geometry;
  Scale m_scale;
  double m_label_width = 0;
  double m_left = 0;  // where the scale's low end stands
  double m_unit = 1;  // lengths for each unit of value
  double m_y = 0;
};

}  // namespace

Geometry lay_out(const report::Chart& chart, const report::Table& table, const Room& room) {
  return Drawing(chart, table, room).draw();
}

}  // namespace eqr::render::charts
