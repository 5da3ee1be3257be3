// Pictures as pixels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/model/report.hpp"

namespace eqr::images {

// In the colours of sRGB, row by row from the top.
struct Pixels {
  std::size_t width = 0, height = 0;
  std::string rgb;    // three bytes each
  std::string alpha;  // one byte each; empty where nothing shows through
};

// Of a PNG or JPEG. Throws problems::Fault where it cannot be read to its end or is too large.
[[nodiscard]] Pixels pixels_of(const report::Image& image);

struct JpegHead {
  std::size_t width = 0, height = 0;
  bool is_grey = false;
};
// Throws problems::Fault where it is no JPEG that is taken.
[[nodiscard]] JpegHead jpeg_head(std::string_view bytes);

// Brightness, as it is seen on white.
struct Grey {
  std::size_t width = 0, height = 0;
  std::vector<std::uint8_t> values;

  [[nodiscard]] std::uint8_t at(std::size_t x, std::size_t y) const { return values[y * width + x]; }
};
[[nodiscard]] Grey grey_of(const Pixels& pixels);

}  // namespace eqr::images
