#include "people/rate.hpp"

#include "numbers/exact.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

constexpr int rate_places = 4;
// A million pounds an hour, in ten-thousandths: beyond it a column was mistaken for another.
constexpr std::int64_t greatest_rate = 10'000'000'000;

}  // namespace

std::variant<std::int64_t, std::string_view> rate_of(std::string_view cell) {
  constexpr std::string_view pound = "\xC2\xA3";
  if (cell.starts_with(pound)) cell = text::trimmed(cell.substr(pound.size()));
  auto decimal = numbers::parse_decimal(cell);
  if (!decimal) return "not a number";
  if (decimal->digits <= 0) return "an hourly rate that is not above nought";
  while (decimal->places > rate_places && decimal->digits % 10 == 0) {
    decimal->digits /= 10;
    --decimal->places;
  }
  if (decimal->places > rate_places) return "an hourly rate with more than four decimal places";
  for (; decimal->places < rate_places && decimal->digits <= greatest_rate; ++decimal->places) {
    decimal->digits *= 10;
  }
  if (decimal->digits > greatest_rate) return "an hourly rate above a million pounds";
  return decimal->digits;
}

}  // namespace eqr::persons
