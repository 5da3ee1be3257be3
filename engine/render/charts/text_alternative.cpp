#include "render/charts/text_alternative.hpp"

#include <algorithm>

#include "render/charts/messages.hpp"
#include "render/charts/readings.hpp"
#include "text/words.hpp"

namespace eqr::render::charts {
namespace {

using Kind = report::Chart::Kind;
using text::list_and;

std::string message(Kind kind, const Readings& readings) {
  if (kind == Kind::line) return message_of_lines(readings);
  if (kind == Kind::dot_range) return message_of_dots(readings);
  if (kind == Kind::grouped_bars && readings.is_beside_last_year) return message_of_change(readings);
  return message_of_bars(readings);
}

std::string name_of_kind(Kind kind) {
  switch (kind) {
    case Kind::bars:
      return "Bar chart of ";
    case Kind::grouped_bars:
      return "Grouped bar chart of ";
    case Kind::stacked_bars:
      return "Stacked bar chart of ";
    case Kind::line:
      return "Line chart of ";
    case Kind::dot_range:
      return "Dot chart of ";
  }
  return "Chart of ";
}

// "Grouped bar chart of Women and Men (%) for 5 groups."
std::string kind_in_words(Kind kind, const Readings& readings) {
  const std::string unit = readings.measure.empty() ? std::string{} : " (" + readings.measure + ")";
  const std::size_t rows = readings.groups.size();
  std::string of = readings.series.size() == 1 ? readings.series.front() : list_and(readings.series) + unit;
  if (readings.is_beside_last_year) of = readings.series.front() + unit + ", this year and last,";
  // The message names them.
  if (kind == Kind::dot_range) return name_of_kind(kind) + counted(rows, "group", "groups") + '.';
  if (kind == Kind::line && readings.series.size() > 1)
    of = counted(readings.series.size(), "series", "series");
  return name_of_kind(kind) + of +
         (kind == Kind::line ? " at " + counted(rows, "point", "points") + " in time."
                             : " for " + counted(rows, "group", "groups") + '.');
}

// Groups of which at least one value is given in words alone.
std::vector<std::string> given_in_words(const Readings& readings) {
  std::vector<std::string> found;
  for (const Group& group : readings.groups) {
    for (const Mark& mark : group.marks) {
      if (!mark.value && !mark.withheld && !mark.printed.empty())
        found.push_back(group.label + ' ' + mark.in_words);
    }
  }
  return found;
}

std::string not_shown(Kind kind, const Readings& readings) {
  const auto withheld = static_cast<std::size_t>(std::ranges::count_if(
      readings.groups, [](const Group& group) { return std::ranges::any_of(group.marks, &Mark::withheld); }));
  if (withheld == 0) return {};
  const std::string rows = kind == Kind::line ? counted(withheld, "point in time is ", "points in time are ")
                                              : counted(withheld, "group is ", "groups are ");
  return ' ' + rows + (readings.series.size() > 1 ? "not shown, or not in full." : "not shown.");
}

}  // namespace

std::string text_alternative(const report::Chart& chart, const report::Table& table) {
  const Readings readings = read(chart, table);
  if (readings.series.empty()) return chart.title;
  const Kind kind = drawn_kind(chart, readings);
  std::string words = message(kind, readings) + ' ' + kind_in_words(kind, readings);
  if (const auto in_words = given_in_words(readings); !in_words.empty()) {
    const bool has_points = kind == Kind::line || kind == Kind::dot_range;
    words += (has_points ? " Given without a point: " : " Given without a bar: ") + list_and(in_words) + '.';
  }
  return words + not_shown(kind, readings);
}

}  // namespace eqr::render::charts
