#include "render/charts/geometry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/charts/palette.hpp"
#include "unit/render/charts/small_charts.hpp"

namespace eqr::render::charts {
namespace {

using report::Chart;
using report::Table;
using samples::confidential;
using samples::percent;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::Not;

TEST(LayOut, bars_start_at_zero_and_are_as_long_as_their_values) {
  const auto geometry =
      lay_out(chart_of(), table_of({{{"A", percent("30.0")}, false}, {{"B", percent("60.0")}, false}}));

  ASSERT_EQ(geometry.rectangles.size(), 2U);
  ASSERT_EQ(geometry.axes.size(), 1U);
  EXPECT_DOUBLE_EQ(geometry.rectangles[0].x, geometry.axes[0].x1);
  EXPECT_DOUBLE_EQ(geometry.rectangles[1].x, geometry.axes[0].x1);
  EXPECT_NEAR(geometry.rectangles[1].width / geometry.rectangles[0].width, 2.0, 1e-9);
}

TEST(LayOut, every_bar_carries_its_printed_value_to_its_right) {
  const auto geometry = lay_out(chart_of(), table_of({{{"A", percent("67.1")}, false}}));

  const Text& value = text_named(geometry, "67.1%");
  EXPECT_GT(value.x, geometry.rectangles[0].x + geometry.rectangles[0].width);
  EXPECT_EQ(value.anchor, Anchor::start);
}

TEST(LayOut, a_withheld_cell_shows_its_symbol_and_has_no_bar) {
  const auto geometry =
      lay_out(chart_of(), table_of({{{"A", percent("10.0")}, false}, {{"B", confidential()}, false}}));

  EXPECT_EQ(geometry.rectangles.size(), 1U);
  EXPECT_THAT(words(geometry), Contains("[c]"));
  EXPECT_EQ(text_named(geometry, "[c]").ink, Ink::quiet_text);
}

TEST(LayOut, a_published_zero_keeps_a_hair_of_a_bar) {
  const auto geometry =
      lay_out(chart_of(), table_of({{{"A", percent("0.0")}, false}, {{"B", percent("4.0")}, false}}));

  ASSERT_EQ(geometry.rectangles.size(), 2U);
  EXPECT_DOUBLE_EQ(geometry.rectangles[0].width, 1.0);
}

TEST(LayOut, withheld_values_do_not_move_the_scale) {
  const Table with = table_of({{{"A", percent("10.0")}, false}, {{"B", confidential()}, false}});
  const Table without =
      table_of({{{"A", percent("10.0")}, false}, {{"B", report::Shorthand{"x", {}}}, false}});

  EXPECT_DOUBLE_EQ(lay_out(chart_of(), with).rectangles[0].width,
                   lay_out(chart_of(), without).rectangles[0].width);
}

TEST(LayOut, negative_values_go_left_of_zero_with_their_value_on_the_left) {
  const auto geometry =
      lay_out(chart_of(), table_of({{{"A", percent("-0.5")}, false}, {{"B", percent("1.0")}, false}}));

  const double zero = geometry.axes[0].x1;
  EXPECT_NEAR(geometry.rectangles[0].x + geometry.rectangles[0].width, zero, 1e-9);
  EXPECT_NEAR(geometry.rectangles[1].x, zero, 1e-9);
  const Text& value = text_named(geometry,
                                 "\xE2\x88\x92"
                                 "0.5%");
  EXPECT_LT(value.x, geometry.rectangles[0].x);
  EXPECT_EQ(value.anchor, Anchor::end);
}

TEST(LayOut, totals_are_left_out_unless_there_is_nothing_else) {
  const auto some =
      lay_out(chart_of(), table_of({{{"A", percent("40.0")}, false}, {{"All", percent("100.0")}, true}}));
  const auto only = lay_out(chart_of(), table_of({{{"All", percent("100.0")}, true}}));

  EXPECT_THAT(words(some), Not(Contains("All")));
  EXPECT_THAT(words(only), Contains("All"));
}

TEST(LayOut, long_labels_are_wrapped_and_keep_all_their_words) {
  const std::string label = "Black, Black British, Caribbean or African";
  const auto geometry = lay_out(chart_of(), table_of({{{label, percent("4.1")}, false}}));

  std::string joined;
  for (const Text& text : geometry.texts) {
    if (text.anchor == Anchor::end) joined += (joined.empty() ? "" : " ") + text.text;
  }
  EXPECT_EQ(joined, label);
  EXPECT_THAT(words(geometry), Not(Contains(label)));
}

TEST(LayOut, nothing_reaches_out_of_the_drawing) {
  const auto report = samples::council_report();
  for (const double width : {300.0, 420.0, 680.0, 1000.0}) {
    for (const Chart& chart : report.charts) {
      Room room;
      room.width = width;
      const auto geometry = lay_out(chart, report.tables[chart.table], room);
      for (const Rectangle& shape : geometry.rectangles) {
        EXPECT_GE(shape.x, 0) << chart.id << " at " << width;
        EXPECT_LE(shape.x + shape.width, width + 0.01) << chart.id << " at " << width;
        EXPECT_LE(shape.y + shape.height, geometry.height) << chart.id << " at " << width;
      }
      for (const Marker& marker : geometry.markers) {
        EXPECT_GE(marker.x - marker.radius * 1.3 - marker_edge / 2, 0) << chart.id << " at " << width;
        EXPECT_LE(marker.x + marker.radius, width) << chart.id << " at " << width;
        EXPECT_LE(marker.y + marker.radius, geometry.height) << chart.id << " at " << width;
      }
      for (const Text& text : geometry.texts) {
        const double wide = room.measure(text.text, text.size, text.strong);
        const double left = text.anchor == Anchor::start ? text.x
                            : text.anchor == Anchor::end ? text.x - wide
                                                         : text.x - wide / 2;
        EXPECT_GE(left, -0.01) << chart.id << " at " << width << ": " << text.text;
        EXPECT_LE(left + wide, width + 0.01) << chart.id << " at " << width << ": " << text.text;
        EXPECT_LE(text.y, geometry.height) << chart.id << " at " << width << ": " << text.text;
      }
    }
  }
}

TEST(LayOut, in_a_narrow_room_labels_stand_above_their_bars) {
  Room room;
  room.width = 300;
  const auto geometry = lay_out(chart_of(), table_of({{{"Women", percent("67.1")}, false}}), room);

  EXPECT_LT(text_named(geometry, "Women").y, geometry.rectangles[0].y);
  EXPECT_DOUBLE_EQ(text_named(geometry, "Women").x, 0);
}

TEST(LayOut, two_series_are_dark_blue_and_orange_with_a_key_in_their_order) {
  const auto geometry = lay_out(chart_of(2, Chart::Kind::grouped_bars),
                                table_of({{{"A", percent("1.0"), percent("2.0")}, false}}, 2));

  ASSERT_EQ(geometry.rectangles.size(), 4U);
  EXPECT_EQ(colour(geometry.rectangles[0].ink), "#12436D");
  EXPECT_EQ(colour(geometry.rectangles[1].ink), "#F46A25");
  EXPECT_EQ(geometry.rectangles[2].ink, geometry.rectangles[0].ink);
  EXPECT_EQ(geometry.rectangles[3].ink, geometry.rectangles[1].ink);
  EXPECT_EQ(geometry.texts[0].text, "Series 1");
  EXPECT_EQ(geometry.texts[1].text, "Series 2");
}

TEST(LayOut, parts_of_a_stack_follow_each_other) {
  const auto geometry = lay_out(chart_of(2, Chart::Kind::stacked_bars),
                                table_of({{{"A", percent("60.0"), percent("40.0")}, false}}, 2));

  const Rectangle& first = geometry.rectangles[2];
  const Rectangle& second = geometry.rectangles[3];
  EXPECT_NEAR(second.x, first.x + first.width + 2, 1e-9);
  EXPECT_DOUBLE_EQ(first.y, second.y);
}

TEST(LayOut, a_stack_names_the_part_that_is_not_shown) {
  const auto geometry = lay_out(chart_of(2, Chart::Kind::stacked_bars),
                                table_of({{{"A", percent("60.0"), confidential()}, false}}, 2));

  EXPECT_THAT(words(geometry), Contains("Series 2 [c]"));
}

TEST(LayOut, a_stack_with_a_negative_value_is_drawn_as_groups) {
  const auto geometry = lay_out(chart_of(2, Chart::Kind::stacked_bars),
                                table_of({{{"A", percent("6.0"), percent("-4.0")}, false}}, 2));

  EXPECT_LT(geometry.rectangles[2].y, geometry.rectangles[3].y);
}

TEST(LayOut, five_grouped_series_get_a_panel_each_on_one_scale) {
  const auto geometry = lay_out(
      chart_of(5, Chart::Kind::grouped_bars),
      table_of(
          {{{"A", percent("1.0"), percent("2.0"), percent("3.0"), percent("4.0"), percent("5.0")}, false}},
          5));

  ASSERT_EQ(geometry.rectangles.size(), 5U);
  EXPECT_EQ(geometry.axes.size(), 5U);
  EXPECT_NEAR(geometry.rectangles[4].width / geometry.rectangles[0].width, 5.0, 1e-9);
  EXPECT_THAT(geometry.rectangles, testing::Each(Field(&Rectangle::ink, Ink::series_1)));
  EXPECT_THAT(words(geometry), Contains("Series 5"));
}

TEST(LayOut, a_chart_of_which_nothing_is_published_has_no_scale) {
  const auto geometry = lay_out(chart_of(), table_of({{{"A", confidential()}, false}}));

  EXPECT_TRUE(geometry.lines.empty());
  EXPECT_THAT(words(geometry), testing::UnorderedElementsAre("A", "[c]", "0%", "Series 1"));
}

TEST(LayOut, labels_of_the_axis_keep_apart) {
  Room room;
  room.width = 300;
  const auto geometry = lay_out(
      chart_of(),
      table_of({{{"A", samples::number("1,250,000", report::Unit::pounds)}, false}}, 1, report::Unit::pounds),
      room);

  double last_end = -1;
  for (const Text& text : geometry.texts) {
    if (text.text.rfind("\xC2\xA3", 0) != 0 || text.size > 15) continue;
    const double wide = width_in_arial(text.text, text.size, false);
    const double left = text.anchor == Anchor::start ? text.x : text.x - wide / 2;
    EXPECT_GT(left, last_end) << text.text;
    last_end = left + wide;
  }
  EXPECT_GT(last_end, 0);
}

TEST(LayOut, numbers_known_in_words_alone_have_no_bar) {
  report::Number few = samples::people("10");
  few.qualifier = report::Qualifier::less_than;
  report::Number crowd = samples::people("0");
  crowd.qualifier = report::Qualifier::hundreds_of;
  const auto geometry =
      lay_out(chart_of(), table_of({{{"A", few}, false}, {{"B", crowd}, false}}, 1, report::Unit::people));

  EXPECT_TRUE(geometry.rectangles.empty());
  EXPECT_THAT(words(geometry), testing::IsSupersetOf({"fewer than 10", "hundreds"}));
}

TEST(LayOut, a_table_without_rows_or_columns_to_show_gives_a_drawing_all_the_same) {
  EXPECT_TRUE(lay_out(chart_of(0), table_of({}, 0)).rectangles.empty());
  EXPECT_TRUE(lay_out(chart_of(1), table_of({})).rectangles.empty());
  EXPECT_TRUE(lay_out(chart_of(2, Chart::Kind::stacked_bars),
                      table_of({{{"A", confidential(), confidential()}, false}}, 2))
                  .rectangles.size() == 2U);
}

TEST(LayOut, a_chart_of_a_column_that_is_not_there_is_refused) {
  EXPECT_THROW(static_cast<void>(lay_out(chart_of(2), table_of({{{"A", percent("1.0")}, false}}))),
               std::out_of_range);
}

TEST(WidthInArial, follows_the_font_s_own_widths) {
  // 556 for a digit, 278 for a full stop, 889 for the per cent sign, in thousandths.
  EXPECT_DOUBLE_EQ(width_in_arial("67.1%", 10, false), 10 * (3 * 0.556 + 0.278 + 0.889));
  EXPECT_DOUBLE_EQ(width_in_arial("\xE2\x88\x92", 10, false), 5.84);
}

}  // namespace
}  // namespace eqr::render::charts
