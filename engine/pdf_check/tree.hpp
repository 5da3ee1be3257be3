// The tree of tags, as the file has it.
#pragma once

#include <map>
#include <utility>

#include "pdf_check/objects.hpp"
#include "pdf_check/seen.hpp"

namespace eqr::pdf_check {

// Where pages and annotations are, to find what tags point at.
struct Places {
  std::map<QPDFObjGen, std::size_t> pages;
  std::map<QPDFObjGen, std::pair<std::size_t, std::size_t>> annotations;  // page and index
};

// ISO 32000-1, 14.8.4: the types that need no role map.
[[nodiscard]] bool is_standard_type(std::string_view type);

// Fills tags, what is said of roles, which tag holds each annotation, and where the tree of parents leads
// elsewhere. A tree that holds itself, or is deeper than a document ever is, is read as far as it is a tree.
void read_tree(QPDF& pdf, const Places& places, Document& document);

}  // namespace eqr::pdf_check
