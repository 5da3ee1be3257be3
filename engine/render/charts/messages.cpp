#include "render/charts/messages.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "report/model/wording.hpp"
#include "text/words.hpp"

namespace eqr::render::charts {
namespace {

constexpr std::size_t most_listed = 4;  // as many values as a sentence carries

using text::list_and;

std::string as_sentence(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

// "White and Asian", "7 groups"
std::string named(const std::vector<std::string>& labels) {
  return labels.size() > most_listed ? counted(labels.size(), "group", "groups") : list_and(labels);
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

// ", down 0.4 percentage points"; nothing where one of the two is not published or not exact.
std::string since_last_year(const Readings& readings, const Group& group) {
  if (!readings.is_beside_last_year || !group.marks[0].exact || !group.marks[1].exact) return {};
  return ", " + report::change_in_words(*group.marks[0].exact, *group.marks[1].exact);
}

// "Women, 67.1%", and where several rows print the same value "Women and Men, 50.0% each".
std::string at_value(const Readings& readings, std::size_t series, double value) {
  std::vector<std::string> labels;
  std::string in_words, change;
  for (const Group& group : readings.groups) {
    const Mark& mark = group.marks[series];
    if (!mark.value || *mark.value != value) continue;
    labels.push_back(group.label);
    in_words = mark.in_words;
    change = since_last_year(readings, group);
  }
  const std::string values = named(labels) + ", " + in_words;
  if (labels.size() > 1) return values + " each";
  return change.empty() ? values : values + change + " on last year";
}

std::string all_values(const Readings& readings, std::size_t series) {
  std::vector<std::string> values;
  for (const Group& group : readings.groups) {
    const Mark& mark = group.marks[series];
    if (mark.value) values.push_back(group.label + ' ' + mark.in_words);
  }
  return list_and(values) + '.';
}

std::string extremes(const Readings& readings, std::size_t series, const Extent& found) {
  if (found.least == found.most)
    return "all published values are the same, " + at_value(readings, series, found.most) + '.';
  return "the largest published value is " + at_value(readings, series, found.most) + "; the smallest is " +
         at_value(readings, series, found.least) + '.';
}

std::string series_in_words(const Readings& readings, std::size_t series) {
  const std::string lead = readings.series.size() > 1 ? readings.series[series] + ": " : std::string{};
  const std::optional<Extent> found = extent(readings, series);
  if (!found) return lead + "no value is published.";
  if (found->bars <= most_listed) return lead + all_values(readings, series);
  return lead + extremes(readings, series, *found);
}

// ---- lines ----

// Lines whose first and last published points are the same ones share a sentence.
struct Span {
  std::size_t first, last;
  std::vector<std::string> lines;
};

std::optional<Span> span_of(const Readings& readings, std::size_t series) {
  std::optional<Span> span;
  for (std::size_t time = 0; time < readings.groups.size(); ++time) {
    if (!readings.groups[time].marks[series].value) continue;
    if (!span) span = Span{time, time, {}};
    span->last = time;
  }
  return span;
}

std::string from_to(const Mark& before, const Mark& now) {
  if (!before.exact || !now.exact) return "from " + before.in_words + " to " + now.in_words;
  const bool is_same = numbers::exact(before.exact->value) == numbers::exact(now.exact->value);
  return report::change_in_words(*now.exact, *before.exact) + (is_same ? " at " : " to ") + now.in_words;
}

std::string line_in_words(const Readings& readings, std::size_t series, const Span& span) {
  const Mark& before = readings.groups[span.first].marks[series];
  const Mark& now = readings.groups[span.last].marks[series];
  const std::string name = readings.series.size() > 1 ? readings.series[series] + ' ' : std::string{};
  return name + (span.first == span.last ? now.in_words : from_to(before, now));
}

// ---- dot ranges ----

constexpr std::size_t most_pairs = 2;  // as many as a sentence carries

// "Staff and Residents: Women 67.1% and 51.0%; Men 32.9% and 49.0%."
std::string pairs_in_words(const Readings& readings, const std::vector<Group>& both) {
  std::string words = list_and(readings.series) + ": ";
  for (const Group& group : both) {
    words += (&group == &both.front() ? "" : "; ") + group.label + ' ' + group.marks[0].in_words + " and " +
             group.marks[1].in_words;
  }
  return words + '.';
}

enum class Side { above, below, same };

Side side_of(const Group& group) {
  const auto first = numbers::exact(group.marks[0].exact->value);
  const auto second = numbers::exact(group.marks[1].exact->value);
  if (first == second) return Side::same;
  return first > second ? Side::above : Side::below;
}

numbers::Exact distance(const Group& group) {
  const numbers::Exact difference =
      numbers::exact(group.marks[0].exact->value) - numbers::exact(group.marks[1].exact->value);
  return difference < 0 ? numbers::Exact(-difference) : difference;
}

std::vector<Group> with_both(const Readings& readings) {
  std::vector<Group> both;
  std::ranges::copy_if(readings.groups, std::back_inserter(both),
                       [](const Group& group) { return group.marks[0].exact && group.marks[1].exact; });
  return both;
}

// "above Residents in 1 and below in 2": the other is named once.
std::string sides_in_words(const Readings& readings, const std::vector<Group>& both) {
  struct Words {
    Side side;
    const char *alone, *with_name;
  };
  std::vector<std::string> parts;
  for (const Words& words : {Words{Side::above, "above", "above "}, Words{Side::below, "below", "below "},
                             Words{Side::same, "the same", "the same as "}}) {
    const auto count = std::ranges::count(both, words.side, side_of);
    if (count == 0) continue;
    const std::string side = parts.empty() ? words.with_name + readings.series[1] : words.alone;
    parts.push_back(side + " in " + std::to_string(count));
  }
  return "Of " + counted(both.size(), "group", "groups") + " with both values, " + readings.series[0] +
         " is " + list_and(parts) + '.';
}

std::string furthest_apart(const std::vector<Group>& both) {
  const numbers::Exact widest = distance(*std::ranges::max_element(both, {}, distance));
  if (widest == 0) return {};
  std::vector<std::string> labels;
  const Group* found = nullptr;
  for (const Group& group : both) {
    if (distance(group) != widest) continue;
    labels.push_back(group.label);
    found = &group;
  }
  const Mark& first = found->marks[0];
  const Mark& second = found->marks[1];
  const std::string values =
      labels.size() > 1 ? std::string{} : first.in_words + " beside " + second.in_words + ", ";
  return " They are furthest apart in " + named(labels) + ": " + values +
         report::apart_in_words(*first.exact, *second.exact) + '.';
}

}  // namespace

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

std::string message_of_bars(const Readings& readings) {
  std::string words;
  for (std::size_t series = 0; series < readings.series.size(); ++series)
    words += (series > 0 ? " " : "") + as_sentence(series_in_words(readings, series));
  return words;
}

std::string message_of_change(const Readings& readings) {
  const std::optional<Extent> found = extent(readings, 0);
  if (!found) return message_of_bars(readings);
  if (found->bars > most_listed) return as_sentence(extremes(readings, 0, *found));
  std::string values;
  for (const Group& group : readings.groups) {
    if (!group.marks[0].value) continue;
    values += (values.empty() ? "" : "; ") + group.label + ' ' + group.marks[0].in_words +
              since_last_year(readings, group);
  }
  return "Compared with last year: " + values + '.';
}

std::string message_of_lines(const Readings& readings) {
  std::vector<Span> spans;
  std::string without;
  for (std::size_t series = 0; series < readings.series.size(); ++series) {
    const auto own = span_of(readings, series);
    if (!own) {
      without += ' ' + as_sentence(series_in_words(readings, series));
      continue;
    }
    auto shared = std::ranges::find_if(
        spans, [&](const Span& span) { return span.first == own->first && span.last == own->last; });
    if (shared == spans.end()) shared = spans.insert(shared, *own);
    shared->lines.push_back(line_in_words(readings, series, *shared));
  }
  std::string words;
  for (const Span& span : spans) {
    const std::string& first = readings.groups[span.first].label;
    const std::string& last = readings.groups[span.last].label;
    words += (words.empty() ? "" : " ") + (span.first == span.last ? last : "From " + first + " to " + last) +
             ": ";
    for (const std::string& line : span.lines) words += (&line == &span.lines.front() ? "" : "; ") + line;
    words += '.';
  }
  return words.empty() ? without.substr(1) : words + without;
}

std::string message_of_dots(const Readings& readings) {
  const std::vector<Group> both = with_both(readings);
  if (both.empty()) return message_of_bars(readings);
  if (both.size() <= most_pairs) return pairs_in_words(readings, both);
  return sides_in_words(readings, both) + furthest_apart(both);
}

}  // namespace eqr::render::charts
