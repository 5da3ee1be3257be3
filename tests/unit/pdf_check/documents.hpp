// Documents with a tree of tags and nothing else, put together by hand.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pdf_check/seen.hpp"

namespace eqr::pdf_check {

// A tag with what it holds, to be written down as a tree.
struct Sketch {
  std::string type, says = {};
  std::vector<Sketch> below = {};
  std::size_t rows = 1, columns = 1;
  std::string scope = {};
};

inline std::size_t add(Document& document, const Sketch& sketch, std::optional<std::size_t> parent) {
  const std::size_t index = document.tags.size();
  Tag tag;
  tag.written = tag.standard = sketch.type;
  tag.parent = parent;
  tag.leads_up = true;
  tag.rows = sketch.rows;
  tag.columns = sketch.columns;
  tag.scope = sketch.scope;
  if (!sketch.says.empty()) {
    std::vector<Content>& contents = document.pages.front().contents;
    Content content;
    content.id = static_cast<int>(contents.size());
    content.text = sketch.says;
    content.painted = 1;
    contents.push_back(content);
    tag.children.emplace_back(Tag::OnPage{0, *content.id});
  }
  document.tags.push_back(tag);
  for (const Sketch& below : sketch.below) {
    const std::size_t made = add(document, below, index);
    document.tags[index].children.emplace_back(made);
  }
  return index;
}

// On one page.
inline Document document_of(const Sketch& whole) {
  Document document;
  document.pages.emplace_back().height = 842;
  document.top.push_back(add(document, whole, std::nullopt));
  document.has_tree = true;
  return document;
}

}  // namespace eqr::pdf_check
