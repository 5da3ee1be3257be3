// A run, from the run file to the report. run() is the order of the stages; nothing else knows it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <spdlog/logger.h>

#include "problems/problem.hpp"
#include "report/model/report.hpp"
#include "run/progress.hpp"
#include "run/setup.hpp"
#include "tallies/answers.hpp"

namespace eqr::run {

// How far to go.
enum class Until {
  questions,  // settings, plugins, documents and text; no person's record is opened for reading
  people,     // and the extracts of people, counted and thrown away
  files,      // and the report
};

struct Options {
  std::filesystem::path run_file;
  std::string out = "out";
  Until until = Until::files;
  bool final_edition = false;
  bool offline = false;
  unsigned jobs = 0;  // workers at a time; 0 = as many as there are processors
  Installation installation;
  std::shared_ptr<spdlog::logger> log;
};

struct Outcome {
  std::vector<tallies::Tally> tallies;                        // what was asked of people
  std::vector<InputSettings> inputs;                          // what was read
  std::vector<std::pair<std::string, std::string>> left_out;  // people left out, by input, with the reason
  std::vector<report::Gap> gaps;                              // what is missing; empty for a complete report
  std::vector<problems::Problem> problems;                    // why, each with its place and hint
  std::vector<problems::Problem> findings;                    // what readers would stumble over
  std::vector<problems::Problem> advice;                      // what would make the report better
  std::vector<std::string> files;                             // what was written, as paths below `out`
};

// Throws problems::Fault; nothing is written then, and what was there before is untouched.
[[nodiscard]] Outcome run(const Options& options, Progress& progress);

}  // namespace eqr::run
