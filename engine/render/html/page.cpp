#include "render/html/page.hpp"

#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"

namespace eqr::render::html {

std::string page(const report::Report& report, const PageParts& parts) {
  Writing writing(report, closing_part_ids(report));
  // The contents list and the ways back from notes are known only once the text is written.
  const std::string text = sections(writing);
  const std::string closing = closing_parts(writing);
  return filled(parts.skeleton,
                {{"language", markup::escaped(report.language)},
                 {"head", head(report)},
                 {"style", parts.style + '\n' + own_colours(report.design) + page_margins(report)},
                 {"body-class", report.is_draft ? "draft" : "published"},
                 {"header", organisation(writing)},
                 {"title", title(writing)},
                 {"contents", contents(writing)},
                 {"content", text + closing},
                 {"footer", footer(writing)}});
}

}  // namespace eqr::render::html
