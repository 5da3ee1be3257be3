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
    for (const std::string& line : frame.label_lines(group.label)) {
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

void fit_scale(Frame& frame) {
  const std::vector<End> all = ends(frame);
  double least = 0;
  double most = 0;
  double writing_left = 0;
  const bool any_bar = std::ranges::any_of(frame.readings.groups, [](const Group& group) {
    return std::ranges::any_of(group.marks, [](const Mark& mark) { return mark.value.has_value(); });
  });
  for (const End& end : all) {
    least = std::min(least, end.value);
    most = std::max(most, end.value);
    if (end.value < 0) writing_left = std::max(writing_left, end.writing);
  }
  const double width = frame.room.width;
  frame.left = (frame.labels_above() ? 0 : frame.label_width + label_gap) + writing_left;
  choose_scale(frame, least, most, any_bar);
  const double span = frame.scale.high - frame.scale.low;
  // Half of the last axis label reaches beyond the plot.
  const double margin =
      frame.width_of(frame.axis_label(frame.scale.gridlines.back()), frame.small_size()) / 2 + 1;
  frame.length_of_one = (width - margin - frame.left) / span;
  for (const End& end : all) {
    const double reach = end.value - frame.scale.low;
    if (end.value < 0 || reach <= 0) continue;
    frame.length_of_one = std::min(frame.length_of_one, (width - frame.left - end.writing) / reach);
  }
  // A label longer than the drawing must not turn the bars around.
  frame.length_of_one = std::max(frame.length_of_one, width * 0.1 / span);
}

}  // namespace

bool Frame::labels_above() const {
  return room.width < narrow;
}

double Frame::label_room() const {
  return labels_above() ? room.width : room.width * label_share;
}

double Frame::bar_height() const {
  const bool alone = stacked() || own_panels || readings.series.size() == 1;
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

Frame frame_for(const report::Chart& chart, const report::Table& table, const Room& room) {
  Frame frame;
  frame.room = room;
  frame.readings = read(chart, table);
  frame.kind = drawn_kind(chart, frame.readings);
  if (frame.readings.series.empty()) return frame;
  divide(frame);
  measure_labels(frame);
  fit_scale(frame);
  return frame;
}

}  // namespace eqr::render::charts
