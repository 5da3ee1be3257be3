#include "render/charts/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "render/charts/palette.hpp"
#include "support/sample_report.hpp"

namespace eqr::render::charts {
namespace {

using testing::HasSubstr;
using testing::Not;

Geometry small() {
  Geometry geometry;
  geometry.width = 100;
  geometry.height = 50;
  geometry.title = "Staff <by> \"sex\"";
  geometry.text_alternative = "Women & men.";
  geometry.lines.push_back({10, 0, 10, 50, 1, Ink::grid});
  geometry.rectangles.push_back({0, 5, 33.333333, 20, Ink::series_1});
  geometry.texts.push_back({40, 20, 16, Anchor::end, true, Ink::text, "5 < 6"});
  return geometry;
}

TEST(Svg, is_one_image_named_by_its_title_and_its_text_alternative) {
  EXPECT_EQ(
      svg(small(), "chart-1"),
      "<svg role=\"img\" aria-labelledby=\"chart-1-title chart-1-desc\" viewBox=\"0 0 100 50\" width=\"100\" "
      "height=\"50\" font-family=\"Arial, Helvetica, sans-serif\">\n"
      "<title id=\"chart-1-title\">Staff &lt;by&gt; &quot;sex&quot;</title>\n"
      "<desc id=\"chart-1-desc\">Women &amp; men.</desc>\n"
      "<line x1=\"10\" y1=\"0\" x2=\"10\" y2=\"50\" class=\"ink-grid\" stroke=\"#D9D9D9\" "
      "stroke-width=\"1\"/>\n"
      "<rect x=\"0\" y=\"5\" width=\"33.3\" height=\"20\" class=\"ink-series-1\" fill=\"#12436D\"/>\n"
      "<text x=\"40\" y=\"20\" font-size=\"16\" class=\"ink-text\" fill=\"#0B0C0C\" text-anchor=\"end\" "
      "font-weight=\"bold\">5 &lt; 6</text>\n"
      "</svg>\n");
}

TEST(Svg, markers_are_circles_and_polygons_and_hollow_ones_are_filled_like_the_paper) {
  Geometry geometry;
  geometry.markers.push_back({10, 20, 5, Marker::Form::circle, false, Ink::series_1});
  geometry.markers.push_back({10, 20, 2, Marker::Form::square, true, Ink::series_4});

  const std::string drawing = svg(geometry, "a");

  EXPECT_THAT(drawing, HasSubstr("<circle cx=\"10\" cy=\"20\" r=\"5\" class=\"marker ink-series-1\" "
                                 "fill=\"#12436D\" stroke=\"#12436D\" stroke-width=\"2\"/>\n"));
  // Half a side is the root of pi, by 2, times 2: 1.77.
  EXPECT_THAT(drawing, HasSubstr("<polygon points=\"8.2,18.2 11.8,18.2 11.8,21.8 8.2,21.8\" class=\"marker "
                                 "ink-series-4 hollow\" fill=\"#FFFFFF\" stroke=\"#F46A25\" "
                                 "stroke-width=\"2\"/>\n"));
}

TEST(Svg, of_the_same_chart_has_the_same_bytes) {
  const auto report = samples::council_report();
  for (const report::Chart& chart : report.charts) {
    const report::Table& table = report.tables[chart.table];
    EXPECT_EQ(svg(lay_out(chart, table), "a"), svg(lay_out(chart, table), "a"));
  }
}

TEST(Svg, asks_for_nothing) {
  EXPECT_THAT(svg(small(), "a"), Not(HasSubstr("http")));
}

// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(std::string_view hex) {
  const auto channel = [&](std::size_t at) {
    const double value = std::stoi(std::string(hex.substr(at, 2)), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(std::string_view one, std::string_view other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

TEST(Palette, every_series_stands_out_from_white_and_its_text_can_be_read_on_it) {
  for (std::size_t i = 0; i < 6; ++i) {
    const Ink ink = series_ink(i, 6);
    EXPECT_GE(contrast(colour(ink), "#FFFFFF"), 3.0) << style_class(ink);
    EXPECT_GE(contrast(colour(ink), colour(ink_on(ink))), 4.5) << style_class(ink);
  }
  EXPECT_GE(contrast(colour(Ink::quiet_text), "#FFFFFF"), 4.5);
}

}  // namespace
}  // namespace eqr::render::charts
