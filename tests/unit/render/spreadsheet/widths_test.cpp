#include "render/spreadsheet/widths.hpp"

#include <gtest/gtest.h>

namespace eqr::render::spreadsheet {
namespace {

// At 12 points an em of 2,048 units is 16 pixels; the units are those of Arial's own tables.
TEST(Widths, a_digit_of_twelve_points_is_nine_pixels) {
  EXPECT_EQ(text_pixels("0", Weight::regular), 9);     // 1,139 units: 8.90
  EXPECT_EQ(text_pixels("000", Weight::regular), 27);  // 26.70
}

TEST(Widths, a_word_is_the_sum_of_its_letters) {
  // S 1366 t 569 a 1139 f 569 f 569 = 4,212 units = 32.9; bold S 1366 t 682 a 1139 f 682 f 682 = 4,551 = 35.6
  EXPECT_EQ(text_pixels("Staff", Weight::regular), 33);
  EXPECT_EQ(text_pixels("Staff", Weight::bold), 36);
}

TEST(Widths, a_title_of_sixteen_points_is_a_third_wider) {
  EXPECT_EQ(text_pixels("Staff", Weight::regular, 16), 44);  // 4,212 / 2,048 * 16 * 96 / 72 = 43.9
}

TEST(Widths, the_longest_line_and_the_widest_word_count) {
  EXPECT_EQ(text_pixels("i\nStaff", Weight::regular), 33);
  EXPECT_EQ(widest_word_pixels("i Staff i", Weight::regular), 33);
  EXPECT_EQ(text_pixels("", Weight::regular), 0);
}

TEST(Widths, a_character_outside_ASCII_counts_once_however_many_bytes_it_has) {
  EXPECT_EQ(text_pixels("\xC2\xA3", Weight::regular), 9);           // the pound sign is as wide as a digit
  EXPECT_EQ(text_pixels("\xF0\x9F\x98\x80", Weight::regular), 16);  // an emoji is a square
}

// "Staff" takes 33 pixels, a blank 4.4 and "Staff Staff" 71.
TEST(Widths, text_wraps_between_words_at_line_breaks_and_inside_a_word_too_wide) {
  EXPECT_EQ(wrapped_lines("", Weight::regular, 80), 1);
  EXPECT_EQ(wrapped_lines("Staff Staff", Weight::regular, 72), 1);
  EXPECT_EQ(wrapped_lines("Staff Staff", Weight::regular, 69), 2);
  EXPECT_EQ(wrapped_lines("Staff\nStaff", Weight::regular, 500), 2);
  EXPECT_EQ(wrapped_lines("StaffStaffStaff", Weight::regular, 40), 3);
}

}  // namespace
}  // namespace eqr::render::spreadsheet
