// Style sheets of drawings: what programs write, rules for elements, classes and ids.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "images/svg_tree.hpp"

namespace eqr::images {

// Properties by name.
using Declarations = std::map<std::string, std::string, std::less<>>;

// "fill:#123456; stroke:none".
[[nodiscard]] Declarations declarations_of(std::string_view written);

// Rules of CSS 2 whose selectors are one of *, name, .class, #id; rules that begin with @ (of fonts, of other
// style sheets, for other media) are passed over. Throws problems::Fault for any other selector.
class StyleSheet {
 public:
  void add(std::string_view css);
  // What the rules say of an element; the more exact rule wins, then the later.
  [[nodiscard]] Declarations of(const Node& element) const;

 private:
  struct Rule {
    std::string selector;
    Declarations declarations;
  };
  std::vector<Rule> m_rules;
};

}  // namespace eqr::images
