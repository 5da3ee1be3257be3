#include "render/pdf/font_objects.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

#include "render/pdf/syntax.hpp"

namespace eqr::render::pdf {
namespace {

using Object = QPDFObjectHandle;

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
  std::vector<std::pair<unsigned, std::string>> said;
  for (const auto& [glyph, text] : glyphs) {
    if (!text.empty()) said.emplace_back(glyph, text);
  }
  for (std::size_t first = 0; first < said.size(); first += most_in_a_block) {
    const std::size_t last = std::min(said.size(), first + most_in_a_block);
    cmap += std::to_string(last - first) + " beginbfchar\n";
    for (std::size_t i = first; i < last; ++i)
      cmap += "<" + glyph_code(said[i].first) + "> <" + utf16_hex(said[i].second) + ">\n";
    cmap += "endbfchar\n";
  }
  return cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Object descriptor(QPDF& pdf, const Typeface& face, const std::string& name,
                  const std::set<unsigned>& glyphs) {
  const Typeface::Metrics& metrics = face.metrics();
  const std::string file = face.subset(glyphs);
  Object stream = Object::newStream(&pdf, file);
  stream.getDict().replaceKey("/Length1", Object::newInteger(static_cast<long long>(file.size())));
  Object made = Object::newDictionary();
  made.replaceKey("/Type", Object::newName("/FontDescriptor"));
  made.replaceKey("/FontName", Object::newName("/" + name));
  constexpr int symbolic = 4, italic = 64;
  made.replaceKey("/Flags", Object::newInteger(symbolic | (metrics.is_italic ? italic : 0)));
  made.replaceKey("/FontBBox", Object::parse("[" + number(metrics.left) + " " + number(metrics.bottom) + " " +
                                             number(metrics.right) + " " + number(metrics.top) + "]"));
  made.replaceKey("/ItalicAngle", Object::parse(number(metrics.italic_angle)));
  made.replaceKey("/Ascent", Object::parse(number(metrics.ascent)));
  made.replaceKey("/Descent", Object::parse(number(metrics.descent)));
  made.replaceKey("/CapHeight", Object::parse(number(metrics.cap_height)));
  made.replaceKey("/StemV", Object::newInteger(metrics.weight >= 600 ? 140 : 80));
  made.replaceKey("/FontFile2", stream);
  return pdf.makeIndirectObject(made);
}

}  // namespace

bool FontUse::see(const std::vector<Glyph>& glyphs, const std::string& text) {
  bool says_it = true;
  std::size_t before = static_cast<std::size_t>(-1);
  for (const Glyph& glyph : glyphs) {
    const bool is_alone = glyph.begin != before;
    before = glyph.begin;
    const std::string own = is_alone ? text.substr(glyph.begin, glyph.end - glyph.begin) : std::string{};
    const auto [known, is_new] = m_text.try_emplace(glyph.id, own);
    says_it = says_it && is_alone && known->second == own;
  }
  return says_it;
}

void FontUse::see_all_as(const std::vector<Glyph>& glyphs, const std::string& each) {
  for (const Glyph& glyph : glyphs) m_text.try_emplace(glyph.id, each);
}

void write_font(QPDF& pdf, Object font, const Typeface& face, const FontUse& use) {
  const std::string name = subset_name(face.name(), use.glyphs());
  std::set<unsigned> glyphs;
  for (const auto& [glyph, text] : use.glyphs()) glyphs.insert(glyph);
  Object shapes = Object::parse(
      "<< /Type /Font /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
      "/Supplement 0 >> /CIDToGIDMap /Identity /DW 0 >>");
  shapes.replaceKey("/BaseFont", Object::newName("/" + name));
  shapes.replaceKey("/FontDescriptor", descriptor(pdf, face, name, glyphs));
  shapes.replaceKey("/W", Object::parse(widths(face, use.glyphs())));
  font.replaceKey("/Type", Object::newName("/Font"));
  font.replaceKey("/Subtype", Object::newName("/Type0"));
  font.replaceKey("/BaseFont", Object::newName("/" + name));
  font.replaceKey("/Encoding", Object::newName("/Identity-H"));
  Object descendants = Object::newArray();
  descendants.appendItem(pdf.makeIndirectObject(shapes));
  font.replaceKey("/DescendantFonts", descendants);
  font.replaceKey("/ToUnicode", Object::newStream(&pdf, what_glyphs_say(use.glyphs())));
}

}  // namespace eqr::render::pdf
