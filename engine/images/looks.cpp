#include "images/looks.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace eqr::images {
namespace {

constexpr std::size_t least_side = 100, most_width = 2'000;
constexpr int least_contrast = 48;  // of ink to paper: a rule or letter, not the faint grid of a chart

// What stands on the paper, pixel by pixel.
class Ink {
 public:
  Ink(std::size_t width, std::size_t height) : m_width(width), m_height(height), m_marks(width * height) {}

  [[nodiscard]] std::size_t width() const { return m_width; }
  [[nodiscard]] std::size_t height() const { return m_height; }
  [[nodiscard]] bool at(std::size_t x, std::size_t y) const { return m_marks[y * m_width + x]; }
  void mark(std::size_t x, std::size_t y, bool is_ink = true) { m_marks[y * m_width + x] = is_ink; }

 private:
  std::size_t m_width, m_height;
  std::vector<bool> m_marks;
};

struct Paper {
  int tone = 255;
  double share = 0;  // of the picture
};

Paper paper_of(const Grey& grey) {
  std::array<std::size_t, 256> tones{};
  for (const std::uint8_t value : grey.values) ++tones[value];
  const auto most = std::ranges::max_element(tones);
  const auto tone = static_cast<int>(most - tones.begin());
  std::size_t near = 0;
  constexpr int width = 12;
  for (int i = std::max(0, tone - width); i <= std::min(255, tone + width); ++i)
    near += tones[static_cast<std::size_t>(i)];
  return {tone, static_cast<double>(near) / static_cast<double>(grey.values.size())};
}

// Large pictures are looked at smaller, and no thin rule is lost in between.
Ink ink_of(const Grey& grey, const Paper& paper) {
  const std::size_t step = (grey.width + most_width - 1) / most_width;
  Ink ink(grey.width / step, grey.height / step);
  for (std::size_t y = 0; y < ink.height() * step; ++y) {
    for (std::size_t x = 0; x < ink.width() * step; ++x) {
      if (std::abs(grey.at(x, y) - paper.tone) >= least_contrast) ink.mark(x / step, y / step);
    }
  }
  return ink;
}

// ---- rules ----

// Rows (or columns) through which a stretch of ink goes straight for a third of the picture, thin ones.
template <typename At>
std::vector<std::size_t> rules(std::size_t across, std::size_t along, At&& is_ink) {
  constexpr std::size_t most_thickness = 6;
  std::vector<std::size_t> found;
  std::size_t thickness = 0;
  for (std::size_t line = 0; line <= across; ++line) {
    std::size_t longest = 0, run = 0;
    for (std::size_t i = 0; line < across && i < along; ++i) {
      run = is_ink(line, i) ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    if (3 * longest >= along) {
      ++thickness;
    } else {
      if (thickness > 0 && thickness <= most_thickness) found.push_back(line - 1);
      thickness = 0;
    }
  }
  return found;
}

std::vector<std::size_t> horizontal_rules(const Ink& ink) {
  return rules(ink.height(), ink.width(), [&](std::size_t y, std::size_t x) { return ink.at(x, y); });
}
std::vector<std::size_t> vertical_rules(const Ink& ink) {
  return rules(ink.width(), ink.height(), [&](std::size_t x, std::size_t y) { return ink.at(x, y); });
}

bool is_grid(const Ink& ink, const std::vector<std::size_t>& rows, const std::vector<std::size_t>& columns) {
  constexpr std::size_t fewest = 3;
  if (rows.size() < fewest || columns.size() < fewest) return false;
  std::size_t crossings = 0;
  for (const std::size_t y : rows) {
    for (const std::size_t x : columns) crossings += ink.at(x, y) ? 1U : 0U;
  }
  return 4 * crossings >= 3 * rows.size() * columns.size();
}

// ---- lines of letters ----

struct Line {
  std::size_t top = 0, bottom = 0;  // the first row, and the row after the last
};

// Rows with ink, between rows without any.
std::vector<Line> lines_of(const Ink& ink) {
  std::vector<Line> lines;
  bool is_open = false;
  for (std::size_t y = 0; y < ink.height(); ++y) {
    bool has_ink = false;
    for (std::size_t x = 0; x < ink.width() && !has_ink; ++x) has_ink = ink.at(x, y);
    if (has_ink && !is_open) lines.push_back({y, y});
    if (has_ink) lines.back().bottom = y + 1;
    is_open = has_ink;
  }
  return lines;
}

// Many short strokes beside each other, far along the line, and nothing long among them.
bool is_of_letters(const Ink& ink, const Line& line) {
  constexpr std::size_t least_height = 5, fewest_strokes = 10;
  const std::size_t height = line.bottom - line.top;
  if (height < least_height || 6 * height > ink.height()) return false;
  std::size_t strokes = 0, longest = 0, first = ink.width(), last = 0;
  for (std::size_t y = line.top; y < line.bottom; ++y) {
    std::size_t run = 0;
    for (std::size_t x = 0; x < ink.width(); ++x) {
      run = ink.at(x, y) ? run + 1 : 0;
      if (run == 1) ++strokes;
      longest = std::max(longest, run);
      if (run > 0) {
        first = std::min(first, x);
        last = std::max(last, x);
      }
    }
  }
  return strokes >= fewest_strokes * height && longest <= 3 * height && 3 * (last - first) >= ink.width();
}

bool is_text(Ink ink, const std::vector<std::size_t>& frame) {
  // A frame around the words would stand in every row.
  constexpr std::size_t blur = 2;
  for (const std::size_t x : frame) {
    for (std::size_t near = x - std::min(x, 3 * blur); near <= std::min(x + blur, ink.width() - 1); ++near) {
      for (std::size_t y = 0; y < ink.height(); ++y) ink.mark(near, y, false);
    }
  }
  constexpr std::size_t fewest_lines = 5;
  std::size_t lines = 0, height = 0;
  for (const Line& line : lines_of(ink)) {
    if (!is_of_letters(ink, line)) continue;
    ++lines;
    height += line.bottom - line.top;
  }
  return lines >= fewest_lines && 8 * height >= ink.height();
}

}  // namespace

Looks looks_of(const Grey& grey) {
  if (grey.width < least_side || grey.height < least_side) return Looks::picture;
  const Paper paper = paper_of(grey);
  constexpr double least_paper = 0.4;
  if (paper.share < least_paper) return Looks::picture;
  const Ink ink = ink_of(grey, paper);
  const std::vector<std::size_t> columns = vertical_rules(ink);
  if (is_grid(ink, horizontal_rules(ink), columns)) return Looks::table;
  return is_text(ink, columns) ? Looks::text : Looks::picture;
}

}  // namespace eqr::images
