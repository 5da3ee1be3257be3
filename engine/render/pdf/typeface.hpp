// One font file: what it can draw, how wide, and the part of it that a document needs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace eqr::render::pdf {

// A shape of a font at its place in a text. Lengths are thousandths of the font's size.
struct Glyph {
  unsigned id = 0;  // in the font file
  double advance = 0;
  double x_offset = 0, y_offset = 0;
  // The bytes of the text that it draws. Several shapes of one cluster name the same bytes.
  std::size_t begin = 0, end = 0;
};

struct Point {
  double x = 0, y = 0;  // thousandths of the font's size; y grows upwards
};

// A step along the outline of a glyph. Curves are cubic, with a control point at each end.
struct Stroke {
  enum class Kind { move, line, curve, close };
  Kind kind = Kind::move;
  Point to;
  Point from_control, to_control;
};

enum class Direction { left_to_right, right_to_left };

class Typeface {
 public:
  // Throws problems::Fault (nothing_written) for a file that is no font.
  explicit Typeface(const std::filesystem::path& file);
  ~Typeface();
  Typeface(Typeface&&) noexcept;
  Typeface& operator=(Typeface&&) noexcept;

  // "LiberationSans-Bold"
  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] bool can_draw(char32_t character) const;

  // In the order in which they are drawn, from left to right. `utf8` is of one script; `language` is BCP 47.
  // Characters that the font lacks give glyph 0.
  [[nodiscard]] std::vector<Glyph> shaped(std::string_view utf8, const std::string& language,
                                          Direction direction) const;

  struct Metrics {
    double ascent = 0, descent = 0;  // the second below nought
    double cap_height = 0;
    double italic_angle = 0;                          // degrees
    double left = 0, bottom = 0, right = 0, top = 0;  // the box that holds every shape
    bool is_italic = false;
    int weight = 400;
  };
  [[nodiscard]] const Metrics& metrics() const;
  [[nodiscard]] double advance(unsigned glyph) const;

  // What is filled to draw a glyph, from its origin; empty for a blank.
  [[nodiscard]] std::vector<Stroke> outline(unsigned glyph) const;

  // A font file with these glyphs alone; they keep their ids.
  [[nodiscard]] std::string subset(const std::set<unsigned>& glyphs) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> m_parts;
};

}  // namespace eqr::render::pdf
