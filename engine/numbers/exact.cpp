#include "numbers/exact.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

namespace eqr::numbers {
namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr std::array<std::int64_t, most_places + 1> powers_of_ten = {
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

constexpr std::int64_t most_digits = 999'999'999'999'999'999;

// Whether commas, if any, stand where groups of three begin.
bool grouped_rightly(std::string_view whole) {
  const std::size_t first = whole.find(',');
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::size_t i = first; i < whole.size(); i += 4) {
    if (whole[i] != ',' || whole.size() - i < 4) return false;
    if (whole.substr(i + 1, 3).find(',') != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

Exact exact(const Decimal& decimal) {
  return Exact(decimal.digits, powers_of_ten.at(static_cast<std::size_t>(decimal.places)));
}

Decimal rounded(const Exact& value, int places) {
  const Exact scaled = value * powers_of_ten.at(static_cast<std::size_t>(places));
  const bool negative = scaled < 0;
  const Exact size = negative ? Exact(-scaled) : scaled;
  const Integer doubled = 2 * numerator(size) + denominator(size);
  const Integer whole = doubled / (2 * denominator(size));
  if (whole > most_digits) throw std::overflow_error("a number has more than 18 digits");
  const auto digits = whole.convert_to<std::int64_t>();
  return {negative ? -digits : digits, places};
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || !grouped_rightly(whole)) return std::nullopt;
  if (point != std::string_view::npos && fraction.empty()) return std::nullopt;
  if (fraction.size() > most_places) return std::nullopt;
  Decimal decimal{0, static_cast<int>(fraction.size())};
  for (const std::string_view part : {whole, fraction}) {
    for (const char c : part) {
      if (c == ',' && part.data() == whole.data()) continue;
      if (c < '0' || c > '9' || decimal.digits > most_digits / 10) return std::nullopt;
      decimal.digits = decimal.digits * 10 + (c - '0');
    }
  }
  if (negative) decimal.digits = -decimal.digits;
  return decimal;
}

std::string to_text(const Decimal& decimal, bool grouped) {
  const bool negative = decimal.digits < 0;
  const auto size =
      negative ? 0 - static_cast<std::uint64_t>(decimal.digits) : static_cast<std::uint64_t>(decimal.digits);
  std::string digits = std::to_string(size);
  const auto places = static_cast<std::size_t>(decimal.places);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  std::string whole = digits.substr(0, digits.size() - places);
  if (grouped) {
    for (std::size_t i = whole.size(); i > 3; i -= 3) whole.insert(i - 3, 1, ',');
  }
  std::string written = negative ? "-" + whole : whole;
  if (places > 0) written += '.' + digits.substr(digits.size() - places);
  return written;
}

double to_double(const Decimal& decimal) {
  // Two whole numbers that are doubles: their quotient is the double nearest to the decimal.
  constexpr std::int64_t most_whole = std::int64_t{1} << 53;
  if (decimal.digits <= most_whole && decimal.digits >= -most_whole) {
    return static_cast<double>(decimal.digits) /
           static_cast<double>(powers_of_ten.at(static_cast<std::size_t>(decimal.places)));
  }
  // from_chars gives the double nearest to the written decimal and heeds no locale.
  const std::string written = to_text(decimal, false);
  double value = 0;
  std::from_chars(written.data(), written.data() + written.size(), value);
  return value;
}

}  // namespace eqr::numbers
