#include "people/pass/cells.hpp"

#include "calendar/date.hpp"
#include "numbers/exact.hpp"
#include "people/pass/loads.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

constexpr std::uint64_t eight_zeros = 0x3030303030303030U;

bool are_digits(std::uint64_t eight) {
  return (((eight + 0x4646464646464646U) | (eight - eight_zeros)) & 0x8080808080808080U) == 0;
}

// The number that eight digits stand for, the first in the lowest byte.
std::uint32_t number_of(std::uint64_t eight) {
  eight -= eight_zeros;
  eight = eight * 10 + (eight >> 8);
  const std::uint64_t pairs = 0x000000FF000000FFU;
  return static_cast<std::uint32_t>(
      ((eight & pairs) * 0x000F424000000064U + ((eight >> 16) & pairs) * 0x0000271000000001U) >> 32);
}

bool is_day(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
  if (month - 1 > 11 || day - 1 > 30 || year == 0) return false;
  if (day <= 28) return true;
  return calendar::Date{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                        std::chrono::day{day}}
      .ok();
}

// What systems write behind a day: " 00:00", "T14:05:00", " 00:00:00.000".
bool is_time(std::string_view text) {
  return text.size() >= 6 && text.size() <= 13 && (text.front() == ' ' || text.front() == 'T') &&
         text.substr(1).find_first_not_of("0123456789:.") == text.npos && text[3] == ':';
}

// The amount of a cell written in any way that numbers::parse_decimal() reads.
AmountCode amount_slowly(std::string_view cell) {
  constexpr std::string_view pound = "\xC2\xA3", pound_of_windows = "\xA3";
  cell = text::trimmed(cell);
  if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') {
    cell = text::trimmed(cell.substr(1, cell.size() - 2));
  }
  if (cell.empty()) return blank_amount;
  if (cell.starts_with(pound)) cell = text::trimmed(cell.substr(pound.size()));
  if (cell.starts_with(pound_of_windows)) cell = text::trimmed(cell.substr(pound_of_windows.size()));
  auto decimal = numbers::parse_decimal(cell);
  if (!decimal) return not_a_number;
  if (decimal->digits < 0) return below_nought;
  constexpr int places = 4;
  while (decimal->places > places && decimal->digits % 10 == 0) {
    decimal->digits /= 10;
    --decimal->places;
  }
  if (decimal->places > places) return too_many_places;
  constexpr std::int64_t greatest = 100'000'000'000'000;  // ten thousand million pounds
  for (; decimal->places < places && decimal->digits <= greatest; ++decimal->places) decimal->digits *= 10;
  return decimal->digits > greatest ? too_great : static_cast<AmountCode>(decimal->digits);
}

}  // namespace

DayNumber day_in(std::string_view cell) {
  if (cell.size() > 10 && is_time(cell.substr(10))) cell = cell.substr(0, 10);
  if (cell.size() != 10) return 0;
  const char* c = cell.data();
  const std::uint64_t first = load8(c);
  const std::uint64_t last =
      static_cast<unsigned char>(c[8]) | std::uint64_t{static_cast<unsigned char>(c[9])} << 8;
  std::uint64_t digits = 0;
  if (c[4] == '-' && c[7] == '-') {  // 2018-03-31
    digits = (first & 0xFFFFFFFFU) | (first >> 40 & 0xFFFFU) << 32 | last << 48;
  } else if ((c[2] == '/' || c[2] == '.' || c[2] == '-') && c[5] == c[2]) {  // 31/03/2018
    digits = (first >> 48) | last << 16 | (first >> 24 & 0xFFFFU) << 32 | (first & 0xFFFFU) << 48;
  } else {
    return 0;
  }
  if (!are_digits(digits)) return 0;
  const std::uint32_t day = number_of(digits);
  return is_day(day / 10'000, day / 100 % 100, day % 100) ? day : 0;
}

AmountCode amount_in(std::string_view cell) {
  // 12.34 to 12345.67: moved to the end of eight bytes, the point is the sixth.
  const std::size_t length = cell.size();
  if (length >= 4 && length <= 8 && cell[length - 3] == '.') {
    const unsigned missing = 8U * static_cast<unsigned>(8 - length);
    std::uint64_t eight = load8(cell.data() + length - 8);
    eight = missing == 0
                ? eight
                : (eight >> missing << missing) | (eight_zeros & ((std::uint64_t{1} << missing) - 1));
    const std::uint64_t digits = '0' | (eight & 0x000000FFFFFFFFFFU) << 8 | (eight & 0xFFFF000000000000U);
    if (are_digits(digits)) return AmountCode{number_of(digits)} * 100;
  }
  return length == 0 ? blank_amount : amount_slowly(cell);
}

}  // namespace eqr::persons
