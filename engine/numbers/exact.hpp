// Exact numbers, and the one rounding that ends in print.
//
// Counts, shares, means and gaps are computed as exact fractions; binary floating point never decides a
// printed digit. A Decimal is a number as it stands in print or in an input: its digits and how many of
// them follow the point, so that 13.60 and 13.6 stay different writings of one value.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace eqr::numbers {

using Exact = boost::multiprecision::cpp_rational;

struct Decimal {
  std::int64_t digits = 0;  // the value times 10 to the power of `places`
  int places = 0;           // 0 to 9

  bool operator==(const Decimal&) const = default;
};

inline constexpr int most_places = 9;

[[nodiscard]] Exact exact(const Decimal& decimal);
[[nodiscard]] inline Exact exact(std::uint64_t count) {
  return Exact(count);
}

// Half away from zero on the exact value: 0.05 becomes 0.1, -0.05 becomes -0.1. Nothing else rounds.
// Throws std::overflow_error when the result has more than 18 digits.
[[nodiscard]] Decimal rounded(const Exact& value, int places);

// Reads `1,181,000`, `-0.9`, `13.60`; no exponent, no currency, no percent sign, no blanks inside.
// Commas are accepted only where thousands are grouped. More than 18 digits or 9 places: none.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);

// `1,181,000`, `-0.9`; with `grouped` false no commas. The minus is the ASCII hyphen: renderers may set
// another.
[[nodiscard]] std::string to_text(const Decimal& decimal, bool grouped = true);

[[nodiscard]] double to_double(const Decimal& decimal);

}  // namespace eqr::numbers
