#include <algorithm>

#include "render/charts/palette.hpp"
#include "render/charts/pen.hpp"
#include "render/charts/text_width.hpp"

namespace eqr::render::charts {
namespace {

class Rows {
 public:
  Rows(Pen& pen, const Frame& frame) : m_pen(pen), m_frame(frame) {}

  void draw() {
    if (m_frame.panels.size() == 1 && m_frame.readings.series.size() > 1) m_pen.draw_key();
    for (const Panel& panel : m_frame.panels) draw_panel(panel);
    if (m_frame.panels.empty()) return;
    m_pen.y += 4;
    m_pen.draw_measure(m_frame.left);
  }

 private:
  void draw_panel(const Panel& panel) {
    if (!panel.heading.empty()) {
      if (m_pen.y > 0) m_pen.y += 12;
      for (const std::string& line :
           wrapped(panel.heading, m_frame.room.width, m_frame.room.text_size, true, m_frame.room.measure)) {
        m_pen.write(0, m_pen.baseline_at(m_pen.y), line, Anchor::start, true);
        m_pen.y += m_frame.line_height();
      }
      m_pen.y += 4;
    }
    const double top = m_pen.y;
    for (const Group& group : m_frame.readings.groups) draw_group(group, panel);
    if (!m_frame.labels_above()) draw_gridlines(top, m_pen.y);
    draw_axis_labels();
  }

  void draw_group(const Group& group, const Panel& panel) {
    const bool in_one = m_frame.stacked() || m_frame.has_dots();
    const auto count = static_cast<double>(in_one ? 1 : panel.series.size());
    const double gap = m_frame.room.text_size * (count > 1 ? 0.9 : 0.6);
    const double bars = m_frame.bar_height() * count + stack_gap * (count - 1);
    m_pen.y += gap / 2;
    const double height = draw_label(group, bars);
    double top = m_pen.y + (height - bars) / 2;
    // Above the bars, labels would be crossed by gridlines, which therefore keep to the bars.
    if (m_frame.labels_above()) draw_gridlines(top - 3, top + bars + 3);
    if (m_frame.stacked()) {
      draw_stack(group, top);
    } else if (m_frame.has_dots()) {
      draw_dots(group, top + bars / 2);
    } else {
      for (const std::size_t series : panel.series) {
        draw_bar(group.marks[series], series, top);
        top += m_frame.bar_height() + stack_gap;
      }
    }
    m_pen.y += height + gap / 2;
  }

  // Gives the height that the bars and, where it stands beside them, the label need.
  double draw_label(const Group& group, double bars) {
    const auto lines = m_frame.label_lines(group.label);
    const auto missing = m_frame.label_lines(m_frame.dot_not_shown(group));
    const auto count = lines.size() + (missing.front().empty() ? 0 : missing.size());
    const double text = m_frame.line_height() * static_cast<double>(count);
    const bool above = m_frame.labels_above();
    const double height = above ? bars : std::max(bars, text);
    double top = above ? m_pen.y : m_pen.y + (height - text) / 2;
    const auto write = [&](const std::string& line, Ink ink) {
      m_pen.write(above ? 0 : m_frame.label_width, m_pen.baseline_at(top), line,
                  above ? Anchor::start : Anchor::end, false, ink);
      top += m_frame.line_height();
    };
    for (const std::string& line : lines) write(line, Ink::text);
    for (const std::string& line : missing) write(line, Ink::quiet_text);
    if (above) m_pen.y += text + 4;
    return height;
  }

  void draw_bar(const Mark& mark, std::size_t series, double top) {
    const double height = m_frame.bar_height();
    const double baseline = m_pen.baseline_around(top + height / 2);
    const double zero = m_frame.x_of(0);
    if (!mark.value) {
      m_pen.write(zero + value_gap, baseline, mark.printed, Anchor::start, false, Ink::quiet_text);
      return;
    }
    const double end = m_frame.x_of(*mark.value);
    const double left = std::min(zero, end);
    // A published zero keeps a hair of a bar, so that it differs from a value that is not shown.
    m_pen.geometry.rectangles.push_back(
        {left, top, std::max(std::max(zero, end) - left, 1.0), height, m_pen.ink(series)});
    double reach = end;
    if (mark.upper && *mark.upper > *mark.value) {
      reach = m_frame.x_of(*mark.upper);
      const double middle = top + height / 2;
      m_pen.geometry.axes.push_back({end, middle, reach, middle, 3, m_pen.ink(series)});
      m_pen.geometry.axes.push_back({reach, top + 4, reach, top + height - 4, 3, m_pen.ink(series)});
    }
    const bool leftwards = *mark.value < 0;
    m_pen.write(leftwards ? end - value_gap : reach + value_gap, baseline, mark.printed,
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
      const Ink ink = m_pen.ink(i);
      m_pen.geometry.rectangles.push_back({left, top, std::max(width - stack_gap, 1.0), height, ink});
      // A value that does not fit its part of the bar is left to the table below the chart.
      if (m_frame.width_of(mark.printed, m_frame.small_size()) + 2 * value_gap > width) continue;
      m_pen.write_small(left + (width - stack_gap) / 2, baseline, mark.printed, Anchor::middle, ink_on(ink));
    }
    m_pen.write_small(m_frame.x_of(total) + value_gap, baseline, m_frame.symbols(group), Anchor::start);
  }

  // The smaller value is printed to the left of its dot and the larger one to the right, so that neither
  // stands on the line between them.
  void draw_dots(const Group& group, double middle) {
    const Dots dots = dots_of(group);
    const double baseline = m_pen.baseline_around(middle);
    if (!dots.right) {
      const std::string symbol = m_frame.dot_not_shown(group).empty() ? m_frame.symbols(group) : "";
      m_pen.write(m_frame.x_of(0) + value_gap, baseline, symbol, Anchor::start, false, Ink::quiet_text);
      return;
    }
    const double right = m_frame.x_of(*group.marks[*dots.right].value);
    if (dots.left) {
      const double left = m_frame.x_of(*group.marks[*dots.left].value);
      m_pen.geometry.axes.push_back({left, middle, right, middle, 2, Ink::axis});
      m_pen.write(left - m_frame.around_dot(), baseline, group.marks[*dots.left].printed, Anchor::end);
    }
    m_pen.write(right + m_frame.around_dot(), baseline, group.marks[*dots.right].printed);
    // The second series first: it is the hollow and larger one.
    for (const std::size_t series : {std::size_t{1}, std::size_t{0}}) {
      const auto& value = group.marks[series].value;
      if (value) m_pen.draw_marker(series, {m_frame.x_of(*value), middle});
    }
  }

  void draw_gridlines(double top, double bottom) {
    for (const numbers::Decimal& value : m_frame.scale.gridlines) {
      const double x = m_frame.x_of(numbers::to_double(value));
      // Dots do not stand on the line at zero, and their values may lie on it.
      if (value.digits == 0 && !m_frame.has_dots()) {
        m_pen.geometry.axes.push_back({x, top, x, bottom, 1.5, Ink::axis});
      } else {
        m_pen.geometry.lines.push_back({x, top, x, bottom, 1, Ink::grid});
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
      m_pen.write_small(x, m_pen.y + size * 1.2, label, at_edge ? Anchor::start : Anchor::middle);
    }
    m_pen.y += size * 1.6;
  }

  Pen& m_pen;
  const Frame& m_frame;
};

}  // namespace

void draw_rows(Pen& pen, const Frame& frame) {
  Rows(pen, frame).draw();
}

}  // namespace eqr::render::charts
