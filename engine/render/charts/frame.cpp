#include "render/charts/frame.hpp"

#include <algorithm>
#include <numeric>

#include "render/charts/text_width.hpp"

namespace eqr::render::charts {
namespace {

constexpr std::size_t most_grouped = 4;
constexpr std::size_t most_stacked = 6;
constexpr double narrow = 420;        // under this, labels stand above their bars
constexpr double label_share = 0.36;  // of the width, at most, for labels beside bars
constexpr double label_gap = 14;      // between a label and the axis

void divide(Frame& frame) {
  const std::size_t count = frame.readings.series.size();
  frame.own_panels = count > (frame.stacked() ? most_stacked : most_grouped);
  if (frame.own_panels) {
    frame.kind = report::Chart::Kind::grouped_bars;
    for (std::size_t i = 0; i < count; ++i) frame.panels.push_back({frame.readings.series[i], {i}});
    return;
  }
  Panel all{{}, std::vector<std::size_t>(count)};
  std::iota(all.series.begin(), all.series.end(), std::size_t{0});
  frame.panels.push_back(std::move(all));
}

void measure_labels(Frame& frame) {
  if (frame.labels_above()) return;
  double widest = 0;
  for (const Group& group : frame.readings.groups) {
    for (const std::string& label : {group.label, frame.dot_not_shown(group)}) {
      for (const std::string& line : frame.label_lines(label))
        widest = std::max(widest, frame.width_of(line, frame.room.text_size));
    }
  }
  frame.label_width = std::min(widest, frame.room.width / 2);
}

// Where a bar ends, with how much is written there: the scale has to leave room for the writing.
struct End {
  double value;
  double writing;
};

std::vector<End> ends(const Frame& frame) {
  std::vector<End> all;
  for (const Group& group : frame.readings.groups) {
    double total = 0;
    for (const Mark& mark : group.marks) {
      const double value = mark.value.value_or(0);
      total += value;
      if (frame.stacked()) continue;
      const double reach = mark.upper && *mark.upper > value ? *mark.upper : value;
      all.push_back({reach, frame.width_of(mark.printed, frame.room.text_size) + value_gap});
    }
    if (!frame.stacked()) continue;
    const std::string writing = frame.symbols(group);
    all.push_back({total, writing.empty() ? 0 : frame.width_of(writing, frame.small_size()) + value_gap});
  }
  return all;
}

// As many gridlines as their labels leave room for; where there is no bar, the axis alone.
void choose_scale(Frame& frame, double least, double most, bool any_bar) {
  const double plot = frame.room.width - frame.left;
  for (int lines = frame.labels_above() ? 5 : 8; lines >= 3; --lines) {
    frame.scale = scale_for(least, most, frame.readings.whole_numbers, lines);
    double widest = 0;
    for (const numbers::Decimal& value : frame.scale.gridlines) {
      widest = std::max(widest, frame.width_of(frame.axis_label(value), frame.small_size()));
    }
    if (static_cast<double>(frame.scale.gridlines.size()) * (widest + 12) <= plot) break;
  }
  if (!any_bar) frame.scale.gridlines = {{0, 0}};
}

bool has_any_value(const Readings& readings) {
  return std::ranges::any_of(readings.groups, [](const Group& group) {
    return std::ranges::any_of(group.marks, [](const Mark& mark) { return mark.value.has_value(); });
  });
}

double left_of_scale(const Frame& frame) {
  if (!frame.labels_above()) return frame.label_width + label_gap;
  return frame.has_dots() ? frame.around_dot() : 0;  // half a dot reaches beyond zero
}

// Where the scale may end: half of its last label reaches beyond the plot.
double right_of_scale(const Frame& frame) {
  const std::string label = frame.axis_label(frame.scale.gridlines.back());
  return frame.room.width - frame.width_of(label, frame.small_size()) / 2 - 1;
}

// A label longer than the drawing must not turn the bars around.
double shortest_unit(const Frame& frame) {
  return frame.room.width * 0.1 / (frame.scale.high - frame.scale.low);
}

void fit_scale(Frame& frame) {
  const std::vector<End> all = ends(frame);
  double least = 0;
  double most = 0;
  double writing_left = 0;
  for (const End& end : all) {
    least = std::min(least, end.value);
    most = std::max(most, end.value);
    if (end.value < 0) writing_left = std::max(writing_left, end.writing);
  }
  frame.left = left_of_scale(frame) + writing_left;
  choose_scale(frame, least, most, has_any_value(frame.readings));
  frame.length_of_one = (right_of_scale(frame) - frame.left) / (frame.scale.high - frame.scale.low);
  for (const End& end : all) {
    const double reach = end.value - frame.scale.low;
    if (end.value < 0 || reach <= 0) continue;
    frame.length_of_one =
        std::min(frame.length_of_one, (frame.room.width - frame.left - end.writing) / reach);
  }
  frame.length_of_one = std::max(frame.length_of_one, shortest_unit(frame));
}

// As long a unit as leaves room for what is printed to the right of dots.
double length_beside(const Frame& frame) {
  double length = (right_of_scale(frame) - frame.left) / (frame.scale.high - frame.scale.low);
  for (const Group& group : frame.readings.groups) {
    const Dots dots = dots_of(group);
    if (!dots.right) continue;
    const Mark& mark = group.marks[*dots.right];
    const double reach = *mark.value - frame.scale.low;
    const double room = frame.room.width - frame.left - frame.writing_at(mark);
    if (reach > 0) length = std::min(length, room / reach);
  }
  return std::max(length, shortest_unit(frame));
}

// How much further to the right the scale has to begin for what is printed to the left of dots.
double lacking_on_the_left(const Frame& frame) {
  double lacking = 0;
  for (const Group& group : frame.readings.groups) {
    const Dots dots = dots_of(group);
    if (!dots.left) continue;
    const Mark& mark = group.marks[*dots.left];
    lacking = std::max(lacking, left_of_scale(frame) + frame.writing_at(mark) - frame.x_of(*mark.value));
  }
  return lacking;
}

void fit_dots(Frame& frame) {
  double least = 0;
  double most = 0;
  for (const Group& group : frame.readings.groups) {
    for (const Mark& mark : group.marks) {
      least = std::min(least, mark.value.value_or(0));
      most = std::max(most, mark.value.value_or(0));
    }
  }
  frame.left = left_of_scale(frame);
  choose_scale(frame, least, most, has_any_value(frame.readings));
  frame.length_of_one = length_beside(frame);
  // Moving the beginning shortens the scale, which may ask for a little more.
  for (int times = 0; times < 20; ++times) {
    const double lacking = lacking_on_the_left(frame);
    if (lacking < 0.001) break;
    frame.left += lacking;
    frame.length_of_one = length_beside(frame);
  }
}

}  // namespace

bool Frame::labels_above() const {
  return room.width < narrow;
}

double Frame::label_room() const {
  return labels_above() ? room.width : room.width * label_share;
}

double Frame::bar_height() const {
  const bool alone = stacked() || has_dots() || own_panels || readings.series.size() == 1;
  return room.text_size * (alone ? 1.6 : 1.35);
}

std::vector<std::string> Frame::label_lines(const std::string& label) const {
  return wrapped(label, label_room(), room.text_size, false, room.measure);
}

std::string Frame::axis_label(const numbers::Decimal& value) const {
  report::Unit unit = report::Unit::number;
  if (readings.percent_or_pounds == "%") unit = report::Unit::percent;
  if (readings.percent_or_pounds == "£") unit = report::Unit::pounds;
  return report::printed(report::Number{value, {}, unit, {}, {}});
}

std::string Frame::symbols(const Group& group) const {
  const bool all_alike = std::ranges::all_of(group.marks, [&](const Mark& mark) {
    return !mark.value && mark.printed == group.marks.front().printed;
  });
  if (all_alike) return group.marks.front().printed;
  std::string all;
  for (std::size_t i = 0; i < group.marks.size(); ++i) {
    const Mark& mark = group.marks[i];
    if (mark.value || mark.printed.empty()) continue;
    if (!all.empty()) all += ", ";
    all += readings.series[i] + ' ' + mark.printed;
  }
  return all;
}

std::string Frame::dot_not_shown(const Group& group) const {
  if (!has_dots()) return {};
  const Mark& first = group.marks[0];
  const Mark& second = group.marks[1];
  const bool both_alike = !first.value && !second.value && first.printed == second.printed;
  return both_alike ? std::string{} : symbols(group);
}

Dots dots_of(const Group& group) {
  const auto& first = group.marks[0].value;
  const auto& second = group.marks[1].value;
  if (first && second) return *first <= *second ? Dots{0, 1} : Dots{1, 0};
  if (first) return {{}, 0};
  if (second) return {{}, 1};
  return {};
}

Frame frame_for(const report::Chart& chart, const report::Table& table, const Room& room) {
  Frame frame;
  frame.room = room;
  frame.readings = read(chart, table);
  frame.kind = drawn_kind(chart, frame.readings);
  if (frame.readings.series.empty() || frame.kind == report::Chart::Kind::line) return frame;
  divide(frame);
  measure_labels(frame);
  if (frame.has_dots()) {
    fit_dots(frame);
  } else {
    fit_scale(frame);
  }
  return frame;
}

}  // namespace eqr::render::charts
