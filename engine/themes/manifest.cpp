#include "themes/manifest.hpp"

#include <algorithm>
#include <cstddef>

namespace eqr::themes {
namespace {

// The text up to the next dot; `rest` is what follows it. The last part leaves `rest` without data.
std::string_view next_part(std::string_view& rest) {
  const std::size_t dot = rest.find('.');
  const std::string_view part = rest.substr(0, dot);
  rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  return part;
}

bool pattern_admits(std::string_view pattern, std::string_view name) {
  if (std::ranges::count(pattern, '.') != std::ranges::count(name, '.')) return false;
  while (!pattern.empty()) {
    const std::string_view wanted = next_part(pattern);
    const std::string_view word = next_part(name);
    const bool any = wanted.starts_with('{');
    if (any ? !is_word(word) : wanted != word) return false;
  }
  return true;
}

template <typename Named>
const Named* named(const std::vector<Named>& all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &Named::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

DocumentColumn RoleColumn::as_document_column() const {
  const Counts counts = counting == Counting::people      ? Counts::people
                        : counting == Counting::published ? Counts::published
                                                          : Counts::things;
  return {id, is_number, counts};
}

const Role* Manifest::role(std::string_view name) const {
  return named(roles, name);
}

const SettingSchema* Manifest::setting(std::string_view name) const {
  return named(settings, name);
}

std::vector<std::string> Manifest::role_names() const {
  std::vector<std::string> names;
  for (const Role& entry : roles) names.push_back(entry.name);
  return names;
}

bool Manifest::matches(std::string_view figure) const {
  return std::ranges::any_of(figures,
                             [&](const std::string& pattern) { return pattern_admits(pattern, figure); });
}

bool is_word(std::string_view text) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

bool is_figure_name(std::string_view text) {
  if (text.empty() || text.ends_with('.')) return false;
  while (!text.empty()) {
    if (!is_word(next_part(text))) return false;
  }
  return true;
}

}  // namespace eqr::themes
