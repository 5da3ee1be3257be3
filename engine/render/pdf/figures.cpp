#include "render/charts/geometry.hpp"
#include "render/charts/palette.hpp"
#include "render/pdf/layout.hpp"

namespace eqr::render::pdf {
namespace {

constexpr TextLook caption_look = {10.5, false, ink, 1.35};
constexpr double drawing_width = 640;  // in units of its own
constexpr double scale = text_width / drawing_width;

charts::Geometry geometry_of(const Drawing& drawing, const report::Report& report) {
  const report::Chart& chart = report.charts.at(drawing.chart);
  charts::Room room;
  room.width = drawing_width;
  room.text_size = 12.5;  // somewhat smaller than the text around, as in print
  return charts::lay_out(chart, report.tables.at(chart.table), room);
}

class Press {
 public:
  Press(Paper& paper, TagId figure, double top) : m_paper(paper), m_figure(figure), m_top(top) {}

  void draw(const charts::Geometry& geometry) {
    for (const charts::Line& line : geometry.lines) draw(line);
    for (const charts::Rectangle& rectangle : geometry.rectangles) draw(rectangle);
    for (const charts::Line& axis : geometry.axes) draw(axis);
    for (const charts::Marker& marker : geometry.markers) draw(marker);
    for (const charts::Text& text : geometry.texts) draw(text);
  }

 private:
  [[nodiscard]] double x(double of_drawing) const { return margin_side + of_drawing * scale; }
  [[nodiscard]] double y(double of_drawing) const { return m_top + of_drawing * scale; }

  void draw(const charts::Line& line) {
    m_paper.builder().draw(m_figure, DrawnLine{x(line.x1), y(line.y1), x(line.x2), y(line.y2),
                                               line.thickness * scale, charts::rgb(line.ink)});
  }
  void draw(const charts::Rectangle& rectangle) {
    m_paper.builder().draw(m_figure, DrawnRectangle{x(rectangle.x), y(rectangle.y), rectangle.width * scale,
                                                    rectangle.height * scale, charts::rgb(rectangle.ink)});
  }
  void draw(const charts::Marker& marker) {
    DrawnMarker drawn{.x = x(marker.x),
                      .y = y(marker.y),
                      .radius = marker.radius * scale,
                      .filling = charts::rgb(marker.is_hollow ? charts::Ink::paper : marker.ink),
                      .edge = charts::rgb(marker.ink),
                      .thickness = charts::marker_edge * scale};
    for (const charts::Point& corner : charts::corners(marker))
      drawn.corners.emplace_back(x(corner.x), y(corner.y));
    m_paper.builder().draw(m_figure, std::move(drawn));
  }
  void draw(const charts::Text& text) {
    const double size = text.size * scale;
    const auto lines = m_paper.shaper().lines(
        {{text.text, text.strong ? Style::bold : Style::regular, size, m_paper.language()}}, page_width);
    double left = x(text.x);
    if (text.anchor == charts::Anchor::middle) left -= lines.front().width / 2;
    if (text.anchor == charts::Anchor::end) left -= lines.front().width;
    for (const Piece& piece : lines.front().pieces)
      m_paper.builder().draw(m_figure,
                             DrawnText{piece.face, size, left + piece.x, y(text.y), charts::rgb(text.ink),
                                       piece.glyphs, piece.text, piece.is_substitute, 0});
  }

  Paper& m_paper;
  TagId m_figure;
  double m_top;
};

}  // namespace

double height_of(Paper& paper, const Drawing& drawing, const report::Report& report) {
  return paper.set(drawing.caption, caption_look, text_width).height() + 4 +
         geometry_of(drawing, report).height * scale;
}

void draw_figure(Paper& paper, const Drawing& drawing, const report::Report& report, TagId parent) {
  const charts::Geometry geometry = geometry_of(drawing, report);
  paper.need(height_of(paper, drawing, report));
  Builder& builder = paper.builder();
  const TagId title = builder.open(TagType::paragraph, parent);
  paper.place(drawing.id, title);
  Setting caption = paper.set(drawing.caption, caption_look, text_width);
  paper.draw(caption, title, margin_side);
  paper.move(4);
  const TagId figure = builder.open(TagType::figure, parent);
  builder.tag(figure).alternative = geometry.text_alternative;
  builder.tag(figure).box =
      Tag::Box{builder.page(), margin_side, paper.y(), text_width, geometry.height * scale};
  Press(paper, figure, paper.y()).draw(geometry);
  paper.move(geometry.height * scale + 4);
}

}  // namespace eqr::render::pdf
