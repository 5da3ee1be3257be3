#include "inputs/cells.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eqr::inputs {
namespace {

std::string told(const Checked& checked) {
  return checked.fault ? checked.fault->message + " | " + checked.fault->hint : checked.text;
}

TEST(Cells, ANumberIsWrittenPlainlyAndKeepsItsPlaces) {
  EXPECT_EQ(told(number_cell("1,181,000")), "1181000");
  EXPECT_EQ(told(number_cell(" 13.60 ")), "13.60");
  EXPECT_EQ(told(number_cell("-0.9")), "-0.9");
  EXPECT_EQ(told(number_cell("\xE2\x88\x92"
                             "0.9")),
            "-0.9");
  EXPECT_EQ(told(number_cell("007")), "7");
  EXPECT_EQ(told(number_cell("0")), "0");
  EXPECT_EQ(told(number_cell("\xC2\xA0"
                             "5\xC2\xA0")),
            "5");
}

TEST(Cells, AnEmptyNumberAndAShorthandStay) {
  EXPECT_EQ(told(number_cell("  ")), "");
  for (const char* code : {"[c]", "[low]", "[u]", "[w]", "[x]", "[z]"})
    EXPECT_EQ(told(number_cell(code)), code);
  EXPECT_EQ(told(number_cell("[X] ")), "[x]");
}

TEST(Cells, WhatIsNoNumberIsToldWithWhatToDo) {
  const std::string shorthand =
      "is not a number | leave the cell empty if the number is not available yet, or write [x] not "
      "available, "
      "[z] not applicable or [c] confidential";
  for (const char* cell : {"n/a", "-", "*", "..", "[q]", "nil"})
    EXPECT_EQ(told(number_cell(cell)), shorthand);
  EXPECT_EQ(told(number_cell("13.9%")), "is not a number | write the number without the percent sign");
  EXPECT_EQ(told(number_cell("\xC2\xA3"
                             "250")),
            "is not a number | write the number without the currency sign");
  EXPECT_EQ(
      told(number_cell("1.2E+06")),
      "is not a number | write the number out in full: spreadsheets shorten long numbers when the column "
      "is narrow");
  EXPECT_EQ(told(number_cell("13,6")),
            "is not a number | commas stand between groups of three digits, and the decimal mark is a point");
  for (const char* cell : {"1 181", "12 people", "5 to 6", "(5)", "+5", "1.2.3", "1234567890123456789"}) {
    EXPECT_EQ(
        told(number_cell(cell)),
        "is not a number | write digits, with a point for decimals and nothing but commas between thousands")
        << cell;
  }
}

TEST(Cells, ARangeIsTwoRisingNumbers) {
  EXPECT_EQ(told(number_or_range_cell("5 to 6")), "5 to 6");
  EXPECT_EQ(told(number_or_range_cell("1,000 TO 1,200.5")), "1000 to 1200.5");
  EXPECT_EQ(told(number_or_range_cell("7")), "7");
  EXPECT_EQ(told(number_or_range_cell("")), "");
  EXPECT_EQ(told(number_or_range_cell("[x]")), "[x]");
  EXPECT_EQ(told(number_or_range_cell("-2 to -1")), "-2 to -1");
}

TEST(Cells, AFaultyRangeIsToldWithWhatToDo) {
  EXPECT_EQ(told(number_or_range_cell("6 to 5")),
            "is a range that does not rise | write the smaller number first, as in 5 to 6");
  EXPECT_EQ(told(number_or_range_cell("5 to 5.0")),
            "is a range that does not rise | write the smaller number first, as in 5 to 6");
  EXPECT_EQ(told(number_or_range_cell("5-6")),
            "is a range written with a dash | write it with the word, as in 5 to 6");
  EXPECT_EQ(told(number_or_range_cell("5 \xE2\x80\x93 6")),
            "is a range written with a dash | write it with the word, as in 5 to 6");
  EXPECT_EQ(told(number_or_range_cell("some to many")).substr(0, 15), "is not a number");
}

TEST(Cells, TextIsTrimmedAndItsLineEndsAreOneKind) {
  EXPECT_EQ(told(text_cell("  a b\t ")), "a b");
  EXPECT_EQ(told(text_cell("a\r\nb\rc\nd")), "a\nb\nc\nd");
  EXPECT_EQ(told(text_cell("=SUM(A1)")), "=SUM(A1)");
}

TEST(Cells, ControlCharactersAndOverlongTextsAreTold) {
  const std::string control =
      "holds a control character | the file was probably saved in another encoding: save it as UTF-8, or "
      "type "
      "the text again";
  EXPECT_EQ(told(text_cell("a\x1B[31mb")), control);
  EXPECT_EQ(told(text_cell("a\x7F")), control);
  EXPECT_EQ(told(text_cell("don\xC2\x92t")), control);
  EXPECT_EQ(told(text_cell("Zo\xC3\xAB\tand\nco")), "Zo\xC3\xAB\tand\nco");
  EXPECT_EQ(told(text_cell(std::string("a\0b", 3))), control);
  EXPECT_EQ(told(text_cell("a\xEF\xBF\xBF")), control);
  EXPECT_EQ(told(text_cell(std::string(32'767, 'x'))).size(), 32'767U);
  EXPECT_EQ(told(text_cell(std::string(32'768, 'x'))),
            "is longer than the 32,767 bytes that a worksheet cell can take | shorten the text");
}

TEST(Cells, ADateIsWrittenOneWay) {
  EXPECT_EQ(told(date_cell("31/03/2018")), "2018-03-31");
  EXPECT_EQ(told(date_cell("2018-03-31")), "2018-03-31");
  EXPECT_EQ(told(date_cell("")), "");
  EXPECT_EQ(told(date_cell("31 March 2018")), "is not a date | write it as 2018-03-31 or 31/03/2018");
  EXPECT_EQ(told(date_cell("31/06/2018")), "is not a date | write it as 2018-03-31 or 31/03/2018");
}

}  // namespace
}  // namespace eqr::inputs
