// The colours of charts: the Government Analysis Function's categorical palette on white.
//
// Two series take dark blue and orange, three or four the first three or four of the main palette; the fifth
// and sixth come from its extended palette. Each has a contrast of at least 3 to 1 against white; neighbours
// in a stack are parted by a gap.
#pragma once

#include <cstddef>
#include <string_view>

#include "render/charts/geometry.hpp"

namespace eqr::render::charts {

// "#12436D"; for print and for light pages.
[[nodiscard]] std::string_view colour(Ink ink);

// The same as a number, 0x12436D.
[[nodiscard]] unsigned rgb(Ink ink);

// The class under which a style sheet may set another colour: "ink-series-1".
[[nodiscard]] std::string_view style_class(Ink ink);

// The ink of series `index` (from 0) out of `count`. At most six.
[[nodiscard]] Ink series_ink(std::size_t index, std::size_t count);

// The ink for text on top of a bar of this ink.
[[nodiscard]] Ink ink_on(Ink series);

}  // namespace eqr::render::charts
