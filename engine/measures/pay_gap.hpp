// Means, medians and quarters, from exact distributions of hourly pay and of bonus pay.
//
// Definitions: Equality Act 2010 (Specific Duties and Public Authorities) Regulations 2017 (SI 2017/353),
// Schedule 1. Amounts are exact (ten-thousandths of a pound), so are means and medians; nothing is rounded
// here.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "numbers/exact.hpp"
#include "tallies/answers.hpp"

namespace eqr::measures {

using tallies::Distribution;
using tallies::people_in;

// Mean and median in ten-thousandths of a pound; none for an empty distribution. The median of an even
// number is the mean of the two in the middle.
[[nodiscard]] std::optional<numbers::Exact> mean(const Distribution& pay);
[[nodiscard]] std::optional<numbers::Exact> median(const Distribution& pay);

// 100 x (reference - compared) / reference, paragraphs 8 to 11 with men as the reference; none when either is
// missing or the reference is nought. Positive when the compared get less.
[[nodiscard]] std::optional<numbers::Exact> gap(const std::optional<numbers::Exact>& reference,
                                                const std::optional<numbers::Exact>& compared);

// One pay quarter: how many people of the first and of the second group it holds.
struct Quarter {
  std::uint64_t first = 0;
  std::uint64_t second = 0;

  bool operator==(const Quarter&) const = default;
};

// The four quarters, lower first, paragraph 13. Sizes: a remainder of one goes to the lower quarter; of two
// to the lower and upper middle; of three to the lower, lower middle and upper middle. Employees on one rate
// that straddles a boundary are shared so that each quarter has the same proportion of the first group among
// them, as far as whole people allow: by largest remainder, a tie of remainders to the lower quarter. In the
// statutory measure women are the first group.
[[nodiscard]] std::array<Quarter, 4> quarters(const Distribution& first, const Distribution& second);

}  // namespace eqr::measures
