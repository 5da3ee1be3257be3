#include "images/pixels.hpp"

#include "images/jpeg.hpp"
#include "images/png.hpp"

namespace eqr::images {

Pixels pixels_of(const report::Image& image) {
  return image.kind == report::Image::Kind::png ? png_pixels(image.bytes) : jpeg_pixels(image.bytes);
}

Grey grey_of(const Pixels& pixels) {
  const auto byte = [](const std::string& bytes, std::size_t at) {
    return static_cast<unsigned>(static_cast<unsigned char>(bytes[at]));
  };
  Grey grey{pixels.width, pixels.height, {}};
  grey.values.reserve(pixels.width * pixels.height);
  for (std::size_t i = 0; i < pixels.width * pixels.height; ++i) {
    // ITU-R BT.601, in thousandths.
    const unsigned seen = (299 * byte(pixels.rgb, 3 * i) + 587 * byte(pixels.rgb, 3 * i + 1) +
                           114 * byte(pixels.rgb, 3 * i + 2)) /
                          1000;
    const unsigned alpha = pixels.alpha.empty() ? 255 : byte(pixels.alpha, i);
    grey.values.push_back(static_cast<std::uint8_t>((seen * alpha + 255 * (255 - alpha)) / 255));
  }
  return grey;
}

}  // namespace eqr::images
