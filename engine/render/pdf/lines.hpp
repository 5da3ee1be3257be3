// Text as lines of shapes that fit a width.
//
// Lines break where Unicode allows it (UAX #14), words that are wider than a line anywhere between two
// characters. Text that is written from right to left is put in order by UAX #9. A line that breaks at a
// blank keeps the blank, so that whoever takes the text out of the document finds two words.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "render/pdf/fonts.hpp"

namespace eqr::render::pdf {

// Text of one look, as part of a paragraph.
struct Run {
  std::string text;  // UTF-8
  Style style = Style::regular;
  double size = 11;  // points
  std::string language = "en-GB";
};

// Some of a run, drawn by one font.
struct Piece {
  std::size_t run = 0;   // index of it
  std::size_t face = 0;  // index into the fonts
  std::vector<Glyph> glyphs;
  std::string text;            // that it stands for
  bool is_substitute = false;  // its glyphs do not say what its text is
  double x = 0, width = 0;     // points from the beginning of the line
};

struct Line {
  std::vector<Piece> pieces;      // in the order in which they are read
  double width = 0;               // without a blank at its end
  bool is_right_to_left = false;  // of a paragraph that is wholly so
};

// Shapes text; what it has shaped once it remembers.
class Shaper {
 public:
  explicit Shaper(const Fonts& fonts) : m_fonts(fonts) {}

  [[nodiscard]] const Fonts& fonts() const { return m_fonts; }

  // A paragraph in lines of at most so many points. Line feeds end a line; no text is one empty line.
  [[nodiscard]] std::vector<Line> lines(const std::vector<Run>& runs, double width);

  // In points: of the whole as one line, and of its widest part that does not break.
  struct Widths {
    double whole = 0, widest_part = 0;
  };
  [[nodiscard]] Widths widths(const std::vector<Run>& runs);

 private:
  struct Segment;
  [[nodiscard]] std::vector<Segment> segments(const std::vector<Run>& runs);
  const std::vector<Glyph>& shaped(std::size_t face, const std::string& text, const std::string& language,
                                   Direction direction);

  const Fonts& m_fonts;
  std::unordered_map<std::string, std::vector<Glyph>> m_known;  // by font, direction, language and text
  std::string m_key;
};

}  // namespace eqr::render::pdf
