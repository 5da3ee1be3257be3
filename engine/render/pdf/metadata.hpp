// What the document says of itself: for programs that catalogue it (XMP), and for older ones (the info
// dictionary).
#pragma once

#include <qpdf/QPDF.hh>

#include "render/pdf/document.hpp"

namespace eqr::render::pdf {

void write_metadata(QPDF& pdf, const Properties& properties);

}  // namespace eqr::render::pdf
