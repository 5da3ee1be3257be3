#include "text/characters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>
#include <vector>

namespace eqr::text {
namespace {

using testing::ElementsAre;

std::vector<std::tuple<char32_t, std::size_t, std::size_t>> characters_of(std::string_view utf8) {
  std::vector<std::tuple<char32_t, std::size_t, std::size_t>> found;
  for_each_character(utf8, [&](char32_t character, std::size_t begin, std::size_t end) {
    found.emplace_back(character, begin, end);
  });
  return found;
}

TEST(Characters, are_told_with_the_bytes_that_they_take) {
  EXPECT_THAT(characters_of("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"),
              ElementsAre(std::tuple(U'a', 0, 1), std::tuple(U'\u00E9', 1, 3), std::tuple(U'\u20AC', 3, 6),
                          std::tuple(U'\U0001F600', 6, 10)));
}

TEST(Characters, nothing_beyond_the_end_is_read) {
  EXPECT_EQ(characters_of("\xF0\x9F").size(), 1U);
  EXPECT_EQ(std::get<2>(characters_of("\xF0\x9F").front()), 2U);
}

TEST(Characters, beyond_the_first_plane_are_two_units_of_UTF16) {
  EXPECT_EQ(utf16_units("a\xC3\xA9\xF0\x9F\x98\x80"), 4U);
  EXPECT_EQ(utf16_units(""), 0U);
}

TEST(Characters, blanks_of_any_kind_and_what_is_invisible_say_nothing) {
  EXPECT_TRUE(says_nothing(""));
  EXPECT_TRUE(says_nothing(" \t\xC2\xA0\xE2\x80\x8B\xC2\xAD\xE3\x85\xA4\xEF\xBB\xBF"));
  EXPECT_FALSE(says_nothing("\xC2\xA0."));
  EXPECT_FALSE(says_nothing("\xF0\x9F\x98\x80"));
}

TEST(Characters, text_is_from_right_to_left_where_no_letter_is_from_left_to_right) {
  const std::string shalom = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D";
  EXPECT_TRUE(is_right_to_left(shalom + ", 2026!"));
  EXPECT_FALSE(is_right_to_left(shalom + " a"));
  EXPECT_FALSE(is_right_to_left(shalom + " \xE0\xA4\xB9"));
  EXPECT_FALSE(is_right_to_left("2026!"));
  EXPECT_FALSE(is_right_to_left(""));
}

}  // namespace
}  // namespace eqr::text
