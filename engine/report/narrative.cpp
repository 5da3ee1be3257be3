#include "report/narrative.hpp"

#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <utility>

#include "handles/handle.hpp"
#include "report/numberless.hpp"
#include "text/characters.hpp"
#include "text/words.hpp"

namespace eqr::report {
namespace {

using problems::Place;
using problems::Problem;

using Tree = handles::Handle<cmark_node, cmark_node_free>;

constexpr std::array<std::pair<std::string_view, Filter>, 3> filters = {
    {{"from_to", Filter::from_to}, {"change", Filter::change}, {"pence", Filter::pence}}};

// Reads `else "words"`.
std::optional<std::string> read_else(std::string_view written, const Place& place,
                                     std::vector<Problem>& problems) {
  const auto refuse = [&](std::string message, std::string hint) {
    problems.push_back({place, std::move(message), std::move(hint)});
    return std::nullopt;
  };
  constexpr std::string_view keyword = "else";
  if (!written.starts_with(keyword)) {
    return refuse("after the filter comes \"" + std::string(written) + '"',
                  "a placeholder is {{name}}, {{name | filter}} or {{name | filter | else \"words\"}}");
  }
  const std::string_view quoted = text::trimmed(written.substr(keyword.size()));
  if (quoted.size() < 3 || quoted.front() != '"' || quoted.back() != '"') {
    return refuse("\"else\" without words",
                  "put them in straight quotes: else \"a number that is not published\"");
  }
  std::string words(text::trimmed(quoted.substr(1, quoted.size() - 2)));
  if (words.empty() || words.find_first_of("\"*_[]<>`\\{}|") != std::string::npos) {
    return refuse("the words of \"else\" are empty, or hold one of \" * _ [ ] < > ` \\ { } |",
                  "write plain words");
  }
  if (const auto number = word_of_size(words)) {
    return refuse("the words of \"else\" say how many: \"" + *number + '"',
                  "they stand for every figure that is not published, whatever its size and the reason: else "
                  "\"a number that is not published\"");
  }
  return words;
}

// Reads what stands between {{ and }}.
std::optional<Placeholder> read_placeholder(std::string_view inside, const Place& place,
                                            std::vector<Problem>& problems) {
  const std::size_t bar = inside.find('|');
  Placeholder read{std::string(text::trimmed(inside.substr(0, bar))), Filter::none, {}, place};
  if (read.figure.empty()) {
    problems.push_back(
        {place, "a placeholder without a name", "write {{theme.figure}}, such as {{facts.population}}"});
    return std::nullopt;
  }
  std::string_view rest = bar == std::string_view::npos ? std::string_view{} : inside.substr(bar + 1);
  if (bar != std::string_view::npos && !text::trimmed(rest).starts_with("else")) {
    const std::size_t end = rest.find('|');
    const std::string word(text::trimmed(rest.substr(0, end)));
    const auto* const found = std::ranges::find(filters, word, &decltype(filters)::value_type::first);
    if (found == filters.end()) {
      const std::vector<std::string> known = {"from_to", "change", "pence", "else"};
      problems.push_back({place, "unknown filter \"" + word + "\"", text::suggestion(word, known)});
      return std::nullopt;
    }
    read.filter = found->second;
    if (end == std::string_view::npos) return read;
    rest = rest.substr(end + 1);
  } else if (bar == std::string_view::npos) {
    return read;
  }
  const auto otherwise = read_else(text::trimmed(rest), place, problems);
  if (!otherwise) return std::nullopt;
  read.otherwise = *otherwise;
  return read;
}

// All placeholders of the Markdown with their places, in order: they are found in the text as written, since
// the parser gives places of blocks only.
std::vector<Placeholder> find_placeholders(std::string_view markdown, const std::string& file,
                                           std::vector<Problem>& problems) {
  std::vector<Placeholder> found;
  std::size_t line = 1, line_begin = 0;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    if (markdown[i] == '\n') {
      ++line;
      line_begin = i + 1;
    }
    const bool stray_end = markdown.substr(i).starts_with("}}");
    const Place place{file, line, i - line_begin + 1, ""};
    if (stray_end) {
      problems.push_back({place, "\"}}\" without \"{{\" before it", "a placeholder is {{name}} on one line"});
      ++i;
    }
    if (!markdown.substr(i).starts_with("{{")) continue;
    const std::size_t end = markdown.find("}}", i);
    const std::size_t line_end = markdown.find('\n', i);
    if (end == std::string_view::npos || end > line_end) {
      problems.push_back(
          {place, "\"{{\" is not closed on its line", "a placeholder is {{name}} on one line"});
      ++i;
      continue;
    }
    if (auto placeholder = read_placeholder(markdown.substr(i + 2, end - i - 2), place, problems)) {
      found.push_back(std::move(*placeholder));
    }
    i = end + 1;
  }
  return found;
}

// Walks the Markdown tree. Placeholders are taken from the list in the order in which they are met.
class Walk {
 public:
  Walk(const std::string& file, NarrativeReading& reading)
      : m_file(file), m_reading(reading), m_is_told_by_lines(!reading.problems.empty()) {}

  void document(cmark_node* root) {
    for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node))
      block(node);
  }

  // A placeholder in the address of a link, say, is in the text as written but not in the tree.
  void end() {
    const auto& all = m_reading.narrative.placeholders;
    if (m_next == all.size() || !m_reading.problems.empty()) return;
    m_reading.placeholder_problems.push_back({all[m_next].place,
                                              "a placeholder that does not stand in running text",
                                              "figures can be named in paragraphs, lists and headings only"});
  }

 private:
  void block(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
        if (is_image_alone(node)) return image(cmark_node_first_child(node));
        add(NarrativeBlock::Kind::paragraph, {runs(node)});
        return;
      case CMARK_NODE_HEADING:
        if (cmark_node_get_heading_level(node) < 3) {
          problem(node, "a heading of level " + std::to_string(cmark_node_get_heading_level(node)),
                  "narratives begin at ###: the headings above come from the template");
          return;
        }
        check_words(node, "a heading", "write what stands below it, or drop it");
        add(NarrativeBlock::Kind::subheading, {runs(node)});
        return;
      case CMARK_NODE_LIST:
        list(node);
        return;
      case CMARK_NODE_BLOCK_QUOTE:
        document(node);
        return;
      case CMARK_NODE_THEMATIC_BREAK:
        return;
      case CMARK_NODE_HTML_BLOCK:
        problem(node, "raw HTML", "narratives are plain Markdown; < at the start of a word is written \\<");
        return;
      default:
        problem(node, std::string("a ") + cmark_node_get_type_string(node) + " is not allowed in a narrative",
                "use paragraphs, lists, ### headings, emphasis and links");
    }
  }

  static bool is_image_alone(cmark_node* paragraph) {
    cmark_node* const child = cmark_node_first_child(paragraph);
    return child != nullptr && cmark_node_get_type(child) == CMARK_NODE_IMAGE &&
           cmark_node_next(child) == nullptr;
  }

  static void add_words(cmark_node* parent, std::string& words) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
      if (const char* literal = cmark_node_get_literal(node)) words += literal;
      const auto type = cmark_node_get_type(node);
      if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) words += ' ';
      add_words(node, words);
    }
  }

  void image(cmark_node* node) {
    std::string alternative;
    add_words(node, alternative);
    const std::string caption = cmark_node_get_title(node);
    NamedImage named = named_image(cmark_node_get_url(node), alternative, place_of(cmark_node_parent(node)));
    for (Problem& problem : naming_problems(named, !caption.empty()))
      m_reading.problems.push_back(std::move(problem));
    std::vector<NarrativeRun> runs;
    text(caption, Inline{}, runs);
    m_reading.narrative.blocks.push_back({NarrativeBlock::Kind::image, {std::move(runs)}, std::move(named)});
  }

  void list(cmark_node* node) {
    std::vector<std::vector<NarrativeRun>> items;
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
      std::vector<NarrativeRun> text;
      for (cmark_node* inner = cmark_node_first_child(item); inner != nullptr;
           inner = cmark_node_next(inner)) {
        if (cmark_node_get_type(inner) != CMARK_NODE_PARAGRAPH) {
          problem(inner, "a list inside a list", "keep lists to one level");
          continue;
        }
        if (!text.empty()) text.push_back({Inline{" ", {}, {}, {}, {}, {}}, std::nullopt});
        for (NarrativeRun& run : runs(inner)) text.push_back(std::move(run));
      }
      items.push_back(std::move(text));
    }
    const bool numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    add(numbered ? NarrativeBlock::Kind::numbered : NarrativeBlock::Kind::bullets, std::move(items));
  }

  std::vector<NarrativeRun> runs(cmark_node* node) {
    std::vector<NarrativeRun> found;
    inlines(node, Inline{}, found);
    return found;
  }

  void inlines(cmark_node* parent, const Inline& style, std::vector<NarrativeRun>& found) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
      Inline inner = style;
      switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_CODE:
          // Characters may be written by their number; of &#xFFFE; the parser makes what is no UTF-8.
          if (const char* literal = cmark_node_get_literal(node);
              !m_is_told_by_lines && (!text::is_utf8(literal) || !text::is_printable(literal)))
            problem(node, "the text " + std::string(text::unprintable_message), "leave it out");
          text(cmark_node_get_literal(node), style, found);
          break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
          text(" ", style, found);
          break;
        case CMARK_NODE_EMPH:
          inner.emphasis = true;
          inlines(node, inner, found);
          break;
        case CMARK_NODE_STRONG:
          inner.strong = true;
          inlines(node, inner, found);
          break;
        case CMARK_NODE_LINK:
          inner.href = cmark_node_get_url(node);
          check_link(node, inner.href);
          check_words(node, "a link", "write where it leads between the square brackets");
          inlines(node, inner, found);
          break;
        case CMARK_NODE_IMAGE:
          problem(node, "a picture within a line of text",
                  "give it a paragraph of its own: a blank line before and after it");
          break;
        case CMARK_NODE_HTML_INLINE:
          problem(node, "raw HTML", "narratives are plain Markdown; < at the start of a word is written \\<");
          break;
        default:
          problem(node,
                  std::string("a ") + cmark_node_get_type_string(node) + " is not allowed in a narrative",
                  "use paragraphs, lists, ### headings, emphasis and links");
      }
    }
  }

  void text(std::string_view literal, const Inline& style, std::vector<NarrativeRun>& found) {
    for (;;) {
      const std::size_t begin = literal.find("{{");
      const std::size_t end = begin == std::string_view::npos ? begin : literal.find("}}", begin);
      Inline run = style;
      run.text = literal.substr(0, end == std::string_view::npos ? literal.size() : begin);
      if (!run.text.empty()) found.push_back({std::move(run), std::nullopt});
      if (end == std::string_view::npos) return;
      if (m_next < m_reading.narrative.placeholders.size()) {
        found.push_back({style, m_reading.narrative.placeholders[m_next++]});
      }
      literal.remove_prefix(end + 2);
    }
  }

  // Words that readers see: more than blanks of any kind and what is invisible.
  void check_words(cmark_node* node, const std::string& what, const char* hint) {
    std::string words;
    add_words(node, words);
    if (text::says_nothing(words)) problem(node, what + " without words", hint);
  }

  void check_link(cmark_node* node, const std::string& href) {
    const bool allowed = href.starts_with("http://") || href.starts_with("https://") ||
                         href.starts_with("mailto:") || (href.starts_with("#") && href.size() > 1);
    if (!allowed) {
      problem(node, "a link that leads nowhere", "link to https://…, mailto:… or #section, or drop the link");
    }
  }

  void add(NarrativeBlock::Kind kind, std::vector<std::vector<NarrativeRun>> items) {
    m_reading.narrative.blocks.push_back({kind, std::move(items), std::nullopt});
  }

  // The line of the block it stands in: the parser gives no other.
  [[nodiscard]] Place place_of(cmark_node* node) const {
    for (cmark_node* at = node; at != nullptr; at = cmark_node_parent(at)) {
      const int line = cmark_node_get_start_line(at);
      if (line > 0) return {m_file, static_cast<std::size_t>(line), 0, ""};
    }
    return {m_file, 0, 0, ""};
  }

  void problem(cmark_node* node, std::string message, std::string hint) {
    m_reading.problems.push_back({place_of(node), std::move(message), std::move(hint)});
  }

  const std::string& m_file;
  NarrativeReading& m_reading;
  bool m_is_told_by_lines;  // that the text as it is written holds what is not printable
  std::size_t m_next = 0;
};

}  // namespace

NarrativeReading read_narrative(const std::string& id, std::string_view markdown, const std::string& file) {
  NarrativeReading reading;
  reading.narrative.id = id;
  if (markdown.starts_with("\xEF\xBB\xBF")) markdown.remove_prefix(3);
  if (!text::is_utf8(markdown)) {
    reading.problems.push_back({{file, 0, 0, ""}, "the text is not in UTF-8", "save it as UTF-8"});
    return reading;
  }
  for (std::size_t line = 1, begin = 0; begin < markdown.size(); ++line) {
    const std::size_t end = std::min(markdown.find('\n', begin), markdown.size());
    std::string_view written = markdown.substr(begin, end - begin);
    if (written.ends_with('\r')) written.remove_suffix(1);
    if (!text::is_printable(written)) {
      reading.problems.push_back({{file, line, 0, ""},
                                  "the line " + std::string(text::unprintable_message),
                                  std::string(text::unprintable_hint)});
    }
    begin = end + 1;
  }
  if (text::trimmed(markdown).empty()) {
    reading.problems.push_back(
        {{file, 0, 0, ""}, "the text is empty", "write it, or drop it from the run file"});
    return reading;
  }
  reading.narrative.placeholders = find_placeholders(markdown, file, reading.placeholder_problems);
  // With a placeholder in doubt the rest could be matched wrongly.
  if (!reading.placeholder_problems.empty()) return reading;
  const Tree tree(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
  cmark_consolidate_text_nodes(tree.get());
  Walk walk(file, reading);
  walk.document(tree.get());
  walk.end();
  return reading;
}

}  // namespace eqr::report
