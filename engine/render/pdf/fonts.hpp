// The fonts of a document: four styles of one family, and others for characters that it lacks.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "render/pdf/typeface.hpp"

namespace eqr::render::pdf {

enum class Style { regular, bold, italic, bold_italic };

struct FontFiles {
  std::filesystem::path regular, bold, italic, bold_italic;
  std::vector<std::filesystem::path> others;    // asked in this order for what the family lacks
  std::vector<std::filesystem::path> if_there;  // asked last; those that are not there are left out
};

// Liberation Sans, whose letters are as wide as Arial's, and DejaVu Sans for what it lacks (Debian's packages
// fonts-liberation2 and fonts-dejavu-core).
[[nodiscard]] FontFiles usual_fonts();

class Fonts {
 public:
  // Throws problems::Fault (nothing_written) where a style, or one of the others, cannot be read, has no
  // TrueType outlines or does not allow that it is embedded.
  explicit Fonts(const FontFiles& files);

  [[nodiscard]] std::size_t size() const { return m_faces.size(); }
  [[nodiscard]] const Typeface& face(std::size_t index) const { return m_faces[index]; }
  [[nodiscard]] const Typeface& face(Style style) const { return m_faces[static_cast<std::size_t>(style)]; }

  // Which font draws the character in this style: the style's own where it can. None where no font can.
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  [[nodiscard]] std::size_t face_for(char32_t character, Style style) const;

  // What is drawn for a character that no font has: U+FFFD, or a question mark.
  struct Substitute {
    std::size_t face = 0;
    std::string utf8;
  };
  [[nodiscard]] const Substitute& substitute() const { return m_substitute; }

 private:
  std::vector<Typeface> m_faces;  // the four styles first
  Substitute m_substitute;
};

}  // namespace eqr::render::pdf
