// One character in UTF-8.
#pragma once

#include <cstdint>
#include <string>

namespace eqr::tabular {

// `point` is a code point, not half of a pair.
inline void append_utf8(std::string& text, std::uint32_t point) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  const auto put_low_bits = [&](unsigned shift) { put(0x80U | (point >> shift & 0x3FU)); };
  if (point < 0x80) return put(point);
  if (point < 0x800) {
    put(0xC0U | point >> 6);
  } else if (point < 0x10000) {
    put(0xE0U | point >> 12);
    put_low_bits(6);
  } else {
    put(0xF0U | point >> 18);
    put_low_bits(12);
    put_low_bits(6);
  }
  put_low_bits(0);
}

}  // namespace eqr::tabular
