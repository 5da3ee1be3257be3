// What a font says of the codes that strings are made of: which letters they stand for, whether the font is
// in the file, how wide its shapes are.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "pdf_check/objects.hpp"
#include "pdf_check/seen.hpp"

namespace eqr::pdf_check {

class CodeReader {
 public:
  CodeReader(Object font, std::size_t page);

  // The text of a string that is shown with this font; codes that say no letter say nothing.
  std::string read(std::string_view string);

  // The font with what has been drawn in it, once everything is read.
  [[nodiscard]] Font seen() const;

 private:
  void read_simple(Object font);
  void read_composite(Object font);
  void read_widths(Object descendant);
  void count_glyphs(Font& font) const;
  [[nodiscard]] unsigned glyph_of(unsigned code) const;

  Font m_font;
  std::size_t m_bytes = 1;                    // of a code
  std::map<unsigned, std::string> m_unicode;  // by code, UTF-8
  std::map<unsigned, double> m_widths;        // by code: thousandths
  double m_usual_width = 1000;
  bool m_is_truetype_cid = false;  // codes are glyphs of a TrueType program, by `m_glyph_map` if there is one
  std::string m_glyph_map, m_program;
  std::set<unsigned> m_used;
};

// The mappings of a ToUnicode CMap (ISO 32000-1, 9.10.3), by code, in UTF-8.
[[nodiscard]] std::map<unsigned, std::string> unicode_map(Object cmap);

}  // namespace eqr::pdf_check
