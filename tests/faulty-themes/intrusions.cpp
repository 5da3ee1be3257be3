// Plugins that try what a theme may not do. Each says through fail() what the system answered, or delivers a
// good draft where the trying alone is the point.
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <thread>

#include "faulty.hpp"

namespace faulty {

eqr_status answer(const eqr_host* host, const char* what, long result) {
  const int fault = errno;
  return fail(host, std::string(what) + ": " + (result < 0 ? std::strerror(fault) : "allowed"));
}

eqr_status opens_a_socket(const eqr_host* host, eqr_view) noexcept {
  return answer(host, "socket", socket(AF_INET, SOCK_STREAM, 0));
}

eqr_status reads_a_file(const eqr_host* host, eqr_view) noexcept {
  return answer(host, "open", open("/etc/passwd", O_RDONLY));
}

eqr_status writes_a_file(const eqr_host* host, eqr_view) noexcept {
  return answer(host, "open", open("left-by-a-faulty-theme", O_WRONLY | O_CREAT, 0600));
}

eqr_status removes_a_file(const eqr_host* host, eqr_view) noexcept {
  return answer(host, "unlink", unlink("left-by-a-faulty-theme"));
}

eqr_status starts_a_program(const eqr_host* host, eqr_view) noexcept {
  return answer(host, "execl", execl("/bin/true", "true", nullptr));
}

eqr_status signals_its_parent(const eqr_host* host, eqr_view) noexcept {
  return answer(host, "kill", kill(getppid(), SIGTERM));
}

// Not an intrusion: what must stay allowed.
eqr_status starts_a_thread(const eqr_host* host, eqr_view) noexcept {
  std::thread([] {}).join();
  return deliver(host, good_draft);
}

eqr_status stay() {
  for (;;) pause();
}

eqr_status forks(const eqr_host* host, eqr_view) noexcept {
  const pid_t child = fork();
  if (child == 0) stay();
  (void)dprintf(STDERR_FILENO, "stray %d\n", child);
  return deliver(host, good_draft);
}

// Out of the process group and out of the family: only a reaper of orphans finds this one.
eqr_status daemonises(const eqr_host* host, eqr_view) noexcept {
  if (fork() == 0) {
    (void)setsid();
    const pid_t grandchild = fork();
    if (grandchild == 0) stay();
    (void)dprintf(STDERR_FILENO, "stray %d\n", grandchild);
    _exit(0);
  }
  usleep(100'000);
  return deliver(host, good_draft);
}

eqr_status writes_to_low_descriptors(const eqr_host* host, eqr_view) noexcept {
  for (int descriptor = 3; descriptor < 64; ++descriptor) (void)!write(descriptor, "garbage", 7);
  return deliver(host, good_draft);
}

eqr_status closes_all_descriptors(const eqr_host* host, eqr_view) noexcept {
  for (int descriptor = 3; descriptor < 1024; ++descriptor) close(descriptor);
  return deliver(host, good_draft);
}

}  // namespace faulty

FAULTY_PLUGIN(FAULT)
