// Dates and amounts read off cells without leaving integers. Each has a quick way, for the form that nearly
// all cells have, and one for every form.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "calendar/date.hpp"
#include "people/pass/loads.hpp"

namespace eqr::persons {

// A day as a number that compares as the dates do: its year, month and day in bits of their own. Nought is no
// date.
using DayNumber = std::uint32_t;
inline constexpr DayNumber one_year = 1U << 9;

[[nodiscard]] constexpr DayNumber day_number(unsigned year, unsigned month, unsigned day) {
  return year << 9 | month << 5 | day;
}
[[nodiscard]] constexpr DayNumber day_number(calendar::Date date) {
  return day_number(static_cast<unsigned>(static_cast<int>(date.year())), static_cast<unsigned>(date.month()),
                    static_cast<unsigned>(date.day()));
}
[[nodiscard]] constexpr calendar::Date date_of(DayNumber day) {
  return {std::chrono::year{static_cast<int>(day >> 9)}, std::chrono::month{day >> 5 & 15},
          std::chrono::day{day & 31}};
}

// The day that eight digits stand for, year, month and day; or nought.
[[nodiscard]] inline DayNumber day_of_digits(std::uint64_t digits) {
  static constexpr std::array<std::uint8_t, 100> lengths = {0,  31, 29, 31, 30, 31, 30,
                                                            31, 31, 30, 31, 30, 31};
  if (!are_digits(digits)) return 0;
  const std::uint64_t pairs = pairs_of(digits);
  const auto pair = [&](unsigned shift) { return static_cast<unsigned>(pairs >> shift & 0xFF); };
  const unsigned year = pair(0) * 100 + pair(16), month = pair(32), day = pair(48);
  if (day - 1U >= lengths[month] || year == 0) return 0;
  if (day == 29 && month == 2 && !std::chrono::year{static_cast<int>(year)}.is_leap()) return 0;
  return day_number(year, month, day);
}

// The date in a cell that holds nothing else but, perhaps, a time of day behind it; or nought. Reads what
// calendar::parse_date() reads.
[[nodiscard]] DayNumber day_in(std::string_view cell);

// The same of a cell like 2018-03-31; nought of any other.
[[nodiscard]] inline DayNumber iso_day_in(std::string_view cell) {
  constexpr std::uint64_t where = 0xFF0000FF00000000U, hyphens = 0x2D00002D00000000U;
  if (cell.size() != 10) return 0;
  const std::uint64_t first = load8(cell.data()), last = load8(cell.data() + 2);
  if ((first & where) != hyphens) return 0;
  return day_of_digits((first & 0xFFFFFFFFU) | (first >> 8 & 0x0000FFFF00000000U) |
                       (last & 0xFFFF000000000000U));
}

// Ten-thousandths of a pound, or of an hour; or, below nought, why there is none.
using AmountCode = std::int64_t;
inline constexpr AmountCode blank_amount = -1;
inline constexpr AmountCode not_a_number = -2;
inline constexpr AmountCode below_nought = -3;
inline constexpr AmountCode too_many_places = -4;  // more than four
inline constexpr AmountCode too_great = -5;        // more than ten thousand million

// The amount in a cell: digits with a point, with or without a pound sign and commas between thousands.
[[nodiscard]] AmountCode amount_in(std::string_view cell);

// The same of a blank cell and of cells like 0.05 and 12345.67; of any other not_a_number. 64 bytes on either
// side of the cell can be read.
[[nodiscard]] inline AmountCode plain_amount_in(std::string_view cell) {
  const std::size_t length = cell.size();
  if (length == 0) return blank_amount;
  if (length < 4 || length > 8) return not_a_number;
  // Moved to the end of eight bytes, with noughts before it; the point is then the sixth.
  const std::uint64_t missing = (std::uint64_t{1} << 8 * (8 - length)) - 1;
  const std::uint64_t eight = (load8(cell.data() + length - 8) & ~missing) | (eight_zeros & missing);
  const std::uint64_t digits = '0' | (eight & 0x000000FFFFFFFFFFU) << 8 | (eight & 0xFFFF000000000000U);
  if ((eight >> 40 & 0xFF) != '.' || !are_digits(digits)) return not_a_number;
  return AmountCode{number_of(digits)} * 100;
}

}  // namespace eqr::persons
