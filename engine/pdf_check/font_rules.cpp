// Fonts: that they are in the file, and say which letters their shapes are.
#include "pdf_check/rules.hpp"

namespace eqr::pdf_check {
namespace {

template <class IsWrong>
void each_font(const Document& document, std::vector<Finding>& findings, IsWrong message) {
  for (const Font& font : document.fonts) {
    if (font.shown == 0) continue;  // named, and nothing is written in it
    const std::string wrong = message(font);
    if (!wrong.empty()) findings.push_back({font.page, font.name, wrong});
  }
}

std::string counted(std::size_t number, const std::string& what) {
  if (number == 0) return {};
  return std::to_string(number) + (number == 1 ? " shape " : " shapes ") + what;
}

void systems_agree(const Document& document, std::vector<Finding>& findings) {
  each_font(document, findings, [](const Font& font) {
    return font.is_system_sound
               ? ""
               : "the font and its CMap are of different character collections (CIDSystemInfo)";
  });
}

void glyph_maps(const Document& document, std::vector<Finding>& findings) {
  each_font(document, findings, [](const Font& font) {
    return font.has_glyph_map ? "" : "the font does not say which shapes its codes are (CIDToGIDMap)";
  });
}

void maps_are_there(const Document& document, std::vector<Finding>& findings) {
  each_font(document, findings, [](const Font& font) {
    return font.is_map_embedded ? "" : "the CMap of the font is neither a known one nor in the file";
  });
}

void are_embedded(const Document& document, std::vector<Finding>& findings) {
  each_font(document, findings,
            [](const Font& font) { return font.is_embedded ? "" : "the font is not in the file"; });
}

void programs_are_sound(const Document& document, std::vector<Finding>& findings) {
  each_font(document, findings, [](const Font& font) {
    return font.is_program_sound ? counted(font.missing, "that are drawn are not in the font")
                                 : std::string("the font in the file cannot be read");
  });
}

void widths_agree(const Document& document, std::vector<Finding>& findings) {
  each_font(document, findings, [](const Font& font) {
    return counted(font.wrong_widths, "have another width in the file than in the font");
  });
}

void say_their_letters(const Document& document, std::vector<Finding>& findings) {
  each_font(document, findings, [](const Font& font) {
    return font.has_unicode ? counted(font.without_unicode, "say no letter (ToUnicode)")
                            : std::string("the font does not say which letters its shapes are (ToUnicode)");
  });
}

void say_real_letters(const Document& document, std::vector<Finding>& findings) {
  each_font(document, findings, [](const Font& font) {
    return counted(font.bad_unicode, "say U+0000, U+FEFF or U+FFFE, which are no letters");
  });
}

void nothing_undefined(const Document& document, std::vector<Finding>& findings) {
  each_font(document, findings, [](const Font& font) {
    return counted(font.not_defined, "stand for what the font lacks (.notdef)");
  });
}

}  // namespace

std::vector<Rule> font_rules() {
  constexpr std::string_view embed = "make the file with its fonts embedded, as subsets with ToUnicode";
  return {
      {"7.21.3.1-1", Level::fail, "fonts and CMaps are of one character collection", embed, systems_agree},
      {"7.21.3.2-1", Level::fail, "fonts say which shapes their codes are", "write CIDToGIDMap", glyph_maps},
      {"7.21.3.3-1", Level::fail, "CMaps are known or in the file", embed, maps_are_there},
      {"7.21.4.1-1", Level::fail, "fonts are in the file", embed, are_embedded},
      {"7.21.4.1-2", Level::fail, "fonts have all shapes that are drawn", embed, programs_are_sound},
      {"7.21.5-1", Level::fail, "widths are those of the font", "write in W what the font says",
       widths_agree},
      {"7.21.7-1", Level::fail, "shapes say which letters they are", embed, say_their_letters},
      {"7.21.7-2", Level::fail, "shapes say real letters", "map them to what they stand for",
       say_real_letters},
      {"7.21.8-1", Level::fail, "no shape stands for what a font lacks", "write it in a font that has it",
       nothing_undefined}};
}

}  // namespace eqr::pdf_check
