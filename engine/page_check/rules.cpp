#include "page_check/rules.hpp"

#include <algorithm>
#include <set>

#include "text/characters.hpp"
#include "text/words.hpp"

namespace eqr::page_check {
namespace {

using Findings = std::vector<Finding>;

bool begins(const Tag& tag, std::string_view name) {
  return !tag.is_end && tag.name == name;
}

// 2 for h2; 0 for what is no heading.
int heading_level(const Tag& tag) {
  const bool is_heading =
      !tag.is_end && tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6';
  return is_heading ? tag.name[1] - '0' : 0;
}

bool says_something(const std::string& text) {
  return !text::says_nothing(text);
}

// Where an element or what stands in it gives a name to it: text, or the text alternative of a picture.
bool has_a_name(const Page& page, std::size_t index) {
  if (says_something(text_of_element(page.tags, index)) || page.tags[index].has("aria-label")) return true;
  const std::string& name = page.tags[index].name;
  for (std::size_t i = index + 1; i < page.tags.size() && page.tags[i].name != name; ++i) {
    if (page.tags[i].name == "img" && says_something(std::string(page.tags[i].value("alt")))) return true;
  }
  return false;
}

void language(const Page& page, Findings& findings) {
  const auto html = std::ranges::find(page.tags, "html", &Tag::name);
  if (html == page.tags.end() || html->value("lang").empty())
    findings.push_back({1, "the page does not say its language"});
}

void title(const Page& page, Findings& findings) {
  for (const Tag& tag : page.tags) {
    if (begins(tag, "body")) break;  // drawings have titles too
    if (begins(tag, "title") && says_something(tag.text)) return;
  }
  findings.push_back({1, "the page has no title"});
}

void one_main(const Page& page, Findings& findings) {
  const auto count = std::ranges::count_if(page.tags, [](const Tag& tag) { return begins(tag, "main"); });
  if (count != 1) findings.push_back({1, "the page has " + std::to_string(count) + " main parts"});
}

void skip_link(const Page& page, Findings& findings) {
  const auto link = std::ranges::find_if(page.tags, [](const Tag& tag) { return begins(tag, "a"); });
  if (link == page.tags.end() || !link->value("href").starts_with('#'))
    findings.push_back(
        {link == page.tags.end() ? 1 : link->line, "the first link does not lead to the text"});
}

void ids_once(const Page& page, Findings& findings) {
  std::set<std::string_view> seen;
  for (const Tag& tag : page.tags) {
    if (tag.has("id") && !seen.insert(tag.value("id")).second)
      findings.push_back({tag.line, "the id \"" + std::string(tag.value("id")) + "\" stands here again"});
  }
}

void heading_levels(const Page& page, Findings& findings) {
  int before = page.is_body ? 1 : 0;
  int first_levels = 0;
  for (const Tag& tag : page.tags) {
    const int level = heading_level(tag);
    if (level == 0) continue;
    if (level == 1 && (page.is_body || ++first_levels > 1)) findings.push_back({tag.line, "another h1"});
    if (level > before + 1)
      findings.push_back({tag.line, "h" + std::to_string(level) + " follows h" + std::to_string(before)});
    before = level;
  }
  if (!page.is_body && first_levels == 0) findings.push_back({1, "the page has no h1"});
}

void heading_words(const Page& page, Findings& findings) {
  for (std::size_t i = 0; i < page.tags.size(); ++i) {
    if (heading_level(page.tags[i]) > 0 && !says_something(text_of_element(page.tags, i)))
      findings.push_back({page.tags[i].line, "a heading without words"});
  }
}

bool leads_outside(std::string_view href) {
  return href.starts_with("http://") || href.starts_with("https://") || href.starts_with("mailto:");
}

void links_arrive(const Page& page, Findings& findings) {
  std::set<std::string_view> ids;
  for (const Tag& tag : page.tags) {
    if (tag.has("id")) ids.insert(tag.value("id"));
  }
  for (const Tag& tag : page.tags) {
    if (!begins(tag, "a") || !tag.has("href")) continue;
    const std::string_view href = tag.value("href");
    const std::string_view file = href.substr(0, href.find('#'));
    const bool arrives = href.starts_with('#') ? ids.contains(href.substr(1)) : page.files.contains(file);
    if (!arrives && !leads_outside(text::folded(href)))
      findings.push_back({tag.line, "the link \"" + std::string(href) + "\" leads nowhere"});
  }
}

void link_words(const Page& page, Findings& findings) {
  for (std::size_t i = 0; i < page.tags.size(); ++i) {
    if (begins(page.tags[i], "a") && !has_a_name(page, i))
      findings.push_back({page.tags[i].line, "a link without words"});
  }
}

void alternatives(const Page& page, Findings& findings) {
  for (const Tag& tag : page.tags) {
    const bool is_drawing = begins(tag, "svg") && tag.value("role") == "img";
    const bool has_name = tag.has("aria-label") || tag.has("aria-labelledby");
    if ((begins(tag, "img") && !tag.has("alt")) || (is_drawing && !has_name))
      findings.push_back({tag.line, "a picture without a text alternative"});
  }
}

void captions(const Page& page, Findings& findings) {
  for (std::size_t i = 0; i < page.tags.size(); ++i) {
    if (!begins(page.tags[i], "table")) continue;
    const bool has_caption = i + 1 < page.tags.size() && begins(page.tags[i + 1], "caption") &&
                             says_something(text_of_element(page.tags, i + 1));
    if (!has_caption) findings.push_back({page.tags[i].line, "a table without a caption"});
  }
}

void scopes(const Page& page, Findings& findings) {
  for (const Tag& tag : page.tags) {
    if (begins(tag, "th") && tag.value("scope") != "col" && tag.value("scope") != "row")
      findings.push_back({tag.line, "a header cell that does not say whether it heads a column or a row"});
  }
}

// What scrolls, or is a target of the keyboard for another reason, has a role and a name.
void named_regions(const Page& page, Findings& findings) {
  for (const Tag& tag : page.tags) {
    if (tag.value("tabindex") != "0") continue;
    if (!tag.has("role") || (!tag.has("aria-labelledby") && !tag.has("aria-label")))
      findings.push_back({tag.line, "the keyboard reaches a part without a name"});
  }
}

void no_script(const Page& page, Findings& findings) {
  for (const Tag& tag : page.tags) {
    const bool runs = std::ranges::any_of(tag.attributes, [](const auto& attribute) {
      return attribute.first.starts_with("on") || text::folded(attribute.second).starts_with("javascript:");
    });
    if (begins(tag, "script") || runs) findings.push_back({tag.line, "a script in <" + tag.name + ">"});
  }
}

// A body's pictures stand beside it.
bool asks_for(const Page& page, std::string_view address) {
  return !address.starts_with("data:") && !(page.is_body && page.files.contains(address));
}

// Styles may name parts of the page and hold what they need; everything else would be fetched.
bool styles_ask(std::string_view css) {
  const std::string folded = text::folded(css);
  if (folded.find("@import") != std::string::npos) return true;
  for (std::size_t at = folded.find("url("); at != std::string::npos; at = folded.find("url(", at + 1)) {
    std::string_view address = text::trimmed(std::string_view(folded).substr(at + 4));
    if (address.starts_with('"') || address.starts_with('\'')) address.remove_prefix(1);
    if (!address.starts_with("data:") && !address.starts_with('#')) return true;
  }
  return false;
}

void no_request(const Page& page, Findings& findings) {
  static const std::set<std::string_view> asking = {"link", "iframe", "object", "embed",
                                                    "base", "audio",  "video",  "form"};
  for (const Tag& tag : page.tags) {
    const bool has_address = tag.has("src") && asks_for(page, tag.value("src"));
    const bool is_drawn = (tag.name == "image" || tag.name == "use") && tag.has("href") &&
                          !tag.value("href").starts_with('#') && asks_for(page, tag.value("href"));
    const bool has_style = styles_ask(tag.value("style")) || (begins(tag, "style") && styles_ask(tag.text));
    if ((!tag.is_end && asking.contains(tag.name)) || has_address || is_drawn || tag.has("srcset") ||
        has_style)
      findings.push_back({tag.line, "<" + tag.name + "> asks for another file"});
  }
}

// Where the success criteria of WCAG 2.2 are explained.
constexpr std::string_view language_of_page = "https://www.w3.org/WAI/WCAG22/Understanding/language-of-page";
constexpr std::string_view page_titled = "https://www.w3.org/WAI/WCAG22/Understanding/page-titled";
constexpr std::string_view info_and_relationships =
    "https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships";
constexpr std::string_view bypass_blocks = "https://www.w3.org/WAI/WCAG22/Understanding/bypass-blocks";
constexpr std::string_view name_role_value = "https://www.w3.org/WAI/WCAG22/Understanding/name-role-value";
constexpr std::string_view headings_and_labels =
    "https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels";
constexpr std::string_view link_purpose_in_context =
    "https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context";
constexpr std::string_view non_text_content = "https://www.w3.org/WAI/WCAG22/Understanding/non-text-content";

}  // namespace

std::vector<Rule> all_rules() {
  return {
      {"P1", false, "the page says its language", "lang in <html>", language_of_page, language},
      {"P2", false, "the page has a title", "<title>", page_titled, title},
      {"P3", false, "the page has one main part", "one <main>", info_and_relationships, one_main},
      {"P4", false, "the first link leads past what stands on every page", "a link to #main comes first",
       bypass_blocks, skip_link},
      {"P5", true, "no two elements have the same id", "give one of them another", info_and_relationships,
       ids_once},
      {"P6", false, "whatever the keyboard reaches has a role and a name", "role and aria-labelledby",
       name_role_value, named_regions},
      {"H1", true, "headings begin with the highest level and skip none", "one level deeper at a time",
       info_and_relationships, heading_levels},
      {"H2", true, "headings have words", "say what stands below", headings_and_labels, heading_words},
      {"L1", true, "links lead to parts of the page, to files beside it, or to addresses of the web",
       "mend the address", link_purpose_in_context, links_arrive},
      {"L2", true, "links have words", "say where the link leads", link_purpose_in_context, link_words},
      {"I1", true, "pictures and charts have a text alternative", "alt, or aria-labelledby", non_text_content,
       alternatives},
      {"T1", true, "tables have a caption", "<caption> first", info_and_relationships, captions},
      {"T2", true, "header cells say what they head", "scope=\"col\" or scope=\"row\"",
       info_and_relationships, scopes},
      {"N1", true, "the page holds no script", "take it out",
       "https://www.gov.uk/service-manual/technology/using-progressive-enhancement", no_script},
      {"N2", true, "the page asks no other computer for anything", "put the picture into the page itself",
       "https://www.w3.org/TR/CSP3/", no_request},
  };
}

checks::Verdicts check(const Page& page) {
  checks::Verdicts verdicts;
  for (const Rule& rule : all_rules()) {
    if (page.is_body && !rule.of_bodies) continue;
    std::vector<Finding> findings;
    rule.look(page, findings);
    verdicts.push_back({rule.id, checks::Level::fail, rule.what, rule.remedy, rule.guidance, {}});
    for (Finding& finding : findings) {
      const std::string line = std::to_string(finding.line);
      verdicts.back().findings.push_back({{{"line", line}}, "line " + line, std::move(finding.message)});
    }
  }
  return verdicts;
}

}  // namespace eqr::page_check
