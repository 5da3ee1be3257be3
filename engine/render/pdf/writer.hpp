// The document as the bytes of a tagged PDF 1.7 file, PDF/UA-1 (ISO 14289-1) by its structure: every mark on
// a page is tagged or an artifact, fonts are embedded with what they say in Unicode, the language, the title
// and the bookmarks are there.
#pragma once

#include <string>

#include "render/pdf/document.hpp"

namespace eqr::render::pdf {

// The same document gives the same bytes. It is taken, as what is written of it is let go on the way: of a
// long report there would else be two in memory.
[[nodiscard]] std::string written(Document document, const Fonts& fonts);

}  // namespace eqr::render::pdf
