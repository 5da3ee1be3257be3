// PNG (ISO/IEC 15948). Only png.cpp includes libpng.
#pragma once

#include <string>
#include <string_view>

#include "images/pixels.hpp"

namespace eqr::images {

[[nodiscard]] bool is_png(std::string_view bytes);

// The same picture with no chunk but those it is drawn from (IHDR, PLTE, tRNS, IDAT, IEND, gAMA, sRGB) and
// nothing behind its end. Throws problems::Fault: wrong checksums, chunks out of bounds, an animation, more
// pixels than are taken. Whether the pixels are all there shows png_pixels().
[[nodiscard]] std::string cleaned_png(std::string_view bytes);

[[nodiscard]] Pixels png_pixels(std::string_view bytes);

}  // namespace eqr::images
