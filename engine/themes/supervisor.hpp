// Runs plugins, each in a worker process of its own, and says of each what came of it.
//
// A theme counts only if its worker exited with 0 and sent one complete frame that carries the nonce of this
// run, is valid JSON, is a draft, and holds together (draft_check.hpp). Anything else is a missing theme with
// a reason. Nothing that a plugin does throws here, delays the run beyond its deadline, or leaves a process.
//
// Threads: one thread supervises all workers. Call it from a thread that outlives the call (the main thread):
// the kernel ends a worker together with the thread that started it. No other thread may start processes
// meanwhile, because children that are not workers are taken for strays of a worker and ended.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "eqr/theme.hpp"
#include "problems/problem.hpp"
#include "themes/catalogue.hpp"
#include "themes/reason.hpp"

namespace eqr::themes {

// What one plugin may use. `[[themes]] limits` of the run file sets the first two.
struct Limits {
  std::chrono::milliseconds time{20'000};         // by the clock, from the start of the worker
  std::size_t memory_mb = 512;                    // address space; not applied in sanitizer builds
  std::optional<std::chrono::seconds> processor;  // one second more than `time` unless given
};

struct DraftRequest {
  std::string theme;  // the id under which the run uses the plugin
  Plugin plugin;      // one that is not usable gives its own reason as the outcome
  Context context;
  Limits limits;
};

struct DraftOutcome {
  std::string theme;
  Reason reason = Reason::exited;
  std::string sentence;  // for the report's reader; empty when ok
  std::string detail;    // private: what exactly happened, the plugin's words escaped and cut
  std::string log;       // private: the end of what it wrote to stdout and stderr, escaped
  std::vector<problems::Problem> problems;  // of the plugin's files or of its draft; private but for counts
  std::optional<Draft> draft;               // when ok; inputs are still named by role
  int signal = 0;
  int exit_code = -1;
  double seconds = 0;
  long peak_kb = 0;

  [[nodiscard]] bool ok() const { return reason == Reason::ok; }
};

// What a plugin's binary says of itself.
struct Description {
  std::string theme;  // the plugin's id, as asked for
  Reason reason = Reason::exited;
  std::string sentence;
  std::string detail;
  std::string log;
  std::string id, version, sdk;
  std::string sealed;  // how the worker was shut off: "seccomp, landlock 6"
  unsigned abi_major = 0, target_minor = 0;

  [[nodiscard]] bool ok() const { return reason == Reason::ok; }
};

struct SupervisorOptions {
  std::filesystem::path worker;  // empty: ../libexec/eqr-theme-worker from the program's own folder
  unsigned at_once = 0;          // workers at a time; 0: as many as the machine has processors
  std::size_t largest_result = std::size_t{32} << 20;
  std::size_t longest_log = std::size_t{64} << 10;
  // `off` is for a debugger, and for tests of what the supervisor does without the sandbox's help.
  enum class Sandbox { required, off } sandbox = Sandbox::required;
};

// One outcome for each request, in the order of the requests, whichever finished first.
[[nodiscard]] std::vector<DraftOutcome> write_drafts(const std::vector<DraftRequest>& requests,
                                                     const SupervisorOptions& options = {});

// Loads each usable plugin in a worker, without calling it, and checks that the manifest embedded in the
// binary is its theme.json byte for byte. For `themes list` and `themes inspect`.
[[nodiscard]] std::vector<Description> describe(const std::vector<Plugin>& plugins,
                                                const SupervisorOptions& options = {},
                                                const Limits& limits = {std::chrono::seconds(5), 512, {}});

// Where the worker is looked for when the options do not say.
[[nodiscard]] std::filesystem::path worker_beside_program();

}  // namespace eqr::themes
