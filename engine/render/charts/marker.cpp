#include <cmath>
#include <numbers>

#include "render/charts/geometry.hpp"

namespace eqr::render::charts {
namespace {

// Half the side of a square of a circle's area, and what a rhombus and a triangle of that area reach out.
const double square_side = std::sqrt(std::numbers::pi) / 2;
const double rhombus_reach = std::sqrt(std::numbers::pi / 2);
const double triangle_reach = std::sqrt(4 * std::numbers::pi / (3 * std::numbers::sqrt3));

}  // namespace

std::vector<Point> corners(const Marker& marker) {
  const auto at = [&marker](double right, double down) {
    return Point{marker.x + right * marker.radius, marker.y + down * marker.radius};
  };
  switch (marker.form) {
    case Marker::Form::circle:
      return {};
    case Marker::Form::square:
      return {at(-square_side, -square_side), at(square_side, -square_side), at(square_side, square_side),
              at(-square_side, square_side)};
    case Marker::Form::diamond:
      return {at(0, -rhombus_reach), at(rhombus_reach, 0), at(0, rhombus_reach), at(-rhombus_reach, 0)};
    case Marker::Form::triangle: {
      const double half_side = triangle_reach * std::numbers::sqrt3 / 2;
      return {at(0, -triangle_reach), at(half_side, triangle_reach / 2), at(-half_side, triangle_reach / 2)};
    }
  }
  return {};
}

}  // namespace eqr::render::charts
