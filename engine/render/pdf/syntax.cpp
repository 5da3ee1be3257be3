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
  std::string written = std::to_string(size / 1'000);
  if (const std::int64_t rest = size % 1'000; rest != 0) {
    std::string places = std::to_string(1'000 + rest).substr(1);
    while (places.back() == '0') places.pop_back();
    written += "." + places;
  }
  return (thousandths < 0 ? "-" : "") + written;
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

}  // namespace eqr::render::pdf
