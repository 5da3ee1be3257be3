#include "render/charts/time_frame.hpp"

#include <algorithm>

#include "render/charts/text_width.hpp"

namespace eqr::render::charts {
namespace {

constexpr double height_in_letters = 14;  // of the plot, in text sizes
constexpr double names_share = 0.28;      // of the width, at most, for names at the ends of lines

constexpr int most_gridlines = 6;

std::optional<Ends> ends_of(const Readings& readings, std::size_t series) {
  std::optional<Ends> ends;
  for (std::size_t time = 0; time < readings.groups.size(); ++time) {
    if (!readings.groups[time].marks[series].value) continue;
    if (!ends) ends = Ends{time, time};
    ends->last = time;
  }
  return ends;
}

}  // namespace

TimeFrame::TimeFrame(const Frame& frame) : m_frame(frame), m_readings(frame.readings) {
  for (std::size_t series = 0; series < m_readings.series.size(); ++series)
    m_ends.push_back(ends_of(m_readings, series));
  m_has_key = wants_key();
  choose_scale();
  choose_columns();
}

void TimeFrame::place(double top) {
  m_top = top;
  m_bottom = top + m_frame.room.text_size * height_in_letters;
}

// Names stand at the ends of the lines where there is room for them and each line has an end.
bool TimeFrame::wants_key() const {
  if (m_readings.series.size() < 2) return false;
  if (m_frame.labels_above()) return true;
  double height = 0;
  for (std::size_t series = 0; series < m_readings.series.size(); ++series) {
    if (!m_ends[series]) return true;
    height += m_frame.line_height() * static_cast<double>(lines_at_end(series, true).size());
  }
  return height > m_frame.room.text_size * height_in_letters;
}

std::vector<std::string> TimeFrame::lines_at_end(std::size_t series, bool with_name) const {
  if (!m_ends[series]) return {};
  std::string words = with_name ? m_readings.series[series] : std::string{};
  if (m_ends[series]->last == last_time())
    words += (words.empty() ? "" : " ") + mark(last_time(), series).printed;
  return wrapped(words, m_frame.room.width * names_share, m_frame.room.text_size, false,
                 m_frame.room.measure);
}
std::vector<std::string> TimeFrame::lines_at_end(std::size_t series) const {
  return lines_at_end(series, !m_has_key && m_readings.series.size() > 1);
}

void TimeFrame::choose_scale() {
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
void TimeFrame::choose_columns() {
  double widest_label = 0, widest_first = 0, widest_end = 0;
  for (const numbers::Decimal& value : m_scale.gridlines)
    widest_label = std::max(widest_label, m_frame.width_of(m_frame.axis_label(value), m_frame.small_size()));
  const auto width_of = [this](const std::string& text) {
    return m_frame.width_of(text, m_frame.room.text_size);
  };
  for (std::size_t series = 0; series < m_ends.size(); ++series) {
    if (is_printed_first(series)) widest_first = std::max(widest_first, width_of(mark(0, series).printed));
    for (const std::string& line : lines_at_end(series)) widest_end = std::max(widest_end, width_of(line));
  }
  m_left = widest_label + axis_gap;
  m_first = m_left + widest_first + m_frame.around_dot();
  // Words longer than the drawing must not turn time around.
  m_last =
      std::max(m_frame.room.width - widest_end - m_frame.around_dot(), m_first + m_frame.room.width * 0.1);
}

double TimeFrame::slot() const {
  return (m_last - m_first) / static_cast<double>(std::max<std::size_t>(last_time(), 1));
}

double TimeFrame::x_of(std::size_t time) const {
  return last_time() == 0 ? (m_first + m_last) / 2 : m_first + slot() * static_cast<double>(time);
}

double TimeFrame::y_of(double value) const {
  return m_bottom - (value - m_scale.low) / (m_scale.high - m_scale.low) * (m_bottom - m_top);
}

}  // namespace eqr::render::charts
