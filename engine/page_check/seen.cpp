#include "page_check/seen.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace eqr::page_check {
namespace {

constexpr std::string_view blanks = " \t\r\n";

// Reads one tag after the other.
class Reading {
 public:
  explicit Reading(std::string_view html) : m_html(html) {}

  std::vector<Tag> tags() {
    while (next_tag()) read_tag();
    return std::move(m_tags);
  }

 private:
  // Goes to the next "<" that begins a tag; what stands before it is the text of the tag before.
  bool next_tag() {
    while (m_at < m_html.size()) {
      const std::size_t found = std::min(m_html.find('<', m_at), m_html.size());
      take_text(found);
      if (found == m_html.size()) return false;
      if (m_html.substr(found).starts_with("<!--")) {
        skip_past("-->");
      } else if (m_html.substr(found).starts_with("<!")) {
        skip_past(">");
      } else {
        return true;
      }
    }
    return false;
  }

  void read_tag() {
    Tag tag;
    tag.line = m_line;
    ++m_at;
    if (peek() == '/') {
      tag.is_end = true;
      ++m_at;
    }
    tag.name = text::folded(word());
    while (peek() != '>' && m_at < m_html.size()) read_attribute(tag);
    if (m_at < m_html.size()) ++m_at;
    const bool is_raw = !tag.is_end && (tag.name == "style" || tag.name == "script");
    m_tags.push_back(std::move(tag));
    if (is_raw) take_text(std::min(m_html.find("</" + m_tags.back().name, m_at), m_html.size()));
  }

  void read_attribute(Tag& tag) {
    const std::size_t before = m_at;
    skip_blanks();
    const std::string name = text::folded(word());
    std::string value;
    if (peek() == '=') {
      ++m_at;
      const bool is_quoted = peek() == '"';
      if (is_quoted) ++m_at;
      const std::size_t end = std::min(
          is_quoted ? m_html.find('"', m_at) : m_html.find_first_of(" \t\r\n>", m_at), m_html.size());
      value = m_html.substr(m_at, end - m_at);
      advance_to(std::min(end + (is_quoted ? 1 : 0), m_html.size()));
    }
    if (!name.empty()) tag.attributes.emplace(name, value);
    if (m_at == before) ++m_at;  // a character that belongs to nothing
  }

  std::string word() {
    const std::size_t end = std::min(m_html.find_first_of(" \t\r\n=>/", m_at), m_html.size());
    const std::string found(m_html.substr(m_at, end - m_at));
    m_at = end;
    return found;
  }

  [[nodiscard]] char peek() const { return m_at < m_html.size() ? m_html[m_at] : '>'; }
  void skip_blanks() { advance_to(std::min(m_html.find_first_not_of(blanks, m_at), m_html.size())); }
  void skip_past(std::string_view end) {
    const std::size_t found = m_html.find(end, m_at);
    advance_to(found == std::string_view::npos ? m_html.size() : found + end.size());
  }
  void take_text(std::size_t end) {
    if (!m_tags.empty()) m_tags.back().text += m_html.substr(m_at, end - m_at);
    advance_to(end);
  }
  void advance_to(std::size_t place) {
    m_line += static_cast<std::size_t>(std::ranges::count(m_html.substr(m_at, place - m_at), '\n'));
    m_at = place;
  }

  std::string_view m_html;
  std::size_t m_at = 0, m_line = 1;
  std::vector<Tag> m_tags;
};

}  // namespace

std::string_view Tag::value(std::string_view attribute) const {
  const auto found = attributes.find(attribute);
  return found == attributes.end() ? std::string_view{} : std::string_view(found->second);
}

std::vector<Tag> tags_of(std::string_view html) {
  return Reading(html).tags();
}

std::string text_of_element(const std::vector<Tag>& tags, std::size_t first) {
  std::string text = tags[first].text;
  int depth = 1;
  for (std::size_t i = first + 1; i < tags.size() && depth > 0; ++i) {
    if (tags[i].name == tags[first].name) depth += tags[i].is_end ? -1 : 1;
    if (depth > 0) text += tags[i].text;
  }
  return text;
}

}  // namespace eqr::page_check
