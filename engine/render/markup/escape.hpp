// The one way by which text enters HTML, whether between tags or inside an attribute's quotes.
#pragma once

#include <string>
#include <string_view>

namespace eqr::render::markup {

// & < > and both quotes become references; control characters, which HTML does not allow, become blanks, save
// line ends and tabs. Expects UTF-8.
[[nodiscard]] inline std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '&') {
      safe += "&amp;";
    } else if (byte == '<') {
      safe += "&lt;";
    } else if (byte == '>') {
      safe += "&gt;";
    } else if (byte == '"') {
      safe += "&quot;";
    } else if (byte == '\'') {
      safe += "&#39;";
    } else if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) {
      safe += ' ';
    } else if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      safe += ' ';  // U+0080 to U+009F
      ++i;
    } else {
      safe += text[i];
    }
  }
  return safe;
}

}  // namespace eqr::render::markup
