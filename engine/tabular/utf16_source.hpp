// UTF-16 text as UTF-8: what Excel calls "Unicode text", and many systems on Windows write.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/byte_source.hpp"

namespace eqr::tabular {

// Whether a file begins with the byte order mark of UTF-16, little or big endian.
[[nodiscard]] bool is_utf16(std::string_view start);

class Utf16Source : public ByteSource {
 public:
  // `bytes` must outlive it. The mark tells the order of bytes and is dropped; without one, little endian, as
  // Windows writes. One unit of two bytes that belongs to no character (half of a pair, a single byte at the
  // end) becomes U+FFFD, the replacement character.
  explicit Utf16Source(ByteSource& bytes);

  std::size_t read(char* into, std::size_t most) override;

  // How many characters had to be replaced so far.
  [[nodiscard]] std::uint64_t replaced() const { return m_replaced; }

 private:
  void refill();
  void take(std::uint32_t unit);
  void replace();
  void finish();

  ByteSource& m_bytes;
  std::vector<char> m_piece;
  std::string m_ready;  // UTF-8 that nobody has asked for yet, from m_given on
  std::size_t m_given = 0;
  std::uint64_t m_replaced = 0;
  std::uint32_t m_high = 0;  // the first half of a pair whose second has not come yet
  int m_odd_byte = -1;       // the first byte of a unit whose second has not come yet
  bool m_big_endian = false;
  bool m_started = false;
  bool m_at_end = false;
};

}  // namespace eqr::tabular
