// What drawings of every kind put on the paper: words, the key above, and what the scale measures.
#pragma once

#include <string>
#include <vector>

#include "render/charts/frame.hpp"
#include "render/charts/geometry.hpp"

namespace eqr::render::charts {

// Draws from the top down; `y` is where the next thing goes.
class Pen {
 public:
  explicit Pen(const Frame& frame) : m_frame(frame) { geometry.width = frame.room.width; }

  void write(double x, double baseline, const std::string& text, Anchor anchor = Anchor::start,
             bool strong = false, Ink ink = Ink::text);
  void write_small(double x, double baseline, const std::string& text, Anchor anchor,
                   Ink ink = Ink::quiet_text);
  // Of text in a line that begins at `line_top`, and of text in the middle of it.
  [[nodiscard]] double baseline_at(double line_top) const { return line_top + m_frame.line_height() * 0.76; }
  [[nodiscard]] double baseline_around(double middle) const { return middle + m_frame.room.text_size * 0.35; }

  // In the order of the series, line by line.
  void draw_key();
  // What the scale measures, from `left` on, unless the labels of its axis already say so.
  void draw_measure(double left);
  // A value of that series.
  void draw_marker(std::size_t series, Point at);

  [[nodiscard]] Ink ink(std::size_t series) const;

  Geometry geometry;
  double y = 0;

 private:
  void draw_swatch(std::size_t series, double x, double size);

  const Frame& m_frame;
};

// Bars, stacks and dot ranges: the rows of the table one below the other, along a scale from left to right.
void draw_rows(Pen& pen, const Frame& frame);

// The rows of the table as points in time from left to right, beside a scale that goes up.
void draw_lines(Pen& pen, const Frame& frame);

}  // namespace eqr::render::charts
