#include "render/pdf/syntax.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "text/characters.hpp"

namespace eqr::render::pdf {
namespace {

constexpr double most = 1e9;  // no page is as large

std::string hex(std::uint32_t value) {
  constexpr const char* digits = "0123456789ABCDEF";
  return {digits[value >> 12 & 0xF], digits[value >> 8 & 0xF], digits[value >> 4 & 0xF], digits[value & 0xF]};
}

}  // namespace

std::string number(double value) {
  if (!std::isfinite(value)) return "0";
  const auto thousandths = static_cast<std::int64_t>(std::llround(std::clamp(value, -most, most) * 1'000));
  const std::int64_t size = thousandths < 0 ? -thousandths : thousandths;
  std::string text = thousandths < 0 ? "-" : "";
  text += std::to_string(size / 1'000);
  if (std::int64_t rest = size % 1'000; rest != 0) {
    text += '.';
    for (std::int64_t place = 100; rest != 0; rest %= place, place /= 10)
      text += static_cast<char>('0' + rest / place);
  }
  return text;
}

std::string utf16_hex(std::string_view utf8) {
  std::string written;
  text::for_each_character(utf8, [&](char32_t character, std::size_t, std::size_t) {
    if (character > 0xFFFF) {
      written += hex(0xD800 + ((character - 0x10000) >> 10)) + hex(0xDC00 + ((character - 0x10000) & 0x3FF));
    } else {
      written += hex(character);
    }
  });
  return written;
}

std::string glyph_code(unsigned glyph) {
  return hex(glyph & 0xFFFF);
}

std::string text_string(std::string_view utf8) {
  const bool is_plain = std::ranges::all_of(utf8, [](char c) { return c >= ' ' && c <= '~'; });
  return is_plain ? byte_string(utf8) : "<FEFF" + utf16_hex(utf8) + ">";
}

std::string byte_string(std::string_view bytes) {
  std::string text = "(";
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') text += '\\';
    // Else readers would take the end of a line for another one (7.3.4.2).
    if (c == '\r') {
      text += "\\r";
    } else {
      text += c;
    }
  }
  return text + ")";
}

std::string written(Reference reference) {
  return std::to_string(reference.number) + " 0 R";
}

Dictionary& Dictionary::set(std::string_view key, std::string_view value) {
  if (!m_entries.empty()) m_entries += ' ';
  m_entries.append(key).append(" ").append(value);
  return *this;
}

Array& Array::add(std::string_view value) {
  if (m_size++ > 0) m_elements += ' ';
  m_elements.append(value);
  return *this;
}

}  // namespace eqr::render::pdf
