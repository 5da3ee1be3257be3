#include "render/pdf/paper.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "report/model/wording.hpp"

namespace eqr::render::pdf {
namespace {

constexpr double header_baseline = 42, footer_baseline = page_height - 36;
constexpr TextLook small_look = {8.5, false, quiet_ink, 1.3};
constexpr double baseline_share = 0.76;  // of a line's height, above its baseline

Style style_of(bool is_bold, bool is_italic) {
  if (is_bold) return is_italic ? Style::bold_italic : Style::bold;
  return is_italic ? Style::italic : Style::regular;
}

bool is_turned_round(const Piece& piece) {
  return piece.glyphs.size() > 1 && piece.glyphs.front().begin > piece.glyphs.back().begin;
}

DrawnText drawn(const Piece& piece, double size, unsigned colour, double x, double baseline) {
  return {piece.face, size, x, baseline, colour, piece.glyphs, piece.text, piece.is_substitute, 0};
}

// An address in PDF has no other characters: their bytes are written %C3%A9.
std::string in_ascii(const std::string& address) {
  constexpr const char* digits = "0123456789ABCDEF";
  std::string written;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    written += byte < 0x80 ? std::string(1, c) : std::string{'%', digits[byte >> 4], digits[byte & 0xF]};
  }
  return written;
}

}  // namespace

report::Inlines plain_text(const std::string& text) {
  report::Inline made;
  made.text = text;
  return {made};
}

Setting::Setting(const report::Inlines& text, const TextLook& look, double width, const std::string& language,
                 Shaper& shaper)
    : m_text(text), m_look(look), m_width(width), m_owners(text.size()) {
  for (const report::Inline& each : m_text)
    m_runs.push_back({each.text, style_of(each.strong || look.is_bold, each.emphasis), look.size,
                      each.language.empty() ? language : each.language});
  m_lines = shaper.lines(m_runs, width);
}

Paper::Paper(Shaper& shaper, std::string language, Furniture furniture, std::set<std::string> ids)
    : m_shaper(shaper),
      m_language(std::move(language)),
      m_furniture(std::move(furniture)),
      m_ids(std::move(ids)) {
  new_page();
}

void Paper::new_page() {
  m_builder.add_page();
  m_y = margin_top;
  if (!m_furniture.is_draft) return;
  constexpr double size = 120;
  constexpr unsigned faint = 0xEDEDED;
  for (const Line& line : m_shaper.lines({{"DRAFT", Style::bold, size, m_language}}, 1'000)) {
    for (const Piece& piece : line.pieces) {
      DrawnText text = drawn(piece, size, faint, 150, 600);
      text.turned = 45;
      m_builder.draw(Artifact::watermark, std::move(text));
    }
  }
}

void Paper::need(double height) {
  if (room() < std::min(height, page_room) && !is_at_top()) new_page();
}

void Paper::space(double height) {
  if (!is_at_top()) m_y += height;
}

void Paper::place(const std::string& id, TagId tag) {
  m_builder.tag(tag).place = Tag::Box{m_builder.page(), margin_side, m_y, 0, 0};
  if (!id.empty()) m_places.emplace(id, tag);
}

Setting Paper::set(const report::Inlines& text, const TextLook& look, double width) {
  return {text, look, width, m_language, m_shaper};
}

bool Paper::leads_somewhere(const std::string& href) const {
  return href.starts_with('#') ? m_ids.contains(href.substr(1)) : report::may_be_followed(href);
}

Owner Paper::owner_of(Setting& setting, std::size_t run, const Owner& paragraph) {
  const auto* tag = std::get_if<TagId>(&paragraph);
  if (tag == nullptr) return paragraph;
  std::optional<Owner>& known = setting.m_owners[run];
  if (known) return *known;
  const report::Inline& text = setting.m_text[run];
  TagId owner = *tag;
  if (leads_somewhere(text.href)) {
    if (text.href.starts_with("#note-")) owner = m_builder.open(TagType::reference, owner);
    owner = m_builder.open(TagType::link, owner);
  }
  if (!text.language.empty() && text.language != m_language) {
    if (owner == *tag) owner = m_builder.open(TagType::span, owner);
    m_builder.tag(owner).language = text.language;
  }
  known = Owner(owner);
  return *known;
}

void Paper::draw_line(Setting& setting, std::size_t index, const Owner& owner, double x, double top,
                      Align align) {
  const Line& line = setting.m_lines[index];
  if (align == Align::right || line.is_right_to_left) x += setting.m_width - line.width;
  const double baseline = top + setting.line_height() * baseline_share;
  // Neighbours of one run and font are one text.
  std::optional<DrawnText> text;
  Owner of_text = owner;
  std::size_t run = 0;
  double end = 0;
  const auto put = [&] {
    if (text) m_builder.draw(of_text, *std::exchange(text, std::nullopt));
  };
  for (const Piece& piece : line.pieces) {
    const bool goes_on = text && run == piece.run && text->face == piece.face && !piece.is_substitute &&
                         !text->is_substitute && std::abs(piece.x - end) < 0.01 && !is_turned_round(piece);
    if (!goes_on) {
      put();
      of_text = owner_of(setting, piece.run, owner);
      const bool is_link = of_text != owner && leads_somewhere(setting.m_text[piece.run].href);
      text = drawn(piece, setting.m_look.size, is_link ? link_blue : setting.m_look.colour, x + piece.x,
                   baseline);
      run = piece.run;
    } else {
      for (Glyph glyph : piece.glyphs) {
        glyph.begin += text->text.size();
        glyph.end += text->text.size();
        text->glyphs.push_back(glyph);
      }
      text->text += piece.text;
    }
    end = is_turned_round(piece) ? -1 : piece.x + piece.width;
  }
  put();
  if (std::holds_alternative<TagId>(owner)) annotate(setting, line, x, top);
}

// A rectangle for each link of the line, and a line under its words.
void Paper::annotate(const Setting& setting, const Line& line, double x, double top) {
  for (std::size_t i = 0; i < line.pieces.size(); ++i) {
    const std::size_t run = line.pieces[i].run;
    const report::Inline& text = setting.m_text[run];
    if (!setting.m_owners[run] || !leads_somewhere(text.href)) continue;
    double left = line.pieces[i].x, right = left;
    for (; i < line.pieces.size() && line.pieces[i].run == run; ++i) {
      left = std::min(left, line.pieces[i].x);
      right = std::max(right, line.pieces[i].x + line.pieces[i].width);
    }
    --i;
    Annotation made;
    made.tag = std::get<TagId>(*setting.m_owners[run]);
    made.x = x + left;
    made.y = top;
    made.width = std::min(right, std::max(left, line.width)) - left;
    made.height = setting.line_height();
    made.words = text.text;
    if (text.href.starts_with('#')) {
      made.id = text.href.substr(1);
    } else {
      made.address = in_ascii(text.href);
    }
    rule(made.x, top + setting.line_height() * baseline_share + 1.2, made.width, 0.6, link_blue);
    m_builder.annotate(std::move(made));
  }
}

void Paper::draw(Setting& setting, const Owner& owner, double x) {
  const std::size_t count = setting.lines().size();
  for (std::size_t i = 0; i < count; ++i) {
    // Two lines at least stay together at either end.
    const bool begins = i == 0 && count > 1, ends = count > 3 && i == count - 2;
    need(setting.line_height() * (begins || ends ? 2 : 1));
    draw_line(setting, i, owner, x, m_y);
    m_y += setting.line_height();
  }
}

void Paper::rule(double x, double y, double width, double thickness, unsigned colour) {
  m_builder.draw(Artifact::decoration, DrawnRectangle{x, y, width, thickness, colour});
}

void Paper::fill(double x, double y, double width, double height, unsigned colour) {
  m_builder.draw(Artifact::decoration, DrawnRectangle{x, y, width, height, colour});
}

// One line at a margin; what does not fit beside the other margin's is left out.
void Paper::draw_words(std::size_t page, const Owner& owner, const std::string& text, const TextLook& look,
                       double baseline, Align align) {
  constexpr double most = text_width - 80;
  const Setting setting = set(plain_text(text), look, most);
  const Line& line = setting.lines().front();
  const double x = margin_side + (align == Align::right ? text_width - line.width : 0);
  for (const Piece& piece : line.pieces)
    m_builder.draw_on(page, owner, drawn(piece, look.size, look.colour, x + piece.x, baseline));
}

void Paper::draw_furniture(std::size_t page) {
  const std::size_t pages = m_builder.document().pages.size();
  if (m_furniture.is_draft) {
    TextLook bold = small_look;
    bold.is_bold = true;
    draw_words(page, Artifact::header, "DRAFT", bold, header_baseline, Align::left);
    draw_words(page, Artifact::header, "Not for publication", small_look, header_baseline, Align::right);
  }
  draw_words(page, Artifact::footer, m_furniture.running_text, small_look, footer_baseline, Align::left);
  draw_words(page, Artifact::footer, "Page " + std::to_string(page + 1) + " of " + std::to_string(pages),
             small_look, footer_baseline, Align::right);
}

void Paper::draw_page_number(const std::string& id, const TextLook& look, TagId owner) {
  const double line_height = look.size * look.leading;
  m_numbers.push_back({id, look, owner, m_builder.page(), m_y - line_height * (1 - baseline_share)});
}

Document Paper::finish(Properties properties) {
  Document& document = m_builder.document();
  for (const PageNumber& number : m_numbers) {
    const auto found = m_places.find(number.id);
    if (found == m_places.end()) continue;
    const std::size_t page = document.tags[found->second].place->page + 1;
    draw_words(number.page, number.owner, std::to_string(page), number.look, number.baseline, Align::right);
  }
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    draw_furniture(page);
    for (Annotation& annotation : document.pages[page].annotations) {
      const auto found = m_places.find(annotation.id);
      if (!annotation.id.empty()) annotation.target = found == m_places.end() ? Builder::root : found->second;
    }
  }
  document.properties = std::move(properties);
  return std::move(document);
}

}  // namespace eqr::render::pdf
