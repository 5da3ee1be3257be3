#include "render/charts/text_alternative.hpp"

#include <algorithm>
#include <optional>

#include "render/charts/readings.hpp"

namespace eqr::render::charts {
namespace {

using Kind = report::Chart::Kind;

constexpr std::size_t most_listed = 4;  // as many values as a sentence carries

std::string list_and(const std::vector<std::string>& items) {
  std::string list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) list += i + 1 == items.size() ? " and " : ", ";
    list += items[i];
  }
  return list;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

std::string kind_in_words(Kind kind, const Readings& readings) {
  if (kind == Kind::bars) return "Bar chart of " + readings.series.front();
  const std::string which = kind == Kind::stacked_bars ? "Stacked bar chart of " : "Grouped bar chart of ";
  const std::string unit = readings.measure.empty() ? std::string{} : " (" + readings.measure + ")";
  return which + list_and(readings.series) + unit;
}

// "Women, 67.1%", and where several rows print the same value "Women and Men, 50.0% each".
std::string at_value(const Readings& readings, std::size_t series, double value) {
  std::vector<std::string> labels;
  std::string in_words;
  for (const Group& group : readings.groups) {
    const Mark& mark = group.marks[series];
    if (!mark.value || *mark.value != value) continue;
    labels.push_back(group.label);
    in_words = mark.in_words;
  }
  if (labels.size() > most_listed)
    return counted(labels.size(), "group", "groups") + ", " + in_words + " each";
  return list_and(labels) + ", " + in_words + (labels.size() > 1 ? " each" : "");
}

struct Extent {
  double least;
  double most;
  std::size_t bars;
};

std::optional<Extent> extent(const Readings& readings, std::size_t series) {
  std::optional<Extent> found;
  for (const Group& group : readings.groups) {
    const std::optional<double>& value = group.marks[series].value;
    if (!value) continue;
    if (!found) found = Extent{*value, *value, 0};
    found = Extent{std::min(found->least, *value), std::max(found->most, *value), found->bars + 1};
  }
  return found;
}

std::string all_values(const Readings& readings, std::size_t series) {
  std::vector<std::string> values;
  for (const Group& group : readings.groups) {
    const Mark& mark = group.marks[series];
    if (mark.value) values.push_back(group.label + ' ' + mark.in_words);
  }
  return list_and(values) + '.';
}

std::string series_in_words(const Readings& readings, std::size_t series) {
  const std::string lead = readings.series.size() > 1 ? readings.series[series] + ": " : std::string{};
  const std::optional<Extent> found = extent(readings, series);
  if (!found) return lead + "no value is published.";
  if (found->bars <= most_listed) return lead + all_values(readings, series);
  if (found->least == found->most) {
    return lead + "all published values are the same, " + at_value(readings, series, found->most) + '.';
  }
  return lead + "the largest published value is " + at_value(readings, series, found->most) +
         "; the smallest is " + at_value(readings, series, found->least) + '.';
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

std::string as_sentence(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::string text_alternative(const report::Chart& chart, const report::Table& table) {
  const Readings readings = read(chart, table);
  if (readings.series.empty()) return chart.title;
  const Kind kind = drawn_kind(chart, readings);
  std::string words =
      kind_in_words(kind, readings) + " for " + counted(readings.groups.size(), "group", "groups") + '.';
  for (std::size_t series = 0; series < readings.series.size(); ++series) {
    words += ' ' + as_sentence(series_in_words(readings, series));
  }
  if (const auto in_words = given_in_words(readings); !in_words.empty()) {
    words += " Given without a bar: " + list_and(in_words) + '.';
  }
  const auto withheld = static_cast<std::size_t>(std::ranges::count_if(
      readings.groups, [](const Group& group) { return std::ranges::any_of(group.marks, &Mark::withheld); }));
  if (withheld > 0) {
    const std::string part = readings.series.size() > 1 ? "not shown, or not in full." : "not shown.";
    words += ' ' + counted(withheld, "group is ", "groups are ") + part;
  }
  return words;
}

}  // namespace eqr::render::charts
