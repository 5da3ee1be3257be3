#include "render/charts/svg.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "render/charts/palette.hpp"
#include "render/markup/escape.hpp"

namespace eqr::render::charts {
namespace {

// A tenth of a unit is finer than any screen shows; to_chars heeds no locale.
std::string length(double value) {
  const double tenths = std::round(value * 10) / 10;
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), tenths == 0 ? 0.0 : tenths,
                                 std::chars_format::fixed, 1)
                       .ptr;
  std::string written(buffer.data(), end);
  if (written.ends_with(".0")) written.resize(written.size() - 2);
  return written;
}

std::string attribute(std::string_view name, std::string_view value) {
  return ' ' + std::string(name) + "=\"" + std::string(value) + '"';
}

std::string drawn(const Rectangle& shape) {
  return "<rect" + attribute("x", length(shape.x)) + attribute("y", length(shape.y)) +
         attribute("width", length(shape.width)) + attribute("height", length(shape.height)) +
         attribute("class", style_class(shape.ink)) + attribute("fill", colour(shape.ink)) + "/>\n";
}

std::string drawn(const Line& line) {
  return "<line" + attribute("x1", length(line.x1)) + attribute("y1", length(line.y1)) +
         attribute("x2", length(line.x2)) + attribute("y2", length(line.y2)) +
         attribute("class", style_class(line.ink)) + attribute("stroke", colour(line.ink)) +
         attribute("stroke-width", length(line.thickness)) + "/>\n";
}

std::string drawn(const Marker& marker) {
  std::string shape;
  for (const Point& corner : corners(marker))
    shape += (shape.empty() ? "" : " ") + length(corner.x) + ',' + length(corner.y);
  const std::string place = shape.empty() ? "<circle" + attribute("cx", length(marker.x)) +
                                                attribute("cy", length(marker.y)) +
                                                attribute("r", length(marker.radius))
                                          : "<polygon" + attribute("points", shape);
  const std::string classes = "marker " + std::string(style_class(marker.ink));
  return place + attribute("class", marker.is_hollow ? classes + " hollow" : classes) +
         attribute("fill", colour(marker.is_hollow ? Ink::paper : marker.ink)) +
         attribute("stroke", colour(marker.ink)) + attribute("stroke-width", length(marker_edge)) + "/>\n";
}

std::string_view anchor_name(Anchor anchor) {
  switch (anchor) {
    case Anchor::start:
      return "start";
    case Anchor::middle:
      return "middle";
    case Anchor::end:
      return "end";
  }
  return "start";
}

std::string drawn(const Text& text) {
  std::string element = "<text" + attribute("x", length(text.x)) + attribute("y", length(text.y)) +
                        attribute("font-size", length(text.size)) +
                        attribute("class", style_class(text.ink)) + attribute("fill", colour(text.ink));
  if (text.anchor != Anchor::start) element += attribute("text-anchor", anchor_name(text.anchor));
  if (text.strong) element += attribute("font-weight", "bold");
  return element + '>' + markup::escaped(text.text) + "</text>\n";
}

}  // namespace

std::string svg(const Geometry& geometry, std::string_view id) {
  const std::string name = markup::escaped(id);
  const std::string width = length(geometry.width);
  const std::string height = length(geometry.height);
  std::string drawing =
      "<svg role=\"img\"" + attribute("aria-labelledby", name + "-title " + name + "-desc") +
      attribute("viewBox", "0 0 " + width + ' ' + height) + attribute("width", width) +
      attribute("height", height) + attribute("font-family", "Arial, Helvetica, sans-serif") + ">\n";
  drawing +=
      "<title" + attribute("id", name + "-title") + '>' + markup::escaped(geometry.title) + "</title>\n";
  drawing += "<desc" + attribute("id", name + "-desc") + '>' + markup::escaped(geometry.text_alternative) +
             "</desc>\n";
  for (const Line& line : geometry.lines) drawing += drawn(line);
  for (const Rectangle& rectangle : geometry.rectangles) drawing += drawn(rectangle);
  for (const Line& line : geometry.axes) drawing += drawn(line);
  for (const Marker& marker : geometry.markers) drawing += drawn(marker);
  for (const Text& text : geometry.texts) drawing += drawn(text);
  return drawing + "</svg>\n";
}

}  // namespace eqr::render::charts
