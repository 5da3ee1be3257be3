#include "render/pdf/font_objects.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

#include "render/pdf/syntax.hpp"
#include "text/characters.hpp"

namespace eqr::render::pdf {
namespace {

constexpr std::size_t most_in_a_block = 100;  // of a CMap (Adobe Technical Note 5014)

// Six letters of its own before the name of a font that is not whole (ISO 32000-1, 9.6.4).
std::string subset_name(const std::string& name, const std::map<unsigned, std::string>& glyphs) {
  std::uint64_t mixed = 1'469'598'103'934'665'603U;  // FNV-1a
  for (const auto& [glyph, text] : glyphs) mixed = (mixed ^ glyph) * 1'099'511'628'211U;
  std::string letters;
  for (int i = 0; i < 6; ++i, mixed /= 26) letters += static_cast<char>('A' + mixed % 26);
  return letters + "+" + name;
}

std::string widths(const Typeface& face, const std::map<unsigned, std::string>& glyphs) {
  std::string written = "[";
  for (const auto& [glyph, text] : glyphs)
    written += std::to_string(glyph) + " [" + number(face.advance(glyph)) + "] ";
  return written + "]";
}

std::string what_glyphs_say(const std::map<unsigned, std::string>& glyphs) {
  std::string cmap =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) "
      "/Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  // Each code is to have its Unicode (ISO 14289-1, 7.21.7). Of a glyph that only ever follows others of the
  // same character, the text is told beside it; it says a space of no width.
  std::vector<std::pair<unsigned, std::string>> said;
  for (const auto& [glyph, text] : glyphs) said.emplace_back(glyph, text.empty() ? "\xE2\x80\x8B" : text);
  for (std::size_t first = 0; first < said.size(); first += most_in_a_block) {
    const std::size_t last = std::min(said.size(), first + most_in_a_block);
    cmap += std::to_string(last - first) + " beginbfchar\n";
    for (std::size_t i = first; i < last; ++i)
      cmap += "<" + glyph_code(said[i].first) + "> <" + utf16_hex(said[i].second) + ">\n";
    cmap += "endbfchar\n";
  }
  return cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Reference descriptor(File& file, const Typeface& face, const std::string& name,
                     const std::set<unsigned>& glyphs) {
  const Typeface::Metrics& metrics = face.metrics();
  const std::string subset = face.subset(glyphs);
  const Reference embedded =
      file.add_stream(Dictionary().set("/Length1", std::to_string(subset.size())), subset);
  constexpr int symbolic = 4, italic = 64;
  constexpr int bold_from = 600;
  Array box;
  for (const double side : {metrics.left, metrics.bottom, metrics.right, metrics.top}) box.add(number(side));
  Dictionary made;
  made.set("/Type", "/FontDescriptor").set("/FontName", name);
  made.set("/Flags", std::to_string(symbolic | (metrics.is_italic ? italic : 0)));
  made.set("/FontBBox", box.text());
  made.set("/ItalicAngle", number(metrics.italic_angle));
  made.set("/Ascent", number(metrics.ascent));
  made.set("/Descent", number(metrics.descent));
  made.set("/CapHeight", number(metrics.cap_height));
  made.set("/StemV", metrics.weight >= bold_from ? "140" : "80");
  made.set("/FontFile2", embedded);
  return file.add(made.text());
}

// What is invisible is drawn by the shape of something else, such as a blank, and is not what that says.
bool is_invisible(std::string_view text) {
  bool invisible = true;
  text::for_each_character(text, [&](char32_t character, std::size_t, std::size_t) {
    invisible = invisible && text::is_invisible(character);
  });
  return invisible;
}

}  // namespace

bool FontUse::see(const std::vector<Glyph>& glyphs, const std::string& text) {
  bool says_it = true;
  std::size_t before = static_cast<std::size_t>(-1);
  for (const Glyph& glyph : glyphs) {
    const bool is_alone = glyph.begin != before;
    before = glyph.begin;
    const std::string own = is_alone ? text.substr(glyph.begin, glyph.end - glyph.begin) : std::string{};
    std::string& known = m_text[glyph.id];
    if (known.empty() && !is_invisible(own)) known = own;
    says_it = says_it && is_alone && known == own;
  }
  return says_it;
}

void FontUse::see_all_as(const std::vector<Glyph>& glyphs, const std::string& each) {
  for (const Glyph& glyph : glyphs) m_text.try_emplace(glyph.id, each);
}

void write_font(File& file, Reference font, const Typeface& face, const FontUse& use) {
  const std::string name = "/" + subset_name(face.name(), use.glyphs());
  std::set<unsigned> glyphs;
  for (const auto& [glyph, text] : use.glyphs()) glyphs.insert(glyph);
  Dictionary shapes;
  shapes.set("/Type", "/Font").set("/Subtype", "/CIDFontType2").set("/BaseFont", name);
  shapes.set("/CIDSystemInfo", "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>");
  shapes.set("/CIDToGIDMap", "/Identity").set("/DW", "0").set("/W", widths(face, use.glyphs()));
  shapes.set("/FontDescriptor", descriptor(file, face, name, glyphs));
  Dictionary made;
  made.set("/Type", "/Font").set("/Subtype", "/Type0").set("/BaseFont", name);
  made.set("/Encoding", "/Identity-H");
  made.set("/DescendantFonts", Array().add(file.add(shapes.text())).text());
  made.set("/ToUnicode", file.add_stream({}, what_glyphs_say(use.glyphs())));
  file.set(font, made.text());
}

}  // namespace eqr::render::pdf
