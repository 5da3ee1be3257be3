// Processes and descriptors, as far as the supervisor needs them: start a worker, watch it, end it with all
// that it started.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace eqr::themes {

// An open file descriptor, closed when it goes.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(Descriptor&& other) noexcept : m_number(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { reset(); }

  [[nodiscard]] int number() const { return m_number; }
  [[nodiscard]] bool is_open() const { return m_number >= 0; }
  void reset();
  int release();

 private:
  int m_number = -1;
};

// A memory file with these bytes that nobody can change any more. Throws std::system_error.
[[nodiscard]] Descriptor sealed_file(std::string_view bytes, const char* name);

struct StartedWorker {
  pid_t pid = -1;
  Descriptor process;  // readable once the worker has ended
  Descriptor result;   // not blocking, as is the next
  Descriptor log;      // its stdout and stderr
};

// Starts the worker in a process group of its own, with an environment of two variables, default signals and
// no descriptor but the ones of job.hpp. Throws std::system_error.
[[nodiscard]] StartedWorker start_worker(const std::filesystem::path& program, const Descriptor& job,
                                         const Descriptor& library);

// While one lives, processes that lose their parent below this one become its children instead of init's, so
// that a worker's grandchild cannot get away by starting a session of its own.
class StrayWatch {
 public:
  StrayWatch();
  StrayWatch(const StrayWatch&) = delete;
  StrayWatch& operator=(const StrayWatch&) = delete;
  ~StrayWatch();

  // Ends and reaps every child that was not there at the start and is not one of `workers`.
  void end_strays(const std::set<pid_t>& workers) const;

 private:
  std::set<pid_t> m_before;
  int m_reaper_before = 0;
};

}  // namespace eqr::themes
