// The plugins of tests/faulty-themes, ready to be run by a test.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "eqr/testing.hpp"
#include "themes/catalogue.hpp"
#include "themes/supervisor.hpp"

namespace eqr::themes::testing {

[[nodiscard]] inline PluginFolder faulty_folder() {
  return {std::filesystem::path(EQR_BUILD_FOLDER) / "faulty-themes", "faulty-themes", false};
}

[[nodiscard]] inline const Catalogue& faulty_catalogue() {
  static const Catalogue catalogue = read_catalogue({faulty_folder()});
  return catalogue;
}

// Long enough for a machine that is busy with other things, for plugins that end by themselves.
inline constexpr std::chrono::milliseconds enough_time{20'000};
// For those that do not.
inline constexpr std::chrono::milliseconds short_time{300};

[[nodiscard]] inline DraftRequest request_for(const std::string& id,
                                              std::chrono::milliseconds time = enough_time) {
  DraftRequest request;
  request.theme = id;
  request.plugin = faulty_catalogue().look_up(id);
  request.context = eqr::testing::context(id);
  request.context.settings = {{"target", 3}};
  request.limits.time = time;
  return request;
}

[[nodiscard]] inline SupervisorOptions options() {
  SupervisorOptions made;
  made.worker = std::filesystem::path(EQR_BUILD_FOLDER) / "libexec" / "eqr-theme-worker";
  return made;
}

[[nodiscard]] inline DraftOutcome outcome_of(const std::string& id,
                                             std::chrono::milliseconds time = enough_time) {
  return write_drafts({request_for(id, time)}, options()).front();
}

// The processes that a process started and has not reaped.
[[nodiscard]] inline std::set<pid_t> children_of(pid_t parent) {
  std::set<pid_t> found;
  for (const auto& thread :
       std::filesystem::directory_iterator("/proc/" + std::to_string(parent) + "/task")) {
    std::ifstream list(thread.path() / "children");
    for (pid_t child = 0; list >> child;) found.insert(child);
  }
  return found;
}

// A missing theme: its reason, the reader's whole sentence, the private detail, and nothing left behind.
inline void expect_missing(const DraftOutcome& outcome, Reason reason, const std::string& sentence,
                           const std::string& detail) {
  EXPECT_EQ(word(outcome.reason), word(reason));
  EXPECT_EQ(outcome.sentence, sentence);
  EXPECT_EQ(outcome.detail, detail);
  EXPECT_FALSE(outcome.draft.has_value());
  EXPECT_TRUE(children_of(getpid()).empty()) << "a process is left";
}

}  // namespace eqr::themes::testing
