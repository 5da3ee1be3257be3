// What the parts of a body share while it is written.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "render/web/chapters.hpp"
#include "render/web/places.hpp"
#include "report/model/report.hpp"

namespace eqr::render::web {

struct Writing {
  const report::Report& report;
  Places& places;
  std::set<const report::Section*> chapters;  // sections that are chapters of their own
  std::set<std::size_t> tables_with_a_place;  // some block of the report shows them
  std::set<std::size_t> tables_written;
  std::set<std::size_t> charts_written;
};

// ---- bodies.cpp ----
// `<tag>inner</tag>`; inner is HTML.
[[nodiscard]] std::string element(std::string_view tag, std::string_view inner);
// Paragraph or item, on a line of its own.
[[nodiscard]] std::string line(std::string_view tag, std::string_view inner);
[[nodiscard]] std::string inlines(Writing& writing, const report::Inlines& text);
// `<a href="…">text</a>`, or the text alone where the address is empty.
[[nodiscard]] std::string link(const std::string& address, std::string_view text);

// ---- tables.cpp ----
[[nodiscard]] std::string table(Writing& writing, std::size_t index);
// "Table 2", leading to it.
[[nodiscard]] std::string table_link(Writing& writing, std::size_t index);
// "[note 2]", leading to it.
[[nodiscard]] std::string note_link(Writing& writing, std::size_t index);
// A table of plain words; `rows` are HTML.
[[nodiscard]] std::string plain_table(const std::string& caption, const std::vector<std::string>& headings,
                                      const std::string& rows);

// ---- pictures.cpp ----
[[nodiscard]] std::string chart(Writing& writing, std::size_t index);
[[nodiscard]] std::string image(Writing& writing, const report::ImageBlock& block);
// "images/workforce-sex.png"; no two charts have the same.
[[nodiscard]] std::string chart_file(const report::Report& report, std::size_t index);
[[nodiscard]] std::string image_file(const report::Report& report, std::size_t index);

// ---- closing_chapters.cpp ----
[[nodiscard]] std::string closing_chapter(Writing& writing, const Chapter& chapter);

}  // namespace eqr::render::web
