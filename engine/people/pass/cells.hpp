// Dates and amounts read off cells without leaving integers. Each has a way for the forms that nearly all
// cells have; whatever is written otherwise goes the slow way, by calendar::parse_date() and rate_of().
#pragma once

#include <cstdint>
#include <string_view>

namespace eqr::persons {

// 20180331; nought is no date. Such numbers compare as the dates do.
using DayNumber = std::uint32_t;

// The date in a cell that holds nothing else but, perhaps, a time of day behind it; or nought. Reads what
// calendar::parse_date() reads.
[[nodiscard]] DayNumber day_in(std::string_view cell);

// Ten-thousandths of a pound, or of an hour; or, below nought, why there is none.
using AmountCode = std::int64_t;
inline constexpr AmountCode blank_amount = -1;
inline constexpr AmountCode not_a_number = -2;
inline constexpr AmountCode below_nought = -3;
inline constexpr AmountCode too_many_places = -4;  // more than four
inline constexpr AmountCode too_great = -5;        // more than ten thousand million

// The amount in a cell: digits with a point, with or without a pound sign and commas between thousands. 64
// bytes on either side of the cell can be read.
[[nodiscard]] AmountCode amount_in(std::string_view cell);

}  // namespace eqr::persons
