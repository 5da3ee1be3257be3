// SVG 1.1, of which only what draws is taken over.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace eqr::images {

struct CleanedSvg {
  std::string bytes;
  double width = 0, height = 0;  // in CSS pixels
  std::size_t letters = 0;       // in all texts of the drawing
};

// The drawing written anew: shapes, texts, gradients and clips, with attributes that say how they look.
// Styles become such attributes, ids numbers. Left out are scripts, handlers of events, animations, comments,
// metadata, titles, and what editors add; a document type without declarations is passed over.
//
// Throws problems::Fault for what is not sound XML or no SVG, declares entities, says no size, is too large
// or too deep, or draws with what is not taken over (pictures within, filters, patterns, foreign elements):
// the drawing would look otherwise than it was made.
[[nodiscard]] CleanedSvg cleaned_svg(std::string_view bytes);

// The same drawing on the page of a PDF, as large in points as it is in pixels: shapes stay shapes, the fonts
// of its texts are embedded. Takes what cleaned_svg() made.
[[nodiscard]] std::string pdf_of(std::string_view cleaned, double width, double height);

}  // namespace eqr::images
