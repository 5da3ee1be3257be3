#include "render/workbook/plot_writer.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/plot_cells.hpp"
#include "render/spreadsheet/widths.hpp"

namespace eqr::render::spreadsheet {
namespace {

constexpr unsigned grid_grey = 0xD9D9D9, axis_grey = 0x3D3D3D, black = 0x0B0C0C;
constexpr float line_points = 2.25F;
constexpr std::uint8_t marker_points = 8;
constexpr std::uint16_t gap_percent = 50;  // of a bar's height, between bars

lxw_chart_font font_of(unsigned colour, bool bold = false) {
  lxw_chart_font font{};
  static char arial[] = "Arial";
  font.name = arial;
  font.size = text_points;
  font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
  font.color = colour;
  return font;
}

lxw_chart_line line_of(unsigned colour, float points) {
  lxw_chart_line line{};
  line.color = colour;
  line.width = points;
  return line;
}

// "=Workforce_ethnicity!$B$7"
std::string formula(const std::string& sheet, std::size_t row, std::size_t column) {
  return "=" + sheet + "!" + absolute_cell_name(row, column);
}

std::uint8_t type_of(const Plot& plot) {
  if (!plot.has_bars()) return LXW_CHART_LINE;
  return plot.is_stacked() ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
}

std::uint8_t type_of(Plot::Marker marker) {
  switch (marker) {
    case Plot::Marker::circle:
      return LXW_CHART_MARKER_CIRCLE;
    case Plot::Marker::square:
      return LXW_CHART_MARKER_SQUARE;
    case Plot::Marker::diamond:
      return LXW_CHART_MARKER_DIAMOND;
    case Plot::Marker::triangle:
      return LXW_CHART_MARKER_TRIANGLE;
  }
  return LXW_CHART_MARKER_CIRCLE;
}

class Drawing {
 public:
  Drawing(lxw_workbook* workbook, const Sheet& sheet, const Book& book)
      : m_sheet(sheet), m_plot(*sheet.plot), m_cells(cells_of(m_plot, book)) {
    m_chart = workbook_add_chart(workbook, type_of(m_plot));
    if (m_chart == nullptr)
      throw std::runtime_error("workbook: " + sheet.subject + ": libxlsxwriter cannot make a chart");
  }

  lxw_chart* made() {
    set_title();
    for (const Plot::Series& series : m_plot.series) add(series);
    if (m_plot.has_bars()) {
      chart_set_series_gap(m_chart, gap_percent);
      // Bars lie on their side, and the library's axes with them; the first group is on top, as in the table.
      set_labels_axis(m_chart->y_axis);
      chart_axis_set_reverse(m_chart->y_axis);
      set_scale(m_chart->x_axis);
      // The labels' axis is upside down: this end of it is at the bottom.
      chart_axis_set_crossing_max(m_chart->y_axis);
    } else {
      set_labels_axis(m_chart->x_axis);
      set_scale(m_chart->y_axis);
    }
    if (m_plot.kind == Plot::Kind::dots) {
      lxw_chart_line between = line_of(axis_grey, 1.5);
      chart_set_high_low_lines(m_chart, &between);
    }
    lxw_chart_font font = font_of(black);
    chart_legend_set_position(m_chart,
                              m_plot.series.size() > 1 ? LXW_CHART_LEGEND_TOP : LXW_CHART_LEGEND_NONE);
    chart_legend_set_font(m_chart, &font);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_chartarea_set_line(m_chart, &none);
    return m_chart;
  }

 private:
  // Words come from cells: a title that begins with = would be taken for a formula.
  void set_title() {
    lxw_chart_font font = font_of(black, true);
    chart_title_set_name_range(m_chart, m_sheet.name.c_str(), 0, 0);
    chart_title_set_name_font(m_chart, &font);
  }

  void add(const Plot::Series& series) {
    lxw_chart_series* made = chart_add_series(m_chart, nullptr, nullptr);
    if (made == nullptr)
      throw std::runtime_error("workbook: " + m_sheet.subject + ": libxlsxwriter cannot make a series");
    const auto first = static_cast<lxw_row_t>(m_cells.first), last = static_cast<lxw_row_t>(m_cells.last);
    const auto label = static_cast<lxw_col_t>(m_plot.label_column),
               column = static_cast<lxw_col_t>(series.column);
    chart_series_set_categories(made, m_cells.sheet.c_str(), first, label, last, label);
    chart_series_set_values(made, m_cells.sheet.c_str(), first, column, last, column);
    chart_series_set_name_range(made, m_cells.sheet.c_str(), static_cast<lxw_row_t>(m_cells.header), column);
    if (m_plot.has_bars()) {
      lxw_chart_fill fill{};
      fill.color = series.colour;
      chart_series_set_fill(made, &fill);
    } else {
      set_points(made, series);
    }
    set_labels(made, series);
  }

  void set_points(lxw_chart_series* made, const Plot::Series& series) const {
    lxw_chart_line line = line_of(series.colour, line_points);
    lxw_chart_line edge = line;
    line.none = m_plot.kind == Plot::Kind::dots ? LXW_TRUE : LXW_FALSE;
    lxw_chart_fill filling{};
    filling.color = series.colour;
    chart_series_set_line(made, &line);
    chart_series_set_marker_type(made, type_of(series.marker));
    chart_series_set_marker_size(made, marker_points);
    chart_series_set_marker_fill(made, &filling);
    chart_series_set_marker_line(made, &edge);
  }

  // Of two dots the second has its number on the left, where it does not lie on that of the first.
  [[nodiscard]] std::uint8_t label_position(const Plot::Series& series) const {
    if (m_plot.is_stacked()) return LXW_CHART_LABEL_POSITION_CENTER;
    if (m_plot.kind == Plot::Kind::lines) return LXW_CHART_LABEL_POSITION_ABOVE;
    if (m_plot.kind != Plot::Kind::dots) return LXW_CHART_LABEL_POSITION_OUTSIDE_END;
    return &series == &m_plot.series.front() ? LXW_CHART_LABEL_POSITION_RIGHT : LXW_CHART_LABEL_POSITION_LEFT;
  }

  void set_labels(lxw_chart_series* made, const Plot::Series& series) {
    chart_series_set_labels(made);
    chart_series_set_labels_position(made, label_position(series));
    lxw_chart_font font = font_of(series.ink);
    chart_series_set_labels_font(made, &font);
    lxw_chart_font ink = font_of(black);  // where there is no bar to write on
    std::vector<std::string> words(series.labels.size());
    std::vector<lxw_chart_data_label> labels(series.labels.size());
    std::vector<lxw_chart_data_label*> list;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (series.labels[i] == Plot::Label::words) {
        words[i] = formula(m_cells.sheet, m_cells.first + i, series.column);
        labels[i].value = words[i].data();
        labels[i].font = &ink;
      }
      labels[i].hide = series.labels[i] == Plot::Label::none ? LXW_TRUE : LXW_FALSE;
      list.push_back(&labels[i]);
    }
    list.push_back(nullptr);
    checked(chart_series_set_labels_custom(made, list.data()));
  }

  // Labels of groups stand at the low end of the scale, even where bars go beyond nought.
  void set_labels_axis(lxw_chart_axis* axis) {
    lxw_chart_font font = font_of(black);
    lxw_chart_line line = line_of(axis_grey, 1.5);
    chart_axis_set_num_font(axis, &font);
    chart_axis_set_label_position(axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_major_gridlines_set_visible(axis, LXW_FALSE);
    chart_axis_set_line(axis, &line);
  }

  void set_scale(lxw_chart_axis* axis) {
    lxw_chart_font font = font_of(black);
    lxw_chart_font name_font = font_of(black);
    lxw_chart_line grid = line_of(grid_grey, 0.75);
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_axis_set_min(axis, m_plot.low);
    chart_axis_set_max(axis, m_plot.high);
    chart_axis_set_major_unit(axis, m_plot.step);
    chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(axis, &grid);
    chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_line(axis, &none);
    chart_axis_set_num_font(axis, &font);
    const std::string format =
        m_plot.places > 0 ? "#,##0." + std::string(static_cast<std::size_t>(m_plot.places), '0') : "#,##0";
    chart_axis_set_num_format(axis, format.c_str());
    if (m_plot.series.size() == 1) {
      chart_axis_set_name_range(axis, m_cells.sheet.c_str(), static_cast<lxw_row_t>(m_cells.header),
                                static_cast<lxw_col_t>(m_plot.series.front().column));
    } else if (!m_plot.measure.empty()) {
      chart_axis_set_name(axis, m_plot.measure.c_str());
    } else {
      return;
    }
    chart_axis_set_name_font(axis, &name_font);
  }

  void checked(lxw_error error) const {
    if (error != LXW_NO_ERROR)
      throw std::runtime_error("workbook: " + m_sheet.subject + ": libxlsxwriter: " + lxw_strerror(error));
  }

  const Sheet& m_sheet;
  const Plot& m_plot;
  PlotCells m_cells;
  lxw_chart* m_chart = nullptr;  // the workbook's
};

}  // namespace

void draw(lxw_workbook* workbook, lxw_worksheet* worksheet, const Sheet& sheet, const Book& book) {
  lxw_chart* chart = Drawing(workbook, sheet, book).made();
  std::string alternative = sheet.plot->alternative;
  lxw_chart_options options{};
  // A chart of the library's is 480 pixels wide and 288 high. It ends in the column that is as wide as it, of
  // whose digits the library thinks that they are 7 pixels wide.
  options.x_scale = sheet.plot->width * 7 / digit_pixels / 480.0;
  options.y_scale = sheet.plot->height / 288.0;
  options.description = alternative.data();
  const lxw_error error =
      worksheet_insert_chart_opt(worksheet, static_cast<lxw_row_t>(row_of_plot(sheet)), 0, chart, &options);
  if (error != LXW_NO_ERROR)
    throw std::runtime_error("workbook: " + sheet.subject + ": libxlsxwriter: " + lxw_strerror(error));
}

}  // namespace eqr::render::spreadsheet
