// A file within the address that names it (RFC 2397): a page that holds its pictures asks for none.
#pragma once

#include <string>
#include <string_view>

namespace eqr::render::markup {

// RFC 4648, section 4.
[[nodiscard]] inline std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string written;
  written.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view group = bytes.substr(i, 3);
    unsigned bits = 0;
    for (std::size_t k = 0; k < 3; ++k)
      bits = bits << 8 | (k < group.size() ? static_cast<unsigned char>(group[k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      written += k <= group.size() ? digits[bits >> (18 - 6 * k) & 0x3FU] : '=';
  }
  return written;
}

[[nodiscard]] inline std::string data_address(std::string_view media_type, std::string_view bytes) {
  return "data:" + std::string(media_type) + ";base64," + base64(bytes);
}

}  // namespace eqr::render::markup
