#include "render/web/bodies.hpp"

#include <algorithm>

#include "render/charts/geometry.hpp"
#include "render/markup/escape.hpp"
#include "render/raster/picture.hpp"
#include "render/web/writing.hpp"
#include "report/model/wording.hpp"
#include "text/characters.hpp"

namespace eqr::render::web {

std::string element(std::string_view tag, std::string_view inner) {
  const std::string name(tag);
  return '<' + name + '>' + std::string(inner) + "</" + name + '>';
}

std::string line(std::string_view tag, std::string_view inner) {
  return element(tag, inner) + '\n';
}

std::string link(const std::string& address, std::string_view text) {
  if (address.empty()) return markup::escaped(text);
  return "<a href=\"" + markup::escaped(address) + "\">" + markup::escaped(text) + "</a>";
}

namespace {

using report::Section;

constexpr int deepest_heading = 6;

std::string heading(Places& places, int level, const std::string& id, const std::string& text) {
  const std::string tag = 'h' + std::to_string(std::min(level, deepest_heading));
  return '<' + tag + places.id_attribute(id) + '>' + markup::escaped(text) + "</" + tag + ">\n";
}

std::string run(Writing& writing, const report::Inline& run) {
  std::string html = markup::escaped(run.text);
  if (run.emphasis) html = element("em", html);
  if (run.strong) html = element("strong", html);
  if (!run.language.empty())
    html = "<span lang=\"" + markup::escaped(run.language) + "\">" + html + "</span>";
  std::string address;
  if (run.href.starts_with('#')) {
    address = writing.places.authors_address(std::string_view(run.href).substr(1));
  } else if (report::may_be_followed(run.href)) {
    address = run.href;
  }
  return address.empty() ? html : "<a href=\"" + markup::escaped(address) + "\">" + html + "</a>";
}

// One block; `level` is that of the section's own heading.
class BlockWriter {
 public:
  BlockWriter(Writing& writing, int level) : m_writing(writing), m_level(level) {}

  std::string operator()(const report::Paragraph& block) { return written("p", block.text); }
  std::string operator()(const report::ListBlock& block) {
    std::string items = "\n";
    for (const report::Inlines& item : block.items) items += written("li", item);
    return line(block.ordered ? "ol" : "ul", items);
  }
  std::string operator()(const report::Subheading& block) {
    return heading(m_writing.places, m_level + 1, m_writing.places.anchors().of(block), block.text);
  }
  std::string operator()(const report::TableBlock& block) { return table(m_writing, block.table); }
  std::string operator()(const report::ChartBlock& block) { return chart(m_writing, block.chart); }
  std::string operator()(const report::ImageBlock& block) { return image(m_writing, block); }
  std::string operator()(const report::GapBlock& block) {
    if (!m_writing.report.is_draft) return {};
    const report::Gap& missing = m_writing.report.gaps.at(block.gap);
    std::string words = element("strong", "Missing: " + markup::escaped(missing.what) + '.');
    if (!missing.reason.empty()) words += ' ' + markup::escaped(missing.reason);
    if (!missing.owner.empty()) words += " Owner: " + markup::escaped(missing.owner) + '.';
    if (!missing.due.empty()) words += " Due: " + markup::escaped(missing.due) + '.';
    return line("p", words);
  }

 private:
  // A paragraph, or an item of a list.
  std::string written(const std::string& tag, const report::Inlines& text) {
    const std::string direction = report::is_right_to_left(text) ? " dir=\"rtl\"" : "";
    return "<" + tag + direction + ">" + inlines(m_writing, text) + "</" + tag + ">\n";
  }

  Writing& m_writing;
  int m_level;
};

std::string outcomes(const std::vector<std::string>& statements) {
  if (statements.empty()) return {};
  std::string items = "\n";
  for (const std::string& statement : statements) items += line("li", markup::escaped(statement));
  return line("p", element("strong", statements.size() == 1 ? "Outcome" : "Outcomes")) + line("ul", items);
}

std::string key_figures(const report::Report& report, const std::vector<std::size_t>& indexes) {
  if (indexes.empty()) return {};
  std::string items = "\n";
  for (const std::size_t index : indexes) {
    const report::Figure& figure = report.figures.at(index);
    std::string words = markup::escaped(figure.title) + ": " +
                        element("strong", markup::escaped(report::printed(figure.value)));
    if (const auto* shorthand = std::get_if<report::Shorthand>(&figure.value))
      words += ", " + markup::escaped(shorthand->reason.empty() ? report::shorthand_meaning(shorthand->code)
                                                                : shorthand->reason);
    if (figure.last_year && std::holds_alternative<report::Number>(*figure.last_year))
      words += " (last year: " + markup::escaped(report::printed(*figure.last_year)) + ')';
    items += line("li", words);
  }
  return line("p", element("strong", "Key figures")) + line("ul", items);
}

std::string content(Writing& writing, const Section& section, int level);

std::string inner_section(Writing& writing, const Section& section, int level) {
  const std::string& id = writing.places.anchors().of(section);
  const bool has_label =
      section.kind == Section::Kind::case_study && !report::says_case_study(section.heading);
  return heading(writing.places, level, id, (has_label ? "Case study: " : "") + section.heading) +
         content(writing, section, level);
}

// What stands below a section's heading; themes of a chapter have chapters of their own.
std::string content(Writing& writing, const Section& section, int level) {
  std::string html = outcomes(section.outcomes) + key_figures(writing.report, section.key_figures);
  BlockWriter block_writer(writing, level);
  for (const report::Block& block : section.blocks) html += std::visit(block_writer, block);
  for (const Section& inner : section.sections) {
    if (!writing.chapters.contains(&inner)) html += inner_section(writing, inner, level + 1);
  }
  return html;
}

std::string links_to(const std::vector<std::size_t>& themes, const std::vector<Chapter>& chapters) {
  if (themes.empty()) return {};
  std::string items = "\n";
  for (const std::size_t theme : themes)
    items += line("li", link(chapters[theme].file, chapters[theme].heading));
  return line("ul", items);
}

std::string body(Writing& writing, const Chapter& chapter, const std::vector<Chapter>& chapters) {
  writing.places.open(chapter.file);
  std::string html = line("h2", markup::escaped(chapter.heading));
  const html::Anchors& anchors = writing.places.anchors();
  if (chapter.section == nullptr) {
    writing.places.begin_chapter(anchors.closing_part(chapter.id));
    return html + closing_chapter(writing, chapter);
  }
  writing.places.begin_chapter(anchors.of(*chapter.section));
  return html + content(writing, *chapter.section, 2) + links_to(chapter.themes, chapters);
}

// Of HTML: what is not ASCII as numbers of characters.
std::string in_ascii(const std::string& html) {
  std::string ascii;
  text::for_each_character(html, [&](char32_t character, std::size_t, std::size_t) {
    if (character < 0x80) {
      ascii += static_cast<char>(character);
    } else {
      ascii += "&#" + std::to_string(static_cast<std::uint32_t>(character)) + ';';
    }
  });
  return ascii;
}

void find_placed_tables(const std::vector<Section>& sections, std::set<std::size_t>& placed) {
  for (const Section& section : sections) {
    for (const report::Block& block : section.blocks) {
      if (const auto* shown = std::get_if<report::TableBlock>(&block)) placed.insert(shown->table);
    }
    find_placed_tables(section.sections, placed);
  }
}

using FilesByName = std::map<std::string, std::string>;

FilesByName written(const report::Report& report, Places& places) {
  Writing writing{report, places, {}, {}, {}, {}};
  find_placed_tables(report.sections, writing.tables_with_a_place);
  const std::vector<Chapter> chapters = chapters_of(report);
  for (const Chapter& chapter : chapters) writing.chapters.insert(chapter.section);
  FilesByName files;
  for (const Chapter& chapter : chapters) files[chapter.file] = in_ascii(body(writing, chapter, chapters));
  return files;
}

void find_pictures(const std::vector<Section>& sections, std::set<std::size_t>& charts,
                   std::set<std::size_t>& images) {
  for (const Section& section : sections) {
    for (const report::Block& block : section.blocks) {
      if (const auto* shown = std::get_if<report::ChartBlock>(&block)) charts.insert(shown->chart);
      if (const auto* shown = std::get_if<report::ImageBlock>(&block)) images.insert(shown->image);
    }
    find_pictures(section.sections, charts, images);
  }
}

}  // namespace

std::string inlines(Writing& writing, const report::Inlines& text) {
  std::string html;
  for (const report::Inline& one : text) html += run(writing, one);
  return html;
}

std::vector<ChapterName> chapter_names(const report::Report& report) {
  std::vector<ChapterName> names;
  for (const Chapter& chapter : chapters_of(report)) names.push_back({chapter.file, chapter.heading});
  return names;
}

FilesByName bodies(const report::Report& report, const pdf::Fonts& fonts) {
  Places places(report);
  (void)written(report, places);
  FilesByName files = written(report, places);
  std::set<std::size_t> charts, images;
  find_pictures(report.sections, charts, images);
  for (const std::size_t index : charts) {
    const report::Chart& shown = report.charts.at(index);
    files[chart_file(report, index)] =
        raster::png(charts::lay_out(shown, report.tables.at(shown.table)), fonts);
  }
  for (const std::size_t index : images) files[image_file(report, index)] = report.images.at(index).bytes;
  return files;
}

}  // namespace eqr::render::web
