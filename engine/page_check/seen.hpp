// A page as the rules see it: its tags, in order, with the text behind each.
//
// Not a parser for any page of the web: it reads what this program and its templates write, where every
// attribute that has a value has it in double quotes, and no end tag is left out but those of void elements.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace eqr::page_check {

struct Tag {
  std::string name;  // small letters
  bool is_end = false;
  std::map<std::string, std::string, std::less<>> attributes;  // as written, references and all
  std::string text;                                            // up to the next tag
  std::size_t line = 0;

  [[nodiscard]] bool has(std::string_view attribute) const { return attributes.contains(attribute); }
  [[nodiscard]] std::string_view value(std::string_view attribute) const;
};

struct Page {
  std::string name;
  bool is_body = false;  // for a content management system, which puts the page around it
  std::vector<Tag> tags;
  std::set<std::string, std::less<>> files;  // that its links may lead to, as they name them
};

// Comments and the document type are left out; style sheets are the text of their tag.
[[nodiscard]] std::vector<Tag> tags_of(std::string_view html);

// The text of the element that begins at tags[first], with that of all inside it.
[[nodiscard]] std::string text_of_element(const std::vector<Tag>& tags, std::size_t first);

}  // namespace eqr::page_check
