#include "tabular/xlsx_formats.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eqr::tabular {
namespace {

std::string moment(double serial, Epoch epoch = Epoch::from_1900, NumberKind kind = NumberKind::date) {
  std::string text;
  append_moment(text, serial, kind, epoch);
  return text;
}

std::string number(double value) {
  std::string text;
  append_number(text, value);
  return text;
}

// ECMA-376 part 1, 18.17.4.1, and the examples of Microsoft's pages on DATE and on the two date systems.
TEST(WorkbookDates, PublishedSerialNumbersAreTheirDays) {
  EXPECT_EQ(moment(1), "1900-01-01");
  EXPECT_EQ(moment(3687.4207639), "1910-02-03T10:05:54");
  EXPECT_EQ(moment(39448), "2008-01-01");
  EXPECT_EQ(moment(40729), "2011-07-05");
  EXPECT_EQ(moment(2958465), "9999-12-31");
  EXPECT_EQ(moment(0, Epoch::from_1904), "1904-01-01");
  EXPECT_EQ(moment(2225.4207639, Epoch::from_1904), "1910-02-03T10:05:54");
  EXPECT_EQ(moment(39267, Epoch::from_1904), "2011-07-05");
  EXPECT_EQ(moment(2957003, Epoch::from_1904), "9999-12-31");
}

TEST(WorkbookDates, The29February1900ThatNeverWasKeepsItsDay) {
  EXPECT_EQ(moment(59), "1900-02-28");
  EXPECT_EQ(moment(60), "1900-02-29");
  EXPECT_EQ(moment(61), "1900-03-01");
}

TEST(WorkbookDates, ATimeOfDayIsWrittenToTheNearestSecond) {
  EXPECT_EQ(moment(43190), "2018-03-31");
  EXPECT_EQ(moment(43190 + (14 * 60 + 5) / 1440.0), "2018-03-31T14:05:00");
  EXPECT_EQ(moment(43190.9999999), "2018-04-01");
  EXPECT_EQ(moment(0.5, Epoch::from_1900, NumberKind::time), "12:00:00");
  EXPECT_EQ(moment(0.5, Epoch::from_1904, NumberKind::time), "12:00:00");
  EXPECT_EQ(moment(43190.5, Epoch::from_1900, NumberKind::time), "2018-03-31T12:00:00");
}

TEST(WorkbookDates, WhatIsNoDayIsNotMadeOne) {
  EXPECT_EQ(moment(0), "1900-01-00");
  EXPECT_EQ(moment(-1), "-1");
  EXPECT_EQ(moment(2958466), "2958466");
  EXPECT_EQ(moment(2957004, Epoch::from_1904), "2957004");
  EXPECT_EQ(moment(1e300), "1e+300");
}

TEST(WorkbookFormats, TheBuiltInFormatsOfDatesAndTimesAreKnown) {
  for (const int id : {14, 15, 16, 17, 22, 27, 36, 50, 58})
    EXPECT_EQ(builtin_format_kind(id), NumberKind::date) << id;
  for (const int id : {18, 19, 20, 21, 45, 47}) EXPECT_EQ(builtin_format_kind(id), NumberKind::time) << id;
  for (const int id : {0, 1, 4, 9, 11, 13, 37, 46, 48, 49})
    EXPECT_EQ(builtin_format_kind(id), NumberKind::number) << id;
}

TEST(WorkbookFormats, LettersOfADateMakeADate) {
  for (const char* const code :
       {"dd/mm/yyyy", "DD\\-MMM\\-YY", "[$-809]dd mmmm yyyy;@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "yyyy\\-mm\\-dd hh:mm", "mmm", "d", "[Red]d/m", "[$-409]m/d/yy h:mm AM/PM;@"}) {
    EXPECT_EQ(format_kind(code), NumberKind::date) << code;
  }
  for (const char* const code : {"h:mm", "hh:mm:ss", "mm:ss.0", "[$-F400]h:mm:ss\\ AM/PM", "s"}) {
    EXPECT_EQ(format_kind(code), NumberKind::time) << code;
  }
}

TEST(WorkbookFormats, LettersInColoursTextAndLocalesDoNot) {
  for (const char* const code : {"General",
                                 "0.00",
                                 "#,##0;[Red]-#,##0",
                                 "[Red]0",
                                 "[Yellow][<100]0",
                                 "0\" days\"",
                                 "\"year\" 0",
                                 "0\\d",
                                 "_d0",
                                 "*d0",
                                 "[$\xC2\xA3-809]#,##0.00",
                                 "[$kr-41D] #,##0",
                                 "0;\"minus\" 0;d",
                                 "[h]:mm",
                                 "[mm]:ss",
                                 "@",
                                 "",
                                 "0.00E+00",
                                 "\"never closed dd/mm/yyyy",
                                 "[never closed"}) {
    EXPECT_EQ(format_kind(code), NumberKind::number) << code;
  }
}

TEST(WorkbookNumbers, ANumberIsTheShortestTextThatReadsBackTheSame) {
  EXPECT_EQ(number(3), "3");
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(number(-0.0), "0");
  EXPECT_EQ(number(13.6), "13.6");
  EXPECT_EQ(number(100000), "100000");
  EXPECT_EQ(number(123456789012), "123456789012");
  EXPECT_EQ(number(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(number(-1234567.25), "-1234567.25");
  EXPECT_EQ(number(0.0000001), "0.0000001");
  EXPECT_EQ(number(1e21), "1e+21");
}

TEST(WorkbookNumbers, OnlyNumbersAreNumbers) {
  double value = 0;
  EXPECT_TRUE(parse_number("0.10000000000000001", value));
  EXPECT_EQ(number(value), "0.1");
  EXPECT_TRUE(parse_number(" 1.5E+3\n", value));
  EXPECT_EQ(number(value), "1500");
  EXPECT_TRUE(parse_number("+7", value));
  for (const char* const written : {"", " ", "nan", "inf", "-inf", "1e999", "1,5", "0x10", "12 13", "+-1",
                                    "\xC2\xA3"
                                    "5"})
    EXPECT_FALSE(parse_number(written, value)) << written;
}

}  // namespace
}  // namespace eqr::tabular
