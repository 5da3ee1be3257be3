// Dates and amounts, read the quick way and the slow one.
#include "people/pass/cells.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "calendar/date.hpp"
#include "people/pass/layout.hpp"

namespace eqr::persons {
namespace {

// Cells lie inside a text, with 64 bytes on either side.
struct Cell {
  explicit Cell(const std::string& text)
      : padded(std::string(64, '7') + text + std::string(64, '7')), size(text.size()) {}
  [[nodiscard]] std::string_view view() const { return std::string_view(padded).substr(64, size); }
  std::string padded;
  std::size_t size;
};
DayNumber day(const std::string& text) {
  return day_in(Cell(text).view());
}
AmountCode amount(const std::string& text) {
  return amount_in(Cell(text).view());
}

TEST(Cells, every_day_of_two_hundred_years_is_read_as_the_calendar_has_it) {
  using namespace std::chrono;
  for (sys_days each = sys_days{1900y / January / 1}; each < sys_days{2100y / January / 1}; each += days{1}) {
    const year_month_day date{each};
    const std::string iso = calendar::iso_text(date);
    const std::string british = iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
    ASSERT_EQ(day(iso), day_number(date));
    ASSERT_EQ(day(british), day_number(date));
    ASSERT_EQ(iso_day_in(Cell(iso).view()), day_number(date));
    ASSERT_EQ(date_of(day_number(date)), date);
  }
}

TEST(Cells, what_is_no_day_is_none) {
  for (const char* text :
       {"", "2018-02-29", "2018-13-01", "2018-00-10", "2018-01-00", "2018-01-32", "31/04/2018", "2018/01/01",
        "2018-1-1", "20180101", "aaaa-bb-cc", "2018-01-0a", "2018-01-01x", "01-02.2018", "0000-01-01",
        "2018-01-01T", "2018-01-01 1:00", "2018-01-01 ab:cd"}) {
    EXPECT_EQ(day(text), 0U) << text;
    EXPECT_EQ(calendar::parse_date(text).has_value(), false) << text;
  }
  EXPECT_EQ(day("2016-02-29"), day_number(2016, 2, 29));
  EXPECT_EQ(day("29.02.2016"), day_number(2016, 2, 29));
}

TEST(Cells, a_time_of_day_behind_a_date_is_passed_over) {
  for (const char* text :
       {"2018-03-31T14:05:00", "2018-03-31 00:00", "31/03/2018 00:00:00", "2018-03-31 00:00:00.000"}) {
    EXPECT_EQ(day(text), day_number(2018, 3, 31)) << text;
  }
}

TEST(Cells, amounts_are_exact_to_a_ten_thousandth) {
  EXPECT_EQ(amount("12.34"), 123'400);
  EXPECT_EQ(amount("0.05"), 500);
  EXPECT_EQ(amount("1.00"), 10'000);
  EXPECT_EQ(amount("99999.99"), 999'999'900);
  EXPECT_EQ(amount("123456.78"), 1'234'567'800);
  EXPECT_EQ(amount("12"), 120'000);
  EXPECT_EQ(amount("12.5034"), 125'034);
  EXPECT_EQ(amount("12.50340"), 125'034);
  EXPECT_EQ(amount("\xC2\xA3"
                   "1,012.50"),
            10'125'000);
  EXPECT_EQ(amount(" 7 "), 70'000);
  EXPECT_EQ(amount("0"), 0);
}

TEST(Cells, what_is_no_amount_says_why) {
  EXPECT_EQ(amount(""), blank_amount);
  EXPECT_EQ(amount("  "), blank_amount);
  EXPECT_EQ(amount("x"), not_a_number);
  EXPECT_EQ(amount("1x.00"), not_a_number);
  EXPECT_EQ(amount("12.3.4"), not_a_number);
  EXPECT_EQ(amount("1e5.00"), not_a_number);
  EXPECT_EQ(amount("-1.00"), below_nought);
  EXPECT_EQ(amount("1.00001"), too_many_places);
  EXPECT_EQ(amount("99999999999999"), too_great);
}

TEST(Cells, the_quick_ways_say_nothing_that_the_slow_ones_do_not) {
  std::mt19937 random(20'180'331);
  const std::string letters = "0123456789..--/ 1290,x";
  std::size_t days = 0, amounts = 0;
  for (int round = 0; round < 300'000; ++round) {
    std::string text;
    const std::size_t length = round % 2 == 0 ? 10 : random() % 10;
    for (std::size_t i = 0; i < length; ++i) text += letters[random() % letters.size()];
    if (round % 4 == 0) text[4] = text[7] = '-';
    if (round % 4 == 1 && length > 3) text[length - 3] = '.';
    const Cell cell(text);
    if (const DayNumber found = iso_day_in(cell.view()); found != 0) {
      ++days;
      ASSERT_EQ(calendar::parse_date(text), date_of(found)) << text;
    }
    if (const AmountCode found = plain_amount_in(cell.view()); found != not_a_number) {
      ++amounts;
      ASSERT_EQ(amount_in(cell.view()), found) << text;
    }
  }
  EXPECT_GT(days, 10U);
  EXPECT_GT(amounts, 1'000U);
  for (const char* text : {"12.34", "0.05", "99999.99", "1.00"}) {
    EXPECT_EQ(plain_amount_in(Cell(text).view()), amount(text)) << text;
  }
}

}  // namespace
}  // namespace eqr::persons
