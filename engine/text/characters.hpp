// The characters of UTF-8 one by one, and how many units they are in UTF-16, which is how spreadsheets and
// PDF count and write them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace eqr::text {

// Calls each(character, begin, end) with the bytes that it takes. `utf8` has to be UTF-8; of other bytes
// something is made, and none beyond the end is read.
template <class Each>
void for_each_character(std::string_view utf8, Each&& each) {
  for (std::size_t begin = 0; begin < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[begin]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::size_t end = std::min(begin + size, utf8.size());
    char32_t character = size == 1 ? lead : lead & (0xFFU >> (size + 1));
    for (std::size_t i = begin + 1; i < end; ++i)
      character = character << 6 | (static_cast<unsigned char>(utf8[i]) & 0x3FU);
    each(character, begin, end);
    begin = end;
  }
}

// Characters that are drawn by nothing: joiners, marks of direction, selectors of variants.
[[nodiscard]] constexpr bool is_invisible(char32_t character) {
  return character == 0xAD || character == 0x034F || character == 0x061C || character == 0x17B4 ||
         character == 0x17B5 || (character >= 0x180B && character <= 0x180E) ||
         (character >= 0x200B && character <= 0x200F) || (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2060 && character <= 0x206F) || (character >= 0xFE00 && character <= 0xFE0F) ||
         character == 0xFEFF || (character >= 0xE0000 && character <= 0xE0FFF);
}

// Unicode's White_Space, and the fillers of Hangul, which are as empty.
[[nodiscard]] constexpr bool is_space(char32_t character) {
  return character == 0x115F || character == 0x1160 || character == 0x3164 || character == 0xFFA0 ||
         (character >= 0x09 && character <= 0x0D) || character == ' ' || character == 0x85 ||
         character == 0xA0 || character == 0x1680 || (character >= 0x2000 && character <= 0x200A) ||
         character == 0x2028 || character == 0x2029 || character == 0x202F || character == 0x205F ||
         character == 0x3000;
}

// Whether readers see nothing, and screen readers say nothing: no text, blanks of any kind, what is
// invisible.
[[nodiscard]] inline bool says_nothing(std::string_view utf8) {
  bool nothing = true;
  for_each_character(utf8, [&](char32_t character, std::size_t, std::size_t) {
    nothing = nothing && (is_space(character) || is_invisible(character));
  });
  return nothing;
}

// Letters that are written from right to left, and those that are written from left to right, by their
// blocks.
[[nodiscard]] constexpr bool is_right_to_left_letter(char32_t character) {
  return (character >= 0x0590 && character <= 0x08FF) || (character >= 0xFB1D && character <= 0xFDFF) ||
         (character >= 0xFE70 && character <= 0xFEFC) || (character >= 0x10800 && character <= 0x10FFF) ||
         (character >= 0x1E800 && character <= 0x1EFFF);
}
[[nodiscard]] constexpr bool is_left_to_right_letter(char32_t character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
         (character >= 0xC0 && character <= 0x02B8) || (character >= 0x0370 && character <= 0x058F) ||
         (character >= 0x0900 && character <= 0x1FFF) || (character >= 0x2C00 && character <= 0x2DFF) ||
         (character >= 0x3040 && character <= 0xD7FF) || (character >= 0x20000 && character <= 0x3FFFF);
}

// A paragraph that is wholly written from right to left begins at the right, and ends with its full stop at
// the left. One that has letters of both kinds is taken for one of the report's language.
[[nodiscard]] inline bool is_right_to_left(std::string_view utf8) {
  bool has_right_to_left = false, has_left_to_right = false;
  for_each_character(utf8, [&](char32_t character, std::size_t, std::size_t) {
    has_right_to_left = has_right_to_left || is_right_to_left_letter(character);
    has_left_to_right = has_left_to_right || is_left_to_right_letter(character);
  });
  return has_right_to_left && !has_left_to_right;
}

// Characters beyond U+FFFF are two.
[[nodiscard]] inline std::size_t utf16_units(std::string_view utf8) {
  std::size_t units = 0;
  for_each_character(
      utf8, [&](char32_t character, std::size_t, std::size_t) { units += character > 0xFFFF ? 2 : 1; });
  return units;
}

}  // namespace eqr::text
