// Pay gap measures, from exact distributions of hourly pay.
//
// Definitions: Equality Act 2010 (Specific Duties and Public Authorities) Regulations 2017 (SI 2017/353),
// Schedule 1. A gap is positive when women are paid less. Rates are exact (ten-thousandths of a pound), so
// are means and medians; nothing is rounded here.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "numbers/exact.hpp"
#include "tallies/answers.hpp"

namespace eqr::measures {

using tallies::Distribution;

// Mean and median in ten-thousandths of a pound; none for an empty distribution. The median of an even
// number is the mean of the two in the middle.
[[nodiscard]] std::optional<numbers::Exact> mean(const Distribution& pay);
[[nodiscard]] std::optional<numbers::Exact> median(const Distribution& pay);

// 100 x (men - women) / men, paragraphs 8 and 9; none when either is missing or the men's is nought.
[[nodiscard]] std::optional<numbers::Exact> gap(const std::optional<numbers::Exact>& men,
                                                const std::optional<numbers::Exact>& women);

// One pay quarter: how many men and women it holds.
struct Quarter {
  std::uint64_t men = 0;
  std::uint64_t women = 0;

  bool operator==(const Quarter&) const = default;
};

// The four quarters, lower first, paragraph 13. Sizes: a remainder of one goes to the lower quarter; of two
// to the lower and upper middle; of three to the lower, lower middle and upper middle. Employees on one rate
// that straddles a boundary are shared so that each quarter has the same proportion of women among them, as
// far as whole people allow: by largest remainder, a tie of remainders to the lower quarter.
[[nodiscard]] std::array<Quarter, 4> quarters(const Distribution& men, const Distribution& women);

}  // namespace eqr::measures
