#include "render/pdf/lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace eqr::render::pdf {
namespace {

using testing::ElementsAre;

const Fonts& fonts() {
  static const Fonts usual(usual_fonts());
  return usual;
}

std::vector<Line> lines_of(const std::string& text, double width, double size = 10) {
  return Shaper(fonts()).lines({{text, Style::regular, size, "en-GB"}}, width);
}

std::vector<std::string> texts(const std::vector<Line>& lines) {
  std::vector<std::string> found;
  for (const Line& line : lines) {
    found.emplace_back();
    for (const Piece& piece : line.pieces) found.back() += piece.text;
  }
  return found;
}

// Liberation Sans has the widths of Arial: in 10 points a digit is 5.56 wide, a blank 2.78.
TEST(Lines, text_is_as_wide_as_the_font_says) {
  EXPECT_NEAR(lines_of("1234", 100).front().width, 4 * 5.56, 0.01);
  EXPECT_NEAR(lines_of("12 34", 100).front().width, 4 * 5.56 + 2.78, 0.01);
  EXPECT_NEAR(lines_of("12 34 ", 100).front().width, 4 * 5.56 + 2.78, 0.01);  // not the blank at the end
}

TEST(Lines, break_at_blanks_and_keep_them) {
  // Two words of two digits and the blank between them are 25.02 wide.
  EXPECT_THAT(texts(lines_of("12 34 56", 25.1)), ElementsAre("12 34 ", "56"));
  EXPECT_THAT(texts(lines_of("12 34 56", 24.9)), ElementsAre("12 ", "34 ", "56"));
}

TEST(Lines, a_word_wider_than_a_line_is_broken_anywhere_and_nothing_is_lost) {
  EXPECT_THAT(texts(lines_of("1234567", 17)), ElementsAre("123", "456", "7"));
  EXPECT_THAT(texts(lines_of("12 3456789 1", 17)), ElementsAre("12 ", "345", "678", "9 1"));
  std::string long_word(10'000, 'x'), joined;
  for (const std::string& line : texts(lines_of(long_word, 200))) joined += line;
  EXPECT_EQ(joined, long_word);
}

TEST(Lines, line_feeds_end_lines_and_no_text_is_one_line) {
  EXPECT_THAT(texts(lines_of("a\nb", 100)), ElementsAre("a ", "b"));
  EXPECT_EQ(lines_of("", 100).size(), 1U);
}

TEST(Lines, runs_of_other_looks_follow_each_other) {
  const auto lines =
      Shaper(fonts()).lines({{"12", Style::regular, 10, "en-GB"}, {"34", Style::bold, 10, "en-GB"}}, 100);
  ASSERT_EQ(lines.size(), 1U);
  ASSERT_EQ(lines[0].pieces.size(), 2U);
  EXPECT_EQ(lines[0].pieces[1].face, 1U);
  EXPECT_NEAR(lines[0].pieces[1].x, 2 * 5.56, 0.01);
}

// UAX #9: Hebrew words stand in their order from right to left, the English around them from left to right.
TEST(Lines, what_is_written_from_right_to_left_is_set_so) {
  const std::string shalom = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D";
  const auto lines = lines_of("ab " + shalom + " " + shalom + " cd", 200);
  ASSERT_EQ(lines.size(), 1U);
  const auto& pieces = lines[0].pieces;
  ASSERT_EQ(pieces.size(), 5U);
  EXPECT_EQ(pieces[1].text, shalom + " ");
  EXPECT_GT(pieces[1].x, pieces[2].x) << "the first Hebrew word stands to the right of the second";
  EXPECT_LT(pieces[0].x, pieces[2].x);
  EXPECT_LT(pieces[1].x, pieces[4].x);
}

// The full stop stands behind the last word, which is at the left; a blank at the end is outside the line.
TEST(Lines, a_paragraph_without_letters_from_left_to_right_is_one_from_right_to_left) {
  const std::string shalom = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D";
  const auto lines = lines_of(shalom + " " + shalom + ". " + shalom, 60);
  ASSERT_EQ(texts(lines), (std::vector<std::string>{shalom + " " + shalom + ". ", shalom}));
  EXPECT_TRUE(lines[0].is_right_to_left && lines[1].is_right_to_left);
  const Piece& last = lines[0].pieces.back();
  EXPECT_EQ(last.text, shalom + ". ");
  EXPECT_EQ(last.glyphs[0].begin, last.text.size() - 1) << "the blank, then";
  EXPECT_EQ(last.glyphs[1].begin, last.text.size() - 2) << "the full stop, then the letters";
  EXPECT_NEAR(last.x, -2.78, 0.01);
  EXPECT_FALSE(lines_of("a " + shalom + ".", 100).front().is_right_to_left);
}

TEST(Lines, what_a_font_lacks_another_draws_and_what_all_lack_is_told_apart) {
  const auto other = lines_of("a \xE2\x98\x83", 100);  // a snowman: DejaVu has one
  EXPECT_EQ(other[0].pieces.back().face, 4U);
  EXPECT_FALSE(other[0].pieces.back().is_substitute);
  const auto none = lines_of("a \xE4\xB8\xAD\xE6\x96\x87 b", 100);
  EXPECT_TRUE(none[0].pieces[1].is_substitute);
  EXPECT_EQ(none[0].pieces[1].text, "\xE4\xB8\xAD");
  EXPECT_FALSE(none[0].pieces.back().is_substitute);
}

TEST(Lines, widths_are_of_the_whole_and_of_the_widest_part) {
  Shaper shaper(fonts());
  const auto widths = shaper.widths({{"12 345 6", Style::regular, 10, "en-GB"}});
  EXPECT_NEAR(widths.whole, 6 * 5.56 + 2 * 2.78, 0.01);
  EXPECT_NEAR(widths.widest_part, 3 * 5.56, 0.01);
}

}  // namespace
}  // namespace eqr::render::pdf
