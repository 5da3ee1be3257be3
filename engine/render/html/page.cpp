#include "render/html/page.hpp"

#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"

namespace eqr::render::html {
namespace {

std::string in_skeleton(const Writing& writing, const PageParts& parts, const std::string& head,
                        const std::string& title, const std::string& content) {
  const report::Report& report = writing.report;
  return filled(parts.skeleton,
                {{"language", markup::escaped(report.language)},
                 {"head", head},
                 {"style", parts.style + '\n' + own_colours(report.design) + page_margins(report)},
                 {"body-class", report.is_draft ? "draft" : "published"},
                 {"header", organisation(writing)},
                 {"title", title},
                 {"contents", contents(writing)},
                 {"content", content},
                 {"footer", footer(writing)}});
}

}  // namespace

std::string page(const report::Report& report, const PageParts& parts) {
  Writing writing(report, closing_part_ids(report));
  // The contents list and the ways back from notes are known only once the text is written.
  const std::string text = sections(writing);
  const std::string closing = closing_parts(writing);
  return in_skeleton(writing, parts, head(report), title(writing), text + closing);
}

std::string page_beside(const Writing& writing, const PageParts& parts, const std::string& name,
                        const std::string& title, const std::string& content) {
  return in_skeleton(writing, parts, head(writing.report, name), title, content);
}

}  // namespace eqr::render::html
