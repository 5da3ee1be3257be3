// The numbers of people in an expression.
#pragma once

#include <optional>

#include "eqr/expression.hpp"
#include "measures/statement.hpp"
#include "tallies/shown.hpp"

namespace eqr::measures {

// What an expression counts, if it is a number of people: a count, rows of a register of people, a document's
// cell about people, or sums and differences of such. None for anything else.
[[nodiscard]] std::optional<tallies::CountSum> count_sum(const Expression& expression, const Inputs& inputs);

// Enters all that an expression, printed, tells about people. (Its parts are not printed themselves: see
// Shown::printed, which the caller enters.)
void show(const Expression& expression, const Inputs& inputs, tallies::Shown& shown);

// Enters the totals of a table: where a row is marked as the total and a column holds numbers of people
// throughout, that row is taken for the sum of the others. Whether it is, the counts show.
void show_totals(const Table& table, const Inputs& inputs, tallies::Shown& shown);

}  // namespace eqr::measures
