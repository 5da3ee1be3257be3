// The run record: what went in, what was asked, what came out, so that a report can be traced and made again.
// No person's value and no count stands in it. What differs from run to run (times, the order of events)
// stands under "observed" alone.
#pragma once

#include <string>

#include "measures/statement.hpp"
#include "run/counting.hpp"
#include "run/drafting.hpp"
#include "run/output_folder.hpp"
#include "run/progress.hpp"
#include "run/receive.hpp"
#include "run/setup.hpp"

namespace eqr::run {

// Everything the record is written from.
struct RecordedRun {
  const Setup& setup;
  const Received& received;
  const Drafted& drafted;
  const measures::Asked& asked;
  const Counted& counted;
  std::size_t withheld = 0;
  const report::Report& report;
  const Files& files;
  const Progress& progress;
};

// JSON, format "eqr.run-record/1".
[[nodiscard]] std::string run_record(const RecordedRun& run);

}  // namespace eqr::run
