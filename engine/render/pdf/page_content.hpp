// What is drawn on a page as the operators of its content stream.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "render/pdf/document.hpp"
#include "render/pdf/font_objects.hpp"

namespace eqr::render::pdf {

// Begins what is no part of the text. It ends with "EMC".
[[nodiscard]] const char* artifact_begins(Artifact artifact);

// PDF counts from the lower edge of the page.
[[nodiscard]] double from_below(double y);
// "[x y x y]" of the lower left and the upper right corner.
[[nodiscard]] std::string corners(double x, double y, double width, double height);

class PageContent {
 public:
  // Notes in `uses`, one for each font, which glyphs are drawn.
  PageContent(const Fonts& fonts, std::vector<FontUse>& uses) : m_fonts(fonts), m_uses(uses) {}

  void add(const Drawn& drawn);
  void add(std::string_view operators) { m_operators += operators; }

  [[nodiscard]] const std::string& operators() const { return m_operators; }
  // Indexes of fonts; the operators call them /F0, /F1 …
  [[nodiscard]] const std::set<std::size_t>& fonts() const { return m_on_page; }
  // Indexes of images; the operators call them /I0, /I1 …
  [[nodiscard]] const std::set<std::size_t>& images() const { return m_images; }

 private:
  [[nodiscard]] std::string of(const DrawnText& text);
  [[nodiscard]] std::string of(const DrawnRectangle& drawn);
  [[nodiscard]] std::string of(const DrawnLine& drawn);
  [[nodiscard]] std::string of(const DrawnImage& drawn);
  [[nodiscard]] std::string of(const DrawnMarker& drawn);
  // What holds on the page from here on is written once.
  [[nodiscard]] std::string filled_with(unsigned rgb);
  [[nodiscard]] std::string edged_with(unsigned rgb);
  [[nodiscard]] std::string in_font(std::size_t face, double size);
  [[nodiscard]] bool says_its_text(const DrawnText& text);
  [[nodiscard]] std::string shown(const DrawnText& text) const;
  [[nodiscard]] std::string array_of(const std::vector<Glyph>& glyphs, std::size_t face) const;

  const Fonts& m_fonts;
  std::vector<FontUse>& m_uses;
  std::string m_operators;
  std::set<std::size_t> m_on_page;
  std::set<std::size_t> m_images;
  std::optional<unsigned> m_filling, m_edge;
  std::string m_font;
};

}  // namespace eqr::render::pdf
