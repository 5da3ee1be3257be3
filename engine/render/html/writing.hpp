// What the parts of the page share while it is written, from the top down.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "render/html/anchors.hpp"
#include "render/html/page.hpp"
#include "report/model/report.hpp"

namespace eqr::render::html {

// A place in the page that points to a note, to come back to.
struct NoteReference {
  std::string id;
  std::string from;  // "Table 2"; "the text"
};

// An entry of the contents list.
struct Entry {
  std::string id;
  std::string heading;
  std::vector<Entry> entries;
};

struct Writing {
  Writing(const report::Report& written, const std::vector<std::string>& closing_parts)
      : report(written), anchors(written, closing_parts) {}

  const report::Report& report;
  Anchors anchors;
  std::map<std::size_t, std::vector<NoteReference>> note_references;
  std::set<std::size_t> tables_with_a_place;  // some block of the report shows them
  std::set<std::size_t> tables_written;
  std::set<std::size_t> charts_written;
  std::vector<Entry> contents;
};

// ---- inlines.cpp ----
[[nodiscard]] std::string inlines(Writing& writing, const report::Inlines& text);
// http, https and mailto as they are, "#id" where the page has that id; otherwise empty.
[[nodiscard]] std::string link_target(const Writing& writing, std::string_view href);
// "[note 2]", leading to the note; `from` names the place for the way back.
[[nodiscard]] std::string note_mark(Writing& writing, std::size_t note, const std::string& from);
// `<a href="…">text</a>`, or the text alone where the address will not do.
[[nodiscard]] std::string link(const Writing& writing, std::string_view href, std::string_view text);
// Paragraph, list item and the like: `<tag class="name">inner</tag>`; inner is HTML.
[[nodiscard]] std::string element(std::string_view tag, std::string_view name, std::string_view inner);

// ---- tables.cpp ----
[[nodiscard]] std::string table(Writing& writing, std::size_t index);
// "Table 2", leading to it.
[[nodiscard]] std::string table_link(const Writing& writing, std::size_t index);

// A table of plain words in a region that scrolls. Caption and headings are plain words; `rows` are HTML.
struct PlainColumn {
  std::string heading;
  bool is_number = false;
};
[[nodiscard]] std::string plain_table(Writing& writing, std::string_view id, const std::string& caption,
                                      const std::vector<PlainColumn>& columns, const std::string& rows);

// ---- charts.cpp ----
[[nodiscard]] std::string chart(Writing& writing, std::size_t index);
[[nodiscard]] std::string key_figures(Writing& writing, const std::vector<std::size_t>& figures);

// ---- images.cpp ----
[[nodiscard]] std::string image(Writing& writing, const report::ImageBlock& block);
// The picture within the page; `name` is its class.
[[nodiscard]] std::string drawn(const report::Image& image, std::string_view name);
// The organisation's logo and name.
[[nodiscard]] std::string brand(const Writing& writing);

// ---- colours.cpp ----
// The organisation's colours as CSS, where it has its own.
[[nodiscard]] std::string own_colours(const report::Design& design);

// ---- sections.cpp ----
// All sections; fills `contents` and `tables_with_a_place`.
[[nodiscard]] std::string sections(Writing& writing);

// ---- opening_parts.cpp ----
// `page` names a page that is not the report itself.
[[nodiscard]] std::string head(const report::Report& report, const std::string& page = {});
[[nodiscard]] std::string organisation(const Writing& writing);
// h1, summary and dates.
[[nodiscard]] std::string title_and_dates(const report::Report& report);
// The same, and in a draft what is missing.
[[nodiscard]] std::string title(const Writing& writing);
[[nodiscard]] std::string contents(const Writing& writing);
// The running text of printed pages, as CSS.
[[nodiscard]] std::string page_margins(const report::Report& report);

// ---- closing_parts.cpp ----
// About, notes, shorthand, figures, sources, contact: those that have something to say. Adds to `contents`.
[[nodiscard]] std::string closing_parts(Writing& writing);
// The ids of those parts: "notes", "sources" …
[[nodiscard]] std::vector<std::string> closing_part_ids(const report::Report& report);
[[nodiscard]] std::string footer(const Writing& writing);

// ---- page.cpp ----
// A page beside that of the report, in the same skeleton and style. `name` is what it is called in its title;
// `title` (with the h1) and `content` are HTML.
[[nodiscard]] std::string page_beside(const Writing& writing, const PageParts& parts, const std::string& name,
                                      const std::string& title, const std::string& content);

// ---- skeleton.cpp ----
// The skeleton with each placeholder replaced; what is filled in is not searched for placeholders.
[[nodiscard]] std::string filled(const std::string& skeleton,
                                 const std::map<std::string, std::string, std::less<>>& parts);

}  // namespace eqr::render::html
