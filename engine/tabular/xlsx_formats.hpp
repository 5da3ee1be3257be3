// How a workbook's numbers are written as text. A workbook stores dates as numbers of days, and only the
// cell's number format says that a number is one (ECMA-376 part 1, 18.8.30 and 18.17.4).
#pragma once

#include <string>
#include <string_view>

namespace eqr::tabular {

enum class NumberKind : unsigned char {
  number,  // also hours that run on ("[h]:mm"), which are an amount and not a time of day
  date,    // shows a day, a month or a year
  time,    // shows hours, minutes or seconds only
};

// The formats that every workbook has without listing them.
[[nodiscard]] NumberKind builtin_format_kind(int id);

// A format's code as the workbook writes it, "dd/mm/yyyy;@". The first of its sections decides. What stands
// in quotation marks, in brackets or after a backslash is no letter of a date: [Red], [$-809], "days".
[[nodiscard]] NumberKind format_kind(std::string_view code);

// The day that a workbook counts from. In the 1900 system day 1 is 1 January 1900 and day 60 a 29 February
// 1900 that never was, kept by every program for the sake of old files; in the 1904 system day 0 is 1 January
// 1904.
enum class Epoch { from_1900, from_1904 };

// 2018-03-31, with a time of day 2018-03-31T14:05:00 (to the nearest second); 14:05:00 for less than a day
// under a format of kind time. Day 0 of the 1900 system is 1900-01-00, which no reader will take for a date.
// A number that is no day up to the year 9999 is written as a number, as spreadsheet programs cannot show it
// either.
void append_moment(std::string& text, double serial, NumberKind kind, Epoch epoch);

// The shortest decimal that reads back as the same number: 3, 0.1, 1250000; with an exponent only from 1e+21
// and below 0.0000001. `number` is finite.
void append_number(std::string& text, double number);

// The number that a cell's XML writes; false for anything else, and for what is too large.
[[nodiscard]] bool parse_number(std::string_view written, double& number);

}  // namespace eqr::tabular
