// What the document says of itself: for programs that catalogue it (XMP), and for older ones (the info
// dictionary).
#pragma once

#include "render/pdf/document.hpp"
#include "render/pdf/file.hpp"

namespace eqr::render::pdf {

// XMP (ISO 16684-1), with the mark of PDF/UA-1.
[[nodiscard]] Reference write_metadata(File& file, const Properties& properties);
// The information dictionary (ISO 32000-1, 14.3.3).
[[nodiscard]] Reference write_information(File& file, const Properties& properties);

}  // namespace eqr::render::pdf
