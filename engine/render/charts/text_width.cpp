#include "render/charts/text_width.hpp"

#include <array>
#include <sstream>

namespace eqr::render::charts {
namespace {

// Advance widths of the printable ASCII characters, blank first, in thousandths of the text size.
constexpr std::array<int, 95> regular = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr std::array<int, 95> bold = {
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};

// Letters with accents, the pound sign and the minus sign are all about this wide.
constexpr int other_character = 584;

bool continues_a_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

double width_in_arial(std::string_view text, double size, bool strong) {
  int thousandths = 0;
  for (const char byte : text) {
    if (continues_a_character(byte)) continue;
    const bool printable = byte >= ' ' && byte <= '~';
    const auto index = static_cast<std::size_t>(byte - ' ');
    thousandths += printable ? (strong ? bold : regular).at(index) : other_character;
  }
  return thousandths * size / 1000.0;
}

std::vector<std::string> wrapped(const std::string& text, double width, double size, bool strong,
                                 const Measure& measure) {
  std::vector<std::string> lines;
  std::string line;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const std::string longer = line.empty() ? word : line + ' ' + word;
    if (!line.empty() && measure(longer, size, strong) > width) {
      lines.push_back(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push_back(line);
  return lines;
}

}  // namespace eqr::render::charts
