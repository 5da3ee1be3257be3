// Eight bytes at once, the lowest address in the lowest bits, and what can be said of all of them together.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace eqr::persons {

[[nodiscard]] inline std::uint64_t load8(const char* bytes) {
  std::uint64_t eight;
  std::memcpy(&eight, bytes, sizeof eight);
  if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
  return eight;
}

// Masks for the first bytes of eight, by how many they are.
inline constexpr std::array<std::uint64_t, 9> first_bytes = {
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ~std::uint64_t{0}};

inline constexpr std::uint64_t eight_zeros = 0x3030303030303030U;  // the digit

[[nodiscard]] inline bool are_digits(std::uint64_t eight) {
  return (((eight + 0x4646464646464646U) | (eight - eight_zeros)) & 0x8080808080808080U) == 0;
}

// The numbers that pairs of digits stand for: of the first two in the lowest byte, of the next in the third,
// and so on. What lies between is of no use.
[[nodiscard]] inline std::uint64_t pairs_of(std::uint64_t eight_digits) {
  eight_digits -= eight_zeros;
  return eight_digits * 10 + (eight_digits >> 8);
}

// The number that eight digits stand for.
[[nodiscard]] inline std::uint32_t number_of(std::uint64_t eight_digits) {
  const std::uint64_t pairs = pairs_of(eight_digits), two = 0x000000FF000000FFU;
  return static_cast<std::uint32_t>(
      ((pairs & two) * 0x000F424000000064U + ((pairs >> 16) & two) * 0x0000271000000001U) >> 32);
}

}  // namespace eqr::persons
