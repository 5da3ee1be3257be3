#include "render/markup/escape.hpp"
#include "render/web/writing.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::web {
namespace {

std::string about(const report::Report& report) {
  std::string statements, codes;
  for (const std::string& statement : report.about) statements += line("li", markup::escaped(statement));
  for (const std::string& code : report.shorthands) {
    const std::string meaning = report::shorthand_meaning(code);
    if (!meaning.empty())
      codes +=
          line("li", element("strong", '[' + markup::escaped(code) + ']') + ' ' + markup::escaped(meaning));
  }
  std::string html;
  if (!statements.empty()) html += line("ul", '\n' + statements);
  if (!codes.empty()) html += line("h3", "Shorthand used in tables and text") + line("ul", '\n' + codes);
  return html;
}

std::string notes(Writing& writing) {
  std::string items;
  for (std::size_t i = 0; i < writing.report.notes.size(); ++i) {
    items += "<li" + writing.places.id_attribute(writing.places.anchors().note(i)) + ">" +
             markup::escaped(writing.report.notes[i].text) + "</li>\n";
  }
  return line("ol", '\n' + items);
}

std::string figures(const report::Report& report) {
  std::string rows;
  for (const report::Figure& figure : report.figures) {
    const std::string note = figure.note.empty() ? "" : ". " + figure.note;
    rows += line(
        "tr", "<th scope=\"row\">" + markup::escaped(figure.title) + "</th>" +
                  element("td", markup::escaped(report::printed(figure.value))) +
                  element("td", figure.last_year ? markup::escaped(report::printed(*figure.last_year)) : "") +
                  element("td", markup::escaped(figure.lineage + note)) +
                  element("td", markup::escaped(report::source_titles(report, figure.sources))));
  }
  return plain_table("Every figure that the text or the key figures use",
                     {"Figure", "Value", "Last year", "How it was worked out", "Source"}, rows);
}

std::string publication(const report::Source& source) {
  if (!report::may_be_followed(source.publication)) return markup::escaped(source.publication);
  return link(source.publication, "Published: " + source.title);
}

std::string sources(const report::Report& report) {
  std::string rows;
  for (const report::Source& source : report.sources) {
    rows +=
        line("tr", "<th scope=\"row\">" + markup::escaped(source.title) + "</th>" +
                       element("td", markup::escaped(source.as_at)) +
                       element("td", markup::escaped(source.supplier)) + element("td", publication(source)));
  }
  return plain_table("Where the figures come from", {"Source", "As at", "Supplied by", "Already published"},
                     rows);
}

}  // namespace

std::string closing_chapter(Writing& writing, const Chapter& chapter) {
  switch (chapter.kind) {
    case ChapterKind::about:
      return about(writing.report);
    case ChapterKind::notes:
      return notes(writing);
    case ChapterKind::figures:
      return figures(writing.report);
    case ChapterKind::sources:
      return sources(writing.report);
    case ChapterKind::section:
      break;
  }
  return {};
}

}  // namespace eqr::render::web
