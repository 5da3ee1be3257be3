#include <algorithm>
#include <array>

#include "calendar/date.hpp"
#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::html {
namespace {

using report::Report;

// A part of the page's own, with its entry in the contents.
std::string part(Writing& writing, std::string_view id, const std::string& heading,
                 const std::string& inner) {
  const std::string& taken = writing.anchors.closing_part(id);
  writing.contents.push_back({taken, heading, {}});
  return "<section class=\"closing\">\n<h2 id=\"" + markup::escaped(taken) + "\">" + heading + "</h2>\n" +
         inner + "</section>\n";
}

std::string about(Writing& writing) {
  std::string items = "<ul>\n";
  for (const std::string& statement : writing.report.about) {
    items += element("li", {}, markup::escaped(statement)) + '\n';
  }
  return part(writing, "about", "About this report", items + "</ul>\n");
}

std::string ways_back(const Writing& writing, std::size_t note) {
  const auto found = writing.note_references.find(note);
  if (found == writing.note_references.end()) return {};
  std::string links;
  for (const NoteReference& reference : found->second) {
    links += " <a class=\"back\" href=\"#" + markup::escaped(reference.id) + "\">Back to " +
             markup::escaped(reference.from) + "</a>";
  }
  return links;
}

std::string notes(Writing& writing) {
  std::string items = "<ol class=\"notes\">\n";
  for (std::size_t i = 0; i < writing.report.notes.size(); ++i) {
    items += "<li id=\"" + markup::escaped(writing.anchors.note(i)) + "\">" +
             markup::escaped(writing.report.notes[i].text) + ways_back(writing, i) + "</li>\n";
  }
  return part(writing, "notes", "Notes and definitions", items + "</ol>\n");
}

std::string shorthand(Writing& writing) {
  std::string items;
  for (const std::string& code : writing.report.shorthands) {
    const std::string meaning = report::shorthand_meaning(code);
    if (meaning.empty()) continue;
    items += "<div>" + element("dt", {}, '[' + markup::escaped(code) + ']') +
             element("dd", {}, markup::escaped(meaning)) + "</div>\n";
  }
  return part(writing, "shorthand", "Shorthand used in tables and text",
              "<dl class=\"shorthands\">\n" + items + "</dl>\n");
}

std::string figures(Writing& writing) {
  const Report& report = writing.report;
  std::string rows;
  for (const report::Figure& figure : report.figures) {
    const std::string note = figure.note.empty() ? std::string{} : ". " + figure.note;
    rows +=
        "<tr><th scope=\"row\" class=\"long\">" + markup::escaped(figure.title) + "</th>" +
        element("td", "number", markup::escaped(report::printed(figure.value))) +
        element("td", "number", figure.last_year ? markup::escaped(report::printed(*figure.last_year)) : "") +
        element("td", "long", markup::escaped(figure.lineage + note)) +
        element("td", {}, markup::escaped(report::source_titles(report, figure.sources))) + "</tr>\n";
  }
  return part(
      writing, "figures", "Figures in the text and where they come from",
      plain_table(writing, "figures", "Every figure that the text or the key figures use",
                  {{"Figure"}, {"Value", true}, {"Last year", true}, {"How it was worked out"}, {"Source"}},
                  rows));
}

// A publication that is nothing but an address becomes a link that says where it leads.
std::string publication(const Writing& writing, const report::Source& source) {
  if (link_target(writing, source.publication).empty()) return markup::escaped(source.publication);
  return link(writing, source.publication, "Published: " + source.title);
}

std::string sources(Writing& writing) {
  std::string rows;
  for (const report::Source& source : writing.report.sources) {
    rows += "<tr><th scope=\"row\">" + markup::escaped(source.title) + "</th>" +
            element("td", {}, markup::escaped(source.as_at)) +
            element("td", {}, markup::escaped(source.supplier)) +
            element("td", {}, publication(writing, source)) + "</tr>\n";
  }
  return part(writing, "sources", "Sources",
              plain_table(writing, "sources", "Where the figures come from",
                          {{"Source"}, {"As at"}, {"Supplied by"}, {"Already published"}}, rows));
}

std::string contact(Writing& writing) {
  const report::Contact& who = writing.report.contact;
  std::string lines;
  const auto add = [&](const std::string& name, const std::string& html) {
    if (!html.empty()) lines += "<div>" + element("dt", {}, name) + element("dd", {}, html) + "</div>\n";
  };
  add("Team", markup::escaped(who.name));
  add("Email", who.email.empty() ? std::string{} : link(writing, "mailto:" + who.email, who.email));
  add("Telephone", markup::escaped(who.telephone));
  add("Address", markup::escaped(who.address));
  const std::string lead = "Write or call to ask about this report, or to ask for it in another format.";
  return part(writing, "contact", "Contact",
              element("p", {}, lead) + "\n<dl class=\"facts\">\n" + lines + "</dl>\n");
}

bool has_contact(const report::Contact& who) {
  return !who.name.empty() || !who.email.empty() || !who.telephone.empty() || !who.address.empty();
}

bool has_shorthand(const Report& report) {
  return std::ranges::any_of(
      report.shorthands, [](const std::string& code) { return !report::shorthand_meaning(code).empty(); });
}

struct Part {
  std::string_view id;
  bool (*has_content)(const Report&);
  std::string (*write)(Writing&);
};

// In the order in which they stand in the page.
constexpr std::array<Part, 6> parts = {{
    {"about", [](const Report& report) { return !report.about.empty(); }, about},
    {"notes", [](const Report& report) { return !report.notes.empty(); }, notes},
    {"shorthand", has_shorthand, shorthand},
    {"figures", [](const Report& report) { return !report.figures.empty(); }, figures},
    {"sources", [](const Report& report) { return !report.sources.empty(); }, sources},
    {"contact", [](const Report& report) { return has_contact(report.contact); }, contact},
}};

}  // namespace

std::vector<std::string> closing_part_ids(const Report& report) {
  std::vector<std::string> ids;
  for (const Part& part : parts) {
    if (part.has_content(report)) ids.emplace_back(part.id);
  }
  return ids;
}

std::string closing_parts(Writing& writing) {
  std::string html;
  for (const Part& part : parts) {
    if (part.has_content(writing.report)) html += part.write(writing);
  }
  return html;
}

std::string footer(const Writing& writing) {
  const Report& report = writing.report;
  const std::string date = calendar::long_text(report.published);
  std::string words = report.is_draft ? "Draft, to be published on " + date : "Published on " + date;
  words += " by " + report.organisation + '.';
  if (report.next_update) words += " Next update: " + calendar::long_text(*report.next_update) + '.';
  return element("p", {}, markup::escaped(words)) + '\n' +
         element("p", {}, "<a href=\"#contents\">Back to contents</a>") + '\n';
}

}  // namespace eqr::render::html
