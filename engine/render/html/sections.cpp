#include <algorithm>

#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::html {
namespace {

using report::Section;

constexpr int deepest_heading = 6;

std::string heading(int level, const std::string& id, const std::string& text) {
  const std::string tag = 'h' + std::to_string(std::min(level, deepest_heading));
  return '<' + tag + " id=\"" + markup::escaped(id) + "\">" + markup::escaped(text) + "</" + tag + ">\n";
}

std::string gap(const Writing& writing, std::size_t index) {
  if (!writing.report.is_draft) return {};
  const report::Gap& missing = writing.report.gaps.at(index);
  std::string words = element("strong", {}, "Missing: " + markup::escaped(missing.what) + '.');
  if (!missing.reason.empty()) words += ' ' + markup::escaped(missing.reason);
  if (!missing.owner.empty()) words += " Owner: " + markup::escaped(missing.owner) + '.';
  if (!missing.due.empty()) words += " Due: " + markup::escaped(missing.due) + '.';
  words += " <a href=\"#" + markup::escaped(writing.anchors.gap(index)) + "\">All that is missing</a>";
  return element("p", "gap", words) + '\n';
}

// One block; `level` is that of the section's own heading.
class BlockWriter {
 public:
  BlockWriter(Writing& writing, int level) : m_writing(writing), m_level(level) {}

  std::string operator()(const report::Paragraph& block) { return written("p", block.text); }
  std::string operator()(const report::ListBlock& block) {
    std::string items = "\n";
    for (const report::Inlines& item : block.items) items += written("li", item);
    return element(block.ordered ? "ol" : "ul", {}, items) + '\n';
  }
  std::string operator()(const report::Subheading& block) {
    return heading(m_level + 1, m_writing.anchors.of(block), block.text);
  }
  std::string operator()(const report::TableBlock& block) { return table(m_writing, block.table); }
  std::string operator()(const report::ChartBlock& block) { return chart(m_writing, block.chart); }
  std::string operator()(const report::ImageBlock& block) { return image(m_writing, block); }
  std::string operator()(const report::GapBlock& block) { return gap(m_writing, block.gap); }

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
  std::string html = "<div class=\"outcomes\">\n";
  html += element("p", "label", statements.size() == 1 ? "Outcome" : "Outcomes") + '\n';
  if (statements.size() == 1)
    return html + element("p", {}, markup::escaped(statements.front())) + "\n</div>\n";
  html += "<ul>\n";
  for (const std::string& statement : statements)
    html += element("li", {}, markup::escaped(statement)) + '\n';
  return html + "</ul>\n</div>\n";
}

std::string opening_tag(const Section& section, const std::string& id) {
  switch (section.kind) {
    case Section::Kind::case_study:
      return "<section class=\"case-study\" aria-labelledby=\"" + markup::escaped(id) + "\">\n";
    case Section::Kind::theme:
      return "<section class=\"theme\">\n";
    case Section::Kind::ordinary:
      return "<section>\n";
  }
  return "<section>\n";
}

std::string section(Writing& writing, const Section& one, int level, std::vector<Entry>& entries) {
  const std::string& id = writing.anchors.of(one);
  std::string html = opening_tag(one, id);
  if (one.kind == Section::Kind::case_study && !report::says_case_study(one.heading)) {
    html += element("p", "label", "Case study") + '\n';
  }
  html += heading(level, id, one.heading) + outcomes(one.outcomes) + key_figures(writing, one.key_figures);
  BlockWriter block_writer(writing, level);
  for (const report::Block& block : one.blocks) html += std::visit(block_writer, block);
  Entry entry{id, one.heading, {}};
  for (const Section& inner : one.sections) html += section(writing, inner, level + 1, entry.entries);
  entries.push_back(std::move(entry));
  return html + "</section>\n";
}

void find_placed_tables(const std::vector<Section>& all, std::set<std::size_t>& placed) {
  for (const Section& one : all) {
    for (const report::Block& block : one.blocks) {
      if (const auto* shown = std::get_if<report::TableBlock>(&block)) placed.insert(shown->table);
    }
    find_placed_tables(one.sections, placed);
  }
}

}  // namespace

std::string sections(Writing& writing) {
  find_placed_tables(writing.report.sections, writing.tables_with_a_place);
  std::string html;
  for (const Section& one : writing.report.sections) html += section(writing, one, 2, writing.contents);
  return html;
}

}  // namespace eqr::render::html
