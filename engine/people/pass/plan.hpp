// From questions to tables: the fewest that answer them.
#pragma once

#include "people/codebook.hpp"
#include "people/pass/counting.hpp"
#include "tallies/answers.hpp"

namespace eqr::persons {

// Questions that cannot be answered go into `answers` as Unavailable; those about other inputs and snapshots
// are passed over. A count by some columns is read off a table by more columns where there is a small one.
[[nodiscard]] TablePlan plan_tables(const Codebook& codebook, const Occasion& occasion,
                                    const tallies::Questions& questions, const std::set<std::string>& keep,
                                    tallies::Answers& answers);

// Which leaves of the table's columns the key lets through.
[[nodiscard]] Admitted admitted_by(const tallies::Key& key, const TablePlan::Table& table,
                                   const Codebook& codebook);

}  // namespace eqr::persons
