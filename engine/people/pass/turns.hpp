// Threads that finish blocks in any order take their turns in the order of the blocks.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>

namespace eqr::persons {

class Turns {
 public:
  // Waits until all blocks before this one are done. False when some thread has failed: then nothing more is
  // to be done.
  bool wait_for(std::uint64_t block) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_failure || m_next == block; });
    return !m_failure;
  }
  void done() {
    {
      const std::scoped_lock lock(m_mutex);
      ++m_next;
    }
    m_changed.notify_all();
  }
  // The first failure is kept; what other threads fail of afterwards follows from it.
  void fail(std::exception_ptr failure) {
    {
      const std::scoped_lock lock(m_mutex);
      if (!m_failure) m_failure = std::move(failure);
    }
    m_changed.notify_all();
  }
  // Throws the failure. Once all threads have ended.
  void rethrow() const {
    if (m_failure) std::rethrow_exception(m_failure);
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::uint64_t m_next = 0;
  std::exception_ptr m_failure;
};

}  // namespace eqr::persons
