// Pictures that the tests draw, as files, and what cameras and programs put into them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "images/pixels.hpp"

namespace eqr::images {

// 0xRRGGBB of each pixel.
using Paint = std::function<unsigned(std::size_t x, std::size_t y)>;

[[nodiscard]] Pixels painted(std::size_t width, std::size_t height, const Paint& paint);

// As libpng and libjpeg-turbo write them.
[[nodiscard]] std::string png_of(const Pixels& pixels);
[[nodiscard]] std::string jpeg_of(const Pixels& pixels);
[[nodiscard]] std::string cmyk_jpeg_of(std::size_t width, std::size_t height);

// ---- PNG ----
[[nodiscard]] std::string chunk(std::string_view name, std::string_view content);
// Before the first IDAT.
[[nodiscard]] std::string with_chunk(const std::string& png, const std::string& chunk);
[[nodiscard]] std::string big_endian(std::uint32_t number);

// ---- JPEG ----
// Behind SOI.
[[nodiscard]] std::string with_segment(const std::string& jpeg, unsigned marker, std::string_view content);
// EXIF with an orientation and a place (GPS), written either way round.
[[nodiscard]] std::string exif(unsigned orientation, bool is_little);
inline constexpr std::string_view place_in_exif = "51.7969N 0.0787W";

// Four quarters: red, green, blue, white from the upper left.
[[nodiscard]] unsigned quarters(std::size_t x, std::size_t y, std::size_t width, std::size_t height);

}  // namespace eqr::images
