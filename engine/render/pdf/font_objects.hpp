// A font as PDF wants it: its glyphs by their numbers, how wide they are and what they say.
#pragma once

#include <map>
#include <string>

#include "render/pdf/file.hpp"
#include "render/pdf/typeface.hpp"

namespace eqr::render::pdf {

// What is used of a font: glyphs, and the text that each stands for.
class FontUse {
 public:
  // Notes what a text's glyphs say. False when they cannot say it by themselves: one glyph for two texts, or
  // several for one character. Then the text has to be told beside them.
  bool see(const std::vector<Glyph>& glyphs, const std::string& text);

  // Notes glyphs that are drawn for what no font has.
  void see_all_as(const std::vector<Glyph>& glyphs, const std::string& each);

  [[nodiscard]] const std::map<unsigned, std::string>& glyphs() const { return m_text; }

 private:
  std::map<unsigned, std::string> m_text;
};

// Fills the font's object, which pages refer to.
void write_font(File& file, Reference font, const Typeface& face, const FontUse& use);

}  // namespace eqr::render::pdf
