// The stage between counting and the report: what may be published, and the proof.
#pragma once

#include <string>
#include <vector>

#include "disclosure/merging.hpp"
#include "disclosure/protect.hpp"
#include "problems/problem.hpp"
#include "run/counting.hpp"
#include "run/receive.hpp"
#include "run/setup.hpp"

namespace eqr::run {

// Throws problems::Fault (nothing_written) when a count that must not be told could be worked out all the
// same: then nothing may be published.
[[nodiscard]] disclosure::Protected protect(const Setup& setup, const Received& received,
                                            const measures::Asked& asked, const Counted& counted);

// Groups that had better be told together, because so many counts of them are withheld: for a draft.
[[nodiscard]] std::vector<disclosure::Suggestion> suggested_merges(const Setup& setup,
                                                                   const Received& received,
                                                                   const measures::Asked& asked,
                                                                   const Counted& counted);
[[nodiscard]] problems::Problem in_words(const disclosure::Suggestion& suggestion, const Setup& setup);

// Rules of [[policy.withhold]] that withhold nothing.
[[nodiscard]] std::vector<problems::Problem> idle_rules(const Setup& setup,
                                                        const disclosure::Certificate& certificate);

// A last look at report.json as it is about to be written: where counts are rounded, no percentage may pin
// one. Throws problems::Fault (nothing_written).
void check_rounding(const Setup& setup, const std::string& report_json);

// private/disclosure.json, format "eqr.disclosure/1": each withheld count with the reason, the interval of
// each protected one, and how they were found. No count.
[[nodiscard]] std::string certificate_in_json(const disclosure::Certificate& certificate,
                                              const std::vector<disclosure::Suggestion>& suggestions,
                                              const RunFile& run, double seconds);

}  // namespace eqr::run
