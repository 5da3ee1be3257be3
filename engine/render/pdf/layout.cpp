#include "render/pdf/layout.hpp"

#include <algorithm>
#include <optional>

#include "calendar/date.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::pdf {
namespace {

constexpr double list_indent = 20, fact_column = 150, bar_width = 3;
constexpr double bar_in_margin = 12;  // from the text
constexpr unsigned missing_red = 0xD4351C, case_study_green = 0x28A197;
constexpr double heading_sizes[] = {26, 18, 14, 12, 11, 10.5};
constexpr TextLook body_look = {10.5, false, ink, 1.42}, lead_look = {13, false, ink, 1.4},
                   small_look = {9, false, quiet_ink, 1.35};
constexpr double label_size = 10, label_leading = 1.4, label_height = label_size * label_leading;

TagType heading_tag(int level) {
  return static_cast<TagType>(static_cast<int>(TagType::heading_1) + std::clamp(level, 1, 6) - 1);
}

TextLook look_of(Words::Look look, unsigned accent) {
  switch (look) {
    case Words::Look::lead:
      return lead_look;
    case Words::Look::small:
      return small_look;
    case Words::Look::label:
      return {label_size, true, accent, label_leading};
    default:
      return body_look;
  }
}

class Layout {
 public:
  Layout(const report::Report& report, const std::vector<FlowBlock>& flow, Paper& paper)
      : m_report(report), m_flow(flow), m_paper(paper), m_sections{Builder::root} {}

  void draw() {
    for (m_at = 0; m_at < m_flow.size(); ++m_at)
      std::visit([this](const auto& block) { draw(block); }, m_flow[m_at]);
  }

 private:
  [[nodiscard]] TagId parent() const { return m_sections.back(); }
  TagId open(TagType type) { return m_paper.builder().open(type, parent()); }

  // Where something begins.
  struct Spot {
    std::size_t page = 0;
    double top = 0;
  };
  [[nodiscard]] Spot here() { return {m_paper.builder().page(), m_paper.y()}; }

  // A bar beside all that has been set since, over as many pages as it took.
  void draw_bar(const Spot& since, double x, unsigned colour) {
    const Spot end = here();
    for (std::size_t page = since.page; page <= end.page; ++page) {
      const double top = page == since.page ? since.top : margin_top;
      const double bottom = page == end.page ? end.top : page_height - margin_bottom;
      m_paper.builder().draw_on(page, Artifact::decoration,
                                DrawnRectangle{x, top, bar_width, bottom - top, colour});
    }
  }

  [[nodiscard]] unsigned accent() const { return m_report.design.accent; }

  static double space_above(const Heading& heading) {
    return heading.level <= 2 ? 26 : heading.level == 3 ? 18 : 12;
  }
  static double space_below(const Heading& heading) { return heading.level <= 2 ? 8 : 5; }
  Setting setting_of(const Heading& heading) {
    const TextLook look = {heading_sizes[std::clamp(heading.level, 1, 6) - 1], true, ink, 1.2};
    return m_paper.set(plain_text(heading.text), look, text_width);
  }

  // What has to stand below a heading on its page.
  double least_after() {
    double height = 0;
    for (std::size_t i = m_at + 1; i < m_flow.size(); ++i) {
      const FlowBlock& next = m_flow[i];
      if (const auto* grid = std::get_if<Grid>(&next)) return height + least_height(m_paper, *grid, m_plans);
      if (const auto* drawing = std::get_if<Drawing>(&next))
        return height + height_of(m_paper, *drawing, m_report);
      if (const auto* picture = std::get_if<Picture>(&next))
        return height + height_of(m_paper, *picture, m_report, text_width);
      if (const auto* heading = std::get_if<Heading>(&next)) {
        height += space_above(*heading) + setting_of(*heading).height() + space_below(*heading);
        continue;
      }
      if (std::holds_alternative<Begin>(next) || std::holds_alternative<End>(next)) continue;
      if (const auto* words = std::get_if<Words>(&next);
          words != nullptr && words->look == Words::Look::label) {
        height += label_height + 2;
        continue;
      }
      if (const auto* figures = std::get_if<KeyFigures>(&next)) return height + height_together(cards_of(*figures));
      // Outcomes stand with the figures that they are about.
      if (const auto* points = std::get_if<Points>(&next);
          points != nullptr && i + 1 < m_flow.size() && std::holds_alternative<KeyFigures>(m_flow[i + 1])) {
        for (const report::Inlines& item : points->items)
          height += m_paper.set(item, body_look, text_width - list_indent).height() + 3;
        height += 5;
        continue;
      }
      return height + 3 * body_look.size * body_look.leading;
    }
    return height;
  }

  void draw(const Heading& heading) {
    Setting setting = setting_of(heading);
    m_paper.space(space_above(heading));
    m_paper.need(setting.height() + space_below(heading) + least_after());
    const TagId tag = open(heading_tag(heading.level));
    m_paper.place(heading.id, tag);
    m_paper.builder().bookmark({heading.level, heading.text, tag});
    m_paper.draw(setting, tag, margin_side);
    m_paper.move(space_below(heading));
  }

  void draw(const Words& words) {
    if (words.look == Words::Look::label) m_paper.need(label_height + least_after());
    const bool is_missing = words.look == Words::Look::missing;
    const double x = margin_side + (is_missing ? 10 : 0);
    const TagId tag = open(TagType::paragraph);
    Setting setting = m_paper.set(words.text, look_of(words.look, accent()), text_width - (x - margin_side));
    m_paper.need(std::min(setting.height(), 2 * setting.line_height()));
    m_paper.place(words.id, tag);
    const Spot begin = here();
    m_paper.draw(setting, tag, x);
    if (is_missing) draw_bar(begin, margin_side, missing_red);
    m_paper.move(words.look == Words::Look::label ? 2 : words.look == Words::Look::small ? 10 : 7);
  }

  void draw(const Points& points) {
    const TagId list = open(TagType::list);
    m_paper.builder().tag(list).numbering = points.is_ordered ? Numbering::decimal : Numbering::bullets;
    for (std::size_t i = 0; i < points.items.size(); ++i) {
      const std::string label = points.is_ordered ? std::to_string(i + 1) + "." : "\xE2\x80\xA2";
      item(list, plain_text(label), points.items[i], list_indent);
      m_paper.move(3);
    }
    m_paper.move(5);
  }

  // A label and, beside it, what it is of; with an id, a note that references lead to.
  void item(TagId list, const report::Inlines& label, const report::Inlines& text, double indent,
            const std::string& note_id = {}) {
    const TagId one = m_paper.builder().open(TagType::list_item, list);
    const TagId name = m_paper.builder().open(TagType::label, one);
    TagId body = m_paper.builder().open(TagType::list_body, one);
    if (!note_id.empty()) {
      body = m_paper.builder().open(TagType::note, body);
      m_paper.builder().tag(body).id = note_id;
    }
    Setting label_setting = m_paper.set(label, body_look, indent - 6);
    Setting text_setting = m_paper.set(text, body_look, text_width - indent);
    m_paper.need(std::max(
        label_setting.height(),
        std::min<double>(2, static_cast<double>(text_setting.lines().size())) * text_setting.line_height()));
    if (!note_id.empty()) m_paper.place(note_id, body);
    const double top = m_paper.y();
    for (std::size_t line = 0; line < label_setting.lines().size(); ++line)
      m_paper.draw_line(label_setting, line, name, margin_side,
                        top + static_cast<double>(line) * label_setting.line_height());
    const std::size_t page = m_paper.builder().page();
    m_paper.draw(text_setting, body, margin_side + indent);
    if (page == m_paper.builder().page())
      m_paper.move(std::max(0.0, top + label_setting.height() - m_paper.y()));
  }

  void draw(const Facts& facts) {
    const TagId list = open(TagType::list);
    for (const auto& [name, value] : facts.facts) {
      report::Inlines label = plain_text(name);
      label.front().strong = true;
      item(list, label, value, fact_column);
      m_paper.move(3);
    }
    m_paper.move(7);
  }

  // Key figures stand side by side, each a value with what it is below.
  static constexpr std::size_t cards_across = 3;
  static constexpr double card_gap = 14, below_cards = 16;
  static constexpr double card_width = (text_width - card_gap * (cards_across - 1)) / cards_across;

  struct Card {
    Setting value, title, beside;
    bool has_beside = false;
  };
  struct CardRow {
    std::vector<Card> cards;
    double height = 0;
  };

  std::vector<CardRow> cards_of(const KeyFigures& figures) {
    std::vector<CardRow> rows;
    for (const KeyFigures::Figure& figure : figures.figures) {
      if (rows.empty() || rows.back().cards.size() == cards_across) rows.emplace_back();
      Card card{m_paper.set(plain_text(figure.value), {20, true, accent(), 1.2}, card_width),
                m_paper.set(plain_text(figure.title), body_look, card_width),
                m_paper.set(plain_text(figure.beside), small_look, card_width), !figure.beside.empty()};
      const double height =
          card.value.height() + card.title.height() + (card.has_beside ? card.beside.height() : 0);
      rows.back().height = std::max(rows.back().height, height);
      rows.back().cards.push_back(std::move(card));
    }
    return rows;
  }

  // Of rows that are to stay on one page: more than a third of it they do not.
  static double height_together(const std::vector<CardRow>& rows) {
    double height = 0;
    for (const CardRow& row : rows) {
      if (&row != &rows.front() && height + row.height > page_height / 3) return height;
      height += row.height + below_cards;
    }
    return height;
  }

  void draw(const KeyFigures& figures) {
    std::vector<CardRow> rows = cards_of(figures);
    m_paper.need(height_together(rows));
    const TagId list = open(TagType::list);
    for (CardRow& row : rows) {
      m_paper.need(row.height + 12);
      const double top = m_paper.y();
      for (std::size_t i = 0; i < row.cards.size(); ++i) {
        Card& card = row.cards[i];
        const double x = margin_side + static_cast<double>(i) * (card_width + card_gap);
        m_paper.rule(x, top, card_width, 2, accent());
        const TagId one = m_paper.builder().open(TagType::list_item, list);
        // The name is read first, though the value stands above it.
        const TagId label = m_paper.builder().open(TagType::label, one);
        const TagId body = m_paper.builder().open(TagType::list_body, one);
        double y = top + 6;
        y = draw_at(card.value, body, x, y);
        y = draw_at(card.title, label, x, y);
        if (card.has_beside) draw_at(card.beside, body, x, y);
      }
      m_paper.move(row.height + below_cards);
    }
  }

  double draw_at(Setting& setting, TagId owner, double x, double y) {
    for (std::size_t line = 0; line < setting.lines().size(); ++line, y += setting.line_height())
      m_paper.draw_line(setting, line, owner, x, y);
    return y;
  }

  void draw(const Grid& grid) {
    m_paper.need(least_height(m_paper, grid, m_plans));
    draw_grid(m_paper, grid, m_plans, parent());
    m_paper.move(4);
  }

  void draw(const Drawing& drawing) { draw_figure(m_paper, drawing, m_report, parent()); }

  void draw(const Picture& picture) {
    draw_picture(m_paper, picture, m_report, parent(), margin_side, text_width);
  }

  void draw(const Masthead&) { draw_masthead(m_paper, m_report, parent()); }

  void draw(const Notes& notes) {
    const TagId list = open(TagType::list);
    m_paper.builder().tag(list).numbering = Numbering::decimal;
    for (std::size_t i = 0; i < notes.notes.size(); ++i) {
      item(list, plain_text(std::to_string(i + 1) + "."), plain_text(notes.notes[i].second), list_indent + 6,
           notes.notes[i].first);
      m_paper.move(3);
    }
    m_paper.move(5);
  }

  // Headings with their pages.
  void draw(const Contents&) {
    const TagId contents = open(TagType::contents);
    for (const FlowBlock& block : m_flow) {
      const auto* heading = std::get_if<Heading>(&block);
      if (heading == nullptr || !heading->in_contents) continue;
      const TagId item = m_paper.builder().open(TagType::contents_item, contents);
      const TagId reference = m_paper.builder().open(TagType::reference, item);
      const bool is_part = heading->level <= 2;
      const double indent = is_part ? 0 : 16;
      TextLook look = body_look;
      look.is_bold = is_part;
      report::Inlines text = plain_text(heading->text);
      text.front().href = "#" + heading->id;
      if (is_part) m_paper.space(4);
      Setting title = m_paper.set(text, look, text_width - indent - 40);
      m_paper.need(title.height());
      m_paper.draw(title, reference, margin_side + indent);
      m_paper.draw_page_number(heading->id, look, reference);
    }
  }

  void draw(const NewPage&) {
    if (!m_paper.is_at_top()) m_paper.new_page();
  }
  void draw(const Begin& begin) {
    m_sections.push_back(open(TagType::section));
    m_case_studies.push_back(std::nullopt);
    if (!begin.is_case_study) return;
    m_paper.space(18);
    m_paper.need(least_after());
    m_case_studies.back() = here();
  }
  void draw(const End&) {
    if (m_case_studies.back()) {
      draw_bar(*m_case_studies.back(), margin_side - bar_in_margin, case_study_green);
      m_paper.move(10);
    }
    m_case_studies.pop_back();
    m_sections.pop_back();
  }

  const report::Report& m_report;
  const std::vector<FlowBlock>& m_flow;
  Paper& m_paper;
  GridPlans m_plans;
  std::vector<TagId> m_sections;
  std::vector<std::optional<Spot>> m_case_studies;  // where each open section began, if it is one
  std::size_t m_at = 0;
};

std::set<std::string> ids_in(const std::vector<FlowBlock>& flow) {
  std::set<std::string> ids;
  for (const FlowBlock& block : flow) {
    if (const auto* heading = std::get_if<Heading>(&block)) ids.insert(heading->id);
    if (const auto* words = std::get_if<Words>(&block)) ids.insert(words->id);
    if (const auto* grid = std::get_if<Grid>(&block)) ids.insert(grid->id);
    if (const auto* drawing = std::get_if<Drawing>(&block)) ids.insert(drawing->id);
    if (const auto* notes = std::get_if<Notes>(&block)) {
      for (const auto& [id, text] : notes->notes) ids.insert(id);
    }
  }
  ids.erase("");
  return ids;
}

Properties properties_of(const report::Report& report) {
  Properties made;
  made.title = (report.is_draft ? "Draft: " : "") + report::full_title(report) + ", " + report.organisation;
  made.author = report.organisation;
  made.subject = report.summary;
  for (const std::string& keyword : report.keywords)
    made.keywords += (made.keywords.empty() ? "" : ", ") + keyword;
  made.language = report.language;
  made.day = calendar::iso_text(report.published);
  return made;
}

}  // namespace

Document laid_out(const report::Report& report, const Fonts& fonts) {
  const std::vector<FlowBlock> flow = flow_of(report);
  const std::set<std::string> ids = ids_in(flow);
  const Furniture furniture = {report.organisation + ": " + report::full_title(report), report.is_draft};
  Shaper shaper(fonts);
  Paper paper(shaper, report.language, furniture, ids);
  Layout(report, flow, paper).draw();
  Document document = paper.finish(properties_of(report));
  document.images = report.images;
  return document;
}

}  // namespace eqr::render::pdf
