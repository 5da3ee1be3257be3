// What a drawing of lines keeps to: where points in time and values stand, and how much is written at the
// ends of lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/charts/frame.hpp"

namespace eqr::render::charts {

inline constexpr double axis_gap = 8;  // between the labels of the scale and the plot

// The points of a line that have a value: the first, and the last.
struct Ends {
  std::size_t first = 0, last = 0;
};

class TimeFrame {
 public:
  // Of a table with at least one row.
  explicit TimeFrame(const Frame& frame);

  // The plot begins there. Its scale goes up from the lowest gridline.
  void place(double top);

  [[nodiscard]] bool has_key() const { return m_has_key; }
  [[nodiscard]] std::size_t lines() const { return m_ends.size(); }
  [[nodiscard]] const std::optional<Ends>& ends(std::size_t series) const { return m_ends[series]; }
  [[nodiscard]] std::size_t last_time() const { return m_readings.groups.size() - 1; }
  [[nodiscard]] const Mark& mark(std::size_t time, std::size_t series) const {
    return m_readings.groups[time].marks[series];
  }

  // A line of one point has its value at its end alone.
  [[nodiscard]] bool is_printed_first(std::size_t series) const {
    return m_ends[series] && m_ends[series]->first == 0 && m_ends[series]->last > 0;
  }
  // "Women 67.1%"; the value alone where a key or the only header says whose it is.
  [[nodiscard]] std::vector<std::string> lines_at_end(std::size_t series) const;

  [[nodiscard]] const Scale& scale() const { return m_scale; }
  [[nodiscard]] double top() const { return m_top; }
  [[nodiscard]] double bottom() const { return m_bottom; }
  [[nodiscard]] double left() const { return m_left; }    // where gridlines begin
  [[nodiscard]] double first() const { return m_first; }  // where the first point in time stands,
  [[nodiscard]] double last() const { return m_last; }    // and the last
  [[nodiscard]] double slot() const;                      // between neighbours in time
  [[nodiscard]] double x_of(std::size_t time) const;
  [[nodiscard]] double y_of(double value) const;

 private:
  [[nodiscard]] bool wants_key() const;
  [[nodiscard]] std::vector<std::string> lines_at_end(std::size_t series, bool with_name) const;
  void choose_scale();
  void choose_columns();

  const Frame& m_frame;
  const Readings& m_readings;
  std::vector<std::optional<Ends>> m_ends;
  bool m_has_key = false;
  Scale m_scale;
  double m_top = 0, m_bottom = 0;
  double m_left = 0, m_first = 0, m_last = 0;
};

}  // namespace eqr::render::charts
