// What readers are told of the records behind the figures: who is left out and why, and, in a draft, what was
// wrong in the records and how it was treated.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "run/counting.hpp"

namespace eqr::run {

// One statement each. Numbers of people below the threshold are given as "fewer than …": a statement is
// public. What was wrong is said in drafts only.
[[nodiscard]] std::vector<std::string> quality_statements(const Counted& counted, std::uint64_t threshold,
                                                          bool is_draft);

}  // namespace eqr::run
