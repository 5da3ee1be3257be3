#include "render/pdf/lines.hpp"

#include <fribidi.h>
#include <hb.h>
#include <linebreak.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "text/characters.hpp"

namespace eqr::render::pdf {

// What is shaped together: of one run, one font, one script and direction, and with no break inside.
struct Shaper::Segment {
  enum class After { nothing, may_break, must_break };
  Piece piece;
  int level = 0;  // of embedding: odd ones go from right to left
  After after = After::nothing;
  double blank = 0;  // the width of the blank at its end
};

namespace {

struct Character {
  char32_t code = 0;
  std::size_t begin = 0, end = 0;  // bytes in the paragraph
  std::size_t run = 0;
  std::size_t face = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
};

bool is_blank(char32_t code) {
  return code == ' ' || code == '\n' || code == '\t';
}

std::vector<Character> characters_of(const std::vector<Run>& runs, std::string& paragraph) {
  std::vector<Character> characters;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    const std::size_t before = paragraph.size();
    text::for_each_character(runs[run].text, [&](char32_t code, std::size_t begin, std::size_t end) {
      characters.push_back({code, before + begin, before + end, run});
    });
    paragraph += runs[run].text;
  }
  return characters;
}

// Marks that stand on a letter are drawn by its font; blanks and what is invisible by that of the text
// around.
void choose_faces(std::vector<Character>& characters, const std::vector<Run>& runs, const Fonts& fonts) {
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  for (std::size_t i = 0; i < characters.size(); ++i) {
    Character& here = characters[i];
    here.script = hb_unicode_script(unicode, here.code);
    const bool is_neutral = here.script == HB_SCRIPT_COMMON || here.script == HB_SCRIPT_INHERITED;
    const bool follows = i > 0 && characters[i - 1].run == here.run;
    if (is_neutral && follows) here.script = characters[i - 1].script;
    const auto category = hb_unicode_general_category(unicode, here.code);
    const bool is_mark = category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
                         category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
    if (follows && characters[i - 1].face != Fonts::none && (is_mark || text::is_invisible(here.code))) {
      here.face = characters[i - 1].face;
    } else if (is_blank(here.code) || text::is_invisible(here.code)) {
      here.face = static_cast<std::size_t>(runs[here.run].style);
    } else {
      here.face = fonts.face_for(here.code, runs[here.run].style);
    }
  }
}

std::vector<FriBidiLevel> levels_of(const std::vector<Character>& characters, bool is_right_to_left) {
  const auto count = static_cast<FriBidiStrIndex>(characters.size());
  std::vector<FriBidiChar> codes;
  for (const Character& character : characters) codes.push_back(character.code);
  std::vector<FriBidiCharType> types(characters.size());
  std::vector<FriBidiBracketType> brackets(characters.size());
  std::vector<FriBidiLevel> levels(characters.size());
  fribidi_get_bidi_types(codes.data(), count, types.data());
  fribidi_get_bracket_types(codes.data(), count, types.data(), brackets.data());
  FriBidiParType direction = is_right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &direction, levels.data()) ==
      0)
    std::ranges::fill(levels, FriBidiLevel{0});
  return levels;
}

std::vector<char> breaks_of(const std::string& paragraph) {
  std::vector<char> breaks(paragraph.size());
  set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(paragraph.data()), paragraph.size(), "en",
                      breaks.data());
  return breaks;
}

double sum_of_advances(const std::vector<Glyph>& glyphs) {
  return std::accumulate(glyphs.begin(), glyphs.end(), 0.0,
                         [](double sum, const Glyph& glyph) { return sum + glyph.advance; });
}

// Rule L2 of UAX #9: from the highest level down, what lies at it or above is turned round.
std::vector<std::size_t> in_visual_order(const std::vector<int>& levels) {
  std::vector<std::size_t> order(levels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const int highest = levels.empty() ? 0 : *std::ranges::max_element(levels);
  for (int level = highest; level > 0; --level) {
    for (std::size_t first = 0; first < levels.size();) {
      if (levels[order[first]] < level) {
        ++first;
        continue;
      }
      std::size_t last = first;
      while (last < levels.size() && levels[order[last]] >= level) ++last;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(first),
                   order.begin() + static_cast<std::ptrdiff_t>(last));
      first = last;
    }
  }
  return order;
}

}  // namespace

const std::vector<Glyph>& Shaper::shaped(std::size_t face, const std::string& text,
                                         const std::string& language, Direction direction) {
  m_key = std::to_string(face);
  m_key += direction == Direction::right_to_left ? '<' : '>';
  m_key.append(language).append(1, '>').append(text);
  const auto [known, is_new] = m_known.try_emplace(m_key);
  if (is_new) known->second = m_fonts.face(face).shaped(text, language, direction);
  return known->second;
}

std::vector<Shaper::Segment> Shaper::segments(const std::vector<Run>& runs) {
  std::string paragraph;
  std::vector<Character> characters = characters_of(runs, paragraph);
  choose_faces(characters, runs, m_fonts);
  const auto levels = levels_of(characters, text::is_right_to_left(paragraph));
  const auto breaks = breaks_of(paragraph);
  std::vector<Segment> segments;
  for (std::size_t first = 0; first < characters.size();) {
    const Character& here = characters[first];
    std::size_t last = first;
    char after = LINEBREAK_NOBREAK;
    const auto belongs = [&](std::size_t i) {
      return characters[i].run == here.run && characters[i].face == here.face &&
             characters[i].script == here.script && levels[i] == levels[first];
    };
    while (last < characters.size() && belongs(last)) {
      after = breaks[characters[last].end - 1];
      ++last;
      if (after == LINEBREAK_ALLOWBREAK || after == LINEBREAK_MUSTBREAK) break;
    }
    const Run& run = runs[here.run];
    Segment segment;
    segment.level = levels[first];
    segment.piece.run = here.run;
    segment.piece.text = paragraph.substr(here.begin, characters[last - 1].end - here.begin);
    const bool ends_line = segment.piece.text.ends_with('\n');
    if (ends_line) segment.piece.text.back() = ' ';
    std::ranges::replace(segment.piece.text, '\t', ' ');
    const Direction direction = segment.level % 2 == 1 ? Direction::right_to_left : Direction::left_to_right;
    if (here.face == Fonts::none) {
      segment.piece.is_substitute = true;
      segment.piece.face = m_fonts.substitute().face;
      for (std::size_t i = first; i < last; ++i) {
        for (Glyph glyph : shaped(segment.piece.face, m_fonts.substitute().utf8, run.language, direction)) {
          glyph.begin = characters[i].begin - here.begin;
          glyph.end = characters[i].end - here.begin;
          segment.piece.glyphs.push_back(glyph);
        }
      }
    } else {
      segment.piece.face = here.face;
      segment.piece.glyphs = shaped(here.face, segment.piece.text, run.language, direction);
    }
    const double points = run.size / 1'000;
    segment.piece.width = sum_of_advances(segment.piece.glyphs) * points;
    if (segment.piece.text.ends_with(' '))
      segment.blank =
          sum_of_advances(shaped(here.face == Fonts::none ? 0 : here.face, " ", run.language, direction)) *
          points;
    const bool is_last = last == characters.size();
    if (ends_line) {
      segment.after = Segment::After::must_break;
    } else if (after == LINEBREAK_ALLOWBREAK && !is_last) {
      segment.after = Segment::After::may_break;
    }
    segments.push_back(std::move(segment));
    first = last;
  }
  return segments;
}

namespace {

// Puts segments side by side until the line is full.
template <class Segment>
class Filling {
 public:
  Filling(const std::vector<Run>& runs, double width) : m_runs(runs), m_width(width) {
    std::string paragraph;
    for (const Run& run : runs) paragraph += run.text;
    m_is_right_to_left = text::is_right_to_left(paragraph);
  }

  // Segments that no break parts.
  void add(std::vector<Segment> unit) {
    double width = 0;
    for (const Segment& segment : unit) width += segment.piece.width;
    const double needed = width - unit.back().blank;
    if (!m_line.empty() && m_used + needed > m_width) end_line();
    if (needed > m_width) {
      for (Segment& segment : unit) add_in_parts(std::move(segment));
    } else {
      for (Segment& segment : unit) put(std::move(segment));
    }
    if (!m_line.empty() && m_line.back().after == Segment::After::must_break) end_line();
  }

  std::vector<Line> finish() {
    if (!m_line.empty() || m_lines.empty()) end_line();
    return std::move(m_lines);
  }

 private:
  void put(Segment segment) {
    m_used += segment.piece.width;
    m_line.push_back(std::move(segment));
  }

  // A word that is wider than a line: cluster by cluster.
  void add_in_parts(Segment segment) {
    const double points = m_runs[segment.piece.run].size / 1'000;
    std::vector<Glyph> glyphs = std::move(segment.piece.glyphs);
    const std::string text = std::move(segment.piece.text);
    std::ranges::stable_sort(glyphs, {}, &Glyph::begin);  // as they are read
    for (std::size_t first = 0; first < glyphs.size();) {
      std::size_t last = first;
      double width = 0;
      while (last < glyphs.size()) {
        std::size_t next = last;
        double cluster = 0;
        for (; next < glyphs.size() && glyphs[next].begin == glyphs[last].begin; ++next)
          cluster += glyphs[next].advance * points;
        if (m_used + width + cluster > m_width && (last > first || !m_line.empty())) break;
        width += cluster;
        last = next;
      }
      if (last > first)
        put(part_of(segment, text,
                    {glyphs.begin() + static_cast<std::ptrdiff_t>(first),
                     glyphs.begin() + static_cast<std::ptrdiff_t>(last)},
                    width, last == glyphs.size()));
      if (last < glyphs.size()) end_line();
      first = last;
    }
  }

  static Segment part_of(const Segment& whole, const std::string& text, std::vector<Glyph> glyphs,
                         double width, bool is_last) {
    Segment part = whole;
    const std::size_t begin = glyphs.front().begin, end = glyphs.back().end;
    for (Glyph& glyph : glyphs) {
      glyph.begin -= begin;
      glyph.end -= begin;
    }
    if (whole.level % 2 == 1) std::ranges::reverse(glyphs);
    part.piece.glyphs = std::move(glyphs);
    part.piece.text = text.substr(begin, end - begin);
    part.piece.width = width;
    if (!is_last) {
      part.blank = 0;
      part.after = Segment::After::nothing;
    }
    return part;
  }

  void end_line() {
    Line line;
    std::vector<int> levels;
    for (Segment& segment : m_line) levels.push_back(segment.level);
    line.is_right_to_left = m_is_right_to_left;
    // The blank at the end of such a line stands at its left.
    double x = m_is_right_to_left && !m_line.empty() ? -m_line.back().blank : 0;
    for (const std::size_t next : in_visual_order(levels)) {
      m_line[next].piece.x = x;
      x += m_line[next].piece.width;
    }
    line.width = m_line.empty() ? 0 : m_used - m_line.back().blank;
    for (Segment& segment : m_line) line.pieces.push_back(std::move(segment.piece));
    m_lines.push_back(std::move(line));
    m_line.clear();
    m_used = 0;
  }

  const std::vector<Run>& m_runs;
  double m_width;
  bool m_is_right_to_left = false;
  std::vector<Segment> m_line;
  double m_used = 0;
  std::vector<Line> m_lines;
};

}  // namespace

std::vector<Line> Shaper::lines(const std::vector<Run>& runs, double width) {
  Filling<Segment> filling(runs, width);
  std::vector<Segment> unit;
  for (Segment& segment : segments(runs)) {
    const bool ends = segment.after != Segment::After::nothing;
    unit.push_back(std::move(segment));
    if (ends) filling.add(std::exchange(unit, {}));
  }
  if (!unit.empty()) filling.add(std::move(unit));
  return filling.finish();
}

Shaper::Widths Shaper::widths(const std::vector<Run>& runs) {
  Widths widths;
  double line = 0, part = 0;
  for (const Segment& segment : segments(runs)) {
    line += segment.piece.width;
    part += segment.piece.width;
    widths.whole = std::max(widths.whole, line - segment.blank);
    widths.widest_part = std::max(widths.widest_part, part - segment.blank);
    if (segment.after != Segment::After::nothing) part = 0;
    if (segment.after == Segment::After::must_break) line = 0;
  }
  return widths;
}

}  // namespace eqr::render::pdf
