// Sheets of paper one after another, and text set on them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "render/pdf/document.hpp"
#include "report/model/report.hpp"

namespace eqr::render::pdf {

inline constexpr double margin_side = 54, margin_top = 66, margin_bottom = 66;
inline constexpr double text_width = page_width - 2 * margin_side;
inline constexpr double page_room = page_height - margin_top - margin_bottom;

inline constexpr unsigned ink = 0x0B0C0C, quiet_ink = 0x484949, rule_grey = 0xB1B4B6, pale_grey = 0xF3F2F1,
                          link_blue = 0x1A5D96;

struct TextLook {
  double size = 10.5;
  bool is_bold = false;
  unsigned colour = ink;
  double leading = 1.38;  // times the size
};

enum class Align { left, right };

// What stands on every page.
struct Furniture {
  std::string running_text;  // at the foot, left
  bool is_draft = false;
};

// A paragraph in lines.
class Setting {
 public:
  Setting(const report::Inlines& text, const TextLook& look, double width, const std::string& language,
          Shaper& shaper);

  [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
  [[nodiscard]] double line_height() const { return m_look.size * m_look.leading; }
  [[nodiscard]] double height() const { return line_height() * static_cast<double>(m_lines.size()); }

 private:
  friend class Paper;
  report::Inlines m_text;
  TextLook m_look;
  double m_width;
  std::vector<Run> m_runs;
  std::vector<Line> m_lines;
  std::vector<std::optional<Owner>> m_owners;  // of each run, once it has been met
};

class Paper {
 public:
  // `ids` are those that the document has: links to others are plain text.
  Paper(Shaper& shaper, std::string language, Furniture furniture, std::set<std::string> ids);

  [[nodiscard]] Builder& builder() { return m_builder; }
  [[nodiscard]] Shaper& shaper() { return m_shaper; }
  [[nodiscard]] const std::string& language() const { return m_language; }

  void new_page();
  // A new page, unless so much is left; more than a page holds is never asked for.
  void need(double height);
  [[nodiscard]] double room() const { return page_height - margin_bottom - m_y; }
  [[nodiscard]] double y() const { return m_y; }
  void move(double by) { m_y += by; }
  // Space that does not stand at the top of a page.
  void space(double height);
  [[nodiscard]] bool is_at_top() const { return m_y <= margin_top + 0.01; }

  // Links to the id lead to the tag, which begins here.
  void place(const std::string& id, TagId tag);

  [[nodiscard]] Setting set(const report::Inlines& text, const TextLook& look, double width);
  // A line at a height of its own; the tag is the paragraph's, links and passages in other languages get
  // theirs.
  void draw_line(Setting& setting, std::size_t line, const Owner& owner, double x, double top,
                 Align align = Align::left);
  // All lines, from the present height on, over as many pages as they take.
  void draw(Setting& setting, const Owner& owner, double x);

  void rule(double x, double y, double width, double thickness, unsigned colour);
  void fill(double x, double y, double width, double height, unsigned colour);

  // The number of the page where the id begins, in the right margin of the line that is drawn last: written
  // once all pages are there.
  void draw_page_number(const std::string& id, const TextLook& look, TagId owner);

  // The document, with what stands on every page, page numbers and the ends of links.
  [[nodiscard]] Document finish(Properties properties);

 private:
  Owner owner_of(Setting& setting, std::size_t run, const Owner& paragraph);
  void annotate(const Setting& setting, const Line& line, double x, double top);
  [[nodiscard]] bool leads_somewhere(const std::string& href) const;
  void draw_furniture(std::size_t page);
  void draw_words(std::size_t page, const Owner& owner, const std::string& text, const TextLook& look,
                  double baseline, Align align);

  Shaper& m_shaper;
  std::string m_language;
  Furniture m_furniture;
  std::set<std::string> m_ids;
  struct PageNumber {
    std::string id;
    TextLook look;
    TagId owner;
    std::size_t page;
    double baseline;
  };
  std::vector<PageNumber> m_numbers;
  std::map<std::string, TagId> m_places;  // by id
  Builder m_builder;
  double m_y = margin_top;
};

[[nodiscard]] report::Inlines plain_text(const std::string& text);

}  // namespace eqr::render::pdf
