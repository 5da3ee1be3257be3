#include "render/charts/palette.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

namespace eqr::render::charts {

std::string_view colour(Ink ink) {
  switch (ink) {
    case Ink::text:
      return "#0B0C0C";
    case Ink::quiet_text:
      return "#484949";
    case Ink::grid:
      return "#D9D9D9";
    case Ink::axis:
      return "#3D3D3D";
    case Ink::series_1:
      return "#12436D";
    case Ink::series_2:
      return "#28A197";
    case Ink::series_3:
      return "#801650";
    case Ink::series_4:
      return "#F46A25";
    case Ink::series_5:
      return "#3D3D3D";
    case Ink::series_6:
      return "#A285D1";
    case Ink::on_series_1:
    case Ink::on_series_3:
    case Ink::on_series_5:
      return "#FFFFFF";
    case Ink::on_series_2:
    case Ink::on_series_4:
    case Ink::on_series_6:
      return "#0B0C0C";  // white on these three is under 4.5 to 1
    case Ink::paper:
      return "#FFFFFF";
  }
  return "#0B0C0C";
}

unsigned rgb(Ink ink) {
  const std::string_view written = colour(ink).substr(1);
  unsigned value = 0;
  std::from_chars(written.data(), written.data() + written.size(), value, 16);
  return value;
}

std::string_view style_class(Ink ink) {
  static constexpr std::array<std::string_view, 17> classes = {
      "ink-text",        "ink-quiet-text",  "ink-grid",        "ink-axis",        "ink-series-1",
      "ink-series-2",    "ink-series-3",    "ink-series-4",    "ink-series-5",    "ink-series-6",
      "ink-on-series-1", "ink-on-series-2", "ink-on-series-3", "ink-on-series-4", "ink-on-series-5",
      "ink-on-series-6", "ink-paper"};
  return classes.at(static_cast<std::size_t>(ink));
}

Ink series_ink(std::size_t index, std::size_t count) {
  static constexpr std::array<Ink, 6> in_order = {Ink::series_1, Ink::series_2, Ink::series_3,
                                                  Ink::series_4, Ink::series_5, Ink::series_6};
  if (count == 2 && index == 1) return Ink::series_4;
  return in_order.at(index);
}

Ink ink_on(Ink series) {
  switch (series) {
    case Ink::series_1:
      return Ink::on_series_1;
    case Ink::series_2:
      return Ink::on_series_2;
    case Ink::series_3:
      return Ink::on_series_3;
    case Ink::series_4:
      return Ink::on_series_4;
    case Ink::series_5:
      return Ink::on_series_5;
    case Ink::series_6:
      return Ink::on_series_6;
    default:
      throw std::out_of_range("text stands on a bar of a series only");
  }
}

}  // namespace eqr::render::charts
