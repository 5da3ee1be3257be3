// Cheap points of linear programs in floating point, by Clp. What comes from here may suggest which cells to
// withhold, and never decides that a cell is safe: intervals.hpp does, in whole numbers. The only place that
// includes Clp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/attack.hpp"

namespace eqr::disclosure {

// A point within the bounds that meets the equations, with the least sum of cost x value, about; none if Clp
// finds none.
[[nodiscard]] std::optional<std::vector<double>> cheapest_point(const Attack& attack,
                                                                const std::vector<std::int64_t>& cost);

// Such a point of whole numbers, about, at whatever cost; none if a short search finds none.
[[nodiscard]] std::optional<std::vector<double>> whole_point(const Attack& attack,
                                                             const std::vector<std::int64_t>& cost);

}  // namespace eqr::disclosure
