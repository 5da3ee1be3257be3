#include "render/pdf/page_content.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "render/pdf/syntax.hpp"

namespace eqr::render::pdf {
namespace {

std::string colour_of(unsigned rgb, const char* operation) {
  const auto part = [rgb](unsigned shift) { return number((rgb >> shift & 0xFFU) / 255.0); };
  return part(16) + " " + part(8) + " " + part(0) + " " + operation + " ";
}

bool is_turned_round(const DrawnText& text) {
  return text.glyphs.size() > 1 && text.glyphs.front().begin > text.glyphs.back().begin;
}

std::string matrix(const DrawnText& text, double x, double y) {
  const double angle = text.turned * std::numbers::pi / 180;
  return number(std::cos(angle)) + " " + number(std::sin(angle)) + " " + number(-std::sin(angle)) + " " +
         number(std::cos(angle)) + " " + number(x) + " " + number(from_below(y)) + " Tm ";
}

std::string point(double x, double y) {
  return number(x) + " " + number(from_below(y)) + " ";
}

// Of four curves: how far their control points stand from their ends, in radii.
constexpr double quarter_of_circle = 0.5523;

std::string circle(double x, double y, double radius) {
  const double control = radius * quarter_of_circle;
  const auto curve = [&](double x1, double y1, double x2, double y2, double x3, double y3) {
    return point(x + x1, y + y1) + point(x + x2, y + y2) + point(x + x3, y + y3) + "c ";
  };
  return point(x + radius, y) + "m " + curve(radius, control, control, radius, 0, radius) +
         curve(-control, radius, -radius, control, -radius, 0) +
         curve(-radius, -control, -control, -radius, 0, -radius) +
         curve(control, -radius, radius, -control, radius, 0);
}

}  // namespace

// ISO 32000-1, 14.8.2.2.
const char* artifact_begins(Artifact artifact) {
  switch (artifact) {
    case Artifact::header:
      return "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n";
    case Artifact::footer:
      return "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n";
    case Artifact::watermark:
      return "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n";
    case Artifact::repeated:
      return "/Artifact <</Type /Pagination>> BDC\n";
    case Artifact::decoration:
      return "/Artifact <</Type /Layout>> BDC\n";
  }
  return "";
}

double from_below(double y) {
  return page_height - y;
}

std::string corners(double x, double y, double width, double height) {
  return "[" + number(x) + " " + number(from_below(y + height)) + " " + number(x + width) + " " +
         number(from_below(y)) + "]";
}

void PageContent::add(const Drawn& drawn) {
  m_operators += std::visit([this](const auto& one) { return of(one); }, drawn);
}

// Notes what is drawn. What glyphs cannot say by themselves is told beside them.
bool PageContent::says_its_text(const DrawnText& text) {
  if (text.is_substitute) {
    m_uses[text.face].see_all_as(text.glyphs, m_fonts.substitute().utf8);
    return false;
  }
  return m_uses[text.face].see(text.glyphs, text.text) && !is_turned_round(text);
}

std::string PageContent::filled_with(unsigned rgb) {
  return std::exchange(m_filling, rgb) == rgb ? std::string{} : colour_of(rgb, "rg");
}

std::string PageContent::edged_with(unsigned rgb) {
  return std::exchange(m_edge, rgb) == rgb ? std::string{} : colour_of(rgb, "RG");
}

std::string PageContent::in_font(std::size_t face, double size) {
  std::string written = "/F" + std::to_string(face) + " " + number(size) + " Tf ";
  return m_font == written ? std::string{} : m_font = std::move(written);
}

std::string PageContent::of(const DrawnText& text) {
  if (text.glyphs.empty()) return {};
  m_on_page.insert(text.face);
  const std::string drawn =
      "BT " + filled_with(text.colour) + in_font(text.face, text.size) + shown(text) + "ET\n";
  if (says_its_text(text)) return drawn;
  return "/Span <</ActualText <FEFF" + utf16_hex(text.text) + ">>> BDC\n" + drawn + "EMC\n";
}

std::string PageContent::shown(const DrawnText& text) const {
  const bool has_offsets = std::ranges::any_of(
      text.glyphs, [](const Glyph& glyph) { return glyph.x_offset != 0 || glyph.y_offset != 0; });
  if (!has_offsets) {
    const std::string place = text.turned == 0 ? point(text.x, text.y) + "Td " : matrix(text, text.x, text.y);
    return place + array_of(text.glyphs, text.face) + " TJ ";
  }
  std::string written;
  double x = text.x;
  for (const Glyph& glyph : text.glyphs) {
    written +=
        matrix(text, x + glyph.x_offset * text.size / 1'000, text.y - glyph.y_offset * text.size / 1'000) +
        "<" + glyph_code(glyph.id) + "> Tj ";
    x += glyph.advance * text.size / 1'000;
  }
  return written;
}

// Where shapes stand closer together or further apart than the font says, by how much.
std::string PageContent::array_of(const std::vector<Glyph>& glyphs, std::size_t face) const {
  std::string written = "[<";
  for (const Glyph& glyph : glyphs) {
    written += glyph_code(glyph.id);
    const double closer = m_fonts.face(face).advance(glyph.id) - glyph.advance;
    if (std::abs(closer) > 0.5 && &glyph != &glyphs.back()) written += "> " + number(closer) + " <";
  }
  return written + ">]";
}

std::string PageContent::of(const DrawnRectangle& drawn) {
  return filled_with(drawn.colour) + number(drawn.x) + " " + number(from_below(drawn.y + drawn.height)) +
         " " + number(drawn.width) + " " + number(drawn.height) + " re f\n";
}

std::string PageContent::of(const DrawnLine& drawn) {
  return edged_with(drawn.colour) + number(drawn.thickness) + " w " + number(drawn.x1) + " " +
         number(from_below(drawn.y1)) + " m " + number(drawn.x2) + " " + number(from_below(drawn.y2)) +
         " l S\n";
}

std::string PageContent::of(const DrawnImage& drawn) {
  m_images.insert(drawn.image);
  return "q " + number(drawn.width) + " 0 0 " + number(drawn.height) + " " + number(drawn.x) + " " +
         number(from_below(drawn.y + drawn.height)) + " cm /I" + std::to_string(drawn.image) + " Do Q\n";
}

std::string PageContent::of(const DrawnMarker& drawn) {
  std::string path = drawn.corners.empty() ? circle(drawn.x, drawn.y, drawn.radius) : std::string{};
  for (const auto& [x, y] : drawn.corners) path += point(x, y) + (path.empty() ? "m " : "l ");
  return filled_with(drawn.filling) + edged_with(drawn.edge) + number(drawn.thickness) + " w " + path + "b\n";
}

}  // namespace eqr::render::pdf
