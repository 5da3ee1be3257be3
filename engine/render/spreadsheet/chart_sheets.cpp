// A worksheet for each chart: its title, its message in words, the way to its numbers, and the chart.
#include <algorithm>
#include <array>

#include "render/charts/palette.hpp"
#include "render/charts/readings.hpp"
#include "render/charts/scale.hpp"
#include "render/charts/text_alternative.hpp"
#include "render/spreadsheet/look.hpp"
#include "render/spreadsheet/sheets.hpp"
#include "render/spreadsheet/widths.hpp"

namespace eqr::render::spreadsheet {
namespace {

constexpr std::size_t most_series = 6;  // that have colours
constexpr int most_gridlines = 8;
constexpr int bar_pixels = 22, group_gap = 16;
constexpr int around_pixels = 130;  // title, key, scale and what it measures
constexpr int most_pixels = 4'000;
constexpr int points_pixels = 420;   // the height of lines and dots
constexpr double bars_share = 0.55;  // of the drawing's width, at least, when its labels are long

std::optional<double> number_in(const Cell& cell) {
  const auto* amount = std::get_if<Amount>(&cell);
  if (amount == nullptr) return std::nullopt;
  return numbers::to_double(amount->value);
}

std::string label_in(const Cell& cell) {
  if (const auto* text = std::get_if<Text>(&cell)) return text->text;
  const auto* amount = std::get_if<Amount>(&cell);
  return amount == nullptr ? std::string{} : shown(*amount);
}

// The bars' far ends: of single ones, or of stacks.
struct Extent {
  double least = 0, most = 0;
  bool has_bars = false, is_whole = true;
};

Extent extent_of(const Plot& plot, const MarkedTable& table) {
  Extent extent;
  for (std::size_t row = 0; row < plot.rows; ++row) {
    double stack = 0;
    for (const Plot::Series& series : plot.series) {
      const Cell& cell = table.rows[row].cells[series.column];
      const auto number = number_in(cell);
      if (!number) continue;
      extent.has_bars = true;
      extent.is_whole = extent.is_whole && std::get<Amount>(cell).places == 0;
      stack = plot.is_stacked() ? stack + *number : *number;
      extent.least = std::min(extent.least, stack);
      extent.most = std::max(extent.most, stack);
    }
  }
  return extent;
}

void set_scale(Plot& plot, const Extent& extent) {
  // To the left of bars, labels would run into those of the groups.
  constexpr double room_for_label = 1.2;
  const charts::Scale scale =
      charts::scale_for(extent.least * room_for_label, extent.most, extent.is_whole, most_gridlines);
  plot.low = scale.low;
  plot.high = scale.high;
  plot.step = scale.high - scale.low;
  if (scale.gridlines.size() > 1) {
    plot.step /= static_cast<double>(scale.gridlines.size() - 1);
    plot.places = scale.gridlines.back().places;
  }
}

Plot::Label label_of(const Plot& plot, std::size_t row, const Cell& cell) {
  if (!std::holds_alternative<Amount>(cell)) return Plot::Label::words;
  if (plot.kind == Plot::Kind::lines)
    return row == 0 || row + 1 == plot.rows ? Plot::Label::value : Plot::Label::none;
  if (!plot.is_stacked()) return Plot::Label::value;
  const auto& amount = std::get<Amount>(cell);
  const double pixels = plot.width * bars_share * numbers::to_double(amount.value) / (plot.high - plot.low);
  return pixels < text_pixels(shown(amount), Weight::regular) ? Plot::Label::none : Plot::Label::value;
}

// As the drawings of the page have them; but filled, for LibreOffice shows no edge of a marker.
constexpr std::array markers = {Plot::Marker::circle, Plot::Marker::square, Plot::Marker::diamond,
                                Plot::Marker::triangle};

void set_series(Plot& plot, const report::Chart& chart, const MarkedTable& table) {
  for (std::size_t i = 0; i < plot.series.size(); ++i) {
    const charts::Ink ink = charts::series_ink(i, plot.series.size());
    Plot::Series& series = plot.series[i];
    series.column = chart.value_columns[i];
    series.colour = charts::rgb(ink);
    const bool is_benchmark = plot.kind == Plot::Kind::dots && i == 1;
    series.marker = is_benchmark ? Plot::Marker::diamond : markers.at(i % markers.size());
    series.ink = charts::rgb(plot.is_stacked() ? charts::ink_on(ink) : charts::Ink::text);
    for (std::size_t row = 0; row < plot.rows; ++row)
      series.labels.push_back(label_of(plot, row, table.rows[row].cells[series.column]));
  }
}

// "Without a bar: Chief officers [c]; Not stated, Share of the population (%) [z].", and what the shorthand
// means: not every program shows it in the chart.
void tell_what_has_no_bar(Sheet& sheet, const report::Report& report, const Plot& plot,
                          const MarkedTable& table) {
  ShorthandSeen seen;
  std::string without;
  for (std::size_t row = 0; row < plot.rows; ++row) {
    for (const Plot::Series& series : plot.series) {
      const auto* text = std::get_if<Text>(&table.rows[row].cells[series.column]);
      if (text == nullptr) continue;
      seen.see_text(text->text);
      without += (without.empty() ? "" : "; ") + label_in(table.rows[row].cells[plot.label_column]);
      if (plot.series.size() > 1) without += ", " + table.columns[series.column].header;
      without += " " + text->text;
    }
  }
  if (!without.empty()) add_line(sheet, "Without a bar: " + without + ".");
  for (const std::string& code : seen.codes(report)) add_line(sheet, meaning_sentence(code, sheet.subject));
}

std::size_t rows_with_bars(const MarkedTable& table) {
  const auto bars = static_cast<std::size_t>(
      std::ranges::count_if(table.rows, [](const Row& row) { return !row.is_total; }));
  return bars == 0 ? table.rows.size() : bars;
}

// The chart's words; where a cell holds a number as text, for it is about, a range or provisional, its words
// are of a chart in which that has no bar.
std::string message_of(const report::Chart& chart, const report::Table& table) {
  report::Table as_drawn = table;
  bool is_other = false;
  for (report::Row& row : as_drawn.rows) {
    for (const std::size_t column : chart.value_columns) {
      report::Cell& cell = row.cells.at(column);
      const auto* number = std::get_if<report::Number>(&cell);
      if (number == nullptr) continue;
      const Cell laid_out = value_cell(*number, table.columns[column].unit, 0);
      const auto* text = std::get_if<Text>(&laid_out);
      if (text == nullptr) continue;
      cell = std::string(text->text);
      is_other = true;
    }
  }
  if (is_other || chart.text_alternative.empty()) return one_line(charts::text_alternative(chart, as_drawn));
  return one_line(chart.text_alternative);
}

Plot::Kind kind_of(report::Chart::Kind drawn) {
  using Kind = report::Chart::Kind;
  if (drawn == Kind::stacked_bars) return Plot::Kind::stacked_bars;
  if (drawn == Kind::line) return Plot::Kind::lines;
  return drawn == Kind::dot_range ? Plot::Kind::dots : Plot::Kind::bars;
}

bool has_words(const Plot& plot, const MarkedTable& table) {
  for (std::size_t row = 0; row < plot.rows; ++row) {
    for (const Plot::Series& series : plot.series)
      if (!std::holds_alternative<Amount>(table.rows[row].cells[series.column])) return true;
  }
  return false;
}

int height_of(const Plot& plot) {
  if (!plot.has_bars()) return points_pixels;
  const auto rows = static_cast<int>(plot.rows);
  const int bars = rows * (plot.is_stacked() ? 1 : static_cast<int>(plot.series.size()));
  return std::min(bars * bar_pixels + rows * group_gap + around_pixels, most_pixels);
}

std::optional<Plot> plot_of(const report::Chart& chart, const report::Table& table, const Sheet& numbers) {
  const std::size_t many = chart.value_columns.size();
  if (table.rows.empty() || many == 0 || many > most_series) return std::nullopt;
  const charts::Readings readings = charts::read(chart, table);
  Plot plot;
  plot.sheet = numbers.name;
  plot.kind = kind_of(charts::drawn_kind(chart, readings));
  plot.label_column = chart.label_column;
  plot.rows = rows_with_bars(*numbers.table);
  plot.measure = many > 1 ? readings.measure : std::string{};
  plot.alternative = message_of(chart, table);
  plot.width = text_column_pixels;
  plot.series.resize(many);
  for (std::size_t i = 0; i < many; ++i) plot.series[i].column = chart.value_columns[i];
  plot.height = height_of(plot);
  // Excel takes words for a nought on a line: a withheld value would be a point at zero.
  if (!plot.has_bars() && has_words(plot, *numbers.table)) return std::nullopt;
  const Extent extent = extent_of(plot, *numbers.table);
  if (!extent.has_bars) return std::nullopt;
  set_scale(plot, extent);
  set_series(plot, chart, *numbers.table);
  return plot;
}

}  // namespace

std::optional<Sheet> chart_sheet(const report::Report& report, const report::Chart& chart,
                                 const Sheet& numbers, Names& names) {
  const report::Table& table = report.tables.at(chart.table);
  auto plot = plot_of(chart, table, numbers);
  if (!plot) return std::nullopt;
  Sheet sheet =
      new_sheet(report, names.sheet(chart.id), "chart \"" + chart.id + "\"", "Chart: " + chart.title);
  sheet.is_text = true;
  add_line(sheet, "This worksheet contains one chart and no table.");
  add_line(sheet, plot->alternative);
  add_link(sheet, "The numbers of the chart are on the worksheet " + numbers.name, "#" + numbers.name);
  tell_what_has_no_bar(sheet, report, *plot, *numbers.table);
  for (const std::string& line : source_sentences(report, table.sources)) add_line(sheet, line);
  sheet.plot = std::move(plot);
  return sheet;
}

}  // namespace eqr::render::spreadsheet
