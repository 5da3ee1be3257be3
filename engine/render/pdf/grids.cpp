#include <algorithm>
#include <numeric>

#include "render/pdf/layout.hpp"

namespace eqr::render::pdf {
namespace {

constexpr double side_padding = 5, top_padding = 3.5, between_columns = 2 * side_padding;
constexpr TextLook caption_look = {10.5, false, ink, 1.35}, shorthand_look = {9, false, quiet_ink, 1.3},
                   sources_look = shorthand_look;
constexpr double most_kept_whole = 0.45 * page_room;
constexpr double sizes[] = {9.5, 8.5, 7.5};  // the first in which the longest words fit

struct Widths {
  double whole = 0, widest_part = 0;
  double header = 0;  // in which the header takes few lines
};

}  // namespace

// Of a grid, once it has been measured.
struct GridPlan {
  double size = sizes[0];
  std::vector<double> widths;  // of the columns
  double width = 0;
  double caption_height = 0, head_height = 0, foot_height = 0;
  std::vector<double> row_heights;
};

namespace {

class GridLayout {
 public:
  GridLayout(Paper& paper, const Grid& grid, GridPlan& plan) : m_paper(paper), m_grid(grid), m_plan(plan) {
    if (!plan.widths.empty() || grid.columns.empty()) return;
    for (const double size : sizes) {
      m_plan.size = size;
      if (measure() <= text_width) break;
    }
    divide();
    m_plan.caption_height = caption_height();
    m_plan.head_height = head_height();
    m_plan.foot_height = foot_height();
    for (std::size_t row = 0; row < m_grid.rows.size(); ++row) m_plan.row_heights.push_back(row_height(row));
  }

  // A short table stays whole; of others some rows stand with the caption.
  [[nodiscard]] double least_height() const {
    if (m_grid.columns.empty()) return 0;
    const double head = m_plan.caption_height + m_plan.head_height;
    const auto height_of = [&](std::size_t rows) {
      const auto begin = m_plan.row_heights.begin();
      return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(rows), head);
    };
    const double whole = height_of(m_grid.rows.size()) + m_plan.foot_height;
    if (whole <= most_kept_whole) return whole;
    return std::min(height_of(std::min<std::size_t>(3, m_grid.rows.size())), page_room);
  }

  void draw(TagId parent) {
    if (m_grid.columns.empty()) return;
    Builder& builder = m_paper.builder();
    const TagId table = builder.open(TagType::table, parent);
    m_paper.place(m_grid.id, table);
    draw_caption(builder.open(TagType::caption, table));
    draw_head(builder.open(TagType::table_head, table));
    const TagId body = m_grid.rows.empty() ? table : builder.open(TagType::table_body, table);
    for (std::size_t row = 0; row < m_grid.rows.size(); ++row) draw_row(row, body);
    draw_foot(parent);
  }

 private:
  [[nodiscard]] TextLook cell_look(bool is_bold) const { return {m_plan.size, is_bold, ink, 1.3}; }

  [[nodiscard]] bool is_bold(std::size_t row, std::size_t column) const {
    return m_grid.rows[row].is_total || column == 0;
  }

  Widths widths_of(const report::Inlines& text, bool is_bold) {
    std::vector<Run> runs;
    for (const report::Inline& each : text)
      runs.push_back({each.text, is_bold || each.strong ? Style::bold : Style::regular, m_plan.size,
                      m_paper.language()});
    const Shaper::Widths widths = m_paper.shaper().widths(runs);
    return {widths.whole + between_columns, widths.widest_part + between_columns, 0};
  }

  // What columns want, and what they cannot do without: the sum of the latter.
  double measure() {
    m_wanted.clear();
    for (std::size_t column = 0; column < m_grid.columns.size(); ++column) {
      const Widths header = widths_of(plain_text(m_grid.columns[column].header), true);
      // A header may take several lines: few, where the page is wide enough.
      constexpr double slim = 66;
      constexpr double few = 2.5;
      Widths widest = {std::min(header.whole, std::max(header.widest_part, slim)), header.widest_part,
                       std::min(header.whole, std::max(header.whole / few, slim))};
      for (std::size_t row = 0; row < m_grid.rows.size(); ++row) {
        const Widths cell = widths_of(m_grid.rows[row].cells[column], is_bold(row, column));
        widest.whole = std::max(widest.whole, cell.whole);
        widest.widest_part = std::max(widest.widest_part, cell.widest_part);
      }
      m_wanted.push_back(widest);
    }
    return std::accumulate(m_wanted.begin(), m_wanted.end(), 0.0,
                           [](double sum, const Widths& one) { return sum + one.widest_part; });
  }

  void divide() {
    double whole = 0, least = 0;
    for (const Widths& one : m_wanted) {
      whole += one.whole;
      least += one.widest_part;
    }
    for (const Widths& one : m_wanted) {
      if (whole <= text_width) {
        m_plan.widths.push_back(one.whole);
      } else if (least < text_width) {
        m_plan.widths.push_back(one.widest_part +
                                (text_width - least) * (one.whole - one.widest_part) / (whole - least));
      } else {
        m_plan.widths.push_back(one.widest_part * text_width / least);
      }
    }
    widen_headers();
    // Few columns stand close together, where the eye follows a row; more fill the page.
    const double used = std::accumulate(m_plan.widths.begin(), m_plan.widths.end(), 0.0);
    constexpr std::size_t most_slim = 3;
    if (used < text_width && m_plan.widths.size() > most_slim) m_plan.widths.front() += text_width - used;
    m_plan.width = std::accumulate(m_plan.widths.begin(), m_plan.widths.end(), 0.0);
  }

  // What room there is goes to those whose headers take many lines, as much to each as its share of the need.
  void widen_headers() {
    const double room = text_width - std::accumulate(m_plan.widths.begin(), m_plan.widths.end(), 0.0);
    double needed = 0;
    for (std::size_t column = 0; column < m_wanted.size(); ++column)
      needed += std::max(0.0, m_wanted[column].header - m_plan.widths[column]);
    if (room <= 0 || needed <= 0) return;
    const double share = std::min(1.0, room / needed);
    for (std::size_t column = 0; column < m_wanted.size(); ++column)
      m_plan.widths[column] += share * std::max(0.0, m_wanted[column].header - m_plan.widths[column]);
  }

  Setting set_cell(const report::Inlines& text, std::size_t column, bool is_bold) {
    return m_paper.set(text, cell_look(is_bold), m_plan.widths[column] - between_columns);
  }
  Setting set_header(std::size_t column) {
    return set_cell(plain_text(m_grid.columns[column].header), column, true);
  }

  double head_height() {
    double height = 0;
    for (std::size_t column = 0; column < m_grid.columns.size(); ++column)
      height = std::max(height, set_header(column).height());
    return height + 2 * top_padding;
  }
  double row_height(std::size_t row) {
    double height = 0;
    for (std::size_t column = 0; column < m_grid.columns.size(); ++column)
      height =
          std::max(height, set_cell(m_grid.rows[row].cells[column], column, is_bold(row, column)).height());
    return height + 2 * top_padding;
  }
  double caption_height() {
    double height = m_paper.set(m_grid.caption, caption_look, text_width).height() + 5;
    if (!m_grid.shorthand.empty())
      height += m_paper.set(plain_text(m_grid.shorthand), shorthand_look, text_width).height();
    return height;
  }

  // The sources, below the table and no part of it.
  double foot_height() {
    if (m_grid.sources.empty()) return 0;
    return 4 + m_paper.set(plain_text(m_grid.sources), sources_look, text_width).height();
  }
  void draw_foot(TagId parent) {
    m_paper.move(4);
    if (m_grid.sources.empty()) return;
    Setting sources = m_paper.set(plain_text(m_grid.sources), sources_look, text_width);
    m_paper.draw(sources, m_paper.builder().open(TagType::paragraph, parent), margin_side);
    m_paper.move(6);
  }

  void draw_caption(TagId tag) {
    Setting caption = m_paper.set(m_grid.caption, caption_look, text_width);
    m_paper.draw(caption, tag, margin_side);
    if (!m_grid.shorthand.empty()) {
      Setting shorthand = m_paper.set(plain_text(m_grid.shorthand), shorthand_look, text_width);
      m_paper.draw(shorthand, tag, margin_side);
    }
    m_paper.move(5);
  }

  [[nodiscard]] Align align_of(std::size_t column) const {
    return m_grid.columns[column].is_number ? Align::right : Align::left;
  }

  // The header row; as an artifact where it is repeated.
  void draw_head(std::optional<TagId> head) {
    const double height = m_plan.head_height;
    m_paper.need(height);
    m_paper.fill(margin_side, m_paper.y(), m_plan.width, height, pale_grey);
    const TagId row = head ? m_paper.builder().open(TagType::row, *head) : TagId{0};
    double x = margin_side;
    for (std::size_t column = 0; column < m_grid.columns.size(); ++column) {
      Owner owner = Artifact::repeated;
      if (head) {
        const TagId cell = m_paper.builder().open(TagType::header_cell, row);
        m_paper.builder().tag(cell).scope = Scope::column;
        m_paper.builder().tag(cell).id = column_id(column);
        owner = cell;
      }
      Setting header = set_header(column);
      double top = m_paper.y() + height - top_padding - header.height();  // on the line below
      for (std::size_t line = 0; line < header.lines().size(); ++line, top += header.line_height())
        m_paper.draw_line(header, line, owner, x + side_padding, top, align_of(column));
      x += m_plan.widths[column];
    }
    m_paper.move(height);
    m_paper.rule(margin_side, m_paper.y(), m_plan.width, 1, quiet_ink);
  }

  [[nodiscard]] std::string column_id(std::size_t column) const {
    return m_grid.id + "-c" + std::to_string(column + 1);
  }
  [[nodiscard]] std::string row_id(std::size_t row) const {
    return m_grid.id + "-r" + std::to_string(row + 1);
  }

  void next_page() {
    m_paper.new_page();
    draw_head(std::nullopt);
  }

  void draw_row(std::size_t index, TagId body) {
    const Grid::Row& row = m_grid.rows[index];
    Builder& builder = m_paper.builder();
    std::vector<Setting> cells;
    std::size_t lines = 1;
    for (std::size_t column = 0; column < m_grid.columns.size(); ++column) {
      cells.push_back(set_cell(row.cells[column], column, is_bold(index, column)));
      lines = std::max(lines, cells.back().lines().size());
    }
    const double line_height = cells.front().line_height();
    const double height = static_cast<double>(lines) * line_height + 2 * top_padding;
    // A row breaks over pages only where it would leave much of one empty.
    const bool may_break = height > page_room / 3;
    // Nor does the last row stand alone on a page, or the sources without it.
    const std::size_t after = m_grid.rows.size() - index - 1;
    double wanted = height + (after <= 1 ? m_plan.foot_height : 0);
    if (after == 1) wanted += m_plan.row_heights[index + 1];
    if (m_paper.room() < (may_break ? 3 * line_height : wanted)) next_page();

    const TagId tag = builder.open(TagType::row, body);
    std::vector<TagId> owners;
    for (std::size_t column = 0; column < cells.size(); ++column)
      owners.push_back(open_cell(tag, index, column));
    // Cells of one page after the other, each whole on it, so that they are read whole.
    for (std::size_t first = 0; first < lines;) {
      const double room = m_paper.room() - 2 * top_padding;
      const auto fit = static_cast<std::size_t>(std::max(1.0, room / line_height));
      const std::size_t last = std::min(lines, first + fit);
      double x = margin_side;
      for (std::size_t column = 0; column < cells.size(); ++column) {
        double top = m_paper.y() + top_padding;
        for (std::size_t line = first; line < std::min(last, cells[column].lines().size());
             ++line, top += line_height)
          m_paper.draw_line(cells[column], line, owners[column], x + side_padding, top, align_of(column));
        x += m_plan.widths[column];
      }
      m_paper.move(static_cast<double>(last - first) * line_height + 2 * top_padding);
      first = last;
      if (first < lines) next_page();
    }
    m_paper.rule(margin_side, m_paper.y(), m_plan.width, 0.5, rule_grey);
  }

  TagId open_cell(TagId row, std::size_t index, std::size_t column) {
    Builder& builder = m_paper.builder();
    const TagId cell = builder.open(column == 0 ? TagType::header_cell : TagType::data_cell, row);
    if (column == 0) {
      builder.tag(cell).scope = Scope::row;
      builder.tag(cell).id = row_id(index);
    } else {
      builder.tag(cell).headers = {row_id(index), column_id(column)};
    }
    return cell;
  }

  Paper& m_paper;
  const Grid& m_grid;
  GridPlan& m_plan;
  std::vector<Widths> m_wanted;
};

}  // namespace

GridPlans::GridPlans() = default;
GridPlans::~GridPlans() = default;

GridPlan& GridPlans::of(const Grid& grid) {
  auto& plan = m_plans[&grid];
  if (!plan) plan = std::make_unique<GridPlan>();
  return *plan;
}

void draw_grid(Paper& paper, const Grid& grid, GridPlans& plans, TagId parent) {
  GridLayout(paper, grid, plans.of(grid)).draw(parent);
}

double least_height(Paper& paper, const Grid& grid, GridPlans& plans) {
  return GridLayout(paper, grid, plans.of(grid)).least_height();
}

}  // namespace eqr::render::pdf
