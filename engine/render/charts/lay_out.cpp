#include <utility>

#include "render/charts/geometry.hpp"
#include "render/charts/pen.hpp"
#include "render/charts/text_alternative.hpp"

namespace eqr::render::charts {

Geometry lay_out(const report::Chart& chart, const report::Table& table, const Room& room) {
  const Frame frame = frame_for(chart, table, room);
  Pen pen(frame);
  if (frame.kind == report::Chart::Kind::line) {
    draw_lines(pen, frame);
  } else {
    draw_rows(pen, frame);
  }
  pen.geometry.height = pen.y;
  pen.geometry.title = chart.title;
  pen.geometry.text_alternative =
      chart.text_alternative.empty() ? text_alternative(chart, table) : chart.text_alternative;
  return std::move(pen.geometry);
}

}  // namespace eqr::render::charts
