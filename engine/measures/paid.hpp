// Measures of what people got, from protected distributions: averages, and shares of pay quarters.
#pragma once

#include "disclosure/protect.hpp"
#include "eqr/expression.hpp"
#include "measures/outcome.hpp"
#include "measures/statement.hpp"

namespace eqr::measures {

// Whether the measure that an expression is part of is published by law, whatever the numbers.
enum class Duty { statutory, voluntary };

// mean_pay, median_pay, mean_bonus, median_bonus: in pounds. Withheld when fewer people than the policy's
// smallest pay group stand behind a voluntary one, even if a statutory one asks for the same distribution.
[[nodiscard]] Outcome average_amount(const Expression& expression, Duty duty, const Inputs& inputs,
                                     const disclosure::ProtectedAnswers& answers);

// pay_quarter: percent, already rounded to `places` because the parts of a quarter must add to 100 in print.
// A voluntary one is withheld too when either part of the quarter is a count too small to be published, or
// when it would tell such a one of another quarter.
[[nodiscard]] Outcome quarter_share(const Expression& expression, int places, const Inputs& inputs,
                                    const disclosure::ProtectedAnswers& answers);

}  // namespace eqr::measures
