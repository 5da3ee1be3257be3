// Breaking labels into lines that fit.
#pragma once

#include <string>
#include <vector>

#include "render/charts/geometry.hpp"

namespace eqr::render::charts {

// At blanks only; a single word that is wider than the room stays whole. Never empty: no text is one empty
// line.
[[nodiscard]] std::vector<std::string> wrapped(const std::string& text, double width, double size,
                                               bool strong, const Measure& measure);

}  // namespace eqr::render::charts
