#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "unit/render/charts/small_charts.hpp"

namespace eqr::render::charts {
namespace {

using report::Chart;
using samples::confidential;
using samples::percent;
using testing::Contains;
using testing::Not;

Geometry drawn(std::vector<report::Row> rows, const Room& room = {600, 10, ten_a_character}) {
  return lay_out(chart_of(2, Chart::Kind::dot_range), table_of(std::move(rows), 2), room);
}

// Of a row: the key above has a marker of each series first, and the hollow one is drawn before the other.
const Marker& benchmark(const Geometry& geometry, std::size_t row) {
  return geometry.markers.at(2 + 2 * row);
}
const Marker& own(const Geometry& geometry, std::size_t row) {
  return geometry.markers.at(3 + 2 * row);
}

TEST(DotRange, dots_stand_at_their_values_on_a_scale_from_zero) {
  const auto geometry = drawn({{{"A", percent("40.0"), percent("80.0")}, false}});

  // "A" takes 10 and 14 are left free. 40.0 has room to its left; to the right of 80.0, the end of the scale,
  // stand 10.8 and "80.0%", which takes 50: 600 less 60.8 is 539.2, and the scale is 515.2 long.
  EXPECT_NEAR(benchmark(geometry, 0).x, 539.2, 1e-9);
  EXPECT_NEAR(own(geometry, 0).x, 24 + 515.2 / 2, 1e-9);
  EXPECT_DOUBLE_EQ(own(geometry, 0).y, benchmark(geometry, 0).y);
}

TEST(DotRange, a_line_joins_the_dots_and_each_has_its_value_on_its_own_side) {
  const auto geometry = drawn(
      {{{"A", percent("40.0"), percent("80.0")}, false}, {{"B", percent("60.0"), percent("50.0")}, false}});

  ASSERT_EQ(geometry.axes.size(), 2U);
  EXPECT_DOUBLE_EQ(geometry.axes[0].x1, own(geometry, 0).x);
  EXPECT_DOUBLE_EQ(geometry.axes[0].x2, benchmark(geometry, 0).x);
  EXPECT_NEAR(text_named(geometry, "40.0%").x, own(geometry, 0).x - 10.8, 1e-9);
  EXPECT_EQ(text_named(geometry, "40.0%").anchor, Anchor::end);
  EXPECT_NEAR(text_named(geometry, "80.0%").x, benchmark(geometry, 0).x + 10.8, 1e-9);
  EXPECT_EQ(text_named(geometry, "60.0%").anchor, Anchor::start);
  EXPECT_EQ(text_named(geometry, "50.0%").anchor, Anchor::end);
}

TEST(DotRange, the_two_differ_in_form_and_filling_and_the_key_says_which_is_which) {
  const auto geometry = drawn({{{"A", percent("40.0"), percent("80.0")}, false}});

  EXPECT_EQ(own(geometry, 0).form, Marker::Form::circle);
  EXPECT_FALSE(own(geometry, 0).is_hollow);
  EXPECT_EQ(benchmark(geometry, 0).form, Marker::Form::diamond);
  EXPECT_TRUE(benchmark(geometry, 0).is_hollow);
  EXPECT_EQ(geometry.texts[0].text, "Series 1");
  EXPECT_EQ(geometry.markers[0].form, Marker::Form::circle);
  EXPECT_EQ(geometry.texts[1].text, "Series 2");
  EXPECT_EQ(geometry.markers[1].form, Marker::Form::diamond);
}

TEST(DotRange, the_scale_begins_further_to_the_right_where_a_small_value_is_printed) {
  const auto geometry = drawn({{{"A", percent("1.0"), percent("80.0")}, false}});

  // To the left of the dot 10.8 and "1.0%", which takes 40, behind the 24 of the label.
  EXPECT_NEAR(own(geometry, 0).x, 74.8, 0.01);
}

TEST(DotRange, two_dots_of_one_value_stand_in_each_other) {
  const auto geometry = drawn({{{"A", percent("40.0"), percent("40.0")}, false}});

  EXPECT_DOUBLE_EQ(own(geometry, 0).x, benchmark(geometry, 0).x);
  EXPECT_LT(own(geometry, 0).radius, benchmark(geometry, 0).radius);
}

TEST(DotRange, the_symbol_of_one_dot_stands_with_the_label_and_the_other_dot_alone) {
  const auto geometry = drawn({{{"A", confidential(), percent("80.0")}, false}});

  ASSERT_EQ(geometry.markers.size(), 3U);
  EXPECT_TRUE(geometry.markers[2].is_hollow);
  EXPECT_TRUE(geometry.axes.empty());
  EXPECT_THAT(words(geometry), Contains("Series 1 [c]"));
  EXPECT_EQ(text_named(geometry, "Series 1 [c]").anchor, Anchor::end);
  EXPECT_EQ(text_named(geometry, "Series 1 [c]").ink, Ink::quiet_text);
}

TEST(DotRange, a_row_without_a_value_shows_one_symbol_for_both) {
  const auto geometry = drawn(
      {{{"A", percent("40.0"), percent("80.0")}, false}, {{"B", confidential(), confidential()}, false}});

  EXPECT_EQ(geometry.markers.size(), 4U);
  EXPECT_THAT(words(geometry), Contains("[c]"));
  EXPECT_THAT(words(geometry), Not(Contains(testing::HasSubstr("Series 1 ["))));
}

TEST(DotRange, the_drawing_is_the_same_whatever_is_withheld) {
  const auto withheld = drawn({{{"A", confidential(), percent("80.0")}, false}});
  const auto not_available = drawn({{{"A", report::Shorthand{"x", {}}, percent("80.0")}, false}});

  EXPECT_EQ(withheld.height, not_available.height);
  EXPECT_EQ(withheld.markers[2].x, not_available.markers[2].x);
}

TEST(DotRange, in_a_narrow_room_labels_and_symbols_stand_above) {
  const auto geometry = drawn({{{"A", confidential(), percent("80.0")}, false}}, {300, 10, ten_a_character});

  EXPECT_DOUBLE_EQ(text_named(geometry, "A").x, 0);
  EXPECT_LT(text_named(geometry, "A").y, text_named(geometry, "Series 1 [c]").y);
  EXPECT_LT(text_named(geometry, "Series 1 [c]").y, geometry.markers[2].y);
}

TEST(DotRange, of_other_than_two_series_is_drawn_as_bars) {
  const auto one = lay_out(chart_of(1, Chart::Kind::dot_range), table_of({{{"A", percent("40.0")}, false}}));
  EXPECT_EQ(one.rectangles.size(), 1U);
  EXPECT_TRUE(one.markers.empty());
}

// Twice the area inside corners, by the shoelace formula.
double twice_the_area(const std::vector<Point>& corners) {
  double sum = 0;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Point& here = corners[i];
    const Point& next = corners[(i + 1) % corners.size()];
    sum += here.x * next.y - next.x * here.y;
  }
  return std::abs(sum);
}

TEST(Marker, forms_of_one_radius_are_as_large_as_the_circle) {
  using Form = Marker::Form;
  EXPECT_TRUE(corners({.form = Form::circle}).empty());
  for (const Form form : {Form::square, Form::diamond, Form::triangle}) {
    const Marker marker{.x = 50, .y = 20, .radius = 3, .form = form};
    EXPECT_NEAR(twice_the_area(corners(marker)), 2 * std::numbers::pi * 9, 1e-9);
  }
}

}  // namespace
}  // namespace eqr::render::charts
