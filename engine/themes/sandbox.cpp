#include "themes/sandbox.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <initializer_list>

namespace eqr::themes {
namespace {

// A filter that lets through what it does not name. Naming what is allowed would be tighter, but would break
// with each new version of the C library.
class Filter {
 public:
  Filter() : m_filter(seccomp_init(SCMP_ACT_ALLOW)) {
    if (m_filter == nullptr) throw SandboxFault("seccomp_init failed");
  }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;
  ~Filter() { seccomp_release(m_filter); }

  void refuse(std::initializer_list<int> calls, int with = EPERM) {
    for (const int call : calls) refuse_if(call, {}, with);
  }
  void refuse_if(int call, std::initializer_list<scmp_arg_cmp> conditions, int with = EPERM) {
    const int result =
        seccomp_rule_add_array(m_filter, SCMP_ACT_ERRNO(static_cast<std::uint16_t>(with)), call,
                               static_cast<unsigned>(conditions.size()), conditions.begin());
    if (result != 0) fault("seccomp_rule_add", result);
  }
  void load() {
    if (const int result = seccomp_load(m_filter); result != 0) fault("seccomp_load", result);
  }

 private:
  [[noreturn]] static void fault(const std::string& what, int result) {
    throw SandboxFault(what + ": " + std::strerror(-result));
  }
  scmp_filter_ctx m_filter;
};

constexpr scmp_arg_cmp where(unsigned argument, scmp_compare comparison, scmp_datum_t first,
                             scmp_datum_t second = 0) {
  return {argument, comparison, first, second};
}

void refuse_network_and_programs(Filter& filter) {
  filter.refuse({SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
                 SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg)});
  filter.refuse({SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(setsid),
                 SCMP_SYS(setpgid), SCMP_SYS(unshare), SCMP_SYS(setns)});
  // clone3 passes its flags in memory, where no filter sees them; the C library then falls back to clone.
  filter.refuse({SCMP_SYS(clone3)}, ENOSYS);
  filter.refuse_if(SCMP_SYS(clone), {where(0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0)});
}

void refuse_other_processes(Filter& filter) {
  const auto self = static_cast<scmp_datum_t>(getpid());
  filter.refuse({SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
                 SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_getfd), SCMP_SYS(pidfd_send_signal), SCMP_SYS(kcmp),
                 SCMP_SYS(tkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo)});
  filter.refuse_if(SCMP_SYS(kill), {where(0, SCMP_CMP_NE, self)});
  filter.refuse_if(SCMP_SYS(tgkill), {where(0, SCMP_CMP_NE, self)});
  filter.refuse_if(SCMP_SYS(prlimit64), {where(0, SCMP_CMP_NE, 0)});  // 0 is the caller itself
  // Its own end together with the supervisor's may not be switched off.
  filter.refuse_if(SCMP_SYS(prctl), {where(0, SCMP_CMP_EQ, PR_SET_PDEATHSIG)});
  filter.refuse({SCMP_SYS(shmget), SCMP_SYS(shmat), SCMP_SYS(msgget), SCMP_SYS(semget), SCMP_SYS(mq_open)});
}

void refuse_the_machine(Filter& filter) {
  filter.refuse({SCMP_SYS(mount),
                 SCMP_SYS(umount2),
                 SCMP_SYS(pivot_root),
                 SCMP_SYS(chroot),
                 SCMP_SYS(bpf),
                 SCMP_SYS(keyctl),
                 SCMP_SYS(add_key),
                 SCMP_SYS(request_key),
                 SCMP_SYS(perf_event_open),
                 SCMP_SYS(userfaultfd),
                 SCMP_SYS(io_uring_setup),
                 SCMP_SYS(init_module),
                 SCMP_SYS(finit_module),
                 SCMP_SYS(kexec_load),
                 SCMP_SYS(reboot),
                 SCMP_SYS(settimeofday),
                 SCMP_SYS(clock_settime),
                 SCMP_SYS(sethostname),
                 SCMP_SYS(swapon),
                 SCMP_SYS(quotactl)});
}

// Landlock does not know of owners, modes and times, and of truncation only lately.
void refuse_changes_to_files(Filter& filter) {
  filter.refuse({SCMP_SYS(creat),     SCMP_SYS(truncate),
                 SCMP_SYS(ftruncate), SCMP_SYS(rename),
                 SCMP_SYS(renameat),  SCMP_SYS(renameat2),
                 SCMP_SYS(link),      SCMP_SYS(linkat),
                 SCMP_SYS(symlink),   SCMP_SYS(symlinkat),
                 SCMP_SYS(unlink),    SCMP_SYS(unlinkat),
                 SCMP_SYS(mkdir),     SCMP_SYS(mkdirat),
                 SCMP_SYS(rmdir),     SCMP_SYS(mknod),
                 SCMP_SYS(mknodat),   SCMP_SYS(chmod),
                 SCMP_SYS(fchmod),    SCMP_SYS(fchmodat),
                 SCMP_SYS(chown),     SCMP_SYS(fchown),
                 SCMP_SYS(lchown),    SCMP_SYS(fchownat),
                 SCMP_SYS(utime),     SCMP_SYS(utimes),
                 SCMP_SYS(utimensat), SCMP_SYS(futimesat),
                 SCMP_SYS(setxattr),  SCMP_SYS(lsetxattr),
                 SCMP_SYS(fsetxattr), SCMP_SYS(removexattr),
                 SCMP_SYS(fallocate), SCMP_SYS(open_by_handle_at)},
                EACCES);
  filter.refuse({SCMP_SYS(openat2)}, ENOSYS);  // flags in memory, as with clone3
  for (const auto& [call, argument] : {std::pair{SCMP_SYS(open), 1U}, std::pair{SCMP_SYS(openat), 2U}}) {
    for (const auto mode : {O_WRONLY, O_RDWR}) {
      filter.refuse_if(
          call, {where(argument, SCMP_CMP_MASKED_EQ, O_ACCMODE, static_cast<scmp_datum_t>(mode))}, EACCES);
    }
    for (const auto flag : {O_CREAT, O_TRUNC}) {
      const auto bit = static_cast<scmp_datum_t>(flag);
      filter.refuse_if(call, {where(argument, SCMP_CMP_MASKED_EQ, bit, bit)}, EACCES);
    }
  }
}

// How many rights of file access each version of Landlock knows: the rights are bits from 0 on.
unsigned known_rights(long version) {
  constexpr std::array<unsigned, 6> rights = {0, 13, 14, 15, 15, 16};
  return rights.at(static_cast<std::size_t>(version > 5 ? 5 : version));
}

void allow_reading(int rules, const char* path) {
  const int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return;  // not every system has /lib64
  struct stat status {};
  landlock_path_beneath_attr beneath{};
  beneath.parent_fd = file;
  beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
  if (fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) {
    beneath.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  }
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close(file);
}

// 0 if the kernel has no Landlock or refuses it, otherwise its version.
long confine_reading() {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return 0;
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = (std::uint64_t{1} << known_rights(version)) - 1;
  const auto rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (rules < 0) return 0;
  for (const char* path : {"/usr", "/lib", "/lib64", "/etc/ld.so.cache"}) allow_reading(rules, path);
  const bool confined = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return confined ? version : 0;
}

}  // namespace

std::string seal_before_loading() {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) throw SandboxFault("no_new_privs is refused");
  const long landlock = confine_reading();
  Filter filter;
  refuse_network_and_programs(filter);
  refuse_other_processes(filter);
  refuse_the_machine(filter);
  refuse_changes_to_files(filter);
  filter.load();
  return landlock > 0 ? "seccomp, landlock " + std::to_string(landlock) : "seccomp";
}

void seal_before_drafting() {
  Filter filter;
  filter.refuse({SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(memfd_create)}, EACCES);
  filter.load();
}

}  // namespace eqr::themes
