// What a report says of itself: organisation, dates, contact, and the statements of its cover.
#pragma once

#include "report/model/report.hpp"
#include "run/counting.hpp"
#include "run/drafting.hpp"
#include "run/receive.hpp"
#include "run/setup.hpp"

namespace eqr::run {

[[nodiscard]] report::Report front_of(const Setup& setup, bool is_draft);

// Everything the report is put together from.
[[nodiscard]] report::Material material_of(const Setup& setup, const Received& received,
                                           const Drafted& drafted, const Counted& counted, bool is_draft);

}  // namespace eqr::run
