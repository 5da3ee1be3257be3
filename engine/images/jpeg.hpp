// JPEG (ITU-T T.81). Only jpeg.cpp includes turbojpeg.
#pragma once

#include <string>
#include <string_view>

#include "images/pixels.hpp"

namespace eqr::images {

[[nodiscard]] bool is_jpeg(std::string_view bytes);

// The same picture written anew from its coefficients, nothing lost and nothing besides: no EXIF, comment,
// profile, thumbnail or second picture. Where EXIF says that the camera was turned, the picture is turned, so
// that whoever shows it need not know; blocks that are cut by an edge (fewer than 16 pixels) are then left
// out. Throws problems::Fault: cut short, in CMYK, more pixels or scans than are taken.
[[nodiscard]] std::string cleaned_jpeg(std::string_view bytes);

[[nodiscard]] Pixels jpeg_pixels(std::string_view bytes);

// How the camera was turned, 1 to 8 (EXIF 2.3, tag 0x0112); 1 where the picture does not say.
[[nodiscard]] int orientation_of(std::string_view bytes);

}  // namespace eqr::images
