#include <algorithm>
#include <cmath>

#include "render/charts/pen.hpp"
#include "render/charts/text_width.hpp"
#include "render/charts/time_frame.hpp"

namespace eqr::render::charts {
namespace {

constexpr double line_thickness = 2.5;
constexpr double time_gap = 8;  // between the labels of points in time

// Words beside the end of a line, in the height of its value until they would lie on others.
struct Beside {
  double middle = 0;
  double height = 0;
  std::vector<std::string> lines;
};

// Moves what overlaps apart, in its order from the top down, and keeps it between `top` and `bottom`.
void spread(std::vector<Beside>& words, double top, double bottom) {
  std::ranges::stable_sort(words, {}, &Beside::middle);
  double free_from = top;
  for (Beside& word : words) {
    word.middle = std::max(word.middle, free_from + word.height / 2);
    free_from = word.middle + word.height / 2;
  }
  double free_to = bottom;
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    word->middle = std::min(word->middle, free_to - word->height / 2);
    free_to = word->middle - word->height / 2;
  }
}

class TimeLines {
 public:
  TimeLines(Pen& pen, const Frame& frame)
      : m_pen(pen), m_frame(frame), m_readings(frame.readings), m_times(frame) {}

  void draw() {
    if (m_times.has_key()) m_pen.draw_key();
    m_pen.draw_measure(0);
    m_times.place(m_pen.y + m_frame.room.text_size);
    draw_gridlines();
    for (std::size_t series = 0; series < m_times.lines(); ++series) draw_line(series);
    draw_first_values();
    draw_ends();
    m_pen.y = m_times.bottom();
    if (symbols_fit()) draw_symbols();
    draw_times();
    if (!symbols_fit()) tell_symbols();
    m_pen.y += 4;
  }

 private:
  void draw_gridlines() {
    for (const numbers::Decimal& value : m_times.scale().gridlines) {
      const double y = m_times.y_of(numbers::to_double(value));
      m_pen.write_small(m_times.left() - axis_gap, y + m_frame.small_size() * 0.35, m_frame.axis_label(value),
                        Anchor::end);
      const double right = m_times.last() + m_frame.marker_radius();
      if (value.digits == 0) {
        m_pen.geometry.axes.push_back({m_times.left(), y, right, y, 1.5, Ink::axis});
      } else {
        m_pen.geometry.lines.push_back({m_times.left(), y, right, y, 1, Ink::grid});
      }
    }
  }

  // Between neighbours in time that both have a value: a line does not reach over one that has none.
  void draw_line(std::size_t series) {
    const Ink ink = m_pen.ink(series);
    for (std::size_t time = 0; time <= m_times.last_time(); ++time) {
      const Mark& here = m_times.mark(time, series);
      if (!here.value) continue;
      const double x = m_times.x_of(time), y = m_times.y_of(*here.value);
      if (time > 0 && m_times.mark(time - 1, series).value)
        m_pen.geometry.axes.push_back({m_times.x_of(time - 1),
                                       m_times.y_of(*m_times.mark(time - 1, series).value), x, y,
                                       line_thickness, ink});
      if (here.upper && *here.upper > *here.value)
        m_pen.geometry.axes.push_back({x, y, x, m_times.y_of(*here.upper), line_thickness, ink});
      m_pen.draw_marker(series, {x, y});
    }
  }

  void draw_first_values() {
    std::vector<Beside> words;
    for (std::size_t series = 0; series < m_times.lines(); ++series) {
      if (!m_times.ends(series)) continue;
      const Ends& ends = *m_times.ends(series);
      const Mark& first = m_times.mark(ends.first, series);
      if (m_times.is_printed_first(series)) {
        words.push_back({m_times.y_of(*first.value), m_frame.line_height(), {first.printed}});
      } else if (ends.first > 0 && ends.first != ends.last) {
        write_near(ends.first, first);
      }
    }
    write_beside(words, m_times.first() - m_frame.around_dot(), Anchor::end);
  }

  void draw_ends() {
    std::vector<Beside> words;
    for (std::size_t series = 0; series < m_times.lines(); ++series) {
      if (!m_times.ends(series)) continue;
      const std::size_t last = m_times.ends(series)->last;
      if (last < m_times.last_time()) write_near(last, m_times.mark(last, series));
      std::vector<std::string> lines = m_times.lines_at_end(series);
      const double height = m_frame.line_height() * static_cast<double>(lines.size());
      words.push_back({m_times.y_of(*m_times.mark(last, series).value), height, std::move(lines)});
    }
    write_beside(words, m_times.x_of(m_times.last_time()) + m_frame.around_dot(), Anchor::start);
  }

  // Above a point inside the plot or below it, where no other is; otherwise its value is left to the table.
  void write_near(std::size_t time, const Mark& mark) {
    for (const double way : {-1.0, 1.0}) {
      const double middle =
          m_times.y_of(*mark.value) + way * (m_frame.around_dot() + m_frame.room.text_size * 0.4);
      if (!is_clear(time, middle)) continue;
      m_pen.write(m_times.x_of(time), m_pen.baseline_around(middle), mark.printed, Anchor::middle);
      return;
    }
  }

  [[nodiscard]] bool is_clear(std::size_t time, double middle) const {
    const double reach = m_frame.room.text_size * 0.8;
    if (middle < m_times.top() - reach || middle > m_times.bottom() - reach) return false;
    for (std::size_t near = time - std::min<std::size_t>(time, 1);
         near <= std::min(time + 1, m_times.last_time()); ++near) {
      for (const Mark& other : m_readings.groups[near].marks)
        if (other.value && std::abs(m_times.y_of(*other.value) - middle) < reach) return false;
    }
    return true;
  }

  void write_beside(std::vector<Beside>& words, double x, Anchor anchor) {
    spread(words, m_times.top() - m_frame.line_height() / 2, m_times.bottom() + m_frame.line_height() / 2);
    for (const Beside& word : words) {
      double top = word.middle - word.height / 2;
      for (const std::string& line : word.lines) {
        m_pen.write(x, m_pen.baseline_at(top), line, anchor);
        top += m_frame.line_height();
      }
    }
  }

  // ---- what has no point ----

  [[nodiscard]] bool marks_symbols() const { return m_readings.series.size() > 1; }
  [[nodiscard]] double indent_of_symbol() const { return marks_symbols() ? m_frame.marker_radius() * 3 : 0; }

  [[nodiscard]] bool symbols_fit() const {
    return std::ranges::all_of(m_readings.groups, [this](const Group& group) {
      return std::ranges::all_of(group.marks, [this](const Mark& mark) {
        const double width = m_frame.width_of(mark.printed, m_frame.small_size()) + indent_of_symbol();
        return mark.value || m_times.last_time() == 0 || width + 2 < m_times.slot();
      });
    });
  }

  // Below the scale, where no value can be: behind the marker of the line, one below the other.
  void draw_symbols() {
    const double line = m_frame.small_size() * 1.3;
    std::size_t most = 0;
    for (std::size_t time = 0; time <= m_times.last_time(); ++time) {
      std::size_t count = 0;
      for (std::size_t series = 0; series < m_times.lines(); ++series) {
        const Mark& missing = m_times.mark(time, series);
        if (missing.value || missing.printed.empty()) continue;
        const double middle =
            m_times.bottom() + m_frame.line_height() * 0.6 + line * (static_cast<double>(count) + 0.5);
        const double width = m_frame.width_of(missing.printed, m_frame.small_size()) + indent_of_symbol();
        const double left = m_times.x_of(time) - width / 2;
        if (marks_symbols()) m_pen.draw_marker(series, {left + m_frame.marker_radius(), middle});
        m_pen.write_small(left + indent_of_symbol(), middle + m_frame.small_size() * 0.35, missing.printed,
                          Anchor::start);
        ++count;
      }
      most = std::max(most, count);
    }
    if (most > 0) m_pen.y += m_frame.line_height() * 0.6 + line * static_cast<double>(most);
  }

  // Where symbols would run into each other: "2016: Women [c]", in lines of their own.
  void tell_symbols() {
    for (const Group& group : m_readings.groups) {
      const std::string symbols = m_frame.symbols(group);
      if (symbols.empty()) continue;
      for (const std::string& line : wrapped(group.label + ": " + symbols, m_frame.room.width,
                                             m_frame.small_size(), false, m_frame.room.measure)) {
        m_pen.y += m_frame.small_size() * 1.3;
        m_pen.write_small(0, m_pen.y, line, Anchor::start);
      }
    }
  }

  // ---- points in time ----

  [[nodiscard]] std::vector<std::string> lines_of_time(std::size_t time, std::size_t step) const {
    const double room = m_times.slot() * static_cast<double>(step) - time_gap;
    return wrapped(m_readings.groups[time].label, room, m_frame.small_size(), false, m_frame.room.measure);
  }

  // Each, or each second …, so that their labels keep apart and the first and the last are among them.
  [[nodiscard]] std::size_t step_of_times() const {
    for (std::size_t step = 1; step < m_times.last_time(); ++step) {
      if (m_times.last_time() % step != 0) continue;
      bool fits = true;
      for (std::size_t time = 0; time <= m_times.last_time(); time += step) {
        for (const std::string& line : lines_of_time(time, step))
          fits = fits && m_frame.width_of(line, m_frame.small_size()) + time_gap <=
                             m_times.slot() * static_cast<double>(step);
      }
      if (fits) return step;
    }
    return std::max<std::size_t>(m_times.last_time(), 1);
  }

  void draw_times() {
    const double size = m_frame.small_size();
    const std::size_t step = step_of_times();
    std::size_t most = 0;
    for (std::size_t time = 0; time <= m_times.last_time(); time += step) {
      const auto lines = lines_of_time(time, step);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const double half = m_frame.width_of(lines[i], size) / 2;
        const double x = std::clamp(m_times.x_of(time), half, std::max(half, m_frame.room.width - half));
        m_pen.write_small(x, m_pen.y + size * (1.5 + 1.3 * static_cast<double>(i)), lines[i], Anchor::middle,
                          Ink::text);
      }
      most = std::max(most, lines.size());
    }
    m_pen.y += size * (0.6 + 1.3 * static_cast<double>(most));
  }

  Pen& m_pen;
  const Frame& m_frame;
  const Readings& m_readings;
  TimeFrame m_times;
};

}  // namespace

void draw_lines(Pen& pen, const Frame& frame) {
  if (!frame.readings.groups.empty()) TimeLines(pen, frame).draw();
}

}  // namespace eqr::render::charts
