// Tells how far a run is: one line that is written over on a terminal, plain lines elsewhere, JSON lines for
// programs. Stages and counts only; never a value of anybody's.
#pragma once

#include <chrono>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace eqr::run {

class Progress {
 public:
  enum class Kind { terminal, plain, json, none };

  Progress(std::ostream& out, Kind kind) : m_out(out), m_kind(kind) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { finish(); }

  // Ends the stage before and begins the next. `words` says what is being done: "counting people".
  void stage(const std::string& words);
  // Ends the last stage; on a terminal the line is cleared.
  void finish();

  // Of a stage that has ended.
  [[nodiscard]] double seconds_of(const std::string& words) const;
  // Seconds by stage, in order; for the run record.
  [[nodiscard]] const std::vector<std::pair<std::string, double>>& seconds() const { return m_seconds; }

 private:
  std::ostream& m_out;
  Kind m_kind;
  std::string m_stage;
  std::chrono::steady_clock::time_point m_began;
  std::vector<std::pair<std::string, double>> m_seconds;
};

}  // namespace eqr::run
