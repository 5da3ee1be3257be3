// Whole numbers for exact elimination: 64 bits that throw when a result does not fit, and numbers without a
// bound for the rare case that it happens. Only simplex and its callers use it.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <stdexcept>

namespace eqr::disclosure {

struct Overflow : std::overflow_error {
  Overflow() : std::overflow_error("a whole number does not fit 64 bits") {}
};

__extension__ using Wide = __int128;  // for products of two numbers of 64 bits

using Unbounded = boost::multiprecision::cpp_int;

[[nodiscard]] inline std::int64_t narrowed(Wide value) {
  const auto narrow = static_cast<std::int64_t>(value);
  if (narrow != value) throw Overflow();
  return narrow;
}

// (first x second - third x fourth) / by, which divides evenly.
[[nodiscard]] inline std::int64_t cross(std::int64_t first, std::int64_t second, std::int64_t third,
                                        std::int64_t fourth, std::int64_t by) {
  const Wide product = static_cast<Wide>(first) * second;
  const Wide other = static_cast<Wide>(third) * fourth;
  Wide difference = 0;
  if (__builtin_sub_overflow(product, other, &difference)) throw Overflow();
  if (by == 1) return narrowed(difference);
  // Division of 128 bits is slow, and hardly ever needed.
  const auto narrow = static_cast<std::int64_t>(difference);
  return narrow == difference ? narrow / by : narrowed(difference / by);
}
[[nodiscard]] inline Unbounded cross(const Unbounded& first, const Unbounded& second, const Unbounded& third,
                                     const Unbounded& fourth, const Unbounded& by) {
  return Unbounded((first * second - third * fourth) / by);
}

// Whether first x second < third x fourth.
[[nodiscard]] inline bool is_less(std::int64_t first, std::int64_t second, std::int64_t third,
                                  std::int64_t fourth) {
  return static_cast<Wide>(first) * second < static_cast<Wide>(third) * fourth;
}
[[nodiscard]] inline bool is_less(const Unbounded& first, const Unbounded& second, const Unbounded& third,
                                  const Unbounded& fourth) {
  return first * second < third * fourth;
}

[[nodiscard]] inline std::int64_t narrowed(std::int64_t value) {
  return value;
}
[[nodiscard]] inline std::int64_t narrowed(const Unbounded& value) {
  if (value > INT64_MAX || value < INT64_MIN) throw Overflow();
  return value.convert_to<std::int64_t>();
}

}  // namespace eqr::disclosure
