// Sizes and durations as messages say them.
#pragma once

#include <cstdint>
#include <string>

namespace eqr::inputs {

// "64 MB", "1 kB", "10 bytes": a limit, in the largest unit that divides it evenly.
[[nodiscard]] std::string size_text(std::uint64_t bytes);

// "30 seconds", "1 second", "0.5 seconds".
[[nodiscard]] std::string seconds_text(double seconds);

}  // namespace eqr::inputs
