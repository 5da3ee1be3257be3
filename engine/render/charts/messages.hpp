// What a chart says, in sentences made of published values as they are printed.
#pragma once

#include <string>
#include <vector>

#include "render/charts/readings.hpp"

namespace eqr::render::charts {

// "5 groups", "1 group"
[[nodiscard]] std::string counted(std::size_t count, const std::string& one, const std::string& many);

// Of bars, for each series: its values where they are few, otherwise its largest and its smallest.
[[nodiscard]] std::string message_of_bars(const Readings& readings);

// "The largest published value is White, 85.2%, down 0.4 percentage points on last year; the smallest is …"
[[nodiscard]] std::string message_of_change(const Readings& readings);

// "From 2013 to 2018: Women up 1.9 percentage points to 67.1%; Disabled staff unchanged at 6.3%."
[[nodiscard]] std::string message_of_lines(const Readings& readings);

// "Of 3 groups with both values, Staff is above Residents in 1 and below in 2. They are furthest apart in
// White: 86.6% beside 90.6%, 4.0 percentage points." Of one or two groups their values.
[[nodiscard]] std::string message_of_dots(const Readings& readings);

}  // namespace eqr::render::charts
