#include "render/charts/readings.hpp"

#include <algorithm>

namespace eqr::render::charts {
namespace {

using report::Number;
using report::Qualifier;
using report::Shorthand;
using report::Unit;

// A bar for "fewer than 10" would end at 10, which is the one length the value does not have.
bool has_a_length(const Number& number) {
  return number.qualifier == Qualifier::none || number.qualifier == Qualifier::about ||
         number.qualifier == Qualifier::more_than;
}

Mark mark_of(const Number& number) {
  Mark mark;
  mark.printed = report::printed(number, number.unit != Unit::percentage_points);
  mark.in_words = report::printed(number);
  if (!has_a_length(number)) return mark;
  mark.value = numbers::to_double(number.value);
  if (number.upper) mark.upper = numbers::to_double(*number.upper);
  if (!number.upper && number.qualifier == Qualifier::none) mark.exact = number;
  return mark;
}

Mark mark_of(const report::Cell& cell) {
  if (const auto* number = std::get_if<Number>(&cell)) return mark_of(*number);
  Mark mark;
  if (const auto* shorthand = std::get_if<Shorthand>(&cell)) {
    mark.printed = report::printed(*shorthand);
    mark.withheld = true;
  } else {
    mark.printed = std::get<std::string>(cell);
  }
  mark.in_words = mark.printed;
  return mark;
}

std::string label_of(const report::Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<Number>(&cell)) return report::printed(*number);
  return report::printed(std::get<Shorthand>(cell));
}

std::string without_unit(std::string header, const std::string& unit) {
  const std::string ending = " (" + unit + ")";
  if (!unit.empty() && header.ends_with(ending)) header.resize(header.size() - ending.size());
  return header;
}

}  // namespace

Readings read(const report::Chart& chart, const report::Table& table) {
  Readings readings;
  if (chart.value_columns.empty()) return readings;
  const Unit unit = table.columns.at(chart.value_columns.front()).unit;
  const bool one_unit = std::ranges::all_of(
      chart.value_columns, [&](std::size_t column) { return table.columns.at(column).unit == unit; });
  const std::string shared_unit = one_unit ? report::unit_in_header(unit) : std::string{};
  const bool several = chart.value_columns.size() > 1;
  for (const std::size_t column : chart.value_columns) {
    const report::Column& described = table.columns.at(column);
    readings.series.push_back(several ? without_unit(described.header, shared_unit) : described.header);
    readings.whole_numbers = readings.whole_numbers && described.places == 0;
  }
  readings.measure = several ? shared_unit : readings.series.front();
  if (one_unit && (unit == Unit::percent || unit == Unit::pounds)) readings.percent_or_pounds = shared_unit;
  if (chart.value_columns.size() == 2) {
    const auto id_of = [&](std::size_t series) { return table.columns.at(chart.value_columns[series]).id; };
    readings.is_beside_last_year = id_of(1) == "last-year-" + id_of(0);
  }

  const bool only_totals = std::ranges::all_of(table.rows, &report::Row::is_total);
  for (const report::Row& row : table.rows) {
    if (row.is_total && !only_totals) continue;
    Group group{label_of(row.cells.at(chart.label_column)), {}};
    for (const std::size_t column : chart.value_columns) group.marks.push_back(mark_of(row.cells.at(column)));
    readings.groups.push_back(std::move(group));
  }
  return readings;
}

report::Chart::Kind drawn_kind(const report::Chart& chart, const Readings& readings) {
  using Kind = report::Chart::Kind;
  constexpr std::size_t most_lines = 4;
  const std::size_t series = readings.series.size();
  if (chart.kind == Kind::line && series > 0 && series <= most_lines) return Kind::line;
  if (series < 2) return Kind::bars;
  if (chart.kind == Kind::dot_range && series == 2) return Kind::dot_range;
  const auto negative = [](const Mark& mark) { return mark.value && *mark.value < 0; };
  const bool any_negative = std::ranges::any_of(
      readings.groups, [&](const Group& group) { return std::ranges::any_of(group.marks, negative); });
  return chart.kind == Kind::stacked_bars && !any_negative ? Kind::stacked_bars : Kind::grouped_bars;
}

}  // namespace eqr::render::charts
