// What stands between a draft and publication.
#pragma once

#include <vector>

#include "report/model/report.hpp"
#include "run/drafting.hpp"
#include "run/receive.hpp"
#include "run/setup.hpp"

namespace eqr::run {

// Everything that the report will lack, as far as it is known before people are counted.
[[nodiscard]] std::vector<report::Gap> gaps_of(const Setup& setup, const Received& received,
                                               const Drafted& drafted);

// What the gaps come from, each with its place and hint: faulty files first, then themes.
[[nodiscard]] std::vector<problems::Problem> problems_of(const Received& received, const Drafted& drafted);

// What is there and readers would stumble over: pairs of colours that had to be mended, pictures of words.
[[nodiscard]] std::vector<problems::Problem> findings_of(const Setup& setup, const Received& received);

// Throws problems::Fault (nothing_written) naming every gap, every pair of colours that had to be mended and
// every plugin without a pinned hash.
void check_final(const Setup& setup, const report::Report& report);

}  // namespace eqr::run
