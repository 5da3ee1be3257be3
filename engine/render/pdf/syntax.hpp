// How PDF writes numbers, text and glyphs.
#pragma once

#include <string>
#include <string_view>

namespace eqr::render::pdf {

// "12.5": at most three places, no noughts at the end, no exponent, whatever the locale.
[[nodiscard]] std::string number(double value);

// "00E9", and a pair of surrogates beyond U+FFFF.
[[nodiscard]] std::string utf16_hex(std::string_view utf8);

// A glyph of a font whose codes have two bytes: "0044".
[[nodiscard]] std::string glyph_code(unsigned glyph);

}  // namespace eqr::render::pdf
