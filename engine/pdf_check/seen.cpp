#include "pdf_check/seen.hpp"

#include <algorithm>

namespace eqr::pdf_check {
namespace {

template <class... Each>
struct Cases : Each... {
  using Each::operator()...;
};

}  // namespace

std::string text_of(const Document& document, std::size_t index) {
  const Tag& tag = document.tags[index];
  if (!tag.actual.empty()) return tag.actual;
  std::string text;
  for (const Tag::Child& child : tag.children) {
    std::visit(Cases{[&](std::size_t below) { text += text_of(document, below); },
                     [&](const Tag::OnPage& place) {
                       if (const Content* content = content_of(document, place)) text += content->text;
                     },
                     [](const auto&) {}},
               child);
  }
  return text;
}

std::string path_of(const Document& document, std::size_t index) {
  constexpr std::size_t most_shown = 4;  // the innermost say enough
  std::string path;
  std::optional<std::size_t> at = index;
  for (std::size_t shown = 0; at && shown < most_shown; ++shown, at = document.tags[*at].parent)
    path = document.tags[*at].written + (path.empty() ? "" : " > ") + path;
  return path;
}

std::vector<std::size_t> tags_of(const Document& document, std::string_view standard) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < document.tags.size(); ++i) {
    if (document.tags[i].standard == standard) found.push_back(i);
  }
  return found;
}

const Content* content_of(const Document& document, const Tag::OnPage& place) {
  const auto& contents = document.pages[place.page].contents;
  const auto found = std::ranges::find(contents, std::optional(place.id), &Content::id);
  return found == contents.end() ? nullptr : &*found;
}

}  // namespace eqr::pdf_check
