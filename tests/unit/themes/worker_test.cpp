// What a worker keeps a plugin from, what is swept up behind it, and what it says of a plugin that is only
// described.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <thread>

#include "themes/faulty_themes.hpp"

namespace {

using namespace eqr::themes;
using eqr::themes::testing::children_of;
using eqr::themes::testing::expect_missing;
using eqr::themes::testing::options;
using eqr::themes::testing::outcome_of;
using eqr::themes::testing::request_for;
using ::testing::StartsWith;

// ---- what a theme may not do ----

TEST(Sandbox, refuses_sockets_files_programs_and_signals) {
  EXPECT_EQ(outcome_of("opens-a-socket").detail, "socket: Operation not permitted");
  EXPECT_EQ(outcome_of("reads-a-file").detail, "open: Permission denied");
  EXPECT_EQ(outcome_of("writes-a-file").detail, "open: Permission denied");
  EXPECT_FALSE(std::filesystem::exists("left-by-a-faulty-theme"));
  EXPECT_EQ(outcome_of("removes-a-file").detail, "unlink: Permission denied");
  EXPECT_EQ(outcome_of("starts-a-program").detail, "execl: Operation not permitted");
  EXPECT_EQ(outcome_of("signals-its-parent").detail, "kill: Operation not permitted");
}

TEST(Sandbox, refuses_new_processes) {
  const DraftOutcome outcome = outcome_of("forks");
  EXPECT_TRUE(outcome.ok());
  EXPECT_EQ(outcome.log, "stray -1\n");
}

TEST(Sandbox, confines_reading_already_while_the_library_is_loaded) {
  const Description sound = describe({request_for("sound").plugin}, options()).front();
  if (sound.sealed.find("landlock") == std::string::npos) GTEST_SKIP() << "the kernel has no Landlock";
  EXPECT_EQ(outcome_of("constructor-reads-a-file").detail, "open: Permission denied");
}

// ---- nothing is left ----

// Without the sandbox, so that there is something to sweep.
void expect_swept(const std::string& id) {
  SupervisorOptions open = options();
  open.sandbox = SupervisorOptions::Sandbox::off;
  const DraftOutcome outcome = write_drafts({request_for(id)}, open).front();
  EXPECT_TRUE(outcome.ok()) << outcome.detail;
  ASSERT_THAT(outcome.log, StartsWith("stray "));
  const int stray = std::stoi(outcome.log.substr(6));
  ASSERT_GT(stray, 1);
  EXPECT_NE(kill(stray, 0), 0) << "process " << stray << " is left";
  EXPECT_TRUE(children_of(getpid()).empty());
}

TEST(Strays, a_child_left_behind_is_ended) {
  expect_swept("forks");
}

TEST(Strays, a_grandchild_in_a_session_of_its_own_is_ended) {
  expect_swept("daemonises");
}

TEST(Strays, children_that_were_there_before_are_let_alone) {
  const pid_t bystander = fork();
  if (bystander == 0) {
    pause();
    _exit(0);
  }
  EXPECT_TRUE(outcome_of("sound").ok());
  EXPECT_EQ(waitpid(bystander, nullptr, WNOHANG), 0) << "it was ended";
  kill(bystander, SIGKILL);
  waitpid(bystander, nullptr, 0);
}

TEST(Strays, workers_end_with_the_program_that_started_them) {
  const pid_t program = fork();
  if (program == 0) {
    (void)outcome_of("hangs");
    _exit(0);
  }
  std::set<pid_t> workers;
  for (int look = 0; look < 500 && workers.empty(); ++look) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    workers = children_of(program);
  }
  ASSERT_EQ(workers.size(), 1U);
  // Long enough for the worker to have asked to end together with its parent.
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  bool gone = false;
  for (int look = 0; look < 500 && !gone; ++look) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    std::ifstream state("/proc/" + std::to_string(*workers.begin()) + "/stat");
    std::string pid, name, letter;
    gone = !(state >> pid >> name >> letter) || letter == "Z" || letter == "X";
  }
  EXPECT_TRUE(gone);
}

TEST(Strays, no_descriptor_is_left_open) {
  const auto open_files = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  };
  const auto before = open_files();
  (void)write_drafts({request_for("sound"), request_for("crashes"), request_for("not-a-plugin")}, options());
  EXPECT_EQ(open_files(), before);
}

// ---- the worker itself ----

TEST(Worker, is_not_started_by_hand) {
  const std::string command = options().worker.string() + " </dev/null 2>&1";
  FILE* output = popen(command.c_str(), "r");
  std::array<char, 256> said{};
  (void)!fread(said.data(), 1, said.size() - 1, output);
  EXPECT_EQ(WEXITSTATUS(pclose(output)), 64);
  EXPECT_STREQ(said.data(), "eqr-theme-worker is started by equality-report, never by hand\n");
}

TEST(Worker, that_is_not_there_is_told) {
  SupervisorOptions nowhere = options();
  nowhere.worker = "/nonexistent/eqr-theme-worker";
  expect_missing(write_drafts({request_for("sound")}, nowhere).front(), Reason::not_started,
                 "This part is missing because its program could not be started safely on this computer.",
                 "the worker could not be started: posix_spawn: No such file or directory");
}

TEST(Worker, is_found_beside_the_program) {
  EXPECT_EQ(worker_beside_program(), options().worker);
}

// ---- describing ----

TEST(Describe, reads_the_descriptor_in_a_worker) {
  const Description sound = describe({request_for("sound").plugin}, options()).front();
  EXPECT_TRUE(sound.ok()) << sound.detail;
  EXPECT_EQ(sound.id, "sound");
  EXPECT_EQ(sound.version, "1.0.0");
  EXPECT_EQ(sound.sdk, "1.0.0");
  EXPECT_EQ(sound.abi_major, 1U);
  EXPECT_EQ(sound.target_minor, 0U);
  EXPECT_THAT(sound.sealed, StartsWith("seccomp"));
}

TEST(Describe, calls_nothing_so_that_a_theme_that_hangs_in_draft_can_be_described) {
  EXPECT_TRUE(describe({request_for("hangs").plugin}, options()).front().ok());
}

TEST(Describe, notices_a_manifest_that_is_not_theme_json) {
  const Description other = describe({request_for("another-manifest").plugin}, options()).front();
  EXPECT_EQ(word(other.reason), "untrusted");
  EXPECT_EQ(other.detail,
            "the manifest in the library is not theme.json as it stands beside it; build the plugin again");
}

TEST(Describe, survives_a_library_that_crashes_while_it_is_loaded) {
  EXPECT_EQ(word(describe({request_for("constructor-crashes").plugin}, options()).front().reason), "crashed");
}

}  // namespace
