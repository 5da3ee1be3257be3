#include "images/svg_styles.hpp"

#include <algorithm>

#include "images/refusal.hpp"
#include "text/words.hpp"

namespace eqr::images {
namespace {

constexpr std::string_view of_names = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
constexpr std::size_t most_rules = 500;

std::string without_comments(std::string_view css) {
  std::string kept;
  for (;;) {
    const std::size_t begin = css.find("/*");
    kept += css.substr(0, begin);
    if (begin == std::string_view::npos) return kept;
    const std::size_t end = css.find("*/", begin + 2);
    if (end == std::string_view::npos) return kept;
    css.remove_prefix(end + 2);
  }
}

// The pieces between separators, trimmed.
std::vector<std::string_view> parted(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    pieces.push_back(text::trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return pieces;
}

// Takes off an @-rule: up to its semicolon, or the end of its block.
void pass_over(std::string_view& css) {
  const std::size_t end = css.find_first_of(";{");
  if (end == std::string_view::npos) return css.remove_prefix(css.size());
  css.remove_prefix(end);
  std::size_t depth = 0;
  for (std::size_t i = 0; i < css.size(); ++i) {
    if (css[i] == '{') ++depth;
    if (css[i] == '}') --depth;
    if (depth == 0) return css.remove_prefix(i + 1);
  }
  css.remove_prefix(css.size());
}

void check_selector(std::string_view selector) {
  const std::string_view name =
      selector.starts_with('.') || selector.starts_with('#') ? selector.substr(1) : selector;
  if (selector == "*" || (!name.empty() && name.find_first_not_of(of_names) == std::string_view::npos))
    return;
  refuse("has a style rule that is not taken over: \"" + std::string(selector.substr(0, 60)) + '"',
         "save it with styles as attributes of each shape (presentation attributes), or as PNG");
}

// How exact a selector is.
int rank(std::string_view selector) {
  return selector.starts_with('#') ? 3 : selector.starts_with('.') ? 2 : selector == "*" ? 0 : 1;
}

bool applies(std::string_view selector, const Node& element, const std::vector<std::string_view>& classes) {
  if (selector.starts_with('#')) return element.attribute("id") == selector.substr(1);
  if (!selector.starts_with('.')) return selector == "*" || selector == element.name;
  return std::ranges::find(classes, selector.substr(1)) != classes.end();
}

}  // namespace

Declarations declarations_of(std::string_view written) {
  Declarations read;
  for (const std::string_view one : parted(written, ';')) {
    const std::size_t colon = one.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view value = text::trimmed(one.substr(colon + 1));
    value = text::trimmed(value.substr(0, value.find("!important")));
    read[text::folded(text::trimmed(one.substr(0, colon)))] = value;
  }
  return read;
}

void StyleSheet::add(std::string_view written) {
  const std::string kept = without_comments(written);
  for (std::string_view css = text::trimmed(kept); !css.empty(); css = text::trimmed(css)) {
    if (css.starts_with('@')) {
      pass_over(css);
      continue;
    }
    const std::size_t open = css.find('{'), close = css.find('}');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return;
    const Declarations declarations = declarations_of(css.substr(open + 1, close - open - 1));
    for (const std::string_view selector : parted(css.substr(0, open), ',')) {
      check_selector(selector);
      if (m_rules.size() >= most_rules)
        refuse("has more style rules than a drawing on a page needs", "simplify it, or save it as PNG");
      m_rules.push_back({std::string(selector), declarations});
    }
    css.remove_prefix(close + 1);
  }
}

Declarations StyleSheet::of(const Node& element) const {
  const std::vector<std::string_view> classes = parted(element.attribute("class"), ' ');
  std::vector<const Rule*> applying;
  for (const Rule& rule : m_rules) {
    if (applies(rule.selector, element, classes)) applying.push_back(&rule);
  }
  std::ranges::stable_sort(applying, {}, [](const Rule* rule) { return rank(rule->selector); });
  Declarations all;
  for (const Rule* rule : applying) {
    for (const auto& [name, value] : rule->declarations) all[name] = value;
  }
  return all;
}

}  // namespace eqr::images
