// What becomes of plugins that misbehave. Each test runs one from tests/faulty-themes in a worker and holds
// the reason, the reader's whole sentence and the private detail.
#include "themes/supervisor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "themes/faulty_themes.hpp"

namespace {

using namespace eqr::themes;
using eqr::themes::testing::children_of;
using eqr::themes::testing::expect_missing;
using eqr::themes::testing::options;
using eqr::themes::testing::outcome_of;
using eqr::themes::testing::request_for;
using eqr::themes::testing::short_time;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// Generous: the machine may be busy. That a deadline is kept at all is the point.
constexpr double slack = 10;

// ---- a theme that behaves ----

TEST(Supervisor, a_sound_theme_hands_over_its_draft) {
  const DraftOutcome outcome = outcome_of("sound");
  EXPECT_EQ(word(outcome.reason), "ok") << outcome.detail << outcome.log;
  EXPECT_EQ(outcome.sentence, "");
  ASSERT_TRUE(outcome.draft.has_value());
  EXPECT_EQ(eqr::testing::figure(*outcome.draft, "target").value, eqr::setting("target"));
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(outcome.problems.empty());
}

TEST(Supervisor, a_theme_may_start_threads) {
  EXPECT_TRUE(outcome_of("starts-a-thread").ok());
}

TEST(Supervisor, faulty_neighbours_leave_sound_themes_intact_and_outcomes_keep_their_order) {
  const std::vector<DraftOutcome> outcomes =
      write_drafts({request_for("sound"), request_for("crashes"), request_for("hangs", short_time),
                    request_for("not-a-plugin"), request_for("sound")},
                   options());
  std::vector<std::string> words;
  for (const DraftOutcome& outcome : outcomes)
    words.push_back(outcome.theme + " " + std::string(word(outcome.reason)));
  EXPECT_EQ(words, (std::vector<std::string>{"sound ok", "crashes crashed", "hangs timed-out",
                                             "not-a-plugin load-failed", "sound ok"}));
  EXPECT_TRUE(children_of(getpid()).empty());
}

// ---- faults of the theme's own ----

constexpr const char* own_fault = "This part is missing because its program met a fault of its own.";

TEST(Supervisor, an_exception_is_told_in_private_and_made_harmless) {
  expect_missing(outcome_of("throws"), Reason::theme_fault, own_fault,
                 "no such column <b>grade</b> \\x1b[31m\\nsecond line \xEF\xBF\xBD");
}

TEST(Supervisor, an_exception_that_is_no_exception_object_is_told) {
  expect_missing(outcome_of("throws-an-int"), Reason::theme_fault, own_fault,
                 "an exception that is not a std::exception");
}

TEST(Supervisor, an_exception_in_a_thread_ends_the_worker_and_its_text_is_in_the_private_log) {
  const DraftOutcome outcome = outcome_of("throws-in-a-thread");
  expect_missing(outcome, Reason::crashed, "This part is missing because its program stopped suddenly.",
                 "ended by SIGABRT");
  EXPECT_THAT(outcome.log, HasSubstr("thrown in a thread"));
}

TEST(Supervisor, a_theme_that_cannot_use_its_input_says_so) {
  expect_missing(
      outcome_of("refuses-its-input"), Reason::unusable_input,
      "This part is missing because its program could not use what it was given: an input or a setting is "
      "missing or wrong.",
      "the register holds no meeting of the year");
}

// ---- crashes ----

constexpr const char* stopped = "This part is missing because its program stopped suddenly.";

TEST(Supervisor, a_write_to_nowhere_is_a_crash) {
  expect_missing(outcome_of("crashes"), Reason::crashed, stopped, "ended by SIGSEGV");
}

TEST(Supervisor, an_abort_is_a_crash) {
  expect_missing(outcome_of("aborts"), Reason::crashed, stopped, "ended by SIGABRT");
}

TEST(Supervisor, a_division_by_zero_is_a_crash) {
  expect_missing(outcome_of("divides-by-zero"), Reason::crashed, stopped, "ended by SIGFPE");
}

TEST(Supervisor, an_overflown_stack_is_a_crash) {
  expect_missing(outcome_of("overflows-the-stack"), Reason::crashed, stopped, "ended by SIGSEGV");
}

TEST(Supervisor, a_crash_while_loading_is_a_crash) {
  expect_missing(outcome_of("constructor-crashes"), Reason::crashed, stopped, "ended by SIGSEGV");
}

TEST(Supervisor, a_destructor_that_would_crash_never_runs) {
  EXPECT_TRUE(outcome_of("destructor-crashes").ok());
}

// ---- time ----

constexpr const char* too_slow =
    "This part is missing because its program did not finish in the time allowed.";

class Deadline : public ::testing::TestWithParam<const char*> {};

TEST_P(Deadline, is_kept_whatever_the_theme_does) {
  const DraftOutcome outcome = outcome_of(GetParam(), short_time);
  expect_missing(outcome, Reason::timed_out, too_slow, "ended at its deadline of 0.3 seconds");
  EXPECT_GE(outcome.seconds, 0.3);
  EXPECT_LT(outcome.seconds, 0.3 + slack);
}

INSTANTIATE_TEST_SUITE_P(Of, Deadline,
                         ::testing::Values("hangs", "ignores-signals", "works-for-ever", "hangs-chatting",
                                           "constructor-hangs"),
                         [](const auto& tested) {
                           std::string name = tested.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(Supervisor, waiting_themes_wait_together) {
  SupervisorOptions four = options();
  four.at_once = 4;
  std::vector<DraftRequest> requests;
  for (int i = 0; i < 4; ++i) requests.push_back(request_for("hangs", std::chrono::milliseconds(1'500)));
  const auto start = std::chrono::steady_clock::now();
  const auto outcomes = write_drafts(requests, four);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  EXPECT_LT(taken.count(), 4 * 1.5) << "one after the other";
}

TEST(Supervisor, processor_time_is_limited_apart_from_the_clock) {
  // A second of a processor takes longer than one by the clock where others want it as well.
  DraftRequest request = request_for("works-for-ever", std::chrono::minutes(2));
  request.limits.processor = std::chrono::seconds(1);
  expect_missing(
      write_drafts({request}, options()).front(), Reason::limit,
      "This part is missing because its program needed more memory, time or space than it is allowed.",
      "ended by SIGXCPU");
}

// ---- memory and size ----

constexpr const char* too_much =
    "This part is missing because its program needed more memory, time or space than it is allowed.";

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_is_limited = false;
#else
constexpr bool memory_is_limited = true;
#endif

TEST(Supervisor, a_theme_that_asks_for_ever_more_memory_meets_its_limit) {
  if (!memory_is_limited) GTEST_SKIP() << "sanitizers need all the address space there is";
  DraftRequest request = request_for("allocates-for-ever");
  request.limits.memory_mb = 128;
  const DraftOutcome outcome = write_drafts({request}, options()).front();
  expect_missing(outcome, Reason::limit, too_much, "out of memory: out of memory");
  EXPECT_LT(outcome.peak_kb, 128 * 1024);
}

TEST(Supervisor, a_theme_that_does_not_check_its_allocations_crashes_within_its_limit) {
  if (!memory_is_limited) GTEST_SKIP() << "sanitizers need all the address space there is";
  DraftRequest request = request_for("allocates-unchecked");
  request.limits.memory_mb = 128;
  const DraftOutcome outcome = write_drafts({request}, options()).front();
  expect_missing(
      outcome, Reason::crashed, stopped,
      "ended by SIGSEGV, with nearly all of its 128 MB of memory in use: probably for want of memory");
}

TEST(Supervisor, a_draft_over_the_limit_is_not_taken) {
  expect_missing(outcome_of("delivers-too-much"), Reason::limit, too_much,
                 "the draft is larger than 33554432 bytes");
}

TEST(Supervisor, of_a_flood_of_output_the_end_is_kept) {
  const DraftOutcome outcome = outcome_of("floods-the-log");
  EXPECT_TRUE(outcome.ok()) << outcome.detail;
  EXPECT_LE(outcome.log.size(), (std::size_t{64} << 10) + 12);
  EXPECT_THAT(outcome.log, StartsWith("[cut] "));
  EXPECT_THAT(outcome.log, EndsWith("the last line\n"));
}

// ---- no result ----

constexpr const char* no_result =
    "This part is missing because its program ended without handing over a result.";
constexpr const char* left_with_0 = "left with exit code 0 and without one whole result";

TEST(Supervisor, leaving_with_success_is_no_success) {
  expect_missing(outcome_of("exits"), Reason::exited, no_result, left_with_0);
  expect_missing(outcome_of("exits-at-once"), Reason::exited, no_result, left_with_0);
  expect_missing(outcome_of("constructor-exits"), Reason::exited, no_result, left_with_0);
}

TEST(Supervisor, half_a_result_is_none) {
  expect_missing(outcome_of("sends-half-a-result"), Reason::exited, no_result, left_with_0);
}

TEST(Supervisor, a_worker_robbed_of_its_descriptors_has_no_result) {
  expect_missing(outcome_of("closes-all-descriptors"), Reason::exited, no_result,
                 "left with exit code 97 and without one whole result");
}

TEST(Supervisor, garbage_on_low_descriptors_does_not_touch_the_result) {
  EXPECT_TRUE(outcome_of("writes-to-low-descriptors").ok());
}

// ---- results that are not drafts ----

constexpr const char* bad =
    "This part is missing because what its program handed over does not hold together.";

TEST(Supervisor, a_draft_that_is_not_json_is_refused) {
  expect_missing(outcome_of("delivers-malformed-json"), Reason::bad_draft, bad,
                 "this is not valid JSON from here on");
  expect_missing(outcome_of("delivers-bad-utf8"), Reason::bad_draft, bad,
                 "this is not valid JSON from here on");
  expect_missing(outcome_of("delivers-not-a-number"), Reason::bad_draft, bad,
                 "this is not valid JSON from here on");
}

TEST(Supervisor, deep_nesting_is_refused_before_it_costs_anything) {
  expect_missing(outcome_of("delivers-deep-nesting"), Reason::bad_draft, bad,
                 "the JSON is nested more than 100 deep");
}

TEST(Supervisor, a_key_that_stands_twice_is_refused) {
  expect_missing(outcome_of("delivers-a-doubled-key"), Reason::bad_draft, bad,
                 "the key \"format\" stands twice in the same object");
}

TEST(Supervisor, another_schema_is_refused) {
  expect_missing(outcome_of("delivers-another-schema"), Reason::bad_draft, bad, "unknown key \"sheets\"");
}

TEST(Supervisor, a_bare_number_is_refused) {
  expect_missing(
      outcome_of("delivers-a-bare-number"), Reason::bad_draft, bad,
      "figures[0].value: a bare number: every number of a draft is an expression, such as count() or a "
      "cell of a document");
}

TEST(Supervisor, a_draft_that_does_not_hold_together_comes_with_its_problems) {
  const DraftOutcome outcome = outcome_of("delivers-an-undeclared-figure");
  expect_missing(outcome, Reason::bad_draft, bad, "");
  ASSERT_EQ(outcome.problems.size(), 1U);
  EXPECT_EQ(text(outcome.problems[0]),
            "theme \"delivers-an-undeclared-figure\": figures.targt: theme.json declares no such figure\n"
            "hint: did you mean \"target\"?");
}

TEST(Supervisor, one_draft_is_expected_not_two_and_not_none) {
  expect_missing(outcome_of("delivers-twice"), Reason::bad_draft, bad,
                 "a draft was delivered more than once");
  expect_missing(outcome_of("delivers-nothing"), Reason::bad_draft, bad, "no draft was delivered");
}

// ---- libraries that are not plugins, or plugins of another version ----

constexpr const char* not_loaded = "This part is missing because its program could not be loaded.";
constexpr const char* other_version =
    "This part is missing because its program was made for another version of this software.";
constexpr const char* not_trusted =
    "This part is missing because its program is not one that this run may trust.";

TEST(Supervisor, a_file_that_is_no_library_is_not_loaded) {
  expect_missing(outcome_of("not-a-plugin"), Reason::load_failed, not_loaded,
                 "/proc/self/fd/5: file too short");
}

TEST(Supervisor, a_library_without_the_entry_symbol_is_no_plugin) {
  expect_missing(outcome_of("no-symbol"), Reason::load_failed, not_loaded,
                 "the library does not export eqr_plugin_v1; was it built with eqr_add_theme()?");
}

TEST(Supervisor, a_library_that_wants_an_unknown_function_is_not_loaded) {
  expect_missing(outcome_of("undefined-symbol"), Reason::load_failed, not_loaded,
                 "/proc/self/fd/5: undefined symbol: function_of_another_library");
}

TEST(Supervisor, another_major_is_refused_with_both_versions_and_the_remedy) {
  expect_missing(outcome_of("wrong-version"), Reason::abi_mismatch, other_version,
                 "the plugin was built for version 2 of the plugin boundary, this program speaks version 1; "
                 "build it again with EqrSdk 1.0.0");
}

TEST(Supervisor, a_newer_minor_is_refused_with_both_versions_and_the_remedy) {
  expect_missing(outcome_of("asks-for-a-newer-minor"), Reason::abi_mismatch, other_version,
                 "the plugin asks for boundary 1.7, this program offers 1.0; use a newer program, or set "
                 "EQR_TARGET_MINOR lower and build the plugin again");
}

TEST(Supervisor, an_incomplete_descriptor_is_refused) {
  expect_missing(outcome_of("short-descriptor"), Reason::abi_mismatch, other_version,
                 "the descriptor has 48 bytes, at least 56 are needed; build it again with EqrSdk 1.0.0");
  expect_missing(outcome_of("no-function"), Reason::abi_mismatch, other_version,
                 "the descriptor has empty fields; build it again with EqrSdk 1.0.0");
  expect_missing(outcome_of("bad-magic"), Reason::abi_mismatch, other_version,
                 "the descriptor does not start with \"EQRPLUG\"");
}

TEST(Supervisor, a_plugin_that_is_not_what_its_theme_json_says_is_not_trusted) {
  expect_missing(outcome_of("another-id"), Reason::untrusted, not_trusted,
                 "the plugin calls itself \"somebody-else\", its folder and theme.json say \"another-id\"");
  expect_missing(
      outcome_of("another-manifest"), Reason::untrusted, not_trusted,
      "the manifest in the library is not theme.json as it stands beside it; build the plugin again");
}

TEST(Supervisor, a_library_exchanged_after_it_was_checked_is_not_started) {
  std::string scratch = (std::filesystem::temp_directory_path() / "eqr-exchanged-XXXXXX").string();
  ASSERT_NE(mkdtemp(scratch.data()), nullptr);
  const auto from = eqr::themes::testing::faulty_folder().path / "crashes";
  std::filesystem::copy(from, std::filesystem::path(scratch) / "crashes");
  DraftRequest request = request_for("crashes");
  request.plugin = read_catalogue({{scratch, "plugins", false}}).look_up("crashes");
  ASSERT_TRUE(request.plugin.usable());
  std::ofstream(request.plugin.library(), std::ios::app) << "x";
  const DraftOutcome outcome = write_drafts({request}, options()).front();
  std::filesystem::remove_all(scratch);
  expect_missing(outcome, Reason::untrusted, not_trusted, "");
  ASSERT_EQ(outcome.problems.size(), 1U);
  EXPECT_EQ(text(outcome.problems[0]),
            "plugins/crashes/crashes.eqr.so: it changed after it was checked\n"
            "hint: wait until the plugin is fully copied, then run again");
}

TEST(Supervisor, a_plugin_that_is_not_there_keeps_the_reason_of_the_catalogue) {
  const DraftOutcome outcome = outcome_of("soudn");
  expect_missing(outcome, Reason::not_found, "This part is missing because its program is not installed.",
                 "");
  ASSERT_EQ(outcome.problems.size(), 1U);
  EXPECT_EQ(text(outcome.problems[0]), "there is no plugin \"soudn\"\nhint: did you mean \"sound\"?");
}

}  // namespace
