// Eight bytes at once, lowest address in the lowest bits.
#pragma once

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

}  // namespace eqr::persons
