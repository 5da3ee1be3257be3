#include "themes/supervisor.hpp"

#include <poll.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

#include "digests/sha256.hpp"
#include "themes/file_problem.hpp"
#include "themes/job.hpp"
#include "themes/process.hpp"
#include "themes/trust.hpp"
#include "themes/verdict.hpp"

namespace eqr::themes {
namespace {

using Clock = std::chrono::steady_clock;

std::string fresh_nonce() {
  std::array<unsigned char, 16> bytes{};
  if (getentropy(bytes.data(), bytes.size()) != 0) {
    throw std::system_error(errno, std::generic_category(), "getentropy");
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string nonce;
  for (const unsigned char byte : bytes) nonce += {digits[byte >> 4U], digits[byte & 15U]};
  return nonce;
}

// What a worker is started for.
struct Task {
  const Plugin* plugin = nullptr;
  Limits limits;
  Job job;
};

struct Running {
  std::size_t task = 0;
  StartedWorker worker;
  Clock::time_point started;
  Clock::time_point deadline;
  Ended ended;  // filled as it goes
  bool killed = false;
};

// Everything there is to read just now; true at the end of it.
template <typename Take>
bool drain(const Descriptor& from, Take take) {
  std::array<char, 65'536> buffer{};
  for (;;) {
    const ssize_t count = read(from.number(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count == 0;
    take(std::string_view(buffer.data(), static_cast<std::size_t>(count)));
  }
}

// Supervises workers from one thread: starts them as places come free, reads what they write, ends those that
// overstay, and keeps what came of each.
class Supervision {
 public:
  Supervision(std::vector<Task> tasks, const SupervisorOptions& options)
      : m_tasks(std::move(tasks)), m_options(options), m_ended(m_tasks.size()) {}

  std::vector<Ended> all() {
    const unsigned places = m_options.at_once > 0 ? m_options.at_once : std::thread::hardware_concurrency();
    while (m_next < m_tasks.size() || !m_running.empty()) {
      while (m_next < m_tasks.size() && m_running.size() < std::max(places, 1U)) start(m_next++);
      if (!m_running.empty()) wait();
    }
    return std::move(m_ended);
  }

 private:
  void start(std::size_t index);
  void wait();
  void read_from(Running& running);
  [[nodiscard]] bool has_left(Running& running);

  std::vector<Task> m_tasks;
  const SupervisorOptions& m_options;
  std::vector<Ended> m_ended;
  std::vector<std::unique_ptr<Running>> m_running;
  std::size_t m_next = 0;
  StrayWatch m_strays;
};

void Supervision::start(std::size_t index) {
  Task& task = m_tasks[index];
  Ended& ended = m_ended[index];
  ended.started = false;
  if (!task.plugin->usable()) return;
  // Read once more: these are the bytes that will be mapped, whatever became of the file since the catalogue.
  const auto library = read_library(*task.plugin, ended.problems);
  if (!library) return;
  if (digests::sha256_of(*library) != task.plugin->sha256) {
    ended.problems.push_back(file_problem(task.plugin->shown + "/" + task.plugin->id + ".eqr.so",
                                          "it changed after it was checked",
                                          "wait until the plugin is fully copied, then run again"));
    return;
  }
  try {
    auto running = std::make_unique<Running>();
    running->task = index;
    running->started = Clock::now();
    running->deadline = running->started + task.limits.time;
    running->ended.started = true;
    task.job.nonce = running->ended.nonce = fresh_nonce();
    const std::filesystem::path program =
        m_options.worker.empty() ? worker_beside_program() : m_options.worker;
    running->worker =
        start_worker(program, sealed_file(written(task.job), "eqr-job"), sealed_file(*library, "eqr-plugin"));
    m_running.push_back(std::move(running));
  } catch (const std::system_error& fault) {
    ended.fault = fault.what();
  }
}

void Supervision::read_from(Running& running) {
  Ended& ended = running.ended;
  // A frame is a little longer than what it carries.
  const std::size_t most = m_options.largest_result + 4'096;
  const auto take_result = [&](std::string_view piece) {
    if (ended.result.size() + piece.size() > most) {
      ended.too_large = true;
    } else {
      ended.result += piece;
    }
  };
  // Of the log the end is kept: what a program says last is why it stopped.
  const auto take_log = [&](std::string_view piece) {
    ended.log += piece;
    if (ended.log.size() > 2 * m_options.longest_log) {
      ended.log.erase(0, ended.log.size() - m_options.longest_log);
      ended.log_cut = true;
    }
  };
  StartedWorker& worker = running.worker;
  if (worker.result.is_open() && drain(worker.result, take_result)) worker.result.reset();
  if (worker.log.is_open() && drain(worker.log, take_log)) worker.log.reset();
}

bool Supervision::has_left(Running& running) {
  const pid_t pid = running.worker.pid;
  siginfo_t state{};
  const auto process = static_cast<id_t>(running.worker.process.number());
  if (waitid(P_PIDFD, process, &state, WEXITED | WNOHANG | WNOWAIT) != 0 || state.si_pid == 0) return false;
  // While it is not reaped, its number belongs to nobody else: its group can be ended safely.
  kill(-pid, SIGKILL);
  rusage usage{};
  int status = 0;
  wait4(pid, &status, 0, &usage);
  // What is still in the pipes, but never up to their end: a stray may be holding the other side open.
  read_from(running);
  Ended& ended = running.ended;
  if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
  if (WIFEXITED(status)) ended.exit_code = WEXITSTATUS(status);
  ended.seconds = std::chrono::duration<double>(Clock::now() - running.started).count();
  ended.peak_kb = usage.ru_maxrss;
  return true;
}

void Supervision::wait() {
  std::vector<pollfd> watched;
  Clock::time_point next = Clock::time_point::max();
  for (const auto& running : m_running) {
    const StartedWorker& worker = running->worker;
    for (const Descriptor* descriptor : {&worker.process, &worker.result, &worker.log}) {
      watched.push_back({descriptor->number(), POLLIN, 0});  // poll passes over a closed one, -1
    }
    next = std::min(next, running->deadline);
  }
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now()).count();
  poll(watched.data(), watched.size(), static_cast<int>(std::clamp<long>(left, 0, 3'600'000)));

  std::set<pid_t> alive;
  for (const auto& running : m_running) {
    read_from(*running);
    // The deadline does not move, whatever the worker writes.
    if (!running->killed && (running->ended.too_large || Clock::now() >= running->deadline)) {
      running->ended.timed_out = !running->ended.too_large;
      running->killed = true;
      kill(-running->worker.pid, SIGKILL);
    }
    if (has_left(*running)) {
      m_ended[running->task] = std::move(running->ended);
      running->worker.pid = -1;
    } else {
      alive.insert(running->worker.pid);
    }
  }
  const auto gone = std::erase_if(m_running, [](const auto& running) { return running->worker.pid == -1; });
  if (gone > 0) m_strays.end_strays(alive);
}

Task task_for(const Plugin& plugin, const Limits& limits, const SupervisorOptions& options) {
  Task task{&plugin, limits, {}};
  const auto whole_seconds = std::chrono::ceil<std::chrono::seconds>(limits.time);
  task.job.supervisor = getpid();
  task.job.id = plugin.id;
  if (plugin.manifest) task.job.manifest = plugin.manifest->text;
  task.job.memory = std::uint64_t{limits.memory_mb} << 20U;
  task.job.processor =
      static_cast<std::uint64_t>(limits.processor.value_or(whole_seconds + std::chrono::seconds(1)).count());
  task.job.largest_result = options.largest_result;
  task.job.sandbox = options.sandbox == SupervisorOptions::Sandbox::required;
  return task;
}

}  // namespace

std::vector<DraftOutcome> write_drafts(const std::vector<DraftRequest>& requests,
                                       const SupervisorOptions& options) {
  std::vector<Task> tasks;
  for (const DraftRequest& request : requests) {
    tasks.push_back(task_for(request.plugin, request.limits, options));
    tasks.back().job.request =
        to_json(request.context).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
  const std::vector<Ended> ended = Supervision(std::move(tasks), options).all();
  std::vector<DraftOutcome> outcomes;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    outcomes.push_back(draft_outcome(requests[i], ended[i], options));
  }
  return outcomes;
}

std::vector<Description> describe(const std::vector<Plugin>& plugins, const SupervisorOptions& options,
                                  const Limits& limits) {
  std::vector<Task> tasks;
  for (const Plugin& plugin : plugins) {
    tasks.push_back(task_for(plugin, limits, options));
    tasks.back().job.mode = Job::Mode::describe;
  }
  const std::vector<Ended> ended = Supervision(std::move(tasks), options).all();
  std::vector<Description> descriptions;
  for (std::size_t i = 0; i < plugins.size(); ++i) {
    descriptions.push_back(description_of(plugins[i], limits, ended[i], options));
  }
  return descriptions;
}

std::filesystem::path worker_beside_program() {
  std::error_code fault;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", fault);
  return program.parent_path().parent_path() / "libexec" / "eqr-theme-worker";
}

}  // namespace eqr::themes
