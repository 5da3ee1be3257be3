// Dates without a clock: no part of a report may depend on the day it is made.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace eqr::calendar {

using Date = std::chrono::year_month_day;

// Reads `2018-03-31` and the British `31/03/2018` (also with dots or dashes), and nothing else.
// A date that does not exist (31 June) is not a date.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

[[nodiscard]] std::string iso_text(Date date);   // 2018-03-31
[[nodiscard]] std::string long_text(Date date);  // 31 March 2018

// Completed years from birth to the day, as a birthday counts them; 29 February counts on 1 March.
[[nodiscard]] int age_at(Date born, Date day);

}  // namespace eqr::calendar
