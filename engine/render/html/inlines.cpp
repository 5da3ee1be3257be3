#include <charconv>
#include <optional>

#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::html {
namespace {

std::optional<std::size_t> note_of(const Writing& writing, std::string_view href) {
  constexpr std::string_view prefix = "#note-";
  if (!href.starts_with(prefix)) return std::nullopt;
  const std::string_view written = href.substr(prefix.size());
  std::size_t number = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == written.data() + written.size();
  if (!whole || number == 0 || number > writing.report.notes.size()) return std::nullopt;
  return number - 1;
}

// The id of one more place that points to the note.
std::string new_reference(Writing& writing, std::size_t note, const std::string& from) {
  auto& references = writing.note_references[note];
  const std::string wanted = writing.anchors.note(note) + "-from-" + std::to_string(references.size() + 1);
  references.push_back({writing.anchors.take(wanted), from});
  return references.back().id;
}

std::string run(Writing& writing, const report::Inline& run) {
  const auto note = note_of(writing, run.href);
  if (note && run.text.starts_with("[note")) return note_mark(writing, *note, "the text");
  std::string html = markup::escaped(run.text);
  if (!run.figure.empty()) {
    html = "<span class=\"figure\" data-figure=\"" + markup::escaped(run.figure) + "\">" + html + "</span>";
  }
  if (run.emphasis) html = element("em", {}, html);
  if (run.strong) html = element("strong", {}, html);
  if (!run.language.empty())
    html = "<span lang=\"" + markup::escaped(run.language) + "\">" + html + "</span>";
  const std::string target = link_target(writing, run.href);
  const std::string id =
      note ? " id=\"" + markup::escaped(new_reference(writing, *note, "the text")) + '"' : "";
  if (!target.empty()) html = "<a" + id + " href=\"" + markup::escaped(target) + "\">" + html + "</a>";
  return html;
}

}  // namespace

std::string element(std::string_view tag, std::string_view name, std::string_view inner) {
  std::string html = "<" + std::string(tag);
  if (!name.empty()) html += " class=\"" + std::string(name) + '"';
  html += '>';
  html += inner;
  return html + "</" + std::string(tag) + ">";
}

std::string link_target(const Writing& writing, std::string_view href) {
  if (href.starts_with('#')) {
    const auto id = writing.anchors.target(href.substr(1));
    return id ? '#' + *id : std::string{};
  }
  return report::may_be_followed(href) ? std::string(href) : std::string{};
}

std::string link(const Writing& writing, std::string_view href, std::string_view text) {
  const std::string target = link_target(writing, href);
  if (target.empty()) return markup::escaped(text);
  return "<a href=\"" + markup::escaped(target) + "\">" + markup::escaped(text) + "</a>";
}

std::string note_mark(Writing& writing, std::size_t note, const std::string& from) {
  const std::string& target = writing.anchors.note(note);
  const std::string id = new_reference(writing, note, from);
  return "<a class=\"note-mark\" id=\"" + markup::escaped(id) + "\" href=\"#" + markup::escaped(target) +
         "\">[note&nbsp;" + std::to_string(note + 1) + "]</a>";
}

std::string inlines(Writing& writing, const report::Inlines& text) {
  std::string html;
  for (const report::Inline& one : text) html += run(writing, one);
  return html;
}

}  // namespace eqr::render::html
