#include "tabular/utf16_source.hpp"

#include <algorithm>
#include <cstring>

#include "tabular/utf8_character.hpp"

namespace eqr::tabular {

bool is_utf16(std::string_view start) {
  return start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
}

Utf16Source::Utf16Source(ByteSource& bytes) : m_bytes(bytes), m_piece(64 * std::size_t{1024}) {}

std::size_t Utf16Source::read(char* into, std::size_t most) {
  // A piece may hold nothing but the mark, or half a character.
  while (m_given == m_ready.size() && !m_at_end) refill();
  const std::size_t count = std::min(most, m_ready.size() - m_given);
  std::memcpy(into, m_ready.data() + m_given, count);
  m_given += count;
  return count;
}

void Utf16Source::refill() {
  m_ready.clear();
  m_given = 0;
  const std::size_t count = m_bytes.read(m_piece.data(), m_piece.size());
  if (count == 0) return finish();
  for (std::size_t i = 0; i < count; ++i) {
    const auto byte = static_cast<unsigned char>(m_piece[i]);
    if (m_odd_byte < 0) {
      m_odd_byte = byte;
      continue;
    }
    const auto first = static_cast<std::uint32_t>(m_odd_byte);
    m_odd_byte = -1;
    if (!m_started) {
      m_started = true;
      m_big_endian = first == 0xFE && byte == 0xFF;
      if (m_big_endian || (first == 0xFF && byte == 0xFE)) continue;
    }
    take(m_big_endian ? first << 8 | byte : first | std::uint32_t{byte} << 8);
  }
}

void Utf16Source::take(std::uint32_t unit) {
  const bool is_low = unit >= 0xDC00 && unit < 0xE000;
  if (m_high != 0) {
    const std::uint32_t high = m_high;
    m_high = 0;
    if (is_low) return append_utf8(m_ready, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
    replace();
  }
  if (is_low) return replace();
  if (unit >= 0xD800 && unit < 0xDC00) {
    m_high = unit;
    return;
  }
  append_utf8(m_ready, unit);
}

void Utf16Source::replace() {
  ++m_replaced;
  append_utf8(m_ready, 0xFFFD);
}

void Utf16Source::finish() {
  m_at_end = true;
  if (m_high != 0) replace();
  if (m_odd_byte >= 0) replace();
  m_high = 0;
  m_odd_byte = -1;
}

}  // namespace eqr::tabular
