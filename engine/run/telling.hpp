// What a report says about numbers of people, put by what they count: for report.json, so that anybody can
// attack the report and next year's can keep to it.
#pragma once

#include "disclosure/protect.hpp"
#include "measures/evaluate.hpp"
#include "report/model/report.hpp"
#include "run/drafting.hpp"

namespace eqr::run {

// Counts that are printed nowhere themselves are without their number.
[[nodiscard]] report::Told told(const Drafted& drafted, const Received& received,
                                const measures::Asked& asked, const disclosure::ProtectedAnswers& answers,
                                const disclosure::Policy& policy, const measures::Evaluator& evaluator);

}  // namespace eqr::run
