// A picture as PDF wants it.
#pragma once

#include "render/pdf/file.hpp"
#include "report/model/report.hpp"

namespace eqr::render::pdf {

// Writes an XObject that fills the unit square, as ISO 32000-1, 8.9.5 has it of images: a JPEG as it is, a
// PNG as its pixels with what shows through as a soft mask, an SVG as a form of shapes and letters.
[[nodiscard]] Reference image_object(File& file, const report::Image& image);

}  // namespace eqr::render::pdf
