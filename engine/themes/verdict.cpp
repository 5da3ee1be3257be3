#include "themes/verdict.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <optional>
#include <utility>

#include "themes/draft_check.hpp"
#include "themes/job.hpp"
#include "themes/strict_json.hpp"

namespace eqr::themes {
namespace {

using nlohmann::json;

constexpr std::size_t longest_detail = 4'000;

// A reason, and the frame if there is one that speaks for itself.
struct Judged {
  Reason reason = Reason::exited;
  std::string detail;
  std::vector<problems::Problem> problems;
  std::optional<Frame> frame;
};

std::string signal_name(int signal) {
  const char* name = sigabbrev_np(signal);
  return name == nullptr ? "signal " + std::to_string(signal) : std::string("SIG") + name;
}

std::string in_seconds(std::chrono::milliseconds time) {
  std::string written = std::to_string(time.count() / 1000);
  std::string thousandths = std::to_string(time.count() % 1000 + 1000).substr(1);
  while (!thousandths.empty() && thousandths.back() == '0') thousandths.pop_back();
  if (!thousandths.empty()) written += "." + thousandths;
  return written + (written == "1" ? " second" : " seconds");
}

Judged judged_by_signal(const Ended& ended, const Limits& limits) {
  Judged judged;
  // SIGKILL is not ours here: it is the second warning about processor time, or the kernel out of memory.
  constexpr std::array<int, 3> of_limits = {SIGXCPU, SIGXFSZ, SIGKILL};
  const bool limit = std::ranges::find(of_limits, ended.signal) != of_limits.end();
  judged.reason = limit ? Reason::limit : Reason::crashed;
  judged.detail = "ended by " + signal_name(ended.signal);
  const auto limit_kb = static_cast<double>(limits.memory_mb) * 1024;
  constexpr double nearly_all = 0.8;
  if (!limit && static_cast<double>(ended.peak_kb) > nearly_all * limit_kb) {
    judged.detail += ", with nearly all of its " + std::to_string(limits.memory_mb) +
                     " MB of memory in use: probably for want of memory";
  }
  return judged;
}

Judged refused(const Frame& frame) {
  Judged judged;
  constexpr std::array<Reason, 9> by_workers = {
      Reason::theme_fault, Reason::unusable_input, Reason::bad_draft,
      Reason::limit,       Reason::load_failed,    Reason::abi_mismatch,
      Reason::untrusted,   Reason::exited,         Reason::not_started};
  try {
    const json payload = json::parse(frame.payload);
    const auto written = payload.at("reason").get<std::string>();
    const auto reason =
        std::ranges::find_if(by_workers, [&](Reason candidate) { return word(candidate) == written; });
    if (reason != by_workers.end()) judged.reason = *reason;
    payload.at("detail").get_to(judged.detail);
  } catch (const json::exception&) {
    judged = {Reason::exited, "its refusal cannot be read", {}, {}};
  }
  return judged;
}

Judged judge(const Plugin& plugin, const Limits& limits, const Ended& ended,
             const SupervisorOptions& options) {
  if (!plugin.usable()) return {plugin.reason, {}, plugin.problems, {}};
  if (!ended.started) {
    if (!ended.problems.empty()) return {Reason::untrusted, {}, ended.problems, {}};
    return {Reason::not_started, "the worker could not be started: " + ended.fault, {}, {}};
  }
  if (ended.too_large) {
    return {Reason::limit, "it sent more than " + std::to_string(options.largest_result) + " bytes", {}, {}};
  }
  if (ended.timed_out) {
    return {Reason::timed_out, "ended at its deadline of " + in_seconds(limits.time), {}, {}};
  }
  if (ended.signal != 0) return judged_by_signal(ended, limits);
  if (ended.exit_code == exit_not_by_hand) {
    return {Reason::not_started, "the worker refused to work", {}, {}};
  }
  auto frame = read_frame(ended.result, ended.nonce);
  if (ended.exit_code != 0 || !frame) {
    return {Reason::exited,
            "left with exit code " + std::to_string(ended.exit_code) + " and without one whole result",
            {},
            {}};
  }
  if (frame->kind == Frame::Kind::refusal) return refused(*frame);
  return {Reason::ok, {}, {}, std::move(frame)};
}

std::string private_log(const Ended& ended, const SupervisorOptions& options) {
  std::string_view end = ended.log;
  const bool cut = ended.log_cut || end.size() > options.longest_log;
  if (end.size() > options.longest_log) end.remove_prefix(end.size() - options.longest_log);
  return (cut ? "[cut] " : "") + printable(end, options.longest_log, true);
}

// Fills in the parts that both kinds of answer have.
template <typename Answer>
void tell(Answer& answer, Judged& judged, const Ended& ended, const SupervisorOptions& options) {
  answer.reason = judged.reason;
  answer.sentence = sentence(judged.reason);
  answer.detail = printable(judged.detail, longest_detail);
  answer.log = private_log(ended, options);
}

}  // namespace

DraftOutcome draft_outcome(const DraftRequest& request, const Ended& ended,
                           const SupervisorOptions& options) {
  Judged judged = judge(request.plugin, request.limits, ended, options);
  std::optional<Draft> draft;
  if (judged.reason == Reason::ok) {
    judged.reason = Reason::bad_draft;
    if (judged.frame->kind != Frame::Kind::draft) {
      judged.detail = "a draft was asked for, something else came";
    } else {
      try {
        draft = draft_from_json(parse_strictly<json>(judged.frame->payload));
        judged.problems = check_draft(*draft, *request.plugin.manifest, request.context);
        if (judged.problems.empty()) judged.reason = Reason::ok;
      } catch (const std::exception& fault) {
        judged.detail = fault.what();
      }
    }
  }
  DraftOutcome outcome;
  outcome.theme = request.theme;
  tell(outcome, judged, ended, options);
  outcome.problems = std::move(judged.problems);
  if (judged.reason == Reason::ok) outcome.draft = std::move(draft);
  outcome.signal = ended.signal;
  outcome.exit_code = ended.exit_code;
  outcome.seconds = ended.seconds;
  outcome.peak_kb = ended.peak_kb;
  return outcome;
}

Description description_of(const Plugin& plugin, const Limits& limits, const Ended& ended,
                           const SupervisorOptions& options) {
  Judged judged = judge(plugin, limits, ended, options);
  Description description;
  description.theme = plugin.id;
  if (judged.reason == Reason::ok) {
    try {
      const json payload = parse_strictly<json>(judged.frame->payload);
      payload.at("id").get_to(description.id);
      payload.at("version").get_to(description.version);
      payload.at("sdk").get_to(description.sdk);
      payload.at("sealed").get_to(description.sealed);
      payload.at("abi_major").get_to(description.abi_major);
      payload.at("target_minor").get_to(description.target_minor);
    } catch (const std::exception&) {
      judged.reason = Reason::load_failed;
      judged.detail = "the description cannot be read";
    }
  }
  for (const problems::Problem& problem : judged.problems) {
    if (!judged.detail.empty()) judged.detail += "; ";
    judged.detail += problem.place.file + ": " + problem.message;
  }
  tell(description, judged, ended, options);
  return description;
}

}  // namespace eqr::themes
