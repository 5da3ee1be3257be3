#include "render/pdf/fonts.hpp"

#include <algorithm>

namespace eqr::render::pdf {
namespace {

constexpr std::size_t styles = 4;

}  // namespace

FontFiles usual_fonts() {
  const std::filesystem::path liberation = "/usr/share/fonts/truetype/liberation2",
                              dejavu = "/usr/share/fonts/truetype/dejavu";
  return {liberation / "LiberationSans-Regular.ttf",
          liberation / "LiberationSans-Bold.ttf",
          liberation / "LiberationSans-Italic.ttf",
          liberation / "LiberationSans-BoldItalic.ttf",
          {},
          {dejavu / "DejaVuSans.ttf"}};
}

Fonts::Fonts(const FontFiles& files) {
  for (const auto& file : {files.regular, files.bold, files.italic, files.bold_italic})
    m_faces.emplace_back(file);
  for (const auto& file : files.others) m_faces.emplace_back(file);
  for (const auto& file : files.if_there) {
    std::error_code error;
    if (std::filesystem::exists(file, error)) m_faces.emplace_back(file);
  }
  const std::size_t diamond = face_for(U'\uFFFD', Style::regular);
  m_substitute = diamond == none ? Substitute{0, "?"} : Substitute{diamond, "\xEF\xBF\xBD"};
}

std::size_t Fonts::face_for(char32_t character, Style style) const {
  const auto own = static_cast<std::size_t>(style);
  if (m_faces[own].can_draw(character)) return own;
  for (std::size_t other = styles; other < m_faces.size(); ++other) {
    if (m_faces[other].can_draw(character)) return other;
  }
  return none;
}

}  // namespace eqr::render::pdf
