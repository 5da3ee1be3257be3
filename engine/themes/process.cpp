#include "themes/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>

#include "themes/job.hpp"

namespace eqr::themes {
namespace {

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

// posix_spawn puts descriptors 3 to 5 in place one after the other: none of the originals may be among them.
Descriptor above_the_fixed_ones(const Descriptor& original) {
  return Descriptor(checked(fcntl(original.number(), F_DUPFD_CLOEXEC, 64), "fcntl"));
}

class SpawnSetup {
 public:
  SpawnSetup() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
  }
  SpawnSetup(const SpawnSetup&) = delete;
  SpawnSetup& operator=(const SpawnSetup&) = delete;
  ~SpawnSetup() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }

  void put(const Descriptor& original, int as) {
    posix_spawn_file_actions_adddup2(&actions, original.number(), as);
  }

  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
};

// Two variables and nothing of ours: no library paths, no proxies, no secrets.
std::array<char*, 4> clean_environment() {
  static std::string language = "LANG=C.UTF-8";
  static std::string zone = "TZ=UTC";
#if defined(__SANITIZE_ADDRESS__)
  // A crash has to arrive as the signal it is, not as the sanitizer's exit code.
  static std::string sanitizer =
      "ASAN_OPTIONS=handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigfpe=0:detect_leaks=0";
  return {language.data(), zone.data(), sanitizer.data(), nullptr};
#else
  return {language.data(), zone.data(), nullptr, nullptr};
#endif
}

std::set<pid_t> children() {
  std::set<pid_t> found;
  std::error_code fault;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", fault)) {
    std::ifstream list(thread.path() / "children");
    for (pid_t child = 0; list >> child;) found.insert(child);
  }
  return found;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    reset();
    m_number = other.release();
  }
  return *this;
}

void Descriptor::reset() {
  if (m_number >= 0) close(m_number);
  m_number = -1;
}

int Descriptor::release() {
  return std::exchange(m_number, -1);
}

Descriptor sealed_file(std::string_view bytes, const char* name) {
  Descriptor file(checked(memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING), "memfd_create"));
  while (!bytes.empty()) {
    const ssize_t count = write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw std::system_error(errno, std::generic_category(), "write to a memory file");
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  constexpr int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  checked(fcntl(file.number(), F_ADD_SEALS, seals), "F_ADD_SEALS");
  return file;
}

StartedWorker start_worker(const std::filesystem::path& program, const Descriptor& job,
                           const Descriptor& library) {
  std::array<int, 2> ends{};
  checked(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), "socketpair");
  Descriptor result(ends[0]);
  const Descriptor result_of_worker(ends[1]);
  checked(pipe2(ends.data(), O_CLOEXEC), "pipe2");
  Descriptor log(ends[0]);
  const Descriptor log_of_worker(ends[1]);
  // Only our ends: the worker writes as to any file, and waits when we are slow.
  checked(fcntl(result.number(), F_SETFL, O_NONBLOCK), "fcntl");
  checked(fcntl(log.number(), F_SETFL, O_NONBLOCK), "fcntl");

  const Descriptor high_result = above_the_fixed_ones(result_of_worker);
  const Descriptor high_log = above_the_fixed_ones(log_of_worker);
  const Descriptor high_job = above_the_fixed_ones(job);
  const Descriptor high_library = above_the_fixed_ones(library);
  SpawnSetup setup;
  posix_spawn_file_actions_addopen(&setup.actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  setup.put(high_log, STDOUT_FILENO);
  setup.put(high_log, STDERR_FILENO);
  setup.put(high_result, result_descriptor);
  setup.put(high_job, job_descriptor);
  setup.put(high_library, library_descriptor);
  posix_spawn_file_actions_addclosefrom_np(&setup.actions, library_descriptor + 1);

  std::string name = "eqr-theme-worker";
  std::array<char*, 2> arguments = {name.data(), nullptr};
  std::array<char*, 4> environment = clean_environment();
  StartedWorker started;
  const int fault = posix_spawn(&started.pid, program.c_str(), &setup.actions, &setup.attributes,
                                arguments.data(), environment.data());
  if (fault != 0) throw std::system_error(fault, std::generic_category(), "posix_spawn");
  started.process = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, started.pid, 0)));
  if (!started.process.is_open()) {
    const int reason = errno;
    kill(-started.pid, SIGKILL);
    waitpid(started.pid, nullptr, 0);
    throw std::system_error(reason, std::generic_category(), "pidfd_open");
  }
  started.result = std::move(result);
  started.log = std::move(log);
  return started;
}

StrayWatch::StrayWatch() : m_before(children()) {
  prctl(PR_GET_CHILD_SUBREAPER, &m_reaper_before);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
}

StrayWatch::~StrayWatch() {
  end_strays({});
  prctl(PR_SET_CHILD_SUBREAPER, m_reaper_before);
}

void StrayWatch::end_strays(const std::set<pid_t>& workers) const {
  // A stray that ends passes its own children on to us, hence more than one look.
  constexpr int most_looks = 20;
  for (int look = 0; look < most_looks; ++look) {
    bool any = false;
    for (const pid_t child : children()) {
      if (m_before.contains(child) || workers.contains(child)) continue;
      any = true;
      kill(child, SIGKILL);
      // Bounded: a process stuck in the kernel must not hold up the run.
      constexpr int most_waits = 100;
      for (int wait = 0; wait < most_waits && waitpid(child, nullptr, WNOHANG) == 0; ++wait) {
        poll(nullptr, 0, 1);
      }
    }
    if (!any) return;
  }
}

}  // namespace eqr::themes
