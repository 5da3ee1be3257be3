#include "themes/worker.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "themes/job.hpp"
#include "themes/loader.hpp"
#include "themes/reason.hpp"
#include "themes/sandbox.hpp"

namespace eqr::themes {
namespace {

constexpr std::size_t longest_fault = 8'192;
constexpr std::size_t longest_log_line = 2'000;

bool send_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = write(to, bytes.data(), bytes.size());
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// The one way out once the job is known.
class Answer {
 public:
  Answer(int to, std::string nonce) : m_to(to), m_nonce(std::move(nonce)) {}

  void set_sealed(std::string words) { m_sealed = std::move(words); }

  [[noreturn]] void send(Frame::Kind kind, std::string_view payload) const {
    const bool sent = send_all(m_to, frame_head(kind, payload.size(), m_nonce)) && send_all(m_to, payload) &&
                      send_all(m_to, frame_tail(m_nonce));
    // No destructor of the plugin's may run any more: the answer is out.
    _exit(sent ? 0 : exit_frame_not_sent);
  }
  [[noreturn]] void send(Frame::Kind kind, nlohmann::json payload) const {
    payload["sealed"] = m_sealed;
    send(kind, std::string_view(payload.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
  }
  [[noreturn]] void refuse(Reason reason, const std::string& detail) const {
    send(Frame::Kind::refusal, nlohmann::json{{"reason", word(reason)}, {"detail", detail}});
  }

 private:
  int m_to;
  std::string m_nonce;
  std::string m_sealed = "off";
};

// ---- what the plugin may call ----

struct Delivery {
  std::size_t largest = 0;
  std::string draft;
  std::string fault;
  int times = 0;
  bool too_large = false;
};

void take_log(void*, int level, eqr_view text) noexcept {
  constexpr std::array<const char*, 3> names = {"debug", "info", "warning"};
  const char* name = level >= 0 && level < 3 ? names[static_cast<std::size_t>(level)] : "?";
  const auto length = static_cast<int>(std::min(text.size, longest_log_line));
  dprintf(STDERR_FILENO, "%s: %.*s\n", name, length, text.data);
}

eqr_status take_draft(void* context, eqr_view draft) noexcept {
  Delivery& delivery = *static_cast<Delivery*>(context);
  delivery.times += 1;
  delivery.too_large = delivery.too_large || draft.size > delivery.largest;
  if (delivery.too_large || delivery.times > 1) return EQR_E_REFUSED;
  try {
    delivery.draft.assign(draft.data, draft.size);
    return EQR_OK;
  } catch (const std::exception&) {
    return EQR_E_MEMORY;
  }
}

void take_fault(void* context, eqr_view message) noexcept {
  try {
    static_cast<Delivery*>(context)->fault.assign(message.data, std::min(message.size, longest_fault));
  } catch (const std::exception&) {
    // Out of memory while being told of it: the status says so as well.
  }
}

// ---- the steps ----

void limit_to(__rlimit_resource what, rlim_t soft, rlim_t hard) {
  const rlimit limit{soft, hard};
  if (setrlimit(what, &limit) != 0) throw std::runtime_error("a limit cannot be set");
}

void limit_process(const Job& job) {
  prctl(PR_SET_DUMPABLE, 0);  // no dump, not even to a program that collects them: documents are in here
  limit_to(RLIMIT_CORE, 0, 0);
  limit_to(RLIMIT_FSIZE, 0, 0);
  limit_to(RLIMIT_CPU, job.processor, job.processor + 1);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  // Sanitizers reserve terabytes of address space, which this limit would count.
  if (job.memory > 0) limit_to(RLIMIT_AS, job.memory, job.memory);
#endif
  mallopt(M_ARENA_MAX, 2);  // each arena reserves address space, too
}

// Away from the low numbers that a careless plugin writes to or closes.
int move_high(int descriptor) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  const int high = static_cast<int>(std::clamp<rlim_t>(files.rlim_cur, 64, 1024)) - 16;
  const int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, high);
  if (moved < 0) throw std::runtime_error("the result descriptor cannot be moved");
  close(descriptor);
  return moved;
}

bool is_sealed(int descriptor) {
  constexpr int wanted = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  const int seals = fcntl(descriptor, F_GET_SEALS);
  return seals >= 0 && (seals & wanted) == wanted;
}

std::string whole_file(int descriptor) {
  const off_t size = lseek(descriptor, 0, SEEK_END);
  if (size < 0) throw std::runtime_error("the job cannot be read");
  std::string bytes(static_cast<std::size_t>(size), '\0');
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t count = pread(descriptor, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
    if (count <= 0) throw std::runtime_error("the job cannot be read");
    at += static_cast<std::size_t>(count);
  }
  close(descriptor);
  return bytes;
}

const eqr_plugin& loaded_and_named(const Job& job, const Answer& answer) {
  const Loaded loaded = load_plugin("/proc/self/fd/" + std::to_string(library_descriptor));
  if (loaded.plugin == nullptr) answer.refuse(loaded.reason, loaded.detail);
  close(library_descriptor);
  const eqr_plugin& plugin = *loaded.plugin;
  if (job.id != plugin.id) {
    answer.refuse(Reason::untrusted, "the plugin calls itself \"" + std::string(plugin.id) +
                                         "\", its folder and theme.json say \"" + job.id + "\"");
  }
  if (job.manifest != plugin.manifest) {
    answer.refuse(
        Reason::untrusted,
        "the manifest in the library is not theme.json as it stands beside it; build the plugin again");
  }
  return plugin;
}

[[noreturn]] void draft_once(const eqr_plugin& plugin, const Job& job, const Answer& answer) {
  Delivery delivery;
  delivery.largest = job.largest_result;
  const eqr_host host{sizeof(eqr_host), EQR_ABI_MAJOR, EQR_ABI_MINOR, &delivery,
                      take_log,         take_draft,    take_fault};
  const eqr_status status = plugin.draft(&host, {job.request.data(), job.request.size()});
  if (delivery.too_large) {
    answer.refuse(Reason::limit, "the draft is larger than " + std::to_string(job.largest_result) + " bytes");
  }
  if (delivery.times > 1) answer.refuse(Reason::bad_draft, "a draft was delivered more than once");
  if (status == EQR_E_MEMORY) answer.refuse(Reason::limit, "out of memory: " + delivery.fault);
  if (status == EQR_E_INPUT || status == EQR_E_SETTINGS) {
    answer.refuse(Reason::unusable_input, delivery.fault);
  }
  if (status != EQR_OK) answer.refuse(Reason::theme_fault, delivery.fault);
  if (delivery.times == 0) answer.refuse(Reason::bad_draft, "no draft was delivered");
  answer.send(Frame::Kind::draft, std::string_view(delivery.draft));
}

[[noreturn]] void work_on(const Job& job, int result) {
  Answer answer(result, job.nonce);
  try {
    limit_process(job);
    if (job.sandbox) answer.set_sealed(seal_before_loading());
    const eqr_plugin& plugin = loaded_and_named(job, answer);
    if (job.mode == Job::Mode::describe) {
      answer.send(Frame::Kind::description, nlohmann::json{{"id", plugin.id},
                                                           {"version", plugin.version},
                                                           {"sdk", plugin.sdk},
                                                           {"abi_major", plugin.abi_major},
                                                           {"target_minor", plugin.target_minor}});
    }
    if (job.sandbox) seal_before_drafting();
    draft_once(plugin, job, answer);
  } catch (const SandboxFault& fault) {
    answer.refuse(Reason::not_started, fault.what());
  } catch (const std::bad_alloc&) {
    answer.refuse(Reason::limit, "out of memory");
  }
}

}  // namespace

void work() {
  int kind = 0;
  socklen_t size = sizeof kind;
  if (!is_sealed(job_descriptor) || !is_sealed(library_descriptor) ||
      getsockopt(result_descriptor, SOL_SOCKET, SO_TYPE, &kind, &size) != 0) {
    dprintf(STDERR_FILENO, "eqr-theme-worker is started by equality-report, never by hand\n");
    _exit(exit_not_by_hand);
  }
  try {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int result = move_high(result_descriptor);
    const Job job = read_job(whole_file(job_descriptor));
    // The supervisor may have ended before the line that asks to end with it.
    if (getppid() != job.supervisor) _exit(exit_not_by_hand);
    work_on(job, result);
  } catch (const std::exception& fault) {
    dprintf(STDERR_FILENO, "eqr-theme-worker: %s\n", fault.what());
    _exit(exit_own_fault);
  }
}

}  // namespace eqr::themes
