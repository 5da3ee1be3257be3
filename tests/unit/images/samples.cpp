#include "unit/images/samples.hpp"

#include <png.h>
#include <turbojpeg.h>
#include <zlib.h>

#include <stdexcept>
#include <vector>

namespace eqr::images {
namespace {

std::string compressed(const unsigned char* pixels, int width, int height, int format, int sampling) {
  const tjhandle codec = tjInitCompress();
  unsigned char* written = nullptr;
  unsigned long size = 0;
  const int failed = tjCompress2(codec, pixels, width, 0, height, format, &written, &size, sampling, 95, 0);
  std::string jpeg;
  if (failed == 0) jpeg.assign(reinterpret_cast<const char*>(written), size);
  tjFree(written);
  tjDestroy(codec);
  if (failed != 0) throw std::runtime_error("no JPEG was made");
  return jpeg;
}

}  // namespace

Pixels painted(std::size_t width, std::size_t height, const Paint& paint) {
  Pixels made{width, height, {}, {}};
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      const unsigned colour = paint(x, y);
      for (const unsigned shift : {16U, 8U, 0U}) made.rgb += static_cast<char>(colour >> shift & 0xFFU);
    }
  }
  return made;
}

std::string png_of(const Pixels& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGB;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels.rgb.data(), 0, nullptr);
  std::string png(size, '\0');
  if (png_image_write_to_memory(&image, png.data(), &size, 0, pixels.rgb.data(), 0, nullptr) == 0)
    throw std::runtime_error("no PNG was made");
  png.resize(size);
  return png;
}

std::string jpeg_of(const Pixels& pixels) {
  return compressed(reinterpret_cast<const unsigned char*>(pixels.rgb.data()), static_cast<int>(pixels.width),
                    static_cast<int>(pixels.height), TJPF_RGB, TJSAMP_444);
}

std::string cmyk_jpeg_of(std::size_t width, std::size_t height) {
  const std::vector<unsigned char> pixels(4 * width * height, 128);
  return compressed(pixels.data(), static_cast<int>(width), static_cast<int>(height), TJPF_CMYK, TJSAMP_444);
}

std::string big_endian(std::uint32_t number) {
  std::string written;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) written += static_cast<char>(number >> shift & 0xFFU);
  return written;
}

std::string chunk(std::string_view name, std::string_view content) {
  const std::string summed = std::string(name) + std::string(content);
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(summed.data()), static_cast<uInt>(summed.size()));
  return big_endian(static_cast<std::uint32_t>(content.size())) + summed +
         big_endian(static_cast<std::uint32_t>(sum));
}

std::string with_chunk(const std::string& png, const std::string& added) {
  const std::size_t at = png.find("IDAT") - 4;
  return png.substr(0, at) + added + png.substr(at);
}

std::string with_segment(const std::string& jpeg, unsigned marker, std::string_view content) {
  const std::size_t length = content.size() + 2;
  std::string segment = {'\xFF', static_cast<char>(marker), static_cast<char>(length >> 8),
                         static_cast<char>(length & 0xFF)};
  segment += content;
  return jpeg.substr(0, 2) + segment + jpeg.substr(2);
}

std::string exif(unsigned orientation, bool is_little) {
  const auto number = [&](unsigned value, std::size_t size) {
    std::string written;
    for (std::size_t i = 0; i < size; ++i)
      written += static_cast<char>(value >> 8 * (is_little ? i : size - 1 - i) & 0xFFU);
    return written;
  };
  std::string made("Exif\0\0", 6);
  made += is_little ? "II" : "MM";
  made += number(42, 2) + number(8, 4);
  made += number(2, 2);  // entries: a program's name, and the orientation
  made += number(0x0131, 2) + number(2, 2) + number(4, 4) + std::string("cam\0", 4);
  made += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2);
  made += number(0, 4);
  return made + std::string(place_in_exif);
}

unsigned quarters(std::size_t x, std::size_t y, std::size_t width, std::size_t height) {
  const bool is_left = 2 * x < width, is_upper = 2 * y < height;
  if (is_upper) return is_left ? 0xFF0000 : 0x00FF00;
  return is_left ? 0x0000FF : 0xFFFFFF;
}

}  // namespace eqr::images
