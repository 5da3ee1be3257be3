// A file that is nowhere on a disk.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace eqr::tests {

// A file in memory with a descriptor, as a file that somebody opened.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : m_descriptor(::memfd_create("test", MFD_CLOEXEC)) {
    while (!bytes.empty()) {
      const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
      if (count <= 0) std::abort();
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(m_descriptor); }

  [[nodiscard]] int descriptor() const { return m_descriptor; }

 private:
  int m_descriptor;
};

}  // namespace eqr::tests
