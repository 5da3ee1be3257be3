// The tree of tags as PDF wants it (ISO 32000-1, 14.7).
#pragma once

#include "render/pdf/file.hpp"
#include "render/pdf/placed.hpp"

namespace eqr::render::pdf {

// As the operators of a page call it: "/TD".
[[nodiscard]] const char* name_of(TagType type);

// Writes every tag, what leads from marks on pages back to them, and the names of those that have one.
// Returns the root of the tree.
[[nodiscard]] Reference write_tags(File& file, const Document& document, const Placed& placed);

}  // namespace eqr::render::pdf
