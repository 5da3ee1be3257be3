#include "calendar/date.hpp"
#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::html {
namespace {

using report::full_title;
using report::Report;

std::string meta(std::string_view name, const std::string& content) {
  if (content.empty()) return {};
  return "<meta name=\"" + std::string(name) + "\" content=\"" + markup::escaped(content) + "\">\n";
}

std::string fact(const std::string& name, const std::string& value) {
  if (value.empty()) return {};
  return "<div>" + element("dt", {}, name) + element("dd", {}, markup::escaped(value)) + "</div>\n";
}

std::string gap_item(const Writing& writing, std::size_t index) {
  const report::Gap& gap = writing.report.gaps[index];
  std::string words =
      element("strong", {}, markup::escaped(gap.what)) + element("span", "why", markup::escaped(gap.reason));
  std::string who;
  if (!gap.owner.empty()) who += "Owner: " + gap.owner;
  if (!gap.due.empty()) who += (who.empty() ? "Due: " : ". Due: ") + gap.due;
  if (!who.empty()) words += element("span", "who", markup::escaped(who));
  return "<li id=\"" + markup::escaped(writing.anchors.gap(index)) + "\">" + words + "</li>\n";
}

std::string draft_notice(const Writing& writing) {
  const std::size_t missing = writing.report.gaps.size();
  std::string html =
      "<section class=\"draft-notice\" aria-labelledby=\"draft\">\n"
      "<h2 id=\"draft\">Draft: not for publication</h2>\n";
  if (missing == 0) {
    return html + element("p", {}, "Nothing is missing. The report is waiting to be approved.") +
           "\n</section>\n";
  }
  html += element("p", {},
                  missing == 1 ? "One thing is still missing:"
                               : std::to_string(missing) + " things are still missing:") +
          "\n<ol>\n";
  for (std::size_t i = 0; i < missing; ++i) html += gap_item(writing, i);
  return html + "</ol>\n</section>\n";
}

std::string entry_list(const std::vector<Entry>& entries, int levels) {
  std::string html = "<ol>\n";
  for (const Entry& entry : entries) {
    html += "<li><a href=\"#" + markup::escaped(entry.id) + "\">" + markup::escaped(entry.heading) + "</a>";
    if (levels > 1 && !entry.entries.empty()) html += '\n' + entry_list(entry.entries, levels - 1);
    html += "</li>\n";
  }
  return html + "</ol>\n";
}

// As a CSS string; characters that could end the string or the style sheet are written as numbers.
std::string css_string(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      quoted += ' ';
    } else if (c == '"') {
      quoted += "\\22 ";
    } else if (c == '\\') {
      quoted += "\\5c ";
    } else if (c == '<') {
      quoted += "\\3c ";
    } else if (c == '>') {
      quoted += "\\3e ";
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

}  // namespace

std::string head(const Report& report, const std::string& page) {
  const std::string draft = report.is_draft ? "Draft: " : "";
  const std::string name = page.empty() ? std::string{} : page + ": ";
  std::string keywords;
  for (const std::string& keyword : report.keywords) keywords += (keywords.empty() ? "" : ", ") + keyword;
  return element("title", {},
                 markup::escaped(draft + name + full_title(report) + ", " + report.organisation)) +
         '\n' + meta("description", report.summary) + meta("author", report.organisation) +
         meta("keywords", keywords);
}

std::string organisation(const Writing& writing) {
  const Report& report = writing.report;
  std::string html = brand(writing);
  if (report.is_draft) html += element("p", "draft-mark", "Draft") + '\n';
  return html;
}

std::string title_and_dates(const Report& report) {
  std::string html = "<h1>" + markup::escaped(report.title);
  if (!report.period.empty()) html += " <span class=\"period\">" + markup::escaped(report.period) + "</span>";
  html += "</h1>\n";
  if (!report.summary.empty()) html += element("p", "summary", markup::escaped(report.summary)) + '\n';
  return html + "<dl class=\"facts\">\n" +
         fact(report.is_draft ? "To be published" : "Published", calendar::long_text(report.published)) +
         fact("Figures as at", calendar::long_text(report.snapshot)) +
         (report.next_update ? fact("Next update", calendar::long_text(*report.next_update))
                             : std::string{}) +
         "</dl>\n";
}

std::string title(const Writing& writing) {
  return title_and_dates(writing.report) + (writing.report.is_draft ? draft_notice(writing) : std::string{});
}

std::string contents(const Writing& writing) {
  return "<h2 id=\"contents\">Contents</h2>\n" + entry_list(writing.contents, 2);
}

std::string page_margins(const Report& report) {
  std::string css =
      "@page { @bottom-left { content: " + css_string(report.organisation + ": " + full_title(report)) +
      "; } }\n";
  if (report.is_draft) {
    css += "@page { @top-left { content: \"DRAFT\"; } @top-right { content: \"Not for publication\"; } }\n";
  }
  return css;
}

}  // namespace eqr::render::html
