// Pay quarters of two groups, set against each other.
//
// Quarters are of known size, and how many people a group has in all four is known as well: so the shares of
// three quarters tell the fourth, and what one quarter withholds must not come out of the others.
#pragma once

#include <array>
#include <cstdint>

namespace eqr::disclosure {

// How many of a quarter are in the one group and in the other.
struct QuarterParts {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

// For each quarter, whether its shares are to be withheld: because few people of either group are in it (1 to
// threshold - 1), or so that nobody can place such a few within less than `width`. Where that cannot be had,
// because the quarters are so small, all four are.
[[nodiscard]] std::array<bool, 4> withheld_quarters(const std::array<QuarterParts, 4>& quarters,
                                                    std::uint64_t threshold, std::uint64_t width);

}  // namespace eqr::disclosure
