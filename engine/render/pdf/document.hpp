// Pages with what is drawn on them, and the tree of tags that says what it is: all that a writer of PDF needs
// to know, and nothing of PDF's own objects.
//
// Lengths are points; the origin is the upper left corner of a page, y grows downwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "render/pdf/lines.hpp"
#include "report/model/report.hpp"

namespace eqr::render::pdf {

inline constexpr double page_width = 595.28, page_height = 841.89;  // A4

// ---- what is drawn ----

struct DrawnText {
  std::size_t face = 0;
  double size = 0;
  double x = 0, y = 0;  // of the baseline
  unsigned colour = 0;  // 0xRRGGBB
  std::vector<Glyph> glyphs;
  std::string text;
  bool is_substitute = false;
  double turned = 0;  // degrees, against the clock
};
struct DrawnRectangle {
  double x = 0, y = 0, width = 0, height = 0;
  unsigned colour = 0;
};
struct DrawnLine {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0, thickness = 1;
  unsigned colour = 0;
};
struct DrawnImage {
  std::size_t image = 0;  // index into Document::images
  double x = 0, y = 0, width = 0, height = 0;
};
struct DrawnMarker {
  double x = 0, y = 0, radius = 0;                   // of a circle, which has no corners
  std::vector<std::pair<double, double>> corners{};  // x and y, all round
  unsigned filling = 0, edge = 0;                    // 0xRRGGBB
  double thickness = 1;                              // of the edge
};
using Drawn = std::variant<DrawnText, DrawnRectangle, DrawnLine, DrawnMarker, DrawnImage>;

// What is on the page for the sake of the page: nobody is to hear it read.
enum class Artifact { header, footer, watermark, repeated, decoration };

using TagId = std::size_t;
using Owner = std::variant<TagId, Artifact>;

// Neighbours on a page that belong to one tag, or to none.
struct Sequence {
  Owner owner;
  std::vector<Drawn> drawn;
};

struct Annotation {
  TagId tag = 0;  // a Link
  double x = 0, y = 0, width = 0, height = 0;
  std::string words;            // what it leads to
  std::string address;          // http, https, mailto; or
  std::string id;               // of a place in the document, and
  std::optional<TagId> target;  // the tag that begins there
};

struct Page {
  std::vector<Sequence> sequences;
  std::vector<Annotation> annotations;
};

// ---- what it is ----

// ISO 32000-1, 14.8.4: the types of structure that a report needs.
enum class TagType {
  document,
  section,
  heading_1,
  heading_2,
  heading_3,
  heading_4,
  heading_5,
  heading_6,
  paragraph,
  contents,
  contents_item,
  list,
  list_item,
  label,
  list_body,
  table,
  caption,
  table_head,
  table_body,
  row,
  header_cell,
  data_cell,
  figure,
  link,
  reference,
  note,
  span
};

enum class Scope { none, column, row };
enum class Numbering { none, bullets, decimal };

struct Tag {
  // What it holds, in the order in which it is read: other tags, sequences of pages, annotations of pages.
  struct OnPage {
    std::size_t page = 0, sequence = 0;
  };
  struct AnnotationOnPage {
    std::size_t page = 0, annotation = 0;
  };
  using Child = std::variant<TagId, OnPage, AnnotationOnPage>;

  TagType type = TagType::paragraph;
  TagId parent = 0;
  std::vector<Child> children;
  std::string language;              // where it differs
  std::string alternative;           // of a figure
  std::string id;                    // of header cells and notes
  Scope scope = Scope::none;         // of header cells
  std::vector<std::string> headers;  // of data cells: ids
  Numbering numbering = Numbering::none;
  struct Box {
    std::size_t page = 0;
    double x = 0, y = 0, width = 0, height = 0;
  };
  std::optional<Box> box;    // of a figure
  std::optional<Box> place;  // where it begins: what leads to it leads there
};

struct Bookmark {
  int level = 1;
  std::string words;
  TagId tag = 0;
};

struct Properties {
  std::string title, author, subject, keywords, language = "en-GB";
  std::string day;  // "2018-11-30"
};

struct Document {
  Properties properties;
  std::vector<Page> pages;
  std::vector<report::Image> images;
  std::vector<Tag> tags;  // the first is the document
  std::vector<Bookmark> bookmarks;
};

// Puts things on pages and notes whose they are.
class Builder {
 public:
  Builder() { m_document.tags.emplace_back().type = TagType::document; }

  static constexpr TagId root = 0;
  TagId open(TagType type, TagId parent);
  [[nodiscard]] Tag& tag(TagId id) { return m_document.tags[id]; }

  // The last page, and a new one after it.
  [[nodiscard]] std::size_t page() const { return m_document.pages.size() - 1; }
  [[nodiscard]] bool has_pages() const { return !m_document.pages.empty(); }
  void add_page() { m_document.pages.emplace_back(); }

  void draw(const Owner& owner, Drawn drawn) { draw_on(page(), owner, std::move(drawn)); }
  void draw_on(std::size_t page, const Owner& owner, Drawn drawn);
  void annotate(Annotation annotation);
  void bookmark(Bookmark bookmark) { m_document.bookmarks.push_back(std::move(bookmark)); }

  [[nodiscard]] Document& document() { return m_document; }

 private:
  Document m_document;
};

}  // namespace eqr::render::pdf
