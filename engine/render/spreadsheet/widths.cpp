#include "render/spreadsheet/widths.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace eqr::render::spreadsheet {
namespace {

constexpr int units_per_em = 2048;
constexpr int digit_units = 1139;

// Advance widths of U+0020 to U+007E.
using Widths = std::array<short, 95>;
// clang-format off
constexpr Widths regular = {
    569,  569,  727,  1139, 1139, 1821, 1366, 391,  682,  682,  797,  1196, 569,  682,  569,  569,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 569,  569,  1196, 1196, 1196, 1139,
    2079, 1366, 1366, 1479, 1479, 1366, 1251, 1593, 1479, 569,  1024, 1366, 1139, 1706, 1479, 1593,
    1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251, 569,  569,  569,  961,  1139,
    682,  1139, 1139, 1024, 1139, 1139, 569,  1139, 1139, 455,  455,  1024, 455,  1706, 1139, 1139,
    1139, 1139, 682,  1024, 569,  1139, 1024, 1479, 1024, 1024, 1024, 684,  532,  684,  1196};
constexpr Widths bold = {
    569,  682,  971,  1139, 1139, 1821, 1479, 487,  682,  682,  797,  1196, 569,  682,  569,  569,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 682,  682,  1196, 1196, 1196, 1251,
    1997, 1479, 1479, 1479, 1479, 1366, 1251, 1593, 1479, 569,  1139, 1479, 1251, 1706, 1479, 1593,
    1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251, 682,  569,  682,  1196, 1139,
    682,  1139, 1251, 1139, 1251, 1139, 682,  1251, 1251, 569,  569,  1139, 569,  1821, 1251, 1251,
    1251, 1251, 797,  1139, 682,  1251, 1139, 1593, 1139, 1139, 1024, 797,  573,  797,  1196};
// clang-format on

int units_of(std::string_view utf8, Weight weight) {
  int units = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      units += (weight == Weight::bold ? bold : regular)[byte - 0x20u];
    } else if (byte >= 0xE3) {
      units += units_per_em;
    } else if (byte >= 0xC0) {
      units += digit_units;
    }  // bytes that continue a character add nothing
  }
  return units;
}

int pixels(int units, int points) {
  return static_cast<int>(std::ceil(units * (points * 96.0 / 72.0) / units_per_em));
}

int widest_part(std::string_view utf8, std::string_view separators, Weight weight) {
  int widest = 0;
  while (!utf8.empty()) {
    const std::size_t end = std::min(utf8.find_first_of(separators), utf8.size());
    widest = std::max(widest, units_of(utf8.substr(0, end), weight));
    utf8.remove_prefix(std::min(end + 1, utf8.size()));
  }
  return widest;
}

}  // namespace

int text_pixels(std::string_view utf8, Weight weight, int points) {
  return pixels(widest_part(utf8, "\n", weight), points);
}

int widest_word_pixels(std::string_view utf8, Weight weight, int points) {
  return pixels(widest_part(utf8, " \n", weight), points);
}

int wrapped_lines(std::string_view utf8, Weight weight, int pixels_free, int points) {
  const int room = std::max(1, static_cast<int>(pixels_free * units_per_em / (points * 96.0 / 72.0)));
  const int blank = units_of(" ", weight);
  int lines = 0;
  while (true) {
    const std::size_t line_end = std::min(utf8.find('\n'), utf8.size());
    std::string_view line = utf8.substr(0, line_end);
    ++lines;
    int used = 0;
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(' '), line.size());
      const int word = units_of(line.substr(0, end), weight);
      if (used > 0 && used + blank + word > room) {
        ++lines;
        used = 0;
      }
      used += word + (used > 0 ? blank : 0);
      for (; used > room; used -= room) ++lines;
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    if (line_end == utf8.size()) return lines;
    utf8.remove_prefix(line_end + 1);
  }
}

}  // namespace eqr::render::spreadsheet
