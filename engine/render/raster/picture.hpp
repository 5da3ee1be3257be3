// A chart as a picture made of pixels, for places that take no SVG.
#pragma once

#include <string>

#include "render/charts/geometry.hpp"
#include "render/pdf/fonts.hpp"

namespace eqr::render::raster {

// Pixels to a unit of the drawing: a picture that is shown as wide as the drawing is sharp on dense screens.
inline constexpr double density = 2;

// The largest side of a picture; a drawing that would be larger gets fewer pixels to a unit.
inline constexpr int most_pixels = 16'000;

// PNG, RGB on white, without metadata. The same drawing and fonts give the same bytes: letters are filled
// from their outlines, without hints of fonts or settings of the system. Throws std::runtime_error where
// there is no memory for the pixels.
[[nodiscard]] std::string png(const charts::Geometry& geometry, const pdf::Fonts& fonts);

}  // namespace eqr::render::raster
