#include "images/png.hpp"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <array>

#include "images/refusal.hpp"
#include "images/sizes.hpp"

namespace eqr::images {
namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
constexpr std::size_t around = 12;  // bytes of a chunk besides its content: length, name, checksum
constexpr std::array<std::string_view, 7> kept = {"IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "IDAT", "IEND"};

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (const char c : bytes.substr(at, 4)) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

struct Chunk {
  std::string_view whole, name, content;
};

Chunk chunk_at(std::string_view rest) {
  if (rest.size() < around) refuse_damaged();
  const std::size_t length = number_at(rest, 0);
  if (length > rest.size() - around) refuse_damaged();
  const Chunk chunk{rest.substr(0, length + around), rest.substr(4, 4), rest.substr(8, length)};
  const std::string_view summed = rest.substr(4, length + 4);
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(summed.data()), static_cast<uInt>(summed.size()));
  if (sum != number_at(rest, length + 8)) refuse_damaged();
  return chunk;
}

void check_head(const Chunk& head) {
  if (head.name != "IHDR" || head.content.size() != 13) refuse_damaged();
  check_size(number_at(head.content, 0), number_at(head.content, 4));
}

struct Freed {
  png_image image{};
  ~Freed() { png_image_free(&image); }
};

}  // namespace

bool is_png(std::string_view bytes) {
  return bytes.starts_with(signature);
}

std::string cleaned_png(std::string_view bytes) {
  std::string cleaned(signature);
  std::string_view rest = bytes.substr(signature.size());
  check_head(chunk_at(rest));
  for (;;) {
    const Chunk chunk = chunk_at(rest);
    if (chunk.name == "acTL") refuse("is an animation", "save one picture of it: pages here do not move");
    if (std::ranges::find(kept, chunk.name) != kept.end()) cleaned += chunk.whole;
    if (chunk.name == "IEND") return cleaned;
    rest.remove_prefix(chunk.whole.size());
  }
}

Pixels png_pixels(std::string_view bytes) {
  Freed read;
  read.image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&read.image, bytes.data(), bytes.size()) == 0) refuse_damaged();
  check_size(read.image.width, read.image.height);
  const bool has_alpha = (read.image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  read.image.format = PNG_FORMAT_RGBA;
  std::string rgba(PNG_IMAGE_SIZE(read.image), '\0');
  const Pixels sized{read.image.width, read.image.height, {}, {}};
  if (png_image_finish_read(&read.image, nullptr, rgba.data(), 0, nullptr) == 0) refuse_damaged();
  Pixels pixels = sized;
  pixels.rgb.reserve(rgba.size() / 4 * 3);
  if (has_alpha) pixels.alpha.reserve(rgba.size() / 4);
  for (std::size_t i = 0; i < rgba.size(); i += 4) {
    pixels.rgb.append(rgba, i, 3);
    if (has_alpha) pixels.alpha += rgba[i + 3];
  }
  return pixels;
}

}  // namespace eqr::images
