#include "pdf_check/codes.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QUtil.hh>

#include <algorithm>
#include <cmath>
#include <vector>

#include "handles/handle.hpp"
#include "text/words.hpp"

namespace eqr::pdf_check {
namespace {

constexpr unsigned most_of_a_range = 0x10000;         // codes in a CMap's range: a font has no more
constexpr std::size_t most_of_all_ranges = 0x100000;  // … and many ranges over the same codes say nothing new

unsigned code_of(std::string_view bytes) {
  unsigned code = 0;
  for (const char byte : bytes.substr(0, 4)) code = code << 8 | static_cast<unsigned char>(byte);
  return code;
}

std::string utf8_of_utf16(const std::string& bytes) {
  return QUtil::utf16_to_utf8("\xFE\xFF" + bytes);
}

// The last character of a text, so many further on, as ranges of a CMap count.
std::string further(std::string utf16, unsigned by) {
  for (std::size_t i = utf16.size(); i-- > 0 && by > 0; by >>= 8) {
    by += static_cast<unsigned char>(utf16[i]);
    utf16[i] = static_cast<char>(by & 0xFF);
  }
  return utf16;
}

// Walks the tokens of a CMap, of which only strings, arrays of them and the words that begin and end lists of
// mappings matter.
class CMapReader {
 public:
  explicit CMapReader(std::string bytes)
      : m_input(std::make_shared<BufferInputSource>("CMap", std::move(bytes))) {
    m_tokenizer.allowEOF();
  }

  std::map<unsigned, std::string> read() {
    for (;;) {
      const QPDFTokenizer::Token token = next();
      if (token.getType() == QPDFTokenizer::tt_eof) return std::move(m_found);
      if (token.isWord("beginbfchar")) characters();
      if (token.isWord("beginbfrange")) ranges();
    }
  }

 private:
  QPDFTokenizer::Token next() { return m_tokenizer.readToken(m_input, "CMap", true); }

  void characters() {
    for (;;) {
      const auto code = next();
      if (code.getType() != QPDFTokenizer::tt_string) return;
      const auto text = next();
      if (text.getType() != QPDFTokenizer::tt_string) return;
      m_found[code_of(code.getValue())] = utf8_of_utf16(text.getValue());
    }
  }

  void ranges() {
    for (;;) {
      const auto first = next();
      if (first.getType() != QPDFTokenizer::tt_string) return;
      const auto last = next();
      const unsigned begin = code_of(first.getValue()), end = code_of(last.getValue());
      const auto text = next();
      if (end < begin || end - begin >= most_of_a_range) return;
      if ((m_in_ranges += end - begin + 1) > most_of_all_ranges) return;
      if (text.getType() == QPDFTokenizer::tt_array_open) {
        for (unsigned code = begin;; ++code) {
          const auto each = next();
          if (each.getType() != QPDFTokenizer::tt_string) break;
          if (code <= end) m_found[code] = utf8_of_utf16(each.getValue());
        }
      } else if (text.getType() == QPDFTokenizer::tt_string) {
        for (unsigned code = begin; code <= end; ++code)
          m_found[code] = utf8_of_utf16(further(text.getValue(), code - begin));
      } else {
        return;
      }
    }
  }

  QPDFTokenizer m_tokenizer;
  std::shared_ptr<InputSource> m_input;
  std::map<unsigned, std::string> m_found;
  std::size_t m_in_ranges = 0;
};

// ISO 14289-1, 7.21.7: simple fonts of these encodings say their letters by them.
bool has_latin_encoding(Object encoding) {
  const std::string name = name_of(encoding.isDictionary() ? entry(encoding, "/BaseEncoding") : encoding);
  return name == "WinAnsiEncoding" || name == "MacRomanEncoding" || name == "MacExpertEncoding";
}

// Letters called uniXXXX in an encoding's differences; the rest of Adobe's names are known by their shapes'
// fonts alone.
std::string letter_called(const std::string& name) {
  if (name.size() == 1) return name;
  if (name.size() != 7 || !name.starts_with("uni")) return {};
  return utf8_of_utf16(QUtil::hex_decode(name.substr(3)));
}

// A TrueType program, to ask it for the widths of its shapes.
class Program {
 public:
  explicit Program(const std::string& bytes)
      : m_blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY,
                              nullptr, nullptr)),
        m_face(hb_face_create(m_blob.get(), 0)),
        m_font(hb_font_create(m_face.get())) {}

  [[nodiscard]] unsigned glyphs() const { return hb_face_get_glyph_count(m_face.get()); }
  [[nodiscard]] double width(unsigned glyph) const {
    return 1'000.0 * hb_font_get_glyph_h_advance(m_font.get(), glyph) / hb_face_get_upem(m_face.get());
  }

 private:
  handles::Handle<hb_blob_t, hb_blob_destroy> m_blob;
  handles::Handle<hb_face_t, hb_face_destroy> m_face;
  handles::Handle<hb_font_t, hb_font_destroy> m_font;
};

std::string program_of(Object descriptor) {
  for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
    if (entry(descriptor, key).isStream()) return key;
  }
  return {};
}

}  // namespace

std::map<unsigned, std::string> unicode_map(Object cmap) {
  return CMapReader(bytes_of(cmap)).read();
}

CodeReader::CodeReader(Object font, std::size_t page) {
  m_font.kind = name_of(entry(font, "/Subtype"));
  m_font.name = name_of(entry(font, "/BaseFont"));
  m_font.page = page;
  if (entry(font, "/ToUnicode").isStream()) {
    m_font.has_unicode = true;
    m_unicode = unicode_map(entry(font, "/ToUnicode"));
  }
  if (m_font.kind == "Type0") {
    read_composite(font);
  } else {
    read_simple(font);
  }
}

void CodeReader::read_simple(Object font) {
  Object encoding = entry(font, "/Encoding");
  if (m_unicode.empty() && has_latin_encoding(encoding)) {
    m_font.has_unicode = true;
    for (unsigned code = 0x20; code < 0x100; ++code)
      m_unicode[code] = text::from_windows_1252(std::string(1, static_cast<char>(code)));
    Object differences = entry(encoding, "/Differences");
    unsigned code = 0;
    for (int i = 0; differences.isArray() && i < differences.getArrayNItems(); ++i) {
      Object item = differences.getArrayItem(i);
      if (const auto at = integer_of(item)) code = static_cast<unsigned>(*at & 0xFF);
      if (!item.isName()) continue;
      const std::string letter = letter_called(name_of(item));
      if (!letter.empty()) m_unicode[code] = letter;
      ++code;
    }
  }
  // Type 3 fonts are drawn by the file itself.
  Object descriptor = entry(font, "/FontDescriptor");
  m_font.is_embedded = m_font.kind == "Type3" || !program_of(descriptor).empty();
  if (Object program = entry(descriptor, "/FontFile2"); program.isStream())
    m_font.is_program_sound = Program(bytes_of(program)).glyphs() > 0;
}

void CodeReader::read_composite(Object font) {
  m_bytes = 2;
  Object list = entry(font, "/DescendantFonts");
  Object descendant = list.isArray() && list.getArrayNItems() > 0 ? list.getArrayItem(0) : Object::newNull();
  Object descriptor = entry(descendant, "/FontDescriptor");
  const std::string program = program_of(descriptor);
  m_font.is_embedded = !program.empty();
  Object cmap = entry(font, "/Encoding");
  const std::string cmap_name = name_of(cmap);
  m_font.is_map_embedded = cmap.isStream() || !cmap_name.empty();
  const bool is_identity = cmap_name.starts_with("Identity");
  if (cmap.isStream()) {
    for (const char* key : {"/Registry", "/Ordering"}) {
      Object of_font = entry(entry(descendant, "/CIDSystemInfo"), key);
      Object of_map = entry(entry(cmap, "/CIDSystemInfo"), key);
      if (text_of(of_font) != text_of(of_map)) m_font.is_system_sound = false;
    }
  }
  if (!entry(descendant, "/CIDSystemInfo").isDictionary()) m_font.is_system_sound = false;
  read_widths(descendant);
  if (name_of(entry(descendant, "/Subtype")) != "CIDFontType2" || program != "/FontFile2") return;
  Object map = entry(descendant, "/CIDToGIDMap");
  m_font.has_glyph_map = map.isStream() || name_of(map) == "Identity";
  m_is_truetype_cid = is_identity;
  m_glyph_map = bytes_of(map);
  m_program = bytes_of(entry(descriptor, "/FontFile2"));
}

// ISO 32000-1, 9.7.4.3: "first [w w w]" and "first last w".
void CodeReader::read_widths(Object descendant) {
  Object usual = entry(descendant, "/DW");
  if (usual.isNumber()) m_usual_width = usual.getNumericValue();
  Object list = entry(descendant, "/W");
  for (int i = 0; list.isArray() && i + 1 < list.getArrayNItems();) {
    const auto first = integer_of(list.getArrayItem(i));
    Object second = list.getArrayItem(i + 1);
    if (!first || *first < 0) return;
    if (second.isArray()) {
      for (int at = 0; at < second.getArrayNItems(); ++at) {
        Object width = second.getArrayItem(at);
        if (width.isNumber()) m_widths[static_cast<unsigned>(*first + at)] = width.getNumericValue();
      }
      i += 2;
      continue;
    }
    const auto last = integer_of(second);
    if (!last || *last - *first >= most_of_a_range || i + 2 >= list.getArrayNItems()) return;
    Object width = list.getArrayItem(i + 2);
    for (long long code = *first; width.isNumber() && code <= *last; ++code)
      m_widths[static_cast<unsigned>(code)] = width.getNumericValue();
    i += 3;
  }
}

std::string CodeReader::read(std::string_view string) {
  std::string text;
  for (std::size_t at = 0; at + m_bytes <= string.size(); at += m_bytes) {
    const unsigned code = code_of(string.substr(at, m_bytes));
    m_used.insert(code);
    const auto found = m_unicode.find(code);
    if (found != m_unicode.end()) text += found->second;
  }
  return text;
}

unsigned CodeReader::glyph_of(unsigned code) const {
  if (m_glyph_map.empty()) return code;
  return code_of(
      std::string_view(m_glyph_map).substr(std::min<std::size_t>(2 * code, m_glyph_map.size()), 2));
}

void CodeReader::count_glyphs(Font& font) const {
  const Program program(m_program);
  if (program.glyphs() == 0) {
    font.is_program_sound = false;
    return;
  }
  for (const unsigned code : m_used) {
    const unsigned glyph = glyph_of(code);
    if (glyph == 0) ++font.not_defined;
    if (glyph >= program.glyphs()) {
      ++font.missing;
      continue;
    }
    const auto said = m_widths.find(code);
    const double width = said == m_widths.end() ? m_usual_width : said->second;
    // ISO 14289-1, 7.21.5 asks for the same width; a thousandth is what rounding costs.
    if (std::abs(width - program.width(glyph)) > 1) ++font.wrong_widths;
  }
}

Font CodeReader::seen() const {
  Font font = m_font;
  font.shown = m_used.size();
  for (const unsigned code : m_used) {
    const auto found = m_unicode.find(code);
    if (found == m_unicode.end() || found->second.empty()) {
      ++font.without_unicode;
    } else if (found->second == std::string(1, '\0') || found->second == "\xEF\xBB\xBF" ||
               found->second == "\xEF\xBF\xBE") {
      ++font.bad_unicode;
    }
  }
  if (m_is_truetype_cid) count_glyphs(font);
  return font;
}

}  // namespace eqr::pdf_check
