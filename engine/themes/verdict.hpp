// From how a worker ended to what is said of it. Success is said last, and only when nothing speaks against
// it.
#pragma once

#include <string>
#include <vector>

#include "problems/problem.hpp"
#include "themes/supervisor.hpp"

namespace eqr::themes {

// What the supervisor saw of one worker.
struct Ended {
  bool started = false;
  std::string fault;                        // why it could not be started
  std::vector<problems::Problem> problems;  // of the plugin's files, found when they were read again
  std::string nonce;
  std::string result;
  std::string log;
  bool log_cut = false;
  bool timed_out = false;  // we ended it, for this reason or the next: its exit status then says nothing
  bool too_large = false;
  int signal = 0;
  int exit_code = -1;
  double seconds = 0;
  long peak_kb = 0;
};

[[nodiscard]] DraftOutcome draft_outcome(const DraftRequest& request, const Ended& ended,
                                         const SupervisorOptions& options);
[[nodiscard]] Description description_of(const Plugin& plugin, const Limits& limits, const Ended& ended,
                                         const SupervisorOptions& options);

}  // namespace eqr::themes
