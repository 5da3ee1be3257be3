#include <algorithm>
#include <cmath>
#include <optional>

#include "render/charts/pen.hpp"
#include "render/charts/text_width.hpp"

namespace eqr::render::charts {
namespace {

constexpr double height_in_letters = 14;  // of the plot, in text sizes
constexpr double names_share = 0.28;      // of the width, at most, for names at the ends of lines
constexpr double line_thickness = 2.5;
constexpr double axis_gap = 8;  // between the labels of the scale and the plot
constexpr double time_gap = 8;  // between the labels of points in time
constexpr int most_gridlines = 6;

// The points of a line that have a value: the first, and the last.
struct Ends {
  std::size_t first = 0, last = 0;
};

std::optional<Ends> ends_of(const Readings& readings, std::size_t series) {
  std::optional<Ends> ends;
  for (std::size_t time = 0; time < readings.groups.size(); ++time) {
    if (!readings.groups[time].marks[series].value) continue;
    if (!ends) ends = Ends{time, time};
    ends->last = time;
  }
  return ends;
}

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
  TimeLines(Pen& pen, const Frame& frame) : m_pen(pen), m_frame(frame), m_readings(frame.readings) {
    for (std::size_t series = 0; series < m_readings.series.size(); ++series)
      m_ends.push_back(ends_of(m_readings, series));
  }

  void draw() {
    m_has_key = wants_key();
    if (m_has_key) m_pen.draw_key();
    m_pen.draw_measure(0);
    choose_scale();
    m_top = m_pen.y + m_frame.room.text_size;
    m_bottom = m_top + m_frame.room.text_size * height_in_letters;
    choose_columns();
    draw_gridlines();
    for (std::size_t series = 0; series < m_readings.series.size(); ++series) draw_line(series);
    draw_first_values();
    draw_ends();
    m_pen.y = m_bottom;
    if (symbols_fit()) draw_symbols();
    draw_times();
    if (!symbols_fit()) tell_symbols();
    m_pen.y += 4;
  }

 private:
  // Names stand at the ends of the lines where there is room for them and each line has an end.
  [[nodiscard]] bool wants_key() const {
    if (m_readings.series.size() < 2) return false;
    if (m_frame.labels_above()) return true;
    double height = 0;
    for (std::size_t series = 0; series < m_readings.series.size(); ++series) {
      if (!m_ends[series]) return true;
      height += m_frame.line_height() * static_cast<double>(lines_at_end(series, true).size());
    }
    return height > m_frame.room.text_size * height_in_letters;
  }

  [[nodiscard]] const Mark& mark(std::size_t time, std::size_t series) const {
    return m_readings.groups[time].marks[series];
  }
  [[nodiscard]] std::size_t last_time() const { return m_readings.groups.size() - 1; }

  // "Women 67.1%"; the value alone where a key or the only header says whose it is.
  [[nodiscard]] std::vector<std::string> lines_at_end(std::size_t series, bool with_name) const {
    if (!m_ends[series]) return {};
    std::string words = with_name ? m_readings.series[series] : std::string{};
    if (m_ends[series]->last == last_time())
      words += (words.empty() ? "" : " ") + mark(last_time(), series).printed;
    return wrapped(words, m_frame.room.width * names_share, m_frame.room.text_size, false,
                   m_frame.room.measure);
  }
  [[nodiscard]] bool names_at_ends() const { return !m_has_key && m_readings.series.size() > 1; }

  void choose_scale() {
    double least = 0;
    double most = 0;
    for (const Group& group : m_readings.groups) {
      for (const Mark& mark : group.marks) {
        least = std::min(least, mark.value.value_or(0));
        most = std::max({most, mark.value.value_or(0), mark.upper.value_or(0)});
      }
    }
    m_scale = scale_for(least, most, m_readings.whole_numbers, most_gridlines);
    const bool has_point =
        std::ranges::any_of(m_ends, [](const std::optional<Ends>& ends) { return ends.has_value(); });
    if (!has_point) m_scale.gridlines = {{0, 0}};
  }

  // From left to right: labels of the scale, first values, points in time, what stands at the lines' ends.
  void choose_columns() {
    double widest_label = 0, widest_first = 0, widest_end = 0;
    for (const numbers::Decimal& value : m_scale.gridlines)
      widest_label =
          std::max(widest_label, m_frame.width_of(m_frame.axis_label(value), m_frame.small_size()));
    for (std::size_t series = 0; series < m_ends.size(); ++series) {
      if (is_printed_first(series)) widest_first = std::max(widest_first, width_of(mark(0, series).printed));
      for (const std::string& line : lines_at_end(series, names_at_ends()))
        widest_end = std::max(widest_end, width_of(line));
    }
    m_left = widest_label + axis_gap;
    m_first = m_left + widest_first + m_frame.around_dot();
    m_last = m_frame.room.width - widest_end - m_frame.around_dot();
  }

  // A line of one point has its value at its end.
  [[nodiscard]] bool is_printed_first(std::size_t series) const {
    return m_ends[series] && m_ends[series]->first == 0 && m_ends[series]->last > 0;
  }
  [[nodiscard]] double width_of(const std::string& text) const {
    return m_frame.width_of(text, m_frame.room.text_size);
  }
  [[nodiscard]] double slot() const {
    return (m_last - m_first) / static_cast<double>(std::max<std::size_t>(last_time(), 1));
  }
  [[nodiscard]] double x_of(std::size_t time) const {
    return last_time() == 0 ? (m_first + m_last) / 2 : m_first + slot() * static_cast<double>(time);
  }
  [[nodiscard]] double y_of(double value) const {
    return m_bottom - (value - m_scale.low) / (m_scale.high - m_scale.low) * (m_bottom - m_top);
  }

  void draw_gridlines() {
    for (const numbers::Decimal& value : m_scale.gridlines) {
      const double y = y_of(numbers::to_double(value));
      m_pen.write_small(m_left - axis_gap, y + m_frame.small_size() * 0.35, m_frame.axis_label(value),
                        Anchor::end);
      const double right = m_last + m_frame.marker_radius();
      if (value.digits == 0) {
        m_pen.geometry.axes.push_back({m_left, y, right, y, 1.5, Ink::axis});
      } else {
        m_pen.geometry.lines.push_back({m_left, y, right, y, 1, Ink::grid});
      }
    }
  }

  // Between neighbours in time that both have a value: a line does not reach over one that has none.
  void draw_line(std::size_t series) {
    const Ink ink = m_pen.ink(series);
    for (std::size_t time = 0; time <= last_time(); ++time) {
      const Mark& here = mark(time, series);
      if (!here.value) continue;
      const double x = x_of(time), y = y_of(*here.value);
      if (time > 0 && mark(time - 1, series).value)
        m_pen.geometry.axes.push_back(
            {x_of(time - 1), y_of(*mark(time - 1, series).value), x, y, line_thickness, ink});
      if (here.upper && *here.upper > *here.value)
        m_pen.geometry.axes.push_back({x, y, x, y_of(*here.upper), line_thickness, ink});
      m_pen.draw_marker(series, {x, y});
    }
  }

  void draw_first_values() {
    std::vector<Beside> words;
    for (std::size_t series = 0; series < m_ends.size(); ++series) {
      if (!m_ends[series]) continue;
      const Ends& ends = *m_ends[series];
      const Mark& first = mark(ends.first, series);
      if (is_printed_first(series)) {
        words.push_back({y_of(*first.value), m_frame.line_height(), {first.printed}});
      } else if (ends.first > 0 && ends.first != ends.last) {
        write_near(ends.first, first);
      }
    }
    write_beside(words, m_first - m_frame.around_dot(), Anchor::end);
  }

  void draw_ends() {
    std::vector<Beside> words;
    for (std::size_t series = 0; series < m_ends.size(); ++series) {
      if (!m_ends[series]) continue;
      const std::size_t last = m_ends[series]->last;
      if (last < last_time()) write_near(last, mark(last, series));
      std::vector<std::string> lines = lines_at_end(series, names_at_ends());
      const double height = m_frame.line_height() * static_cast<double>(lines.size());
      words.push_back({y_of(*mark(last, series).value), height, std::move(lines)});
    }
    write_beside(words, x_of(last_time()) + m_frame.around_dot(), Anchor::start);
  }

  // Above a point inside the plot or below it, where no other is; otherwise its value is left to the table.
  void write_near(std::size_t time, const Mark& mark) {
    for (const double way : {-1.0, 1.0}) {
      const double middle = y_of(*mark.value) + way * (m_frame.around_dot() + m_frame.room.text_size * 0.4);
      if (!is_clear(time, middle)) continue;
      m_pen.write(x_of(time), m_pen.baseline_around(middle), mark.printed, Anchor::middle);
      return;
    }
  }

  [[nodiscard]] bool is_clear(std::size_t time, double middle) const {
    const double reach = m_frame.room.text_size * 0.8;
    if (middle < m_top - reach || middle > m_bottom - reach) return false;
    for (std::size_t near = time - std::min<std::size_t>(time, 1); near <= std::min(time + 1, last_time());
         ++near) {
      for (const Mark& other : m_readings.groups[near].marks)
        if (other.value && std::abs(y_of(*other.value) - middle) < reach) return false;
    }
    return true;
  }

  void write_beside(std::vector<Beside>& words, double x, Anchor anchor) {
    spread(words, m_top - m_frame.line_height() / 2, m_bottom + m_frame.line_height() / 2);
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
        return mark.value || last_time() == 0 || width + 2 < slot();
      });
    });
  }

  // Below the scale, where no value can be: behind the marker of the line, one below the other.
  void draw_symbols() {
    const double line = m_frame.small_size() * 1.3;
    std::size_t most = 0;
    for (std::size_t time = 0; time <= last_time(); ++time) {
      std::size_t count = 0;
      for (std::size_t series = 0; series < m_readings.series.size(); ++series) {
        const Mark& missing = mark(time, series);
        if (missing.value || missing.printed.empty()) continue;
        const double middle =
            m_bottom + m_frame.line_height() * 0.6 + line * (static_cast<double>(count) + 0.5);
        const double width = m_frame.width_of(missing.printed, m_frame.small_size()) + indent_of_symbol();
        const double left = x_of(time) - width / 2;
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
    const double room = slot() * static_cast<double>(step) - time_gap;
    return wrapped(m_readings.groups[time].label, room, m_frame.small_size(), false, m_frame.room.measure);
  }

  // Each, or each second …, so that their labels keep apart and the first and the last are among them.
  [[nodiscard]] std::size_t step_of_times() const {
    for (std::size_t step = 1; step < last_time(); ++step) {
      if (last_time() % step != 0) continue;
      bool fits = true;
      for (std::size_t time = 0; time <= last_time(); time += step) {
        for (const std::string& line : lines_of_time(time, step))
          fits = fits && m_frame.width_of(line, m_frame.small_size()) + time_gap <=
                             slot() * static_cast<double>(step);
      }
      if (fits) return step;
    }
    return std::max<std::size_t>(last_time(), 1);
  }

  void draw_times() {
    const double size = m_frame.small_size();
    const std::size_t step = step_of_times();
    std::size_t most = 0;
    for (std::size_t time = 0; time <= last_time(); time += step) {
      const auto lines = lines_of_time(time, step);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const double half = m_frame.width_of(lines[i], size) / 2;
        const double x = std::clamp(x_of(time), half, std::max(half, m_frame.room.width - half));
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
  std::vector<std::optional<Ends>> m_ends;  // of each series
  bool m_has_key = false;
  Scale m_scale;
  double m_top = 0, m_bottom = 0;              // of the plot
  double m_left = 0, m_first = 0, m_last = 0;  // where gridlines begin, and the first and last point stand
};

}  // namespace

void draw_lines(Pen& pen, const Frame& frame) {
  if (!frame.readings.groups.empty()) TimeLines(pen, frame).draw();
}

}  // namespace eqr::render::charts
