#include <algorithm>
#include <array>
#include <optional>

#include "render/html/page.hpp"
#include "render/html/writing.hpp"

namespace eqr::render::html {
namespace {

using problems::Problem;

constexpr std::array<std::string_view, 9> placeholders = {
    "language", "head", "style", "body-class", "header", "title", "contents", "content", "footer"};
constexpr std::string_view opening = "<!--";
constexpr std::string_view closing = "-->";

// A placeholder as it stands in the skeleton. Comments with blanks in them are comments.
struct Found {
  std::size_t begin;
  std::size_t end;
  std::string name;
};

std::optional<Found> next_placeholder(std::string_view text, std::size_t from) {
  for (std::size_t begin = text.find(opening, from); begin != std::string_view::npos;
       begin = text.find(opening, begin + 1)) {
    const std::size_t name_begin = begin + opening.size();
    const std::size_t name_end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", name_begin);
    if (name_end == std::string_view::npos || text[name_end] != '>') continue;
    const std::string_view name = text.substr(name_begin, name_end - name_begin);
    if (name.size() < 3 || !name.ends_with("--")) continue;
    return Found{begin, name_end + 1, std::string(name.substr(0, name.size() - 2))};
  }
  return std::nullopt;
}

std::size_t line_of(std::string_view text, std::size_t position) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, position), '\n'));
}

std::string all_placeholders() {
  std::string names;
  for (const std::string_view name : placeholders) names += (names.empty() ? "" : ", ") + std::string(name);
  return names;
}

std::string in_comment(std::string_view name) {
  return std::string(opening) + std::string(name) + std::string(closing);
}

std::vector<Problem> placeholder_problems(const std::string& skeleton, const std::string& file) {
  std::vector<Problem> problems;
  std::map<std::string, int> times;
  for (auto found = next_placeholder(skeleton, 0); found; found = next_placeholder(skeleton, found->end)) {
    const std::size_t line = line_of(skeleton, found->begin);
    if (std::ranges::find(placeholders, found->name) == placeholders.end()) {
      problems.push_back(
          {{file, line, 0, {}},
           in_comment(found->name) + " is not a placeholder",
           "use one of: " + all_placeholders() + "; a comment of your own needs blanks around its words"});
    } else if (++times[found->name] == 2) {
      problems.push_back({{file, line, 0, {}},
                          in_comment(found->name) + " stands here a second time",
                          "keep it in one place"});
    }
  }
  for (const std::string_view name : placeholders) {
    if (times.contains(std::string(name))) continue;
    problems.push_back(
        {{file, 0, 0, {}}, in_comment(name) + " is missing", "put it where that part of the page belongs"});
  }
  return problems;
}

std::string folded(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

struct Forbidden {
  std::string_view text;
  std::string_view why;
};

constexpr std::array<Forbidden, 8> forbidden_in_skeleton = {{
    {"<script", "the page works without script"},
    {"<link", "the page may not ask for another file"},
    {"<iframe", "the page may not ask for another file"},
    {"<object", "the page may not ask for another file"},
    {"<embed", "the page may not ask for another file"},
    {"srcset=", "the page may not ask for another file"},
    {"@import", "the page may not ask for another file"},
    {"javascript:", "the page works without script"},
}};

constexpr std::array<Forbidden, 3> forbidden_in_style = {{
    {"@import", "the page may not ask for another file"},
    {"image-set(", "the page may not ask for another file"},
    {"</style", "it would end the style sheet early"},
}};

template <std::size_t Count>
void add_forbidden(const std::string& text, const std::string& file,
                   const std::array<Forbidden, Count>& forbidden, std::vector<Problem>& problems) {
  for (const Forbidden& one : forbidden) {
    const std::size_t found = text.find(one.text);
    if (found == std::string::npos) continue;
    problems.push_back({{file, line_of(text, found), 0, {}},
                        "\"" + std::string(one.text) + "\" may not be used: " + std::string(one.why),
                        "take it out"});
  }
}

// `src="…"` and `url(…)` may hold what they show, as data:, and may not point anywhere else.
void add_requests(const std::string& text, const std::string& file, std::string_view mark,
                  std::vector<Problem>& problems) {
  for (std::size_t found = text.find(mark); found != std::string::npos; found = text.find(mark, found + 1)) {
    const std::size_t value = text.find_first_not_of(" \t\n\"'", found + mark.size());
    const std::string_view address =
        value == std::string::npos ? std::string_view{} : std::string_view(text).substr(value);
    if (address.starts_with("data:") || address.starts_with('#')) continue;
    problems.push_back({{file, line_of(text, found), 0, {}},
                        "\"" + std::string(mark) + "\" points to another file: the page may not ask for one",
                        "put the picture into the address itself, as data:"});
  }
}

}  // namespace

std::vector<Problem> check_parts(const PageParts& parts, const std::string& skeleton_name,
                                 const std::string& style_name) {
  std::vector<Problem> problems = placeholder_problems(parts.skeleton, skeleton_name);
  const std::string skeleton = folded(parts.skeleton);
  const std::string style = folded(parts.style);
  add_forbidden(skeleton, skeleton_name, forbidden_in_skeleton, problems);
  add_requests(skeleton, skeleton_name, " src=", problems);
  add_requests(skeleton, skeleton_name, "url(", problems);
  add_forbidden(style, style_name, forbidden_in_style, problems);
  add_requests(style, style_name, "url(", problems);
  return problems;
}

std::string filled(const std::string& skeleton,
                   const std::map<std::string, std::string, std::less<>>& parts) {
  std::string page;
  std::size_t done = 0;
  for (auto found = next_placeholder(skeleton, 0); found; found = next_placeholder(skeleton, found->end)) {
    page.append(skeleton, done, found->begin - done);
    const auto part = parts.find(found->name);
    if (part != parts.end()) page += part->second;
    done = found->end;
  }
  page.append(skeleton, done);
  return page;
}

}  // namespace eqr::render::html
