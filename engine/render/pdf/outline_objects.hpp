// The bookmarks as PDF wants them (ISO 32000-1, 12.3.3).
#pragma once

#include "render/pdf/file.hpp"
#include "render/pdf/placed.hpp"

namespace eqr::render::pdf {

// Returns the outline, which shows all bookmarks that there are.
[[nodiscard]] Reference write_outline(File& file, const Document& document, const Placed& placed);

}  // namespace eqr::render::pdf
