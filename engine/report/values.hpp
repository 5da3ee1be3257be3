// Evaluated expressions become printed values: the one step from exact numbers to digits.
#pragma once

#include <optional>
#include <string>

#include "eqr/draft.hpp"
#include "measures/evaluate.hpp"
#include "report/model/report.hpp"
#include "report/narrative.hpp"

namespace eqr::report {

[[nodiscard]] Unit unit_of(eqr::Unit unit);

// Rounds once, half away from zero. A number that is not nought and would print as nought becomes [low]
// (Government Analysis Function symbols), except changes and gaps, where a nought of that kind is the answer.
[[nodiscard]] Value printed_value(const measures::Evaluated& evaluated, eqr::Unit unit);

// What a placeholder makes of a figure. From the values as printed, so that prose and tables agree. A missing
// value gives the words of `else`, or its shorthand.
//
// `pence` words a gap as the government's gender pay gap service does: what women earn for every pound that
// men earn, (100 - gap) / 100. Under a pound in whole pence, halves to the even penny ("86p"); from a pound
// in pounds and pence ("£1.05"). Where the gap prints as nought it says "the same".
[[nodiscard]] std::string in_prose(const Figure& figure, const Placeholder& placeholder);

}  // namespace eqr::report
