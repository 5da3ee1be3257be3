// What equations alone give away: Gaussian elimination over the whole numbers modulo 2^61 - 1.
//
// An unknown can be worked out exactly if some combination of the equations holds it and no other.
// Elimination modulo a prime of that size finds such combinations without rounding; that a non-zero fraction
// of the equations' coefficients were a multiple of the prime would take a determinant of 2^61 or more.
// Bounds (no count is below nought) are not looked at here, see intervals.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/attack.hpp"

namespace eqr::disclosure {

// For each unknown its value if the equations give it, modulo the prime: whole numbers up to 2^60 in size
// come out as they are.
[[nodiscard]] std::vector<std::optional<std::int64_t>> worked_out(const Attack& attack);

}  // namespace eqr::disclosure
