#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/render/charts/small_charts.hpp"

namespace eqr::render::charts {
namespace {

using report::Chart;
using samples::confidential;
using samples::percent;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

// 600 wide, letters of 10: the plot is 140 high, a marker's radius 3.2, and 10.8 lie between the middle of a
// point and what is written beside it.
Room by_hand() {
  return {600, 10, ten_a_character};
}

Geometry drawn(std::vector<report::Row> rows, std::size_t series = 1, const Room& room = by_hand()) {
  return lay_out(chart_of(series, Chart::Kind::line), table_of(std::move(rows), series), room);
}

std::vector<report::Row> four_years() {
  return {{{"2015", percent("20.0")}, false},
          {{"2016", percent("40.0")}, false},
          {{"2017", percent("30.0")}, false},
          {{"2018", percent("40.0")}, false}};
}

std::vector<Line> lines_of(const Geometry& geometry, Ink ink) {
  std::vector<Line> found;
  std::ranges::copy_if(geometry.axes, std::back_inserter(found),
                       [ink](const Line& line) { return line.ink == ink; });
  return found;
}

double zero_of(const Geometry& geometry) {
  return lines_of(geometry, Ink::axis).at(0).y1;
}

TEST(TimeLines, points_stand_evenly_in_time_and_as_high_as_their_values) {
  const auto geometry = drawn(four_years());

  // "40%" takes 30 and 8 are left free, "20.0%" takes 50 and 10.8 are left free: 98.8. At the other end 600
  // less 50 and 10.8: 539.2. A third of what lies between is 146.8.
  ASSERT_EQ(geometry.markers.size(), 4U);
  EXPECT_NEAR(geometry.markers[0].x, 98.8, 1e-9);
  EXPECT_NEAR(geometry.markers[1].x, 245.6, 1e-9);
  EXPECT_NEAR(geometry.markers[2].x, 392.4, 1e-9);
  EXPECT_NEAR(geometry.markers[3].x, 539.2, 1e-9);
  // The scale goes from 0% to 40% in 140 units.
  const double zero = zero_of(geometry);
  EXPECT_NEAR(zero - geometry.markers[0].y, 70, 1e-9);
  EXPECT_NEAR(zero - geometry.markers[1].y, 140, 1e-9);
  EXPECT_NEAR(zero - geometry.markers[2].y, 105, 1e-9);
}

TEST(TimeLines, a_line_joins_neighbours_in_time) {
  const auto geometry = drawn(four_years());

  const auto lines = lines_of(geometry, Ink::series_1);
  ASSERT_EQ(lines.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_DOUBLE_EQ(lines[i].x1, geometry.markers[i].x);
    EXPECT_DOUBLE_EQ(lines[i].y1, geometry.markers[i].y);
    EXPECT_DOUBLE_EQ(lines[i].x2, geometry.markers[i + 1].x);
    EXPECT_DOUBLE_EQ(lines[i].y2, geometry.markers[i + 1].y);
  }
}

TEST(TimeLines, the_scale_goes_up_from_zero_in_few_steps_with_its_labels_to_the_left) {
  const auto geometry = drawn(four_years());

  EXPECT_EQ(geometry.lines.size(), 4U);
  for (const char* label : {"0%", "10%", "20%", "30%", "40%"}) {
    EXPECT_EQ(text_named(geometry, label).anchor, Anchor::end);
    EXPECT_DOUBLE_EQ(text_named(geometry, label).x, 30);
  }
  const auto high = drawn({{{"2017", percent("61.0")}, false}, {{"2018", percent("62.0")}, false}});
  EXPECT_THAT(words(high), Contains("0%"));
}

TEST(TimeLines, the_first_value_and_the_last_are_printed_beside_their_points) {
  const auto geometry = drawn({{{"2017", percent("20.0")}, false}, {{"2018", percent("25.0")}, false}});

  EXPECT_EQ(text_named(geometry, "20.0%").anchor, Anchor::end);
  EXPECT_NEAR(text_named(geometry, "20.0%").x, geometry.markers[0].x - 10.8, 1e-9);
  EXPECT_EQ(text_named(geometry, "25.0%").anchor, Anchor::start);
  EXPECT_NEAR(text_named(geometry, "25.0%").x, geometry.markers[1].x + 10.8, 1e-9);
}

TEST(TimeLines, several_lines_differ_in_form_and_carry_their_names_at_their_ends) {
  const auto geometry =
      drawn({{{"2017", percent("20.0"), percent("60.0"), percent("80.0"), percent("40.0")}, false},
             {{"2018", percent("21.0"), percent("61.0"), percent("81.0"), percent("41.0")}, false}},
            4);

  std::vector<Marker::Form> forms;
  for (const Marker& marker : geometry.markers) forms.push_back(marker.form);
  using Form = Marker::Form;
  EXPECT_THAT(forms, ElementsAre(Form::circle, Form::circle, Form::square, Form::square, Form::diamond,
                                 Form::diamond, Form::triangle, Form::triangle));
  EXPECT_THAT(words(geometry), testing::IsSupersetOf({"Series 1 21.0%", "Series 2 61.0%"}));
  EXPECT_THAT(words(geometry), Not(Contains("Series 1")));
}

TEST(TimeLines, words_at_the_ends_of_lines_do_not_lie_on_each_other) {
  const auto geometry = drawn({{{"2017", percent("50.0"), percent("50.2")}, false},
                               {{"2018", percent("51.0"), percent("51.1")}, false}},
                              2);

  // In the order of their values from the top down, a line of 12.5 apart.
  EXPECT_NEAR(text_named(geometry, "50.0%").y - text_named(geometry, "50.2%").y, 12.5, 1e-9);
  EXPECT_NEAR(text_named(geometry, "Series 1 51.0%").y - text_named(geometry, "Series 2 51.1%").y, 12.5,
              1e-9);
}

TEST(TimeLines, a_long_name_is_wrapped_at_the_end_of_its_line) {
  auto table = table_of({{{"2017", percent("50.0"), percent("10.0")}, false},
                         {{"2018", percent("51.0"), percent("11.0")}, false}},
                        2);
  table.columns[1].header = "Staff of ethnic minorities";
  const auto geometry = lay_out(chart_of(2, Chart::Kind::line), table, by_hand());

  // 28% of 600 are 168: sixteen characters.
  EXPECT_THAT(words(geometry), testing::IsSupersetOf({"Staff of ethnic", "minorities 51.0%"}));
}

TEST(TimeLines, a_withheld_point_breaks_the_line_and_shows_its_symbol_below_the_scale) {
  auto rows = four_years();
  rows[1].cells[1] = confidential();
  const auto geometry = drawn(rows);

  ASSERT_EQ(geometry.markers.size(), 3U);
  EXPECT_EQ(lines_of(geometry, Ink::series_1).size(), 1U);
  const Text& symbol = text_named(geometry, "[c]");
  EXPECT_EQ(symbol.ink, Ink::quiet_text);
  EXPECT_GT(symbol.y - symbol.size, zero_of(geometry));
  EXPECT_NEAR(symbol.x + 15, 245.6, 1e-9);  // "[c]" takes 30, around the second point
}

TEST(TimeLines, of_several_lines_the_symbol_stands_behind_the_marker_of_its_own) {
  const auto geometry = drawn({{{"2015", percent("20.0"), percent("60.0")}, false},
                               {{"2016", percent("21.0"), confidential()}, false},
                               {{"2017", percent("22.0"), percent("62.0")}, false}},
                              2);

  const auto below = std::ranges::find_if(geometry.markers,
                                          [&](const Marker& marker) { return marker.y > zero_of(geometry); });
  ASSERT_NE(below, geometry.markers.end());
  EXPECT_EQ(below->form, Marker::Form::square);
  EXPECT_LT(below->x, text_named(geometry, "[c]").x);
}

TEST(TimeLines, the_drawing_is_the_same_whatever_is_withheld) {
  auto rows = four_years();
  rows[1].cells[1] = confidential();
  const auto withheld = drawn(rows);
  rows[1].cells[1] = report::Shorthand{"x", {}};
  const auto not_available = drawn(rows);

  EXPECT_EQ(withheld.height, not_available.height);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(withheld.markers[i].x, not_available.markers[i].x);
    EXPECT_EQ(withheld.markers[i].y, not_available.markers[i].y);
  }
  EXPECT_EQ(text_named(withheld, "[c]").y, text_named(not_available, "[x]").y);
}

TEST(TimeLines, where_the_last_point_is_withheld_the_last_value_stands_at_its_own_point) {
  auto rows = four_years();
  rows[3].cells[1] = confidential();
  const auto geometry = drawn(rows);

  EXPECT_DOUBLE_EQ(text_named(geometry, "30.0%").x, geometry.markers.back().x);
  EXPECT_EQ(text_named(geometry, "30.0%").anchor, Anchor::middle);
}

TEST(TimeLines, in_a_narrow_room_names_stand_in_a_key_and_symbols_in_lines_of_their_own) {
  Room room = by_hand();
  room.width = 300;
  const auto geometry = drawn({{{"31 March 2015", percent("20.0"), percent("60.0")}, false},
                               {{"31 March 2016", percent("21.0"), report::Shorthand{"low", {}}}, false},
                               {{"31 March 2017", percent("22.0"), percent("61.0")}, false},
                               {{"31 March 2018", percent("23.0"), percent("62.0")}, false}},
                              2, room);

  EXPECT_EQ(geometry.texts[0].text, "Series 1");
  EXPECT_EQ(geometry.markers[1].form, Marker::Form::square);  // of the key
  EXPECT_THAT(words(geometry), Contains("23.0%"));
  EXPECT_THAT(words(geometry), Contains("31 March 2016: Series 2 [low]"));
  // From 98.8 to 239.2, a slot is 46.8: no date fits it, so the first and the last stand alone. A marker and
  // "[low]" take 9.6 and 50.
  EXPECT_THAT(words(geometry), Not(Contains(testing::StartsWith("31 March 2017"))));
}

TEST(TimeLines, labels_of_points_in_time_are_wrapped) {
  auto rows = four_years();
  for (std::size_t i = 0; i < 4; ++i) rows[i].cells[0] = "31 March " + std::to_string(2015 + i);
  const auto geometry = drawn(rows);

  // 13 characters take 130, and a slot is 146.8 less 8 that stay free; of five years it is 110.1.
  EXPECT_THAT(words(geometry), Contains("31 March 2016"));
  rows.push_back({{"31 March 2019", percent("40.0")}, false});
  const auto five = drawn(rows);
  EXPECT_THAT(words(five), testing::IsSupersetOf({"31 March", "2016"}));
  EXPECT_THAT(words(five), Not(Contains("31 March 2016")));
}

TEST(TimeLines, of_which_nothing_is_published_have_no_scale_and_keep_their_names) {
  const auto geometry = drawn(
      {{{"2017", confidential(), confidential()}, false}, {{"2018", confidential(), confidential()}, false}},
      2);

  EXPECT_TRUE(geometry.lines.empty());
  EXPECT_TRUE(lines_of(geometry, Ink::series_1).empty());
  EXPECT_THAT(words(geometry), testing::IsSupersetOf({"Series 1", "Series 2", "0%", "[c]"}));
}

TEST(TimeLines, of_one_point_or_none_are_drawn_all_the_same) {
  EXPECT_EQ(drawn({{{"2018", percent("20.0")}, false}}).markers.size(), 1U);
  EXPECT_TRUE(drawn({}).markers.empty());
}

TEST(TimeLines, more_than_four_are_drawn_as_bars) {
  const auto geometry = drawn(
      {{{"2018", percent("1.0"), percent("2.0"), percent("3.0"), percent("4.0"), percent("5.0")}, false}}, 5);

  EXPECT_TRUE(geometry.markers.empty());
  EXPECT_EQ(geometry.rectangles.size(), 5U);
}

}  // namespace
}  // namespace eqr::render::charts
