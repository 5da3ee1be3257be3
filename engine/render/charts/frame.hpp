// What a drawing keeps to: which panels there are, how much room labels take, and how long one unit of value
// is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/charts/geometry.hpp"
#include "render/charts/readings.hpp"
#include "render/charts/scale.hpp"

namespace eqr::render::charts {

inline constexpr double value_gap = 6;  // between a bar and its value
inline constexpr double stack_gap = 2;  // between neighbours in a stack or a group

// Rows that share a heading: one panel holds all series, or each series has a panel of its own.
struct Panel {
  std::string heading;
  std::vector<std::size_t> series;
};

// Of a row of a dot range: the series of the smaller value, which stands on the left, and that of the larger.
// Where only one is published it is `right`.
struct Dots {
  std::optional<std::size_t> left, right;
};
[[nodiscard]] Dots dots_of(const Group& group);

// Of lines, only what they share with the others: they have no panels, and a scale that goes up.
struct Frame {
  Room room;
  Readings readings;
  report::Chart::Kind kind = report::Chart::Kind::bars;
  bool own_panels = false;
  std::vector<Panel> panels;
  double label_width = 0;
  double left = 0;           // where the scale's low end stands
  double length_of_one = 1;  // on the paper, of one unit of value
  Scale scale;

  [[nodiscard]] bool stacked() const { return kind == report::Chart::Kind::stacked_bars; }
  [[nodiscard]] bool has_dots() const { return kind == report::Chart::Kind::dot_range; }
  [[nodiscard]] bool has_markers() const { return has_dots() || kind == report::Chart::Kind::line; }
  [[nodiscard]] bool labels_above() const;
  [[nodiscard]] double label_room() const;
  [[nodiscard]] double line_height() const { return room.text_size * 1.25; }
  [[nodiscard]] double small_size() const { return room.text_size * 0.875; }
  [[nodiscard]] double bar_height() const;
  [[nodiscard]] double marker_radius() const { return room.text_size * 0.32; }
  // From the middle of a dot to its printed value.
  [[nodiscard]] double around_dot() const { return marker_radius() * 1.5 + value_gap; }
  [[nodiscard]] double x_of(double value) const { return left + (value - scale.low) * length_of_one; }
  [[nodiscard]] double width_of(const std::string& text, double size) const {
    return room.measure(text, size, false);
  }
  // From the middle of a dot to the far end of its printed value.
  [[nodiscard]] double writing_at(const Mark& mark) const {
    return around_dot() + width_of(mark.printed, room.text_size);
  }
  [[nodiscard]] std::vector<std::string> label_lines(const std::string& label) const;

  // "20%", "£500", "0.2"
  [[nodiscard]] std::string axis_label(const numbers::Decimal& value) const;
  // What stands after a stack: the symbols of those parts of it that are not shown.
  [[nodiscard]] std::string symbols(const Group& group) const;
  // What stands under the label of a row: the symbol of the one dot that is not shown, or of two for which
  // one symbol does not do. Otherwise empty.
  [[nodiscard]] std::string dot_not_shown(const Group& group) const;
};

[[nodiscard]] Frame frame_for(const report::Chart& chart, const report::Table& table, const Room& room);

}  // namespace eqr::render::charts
