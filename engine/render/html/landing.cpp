#include "render/html/landing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"

namespace eqr::render::html {
namespace {

using report::Report;

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> formats = {
    {{".html", "web page"},
     {".pdf", "PDF"},
     {".xlsx", "Excel spreadsheet"},
     {".ods", "OpenDocument spreadsheet"},
     {".csv", "CSV"},
     {".json", "JSON"}}};

bool is_text(const report::Block& block) {
  return std::holds_alternative<report::Paragraph>(block) ||
         std::holds_alternative<report::ListBlock>(block) ||
         std::holds_alternative<report::Subheading>(block);
}

// What the landing page has of the report: its front, and the words of the part about accessibility. Tables
// and notes are not on this page.
Report front_of(const Report& report) {
  Report front = report;
  std::erase_if(front.sections, [](const report::Section& section) { return section.id != "accessibility"; });
  for (report::Section& section : front.sections) {
    std::erase_if(section.blocks, [](const report::Block& block) { return !is_text(block); });
    section.key_figures.clear();
    section.sections.clear();
  }
  front.notes.clear();
  return front;
}

std::string file_link(const LinkedFile& file) {
  return "<a href=\"" + markup::escaped(file.name) + "\">" + markup::escaped(file.title) + " (" +
         format_in_words(file.name) + ", " + size_in_words(file.bytes) + ")</a>";
}

std::string group_part(Writing& writing, const FileGroup& group) {
  const std::string id = writing.anchors.take(group.id);
  writing.contents.push_back({id, group.heading, {}});
  std::string html =
      "<section>\n<h2 id=\"" + markup::escaped(id) + "\">" + markup::escaped(group.heading) + "</h2>\n";
  if (!group.lead.empty()) html += element("p", {}, markup::escaped(group.lead)) + '\n';
  html += "<ul class=\"files\">\n";
  for (const LinkedFile& file : group.files) html += element("li", {}, file_link(file)) + '\n';
  return html + "</ul>\n</section>\n";
}

}  // namespace

std::string size_in_words(std::size_t bytes) {
  constexpr std::size_t kilobyte = 1'000, megabyte = 1'000'000;
  if (bytes < kilobyte) return std::to_string(bytes) + " bytes";
  const std::size_t kilobytes = (bytes + kilobyte / 2) / kilobyte;
  if (kilobytes < 1'000) return std::to_string(kilobytes) + " KB";
  const std::size_t tenths = (bytes + megabyte / 20) / (megabyte / 10);
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " MB";
}

std::string format_in_words(const std::string& name) {
  const auto* found =
      std::ranges::find_if(formats, [&](const auto& format) { return name.ends_with(format.first); });
  return found == formats.end() ? "file" : std::string(found->second);
}

std::string landing_page(const Report& report, const PageParts& parts, const LandingFiles& files) {
  const Report front = front_of(report);
  Writing writing(front, {});
  std::string content;
  for (const FileGroup& group : files.for_readers) content += group_part(writing, group);
  content += sections(writing);
  for (const FileGroup& group : files.for_programs) content += group_part(writing, group);
  return page_beside(writing, parts, "All formats", title_and_dates(front), content);
}

}  // namespace eqr::render::html
