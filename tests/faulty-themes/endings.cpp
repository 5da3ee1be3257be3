// Plugins that end, or do not, in ways a theme should not.
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "faulty.hpp"

namespace faulty {

// Volatile, so that the optimiser cannot see through it.
int* volatile nowhere = nullptr;
volatile bool for_ever = true;

eqr_status crashes(const eqr_host*, eqr_view) noexcept {
  *nowhere = 1;
  return EQR_OK;
}

eqr_status aborts(const eqr_host*, eqr_view) noexcept {
  std::abort();
}

eqr_status divides_by_zero(const eqr_host*, eqr_view) noexcept {
  (void)raise(SIGFPE);
  return EQR_OK;
}

int deeper(int depth) {
  volatile char room[4096] = {};
  room[0] = static_cast<char>(depth);
  return for_ever ? deeper(depth + 1) + room[0] : 0;
}

eqr_status overflows_the_stack(const eqr_host*, eqr_view) noexcept {
  return deeper(0) == 1 ? EQR_OK : EQR_E_THEME;
}

eqr_status hangs(const eqr_host*, eqr_view) noexcept {
  while (for_ever) pause();
  return EQR_OK;
}

eqr_status ignores_signals(const eqr_host*, eqr_view) noexcept {
  for (int number = 1; number < NSIG; ++number) (void)std::signal(number, SIG_IGN);
  while (for_ever) pause();
  return EQR_OK;
}

eqr_status works_for_ever(const eqr_host*, eqr_view) noexcept {
  while (for_ever) {
  }
  return EQR_OK;
}

// Writes all the while: a deadline that output put off would never come.
eqr_status hangs_chatting(const eqr_host*, eqr_view) noexcept {
  while (for_ever) {
    (void)dprintf(STDERR_FILENO, "still working\n");
    usleep(5'000);
  }
  return EQR_OK;
}

eqr_status exits(const eqr_host* host, eqr_view) noexcept {
  (void)deliver(host, good_draft);
  std::exit(0);
}

eqr_status exits_at_once(const eqr_host*, eqr_view) noexcept {
  _exit(0);
}

// Half a frame on every descriptor there is, then an end that looks like success.
eqr_status sends_half_a_result(const eqr_host*, eqr_view) noexcept {
  const char half[] = "eqr-frame 1 draft 500 0123456789abcdef\n{\"format\":";
  for (int descriptor = 3; descriptor < 1024; ++descriptor) {
    (void)!write(descriptor, half, sizeof half - 1);
  }
  _exit(0);
}

// Unchecked, as careless C does it: the first allocation that fails is written to.
eqr_status allocates_unchecked(const eqr_host*, eqr_view) noexcept {
  constexpr std::size_t piece = std::size_t{8} << 20;
  while (for_ever) std::memset(std::malloc(piece), 1, piece);
  return EQR_OK;
}

}  // namespace faulty

FAULTY_PLUGIN(FAULT)
