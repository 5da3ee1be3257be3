#include "people/pass/cells.hpp"

#include "numbers/exact.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

// What systems write behind a day: " 00:00", "T14:05:00", " 00:00:00.000".
bool is_time(std::string_view text) {
  return text.size() >= 6 && text.size() <= 13 && (text.front() == ' ' || text.front() == 'T') &&
         text.substr(1).find_first_not_of("0123456789:.") == text.npos && text[3] == ':';
}

}  // namespace

DayNumber day_in(std::string_view cell) {
  if (cell.size() > 10 && is_time(cell.substr(10))) cell = cell.substr(0, 10);
  if (cell.size() != 10) return 0;
  const char* c = cell.data();
  const bool is_iso = c[4] == '-' && c[7] == '-';
  const bool is_british = (c[2] == '/' || c[2] == '.' || c[2] == '-') && c[5] == c[2];
  if (is_iso) return iso_day_in(cell);
  if (!is_british) return 0;
  const std::uint64_t first = load8(c), last = load8(c + 2);  // 31/03/2018
  return day_of_digits(last >> 32 | (first >> 24 & 0xFFFFU) << 32 | (first & 0xFFFFU) << 48);
}

AmountCode amount_in(std::string_view cell) {
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

}  // namespace eqr::persons
