// What a document says of itself for programs that catalogue it (XMP, ISO 16684-1).
#pragma once

#include <string_view>

#include "pdf_check/seen.hpp"

namespace eqr::pdf_check {

// dc:title and pdfuaid:part of an XMP packet, as elements or as attributes.
[[nodiscard]] Document::Metadata read_metadata(std::string_view xmp);

}  // namespace eqr::pdf_check
