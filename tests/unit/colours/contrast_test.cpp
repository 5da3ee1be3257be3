#include "colours/contrast.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

namespace eqr::colours {
namespace {

constexpr Colour white = 0xFFFFFF, black = 0x000000;

TEST(Contrast, ratios_are_those_of_published_examples) {
  // WebAIM's contrast checker and the examples of WCAG's understanding documents.
  EXPECT_EQ(printed_ratio(contrast_ratio(black, white)), "21.00");
  EXPECT_EQ(printed_ratio(contrast_ratio(white, white)), "1.00");
  EXPECT_EQ(printed_ratio(contrast_ratio(0x767676, white)), "4.54");
  EXPECT_EQ(printed_ratio(contrast_ratio(0x777777, white)), "4.48");
  EXPECT_NEAR(contrast_ratio(0xFF0000, white), 4.00, 0.005);
  EXPECT_NEAR(contrast_ratio(0x0000FF, white), 8.59, 0.005);
  EXPECT_NEAR(contrast_ratio(0x008000, white), 5.14, 0.005);
}

TEST(Contrast, a_ratio_worked_out_by_hand) {
  // Pure green: luminance 0.7152; (1 + 0.05) / (0.7152 + 0.05) = 1.3722.
  EXPECT_NEAR(contrast_ratio(0x00FF00, white), 1.05 / 0.7652, 1e-9);
  EXPECT_EQ(contrast_ratio(0x00FF00, white), contrast_ratio(white, 0x00FF00));
}

TEST(Contrast, a_ratio_just_below_the_minimum_is_not_printed_as_the_minimum) {
  EXPECT_EQ(printed_ratio(4.4999), "4.49");
  EXPECT_EQ(printed_ratio(4.5), "4.50");
  EXPECT_EQ(printed_ratio(3.05), "3.05");
}

TEST(Contrast, colours_are_six_digits_behind_a_number_sign) {
  EXPECT_EQ(parse_colour("#12436D"), 0x12436DU);
  EXPECT_EQ(parse_colour("#ffdd00"), 0xFFDD00U);
  for (const char* wrong : {"", "#fff", "12436D", "#12436G", "#-2436D", "#12436D0", "navy", "# 2436D"})
    EXPECT_FALSE(parse_colour(wrong)) << wrong;
  EXPECT_EQ(hex(0x00A0F1), "#00a0f1");
}

TEST(Contrast, distances_in_oklab_are_those_of_its_author) {
  // Black to white is 1; the coordinates of red (0.62796, 0.22486, 0.12585) and of blue (0.45201, -0.03246,
  // -0.31153) as CSS Color 4 and colour libraries give them.
  EXPECT_NEAR(distance(black, white), 1, 1e-4);
  EXPECT_NEAR(distance(black, 0xFF0000), std::hypot(0.62796, 0.22486, 0.12585), 1e-4);
  EXPECT_NEAR(distance(0xFF0000, 0x0000FF),
              std::hypot(0.62796 - 0.45201, 0.22486 + 0.03246, 0.12585 + 0.31153), 1e-4);
}

TEST(Contrast, a_colour_with_enough_contrast_stays_as_it_is) {
  EXPECT_EQ(nearest_shade(0x767676, white), 0x767676U);
  EXPECT_EQ(nearest_shade(0x12436D, white), 0x12436DU);
}

TEST(Contrast, of_greys_the_nearest_shade_on_white_is_767676) {
  EXPECT_EQ(nearest_shade(0x777777, white), 0x767676U);
  EXPECT_EQ(nearest_shade(0x999999, white), 0x767676U);
}

double part(Colour colour, int shift) {
  return colour >> shift & 0xFFU;
}

TEST(Contrast, a_shade_passes_keeps_its_hue_and_is_nearly_at_the_minimum) {
  for (const Colour colour : {0xF47738U, 0x00A33BU, 0x5694CAU, 0xFFDD00U, 0xFF69B4U}) {
    for (const Colour against : {white, 0xF3F5F7U, 0x15191EU}) {
      const Colour found = nearest_shade(colour, against);
      const double ratio = contrast_ratio(found, against);
      EXPECT_GE(ratio, 4.5) << hex(colour) << " on " << hex(against) << ": " << hex(found);
      if (found == colour) continue;
      EXPECT_LT(ratio, 4.65) << hex(colour) << " on " << hex(against) << ": " << hex(found);
      // The largest and the smallest part of the light stay the same ones.
      for (const auto& [one, other] : {std::pair{16, 8}, std::pair{16, 0}, std::pair{8, 0}}) {
        if (std::abs(part(colour, one) - part(colour, other)) > 60) {
          EXPECT_EQ(part(colour, one) > part(colour, other), part(found, one) > part(found, other))
              << hex(found);
        }
      }
    }
  }
}

TEST(Contrast, a_darker_shade_is_taken_where_no_lighter_one_passes) {
  // White on this grey has 3.95, black 5.32.
  EXPECT_NEAR(contrast_ratio(white, 0x808080), 3.95, 0.005);
  EXPECT_LT(contrast_ratio(nearest_shade(0xD0D0FF, 0x808080), black), contrast_ratio(0x808080, black));
}

}  // namespace
}  // namespace eqr::colours
