// The elements of an SVG file. Only svg_tree.cpp includes expat.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace eqr::images {

// An element of SVG, or (without a name) a piece of text.
struct Node {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;  // of SVG; xlink:href as href
  std::vector<Node> children;
  std::string text;

  // Empty where it is not there.
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

inline constexpr std::size_t most_elements = 20'000;

// Elements and attributes of other vocabularies are left out. Throws problems::Fault: no sound XML, no <svg>,
// an entity, more elements or depth than are taken.
[[nodiscard]] Node svg_tree(std::string_view bytes);

}  // namespace eqr::images
