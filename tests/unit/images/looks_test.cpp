// Pictures drawn here: a grid, lines of letters, a chart, and what no page looks like.
#include "images/looks.hpp"

#include <gtest/gtest.h>

#include <random>

#include "unit/images/samples.hpp"

namespace eqr::images {
namespace {

constexpr std::size_t width = 640, height = 400;
constexpr unsigned white = 0xFFFFFF, black = 0x0B0C0C;

Looks seen(const Paint& paint) {
  return looks_of(grey_of(painted(width, height, paint)));
}

// Something like a letter: a stem and two strokes in a cell of eight by sixteen, one in six blank.
bool is_of_letter(std::size_t x, std::size_t y) {
  const std::size_t column = x / 8, in_x = x % 8, in_y = y % 16;
  if ((column * 7 + y / 16) % 6 == 0) return false;
  return (in_x == 1 || (in_x > 1 && in_x < 6 && in_y % 5 == 4)) && in_y > 3;
}

TEST(Looks, a_grid_of_rules_is_a_table) {
  EXPECT_EQ(seen([](std::size_t x, std::size_t y) {
              const bool is_rule = (x % 120 < 2 || y % 40 < 2) && x < 602 && y < 362;
              return is_rule || (is_of_letter(x, y) && x % 120 > 12 && x % 120 < 60) ? black : white;
            }),
            Looks::table);
}

TEST(Looks, white_rules_on_dark_are_a_table_as_well) {
  EXPECT_EQ(seen([](std::size_t x, std::size_t y) { return x % 100 == 50 || y % 50 == 25 ? white : black; }),
            Looks::table);
}

Paint page_of_text(std::size_t margin) {
  return [margin](std::size_t x, std::size_t y) {
    const bool is_inside = x >= margin && x < width - margin && y >= margin && y < height - margin;
    return is_inside && is_of_letter(x, y % 24 * 16 / 24 + y / 24 * 16) && y % 24 < 20 ? black : white;
  };
}

TEST(Looks, lines_of_letters_are_text) {
  EXPECT_EQ(seen(page_of_text(30)), Looks::text);
}

TEST(Looks, a_frame_hides_no_text) {
  const Paint page = page_of_text(30);
  EXPECT_EQ(seen([&](std::size_t x, std::size_t y) {
              return x < 3 || x >= width - 3 || y < 3 || y >= height - 3 ? black : page(x, y);
            }),
            Looks::text);
}

TEST(Looks, a_chart_with_bars_a_faint_grid_and_labels_is_a_picture) {
  EXPECT_EQ(seen([](std::size_t x, std::size_t y) {
              if (y > 360 && y < 376 && is_of_letter(x, y) && x > 40) return black;  // labels below
              if (x < 36 && y % 60 < 12 && is_of_letter(x, y)) return black;         // and beside
              if (x == 40 || y == 350) return black;                                 // axes
              if (y < 350 && x > 60 && x % 100 < 60 && y > 40 + x / 3) return 0x12436DU;
              return y % 60 == 0 ? 0xD9D9D9U : white;
            }),
            Looks::picture);
}

TEST(Looks, bars_beside_their_labels_are_a_picture) {
  EXPECT_EQ(seen([](std::size_t x, std::size_t y) {
              const bool is_row = y % 40 >= 8 && y % 40 < 24;
              if (is_row && x < 200 && is_of_letter(x, y)) return black;
              return is_row && x > 210 && x < 300 + y / 2 ? 0x12436DU : white;
            }),
            Looks::picture);
}

TEST(Looks, noise_gradients_and_plain_paper_are_pictures) {
  std::mt19937 chance(7);
  EXPECT_EQ(seen([&](std::size_t, std::size_t) { return chance() & 0xFFFFFFU; }), Looks::picture);
  EXPECT_EQ(seen([](std::size_t x, std::size_t y) { return static_cast<unsigned>((x + y) / 5) * 0x010101U; }),
            Looks::picture);
  EXPECT_EQ(seen([](std::size_t, std::size_t) { return white; }), Looks::picture);
}

TEST(Looks, an_icon_is_too_small_to_be_a_page) {
  EXPECT_EQ(
      looks_of(grey_of(painted(
          64, 64, [](std::size_t x, std::size_t y) { return x % 10 == 0 || y % 10 == 0 ? black : white; }))),
      Looks::picture);
}

}  // namespace
}  // namespace eqr::images
