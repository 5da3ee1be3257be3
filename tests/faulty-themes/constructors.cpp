// Plugins that go wrong while they are being loaded, before anything of them was checked, or while they
// would be unloaded, which never happens.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>

#include "faulty.hpp"

namespace faulty {

int answer_to_open = 0;

void constructor_crashes() {
  (void)raise(SIGSEGV);
}
void constructor_hangs() {
  for (;;) pause();
}
void constructor_exits() {
  _exit(0);
}
void constructor_reads_a_file() {
  answer_to_open = open("/etc/passwd", O_RDONLY) < 0 ? errno : 0;
}
void destructor_crashes() {}

void at_the_end() {
  (void)raise(SIGSEGV);
}

struct Global {
  Global() { FAULT(); }
  ~Global() {
    if (std::string_view(eqr_theme_id) == "destructor-crashes") at_the_end();
  }
};
const Global global;

eqr_status tell(const eqr_host* host, eqr_view) noexcept {
  if (answer_to_open != 0) return fail(host, std::string("open: ") + std::strerror(answer_to_open));
  return deliver(host, good_draft);
}

}  // namespace faulty

FAULTY_PLUGIN(tell)
