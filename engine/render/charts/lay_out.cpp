#include <algorithm>
#include <utility>

#include "render/charts/frame.hpp"
#include "render/charts/geometry.hpp"
#include "render/charts/palette.hpp"
#include "render/charts/text_alternative.hpp"
#include "render/charts/text_width.hpp"

namespace eqr::render::charts {
namespace {

// Draws one chart from the top down; `m_y` is where the next thing goes.
class Drawing {
 public:
  explicit Drawing(Frame frame) : m_frame(std::move(frame)) {}

  Geometry draw() {
    m_geometry.width = m_frame.room.width;
    if (m_frame.panels.size() == 1 && m_frame.readings.series.size() > 1) draw_key();
    for (const Panel& panel : m_frame.panels) draw_panel(panel);
    if (!m_frame.panels.empty()) draw_measure();
    m_geometry.height = m_y;
    return std::move(m_geometry);
  }

 private:
  // In the order of the bars, line by line.
  void draw_key() {
    const double swatch = m_frame.room.text_size * 0.9;
    const double indent = swatch + 8;
    double x = 0;
    for (std::size_t i = 0; i < m_frame.readings.series.size(); ++i) {
      const auto lines = lines_of(m_frame.readings.series[i], m_frame.room.width - indent, false);
      const double width = indent + m_frame.width_of(lines.front(), m_frame.room.text_size);
      if (x > 0 && x + width > m_frame.room.width) {
        x = 0;
        m_y += m_frame.line_height() + 4;
      }
      m_geometry.rectangles.push_back(
          {x, m_y + (m_frame.line_height() - swatch) / 2, swatch, swatch, ink(i)});
      for (std::size_t line = 0; line < lines.size(); ++line) {
        if (line > 0) m_y += m_frame.line_height();
        write(x + indent, baseline_at(m_y), lines[line]);
      }
      x = lines.size() > 1 ? m_frame.room.width : x + width + 24;
    }
    m_y += m_frame.line_height() + 12;
  }

  void draw_panel(const Panel& panel) {
    if (!panel.heading.empty()) {
      if (m_y > 0) m_y += 12;
      for (const std::string& line : lines_of(panel.heading, m_frame.room.width, true)) {
        write(0, baseline_at(m_y), line, Anchor::start, true);
        m_y += m_frame.line_height();
      }
      m_y += 4;
    }
    const double top = m_y;
    for (const Group& group : m_frame.readings.groups) draw_group(group, panel);
    if (!m_frame.labels_above()) draw_gridlines(top, m_y);
    draw_axis_labels();
  }

  void draw_group(const Group& group, const Panel& panel) {
    const bool stacked = m_frame.stacked();
    const auto count = static_cast<double>(stacked ? 1 : panel.series.size());
    const double gap = m_frame.room.text_size * (count > 1 ? 0.9 : 0.6);
    const double bars = m_frame.bar_height() * count + stack_gap * (count - 1);
    m_y += gap / 2;
    const double height = draw_label(group.label, bars);
    double top = m_y + (height - bars) / 2;
    // Above the bars, labels would be crossed by gridlines, which therefore keep to the bars.
    if (m_frame.labels_above()) draw_gridlines(top - 3, top + bars + 3);
    if (stacked) {
      draw_stack(group, top);
    } else {
      for (const std::size_t series : panel.series) {
        draw_bar(group.marks[series], series, top);
        top += m_frame.bar_height() + stack_gap;
      }
    }
    m_y += height + gap / 2;
  }

  // Gives the height that the bars and, where it stands beside them, the label need.
  double draw_label(const std::string& label, double bars) {
    const auto lines = m_frame.label_lines(label);
    const double text = m_frame.line_height() * static_cast<double>(lines.size());
    const bool above = m_frame.labels_above();
    const double height = above ? bars : std::max(bars, text);
    double top = above ? m_y : m_y + (height - text) / 2;
    for (const std::string& line : lines) {
      write(above ? 0 : m_frame.label_width, baseline_at(top), line, above ? Anchor::start : Anchor::end);
      top += m_frame.line_height();
    }
    if (above) m_y += text + 4;
    return height;
  }

  void draw_bar(const Mark& mark, std::size_t series, double top) {
    const double height = m_frame.bar_height();
    const double baseline = top + height / 2 + m_frame.room.text_size * 0.35;
    const double zero = m_frame.x_of(0);
    if (!mark.value) {
      write(zero + value_gap, baseline, mark.printed, Anchor::start, false, Ink::quiet_text);
      return;
    }
    const double end = m_frame.x_of(*mark.value);
    const double left = std::min(zero, end);
    // A published zero keeps a hair of a bar, so that it differs from a value that is not shown.
    m_geometry.rectangles.push_back(
        {left, top, std::max(std::max(zero, end) - left, 1.0), height, ink(series)});
    double reach = end;
    if (mark.upper && *mark.upper > *mark.value) {
      reach = m_frame.x_of(*mark.upper);
      m_geometry.axes.push_back({end, top + height / 2, reach, top + height / 2, 3, ink(series)});
      m_geometry.axes.push_back({reach, top + 4, reach, top + height - 4, 3, ink(series)});
    }
    const bool leftwards = *mark.value < 0;
    write(leftwards ? end - value_gap : reach + value_gap, baseline, mark.printed,
          leftwards ? Anchor::end : Anchor::start);
  }

  void draw_stack(const Group& group, double top) {
    const double height = m_frame.bar_height();
    const double baseline = top + height / 2 + m_frame.small_size() * 0.35;
    double total = 0;
    for (std::size_t i = 0; i < group.marks.size(); ++i) {
      const Mark& mark = group.marks[i];
      if (!mark.value || *mark.value <= 0) continue;
      const double left = m_frame.x_of(total);
      total += *mark.value;
      const double width = m_frame.x_of(total) - left;
      m_geometry.rectangles.push_back({left, top, std::max(width - stack_gap, 1.0), height, ink(i)});
      // A value that does not fit its part of the bar is left to the table below the chart.
      if (m_frame.width_of(mark.printed, m_frame.small_size()) + 2 * value_gap > width) continue;
      write_small(left + (width - stack_gap) / 2, baseline, mark.printed, Anchor::middle, ink_on(ink(i)));
    }
    write_small(m_frame.x_of(total) + value_gap, baseline, m_frame.symbols(group), Anchor::start);
  }

  void draw_gridlines(double top, double bottom) {
    for (const numbers::Decimal& value : m_frame.scale.gridlines) {
      const double x = m_frame.x_of(numbers::to_double(value));
      if (value.digits == 0) {
        m_geometry.axes.push_back({x, top, x, bottom, 1.5, Ink::axis});
      } else {
        m_geometry.lines.push_back({x, top, x, bottom, 1, Ink::grid});
      }
    }
  }

  void draw_axis_labels() {
    const double size = m_frame.small_size();
    for (const numbers::Decimal& value : m_frame.scale.gridlines) {
      const double x = m_frame.x_of(numbers::to_double(value));
      const std::string label = m_frame.axis_label(value);
      // At the edge of the drawing half of a label would be cut off.
      const bool at_edge = x < m_frame.width_of(label, size) / 2;
      write_small(x, m_y + size * 1.2, label, at_edge ? Anchor::start : Anchor::middle);
    }
    m_y += size * 1.6;
  }

  // What the axis measures, under it, unless its labels already say so.
  void draw_measure() {
    const Readings& readings = m_frame.readings;
    const double size = m_frame.small_size();
    m_y += 4;
    if (readings.measure.empty() || readings.measure == readings.percent_or_pounds) return;
    const double room = m_frame.room.width - m_frame.left;
    for (const std::string& line : wrapped(readings.measure, room, size, false, m_frame.room.measure)) {
      write_small(m_frame.left, m_y + size, line, Anchor::start);
      m_y += size * 1.3;
    }
    m_y += 4;
  }

  [[nodiscard]] Ink ink(std::size_t series) const {
    return m_frame.own_panels ? Ink::series_1 : series_ink(series, m_frame.readings.series.size());
  }

  [[nodiscard]] double baseline_at(double line_top) const { return line_top + m_frame.line_height() * 0.76; }

  [[nodiscard]] std::vector<std::string> lines_of(const std::string& text, double width, bool strong) const {
    return wrapped(text, width, m_frame.room.text_size, strong, m_frame.room.measure);
  }

  void write(double x, double y, const std::string& text, Anchor anchor = Anchor::start, bool strong = false,
             Ink colour = Ink::text) {
    if (text.empty()) return;
    m_geometry.texts.push_back({x, y, m_frame.room.text_size, anchor, strong, colour, text});
  }

  void write_small(double x, double y, const std::string& text, Anchor anchor, Ink colour = Ink::quiet_text) {
    if (text.empty()) return;
    m_geometry.texts.push_back({x, y, m_frame.small_size(), anchor, false, colour, text});
  }

  Frame m_frame;
  Geometry m_geometry;
  double m_y = 0;
};

}  // namespace

Geometry lay_out(const report::Chart& chart, const report::Table& table, const Room& room) {
  Geometry geometry = Drawing(frame_for(chart, table, room)).draw();
  geometry.title = chart.title;
  geometry.text_alternative =
      chart.text_alternative.empty() ? text_alternative(chart, table) : chart.text_alternative;
  return geometry;
}

}  // namespace eqr::render::charts
