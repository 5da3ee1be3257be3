#include "render/raster/picture.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include "handles/handle.hpp"
#include "render/charts/palette.hpp"
#include "render/pdf/lines.hpp"

namespace eqr::render::raster {
namespace {

using handles::Handle;

using Surface = Handle<cairo_surface_t, cairo_surface_destroy>;
using Context = Handle<cairo_t, cairo_destroy>;

void expect_success(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
}

double pixels_to_a_unit(const charts::Geometry& geometry) {
  return std::min(density, most_pixels / std::max({geometry.width, geometry.height, 1.0}));
}

int pixels(double units, double scale) {
  return std::max(1, static_cast<int>(std::ceil(units * scale)));
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

// A function for each shape of a drawing.
class Canvas {
 public:
  Canvas(const charts::Geometry& geometry, const pdf::Fonts& fonts) : m_shaper(fonts) {
    const double scale = pixels_to_a_unit(geometry);
    m_surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(geometry.width, scale),
                                               pixels(geometry.height, scale)));
    expect_success(cairo_surface_status(m_surface.get()));
    m_context.reset(cairo_create(m_surface.get()));
    cairo_set_source_rgb(m_context.get(), 1, 1, 1);
    cairo_paint(m_context.get());
    cairo_scale(m_context.get(), scale, scale);
  }

  void draw(const charts::Line& line) {
    take(line.ink);
    cairo_set_line_width(m_context.get(), line.thickness);
    cairo_move_to(m_context.get(), line.x1, line.y1);
    cairo_line_to(m_context.get(), line.x2, line.y2);
    cairo_stroke(m_context.get());
  }

  void draw(const charts::Rectangle& shape) {
    take(shape.ink);
    cairo_rectangle(m_context.get(), shape.x, shape.y, shape.width, shape.height);
    cairo_fill(m_context.get());
  }

  void draw(const charts::Marker& marker) {
    cairo_new_path(m_context.get());
    const auto corners = charts::corners(marker);
    for (const charts::Point& corner : corners) cairo_line_to(m_context.get(), corner.x, corner.y);
    if (corners.empty())
      cairo_arc(m_context.get(), marker.x, marker.y, marker.radius, 0, 2 * std::numbers::pi);
    cairo_close_path(m_context.get());
    take(marker.is_hollow ? charts::Ink::paper : marker.ink);
    cairo_fill_preserve(m_context.get());
    take(marker.ink);
    cairo_set_line_width(m_context.get(), charts::marker_edge);
    cairo_stroke(m_context.get());
  }

  void draw(const charts::Text& text) {
    take(text.ink);
    const auto lines = m_shaper.lines(
        {{text.text, text.strong ? pdf::Style::bold : pdf::Style::regular, text.size, "en"}}, one_line);
    double left = text.x;
    if (text.anchor == charts::Anchor::middle) left -= lines.front().width / 2;
    if (text.anchor == charts::Anchor::end) left -= lines.front().width;
    for (const pdf::Piece& piece : lines.front().pieces) draw(piece, left + piece.x, text.y, text.size);
  }

  [[nodiscard]] std::string png() const {
    expect_success(cairo_status(m_context.get()));
    std::string bytes;
    expect_success(cairo_surface_write_to_png_stream(m_surface.get(), append, &bytes));
    return bytes;
  }

 private:
  static constexpr double one_line = 1e6;  // wider than any label

  void take(charts::Ink ink) {
    const unsigned rgb = charts::rgb(ink);
    const auto part = [&](unsigned shift) { return static_cast<double>(rgb >> shift & 0xFFU) / 255; };
    cairo_set_source_rgb(m_context.get(), part(16), part(8), part(0));
  }

  // All outlines of a piece are filled at once; `y` is its baseline.
  void draw(const pdf::Piece& piece, double x, double y, double size) {
    cairo_new_path(m_context.get());
    for (const pdf::Glyph& glyph : piece.glyphs) {
      cairo_save(m_context.get());
      cairo_translate(m_context.get(), x + glyph.x_offset * size / 1'000, y - glyph.y_offset * size / 1'000);
      cairo_scale(m_context.get(), size / 1'000, -size / 1'000);
      for (const pdf::Stroke& stroke : m_shaper.fonts().face(piece.face).outline(glyph.id)) follow(stroke);
      cairo_restore(m_context.get());
      x += glyph.advance * size / 1'000;
    }
    cairo_fill(m_context.get());
  }

  void follow(const pdf::Stroke& stroke) {
    const auto& [x, y] = stroke.to;
    switch (stroke.kind) {
      case pdf::Stroke::Kind::move:
        return cairo_move_to(m_context.get(), x, y);
      case pdf::Stroke::Kind::line:
        return cairo_line_to(m_context.get(), x, y);
      case pdf::Stroke::Kind::curve:
        return cairo_curve_to(m_context.get(), stroke.from_control.x, stroke.from_control.y,
                              stroke.to_control.x, stroke.to_control.y, x, y);
      case pdf::Stroke::Kind::close:
        return cairo_close_path(m_context.get());
    }
  }

  pdf::Shaper m_shaper;
  Surface m_surface;
  Context m_context;
};

}  // namespace

std::string png(const charts::Geometry& geometry, const pdf::Fonts& fonts) {
  // Named one by one: a drawing that gets shapes of another kind does not compile until they are drawn here.
  const auto& [width, height, lines, rectangles, axes, markers, texts, title, text_alternative] = geometry;
  Canvas canvas(geometry, fonts);
  for (const charts::Line& line : lines) canvas.draw(line);
  for (const charts::Rectangle& rectangle : rectangles) canvas.draw(rectangle);
  for (const charts::Line& axis : axes) canvas.draw(axis);
  for (const charts::Marker& marker : markers) canvas.draw(marker);
  for (const charts::Text& text : texts) canvas.draw(text);
  return canvas.png();
}

}  // namespace eqr::render::raster
