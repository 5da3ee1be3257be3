// Which expressions are measures that the law requires: those of the whole organisation by sex in SI 2017/353
// regulation 3 and Schedule 1. They are published whatever the numbers; anything narrower is not.
#pragma once

#include "eqr/expression.hpp"

namespace eqr::measures {

// Paragraphs 8 to 11: the mean or median gap, women compared with men, in hourly pay or in bonus pay.
[[nodiscard]] bool is_statutory_gap(const Expression& expression);

// Paragraph 12: 100 x those of one sex who got a bonus / all of that sex. As bonus_proportion() in
// eqr/measures.hpp writes it: columns `sex` and `bonus`, group `received`.
[[nodiscard]] bool is_statutory_proportion(const Expression& expression);

// Paragraph 13: the share of one sex in a pay quarter.
[[nodiscard]] bool is_statutory_quarter(const Expression& expression);

}  // namespace eqr::measures
