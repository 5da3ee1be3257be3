// Where pages, what is on them, and tags have come to be in the file, for all that leads to them.
#pragma once

#include <string>
#include <vector>

#include "render/pdf/document.hpp"
#include "render/pdf/syntax.hpp"

namespace eqr::render::pdf {

struct Placed {
  struct OnPage {
    Reference page;
    std::vector<int> marks;  // of each sequence its number among the marks of the page; -1 of an artifact
    std::vector<Reference> annotations;
  };
  std::vector<OnPage> pages;
  std::vector<Reference> tags;
  // The parent tree (ISO 32000-1, 14.7.4.4): the tags of each page's marks, of each annotation its tag.
  std::vector<Reference> parents;
};

// "[4 0 R /XYZ 56.7 785.2 null]": the place where a tag begins.
[[nodiscard]] std::string destination(const Document& document, const Placed& placed, TagId target);

}  // namespace eqr::render::pdf
