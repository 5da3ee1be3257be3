// A chart's shapes as SVG inside an HTML page.
#pragma once

#include <string>
#include <string_view>

#include "render/charts/geometry.hpp"

namespace eqr::render::charts {

// One <svg role="img"> whose <title> and <desc> hold the chart's title and text alternative. `id` has to be
// unique in the page: the two elements are called id-title and id-desc. Shapes carry both a class for the
// page's style sheet and a colour of their own, so the drawing is whole without any style sheet. HTML needs
// no xmlns on it, and an address in the page would read like a request.
[[nodiscard]] std::string svg(const Geometry& geometry, std::string_view id);

}  // namespace eqr::render::charts
