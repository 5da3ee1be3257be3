// What a percentage printed beside rounded counts gives away.
//
// A count rounded to the nearest 5 is one of five numbers. If the percentage printed beside it was computed
// from the true counts, to one place, few pairs of a count and a base agree with all three printed numbers,
// and in a workforce of some thousand nearly every count is pinned to one value. That is why a report that
// rounds its counts computes its percentages from the rounded ones (NHS England's national publications do,
// Ofqual's policy does not), and why this search is run as a check.
#pragma once

#include <cstdint>
#include <optional>

#include "numbers/exact.hpp"

namespace eqr::disclosure {

// A count, the base that it is a part of, and its percentage of the base, as they stand in print.
struct PrintedShare {
  std::uint64_t people = 0;
  std::uint64_t of = 0;
  numbers::Decimal percentage = {};  // 7.3 for 7.3%, rounded half away from zero
  // Both counts are rounded to the nearest multiple of this, a tie upwards; 1 and 0: they are as they are.
  std::uint64_t base = 1;
};

// Which counts the percentage was computed from, before it was rounded itself.
enum class PercentageOf { true_counts, rounded_counts };

// The true counts that agree with what is printed.
struct Possible {
  std::uint64_t least = 0;
  std::uint64_t most = 0;
  std::uint64_t how_many = 0;  // different ones, of which there need not be most - least + 1

  [[nodiscard]] bool is_pinned() const { return how_many == 1; }
  bool operator==(const Possible&) const = default;
};

inline constexpr std::uint64_t largest_searched_base = 1'000;

// All n for which there is an N, with n of N people, so that n and N round to the printed counts and 100 n /
// N (or, of rounded counts, the printed ones' percentage) to the printed percentage. None when no n is: then
// the three were not made like this. Whole numbers throughout; the work is a division for each possible N,
// of which there are as many as the rounding base.
//
// It knows this one share. Other shares of the same base, or totals, may narrow N and so n further.
//
// Throws std::invalid_argument for a rounding base beyond largest_searched_base.
[[nodiscard]] std::optional<Possible> possible_people(const PrintedShare& printed, PercentageOf of);

}  // namespace eqr::disclosure
