#include "render/charts/pen.hpp"

#include <array>

#include "render/charts/palette.hpp"
#include "render/charts/text_width.hpp"

namespace eqr::render::charts {

void Pen::write(double x, double baseline, const std::string& text, Anchor anchor, bool strong, Ink ink) {
  if (text.empty()) return;
  geometry.texts.push_back({x, baseline, m_frame.room.text_size, anchor, strong, ink, text});
}

void Pen::write_small(double x, double baseline, const std::string& text, Anchor anchor, Ink ink) {
  if (text.empty()) return;
  geometry.texts.push_back({x, baseline, m_frame.small_size(), anchor, false, ink, text});
}

void Pen::draw_key() {
  const double swatch = m_frame.room.text_size * (m_frame.has_markers() ? 1.15 : 0.9);
  const double indent = swatch + 8;
  double x = 0;
  for (std::size_t i = 0; i < m_frame.readings.series.size(); ++i) {
    const auto lines = wrapped(m_frame.readings.series[i], m_frame.room.width - indent,
                               m_frame.room.text_size, false, m_frame.room.measure);
    const double width = indent + m_frame.width_of(lines.front(), m_frame.room.text_size);
    if (x > 0 && x + width > m_frame.room.width) {
      x = 0;
      y += m_frame.line_height() + 4;
    }
    draw_swatch(i, x, swatch);
    for (std::size_t line = 0; line < lines.size(); ++line) {
      if (line > 0) y += m_frame.line_height();
      write(x + indent, baseline_at(y), lines[line]);
    }
    x = lines.size() > 1 ? m_frame.room.width : x + width + 24;
  }
  y += m_frame.line_height() + 12;
}

void Pen::draw_swatch(std::size_t series, double x, double size) {
  const double middle = y + m_frame.line_height() / 2;
  if (m_frame.has_markers()) return draw_marker(series, {x + size / 2, middle});
  geometry.rectangles.push_back({x, middle - size / 2, size, size, ink(series)});
}

void Pen::draw_measure(double left) {
  const Readings& readings = m_frame.readings;
  if (readings.measure.empty() || readings.measure == readings.percent_or_pounds) return;
  const double size = m_frame.small_size();
  for (const std::string& line :
       wrapped(readings.measure, m_frame.room.width - left, size, false, m_frame.room.measure)) {
    write_small(left, y + size, line, Anchor::start);
    y += size * 1.3;
  }
  y += 4;
}

void Pen::draw_marker(std::size_t series, Point at) {
  using Form = Marker::Form;
  constexpr std::array of_lines = {Form::circle, Form::square, Form::diamond, Form::triangle};
  // What a value is set against is hollow and stands behind it: where both are the same, both are seen.
  const bool is_hollow = m_frame.has_dots() && series == 1;
  const Form form = is_hollow ? Form::diamond : of_lines.at(series);
  const double radius = m_frame.marker_radius() * (is_hollow ? 1.25 : 1);
  geometry.markers.push_back({at.x, at.y, radius, form, is_hollow, ink(series)});
}

Ink Pen::ink(std::size_t series) const {
  return m_frame.own_panels ? Ink::series_1 : series_ink(series, m_frame.readings.series.size());
}

}  // namespace eqr::render::charts
