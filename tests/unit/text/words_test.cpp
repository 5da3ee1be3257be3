#include "text/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace eqr::text {
namespace {

const std::vector<std::string> themes = {"workforce", "veterans", "apprenticeships"};

TEST(Words, TextOfAllPlanesIsUtf8) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("plain"));
  // The first and the last character of each length, and those around the surrogates.
  for (const char* text : {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xEF\xBF\xBD", "\xED\x9F\xBF",
                           "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_utf8(text)) << text;
  }
}

// The kinds of malformed sequences in table 3-7 of the Unicode Standard.
TEST(Words, OverlongCutAndForbiddenSequencesAreNotUtf8) {
  for (const char* text : {"\x80",
                           "\xBF",
                           "\xFE",
                           "\xFF",
                           "\xC0\x80",
                           "\xC1\xBF",
                           "\xE0\x9F\xBF",
                           "\xF0\x8F\xBF\xBF",
                           "\xED\xA0\x80",
                           "\xED\xBF\xBF",
                           "\xF4\x90\x80\x80",
                           "\xF5\x80\x80\x80",
                           "\xF8\x88\x80\x80\x80",
                           "\xC3",
                           "\xE2\x82",
                           "\xF0\x9F\x8F",
                           "\xC3x",
                           "\xE2\x82x",
                           "Zo\xEB",
                           "a\x80z"}) {
    EXPECT_FALSE(is_utf8(text));
  }
}

TEST(Words, BlanksOfAllKindsAreTrimmed) {
  EXPECT_EQ(trimmed(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(trimmed("\xC2\xA0 a \xC2\xA0"), "a");
  EXPECT_EQ(trimmed(" \xC2\xA0 "), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Words, OnlyAsciiLettersAreFolded) {
  EXPECT_EQ(folded("ABC xyz 1 \xC3\x89"), "abc xyz 1 \xC3\x89");
}

TEST(Words, ValuesAreComparedWithoutCaseAndWithSingleBlanks) {
  EXPECT_EQ(normalised("  White \t British\xC2\xA0\xC2\xA0(English) "), "white british (english)");
  EXPECT_EQ(normalised("\xC3\xA9"), "\xC3\xA9");
  EXPECT_EQ(normalised(" \n "), "");
}

TEST(Words, TheNearGuessIsWhatATypingSlipWouldMake) {
  EXPECT_EQ(nearest("vetrans", themes), "veterans");       // a letter left out
  EXPECT_EQ(nearest("veteransx", themes), "veterans");     // one too many
  EXPECT_EQ(nearest("wrokforce", themes), "workforce");    // two exchanged
  EXPECT_EQ(nearest("Workforce ", themes), "workforce");   // case and blanks
  EXPECT_EQ(nearest("wirkfurce", themes), "workforce");    // two wrong
  EXPECT_EQ(nearest("hate-crime", themes), std::nullopt);  // another word
  EXPECT_EQ(nearest("veterans", {}), std::nullopt);
}

TEST(Words, OfSeveralGuessesTheNearestIsMade) {
  const std::vector<std::string> names = {"starts", "start", "target"};
  EXPECT_EQ(nearest("strat", names), "start");
}

TEST(Words, ASuggestionIsAGuessOrTheWholeChoice) {
  EXPECT_EQ(suggestion("vetrans", themes), "did you mean \"veterans\"?");
  EXPECT_EQ(suggestion("hate-crime", themes), "one of: workforce, veterans, apprenticeships");
  EXPECT_EQ(suggestion("hate-crime", {}), "");
}

TEST(Words, OfALongChoiceTheFirstTwelveAreTold) {
  std::vector<std::string> many;
  for (char c = 'a'; c < 'a' + 15; ++c) many.emplace_back(5, c);
  EXPECT_EQ(suggestion("hate-crime", many),
            "one of: aaaaa, bbbbb, ccccc, ddddd, eeeee, fffff, ggggg, hhhhh, iiiii, jjjjj, kkkkk, lllll and "
            "3 more");
}

TEST(Words, TextIsPrintableWithoutControlCharacters) {
  for (const char* sound : {"", "a\tb\nc", "Zo\xC3\xAB",
                            "\xC2\xA0\xC2\xA3"
                            "5",
                            "\xE2\x80\x99", "\xEF\xBF\xBD", "\xF0\x9F\x8F\xBF", "~"}) {
    EXPECT_TRUE(is_printable(sound)) << sound;
  }
  EXPECT_FALSE(is_printable(std::string("a\0b", 3)));
  for (const char* control : {"\x01", "a\rb", "a\x1B[31m", "\x1F", "\x7F", "\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    EXPECT_FALSE(is_printable(control));
  }
}

TEST(Words, EveryC1ControlIsTakenForMisreadText) {
  for (int byte = 0x80; byte <= 0xBF; ++byte) {
    const std::string text = std::string("don\xC2") + static_cast<char>(byte) + "t";
    EXPECT_EQ(is_printable(text), byte >= 0xA0) << byte;
  }
}

TEST(Words, AListIsJoinedAsInASentence) {
  EXPECT_EQ(list_and({}), "");
  EXPECT_EQ(list_and(std::vector<std::string>{"a"}), "a");
  EXPECT_EQ(list_and(std::vector<std::string>{"a", "b"}), "a and b");
  EXPECT_EQ(list_and(std::vector<std::string>{"a", "b", "c"}), "a, b and c");
}

}  // namespace
}  // namespace eqr::text
