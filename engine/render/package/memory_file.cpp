#include "render/package/memory_file.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace eqr::render::package {
namespace {

[[noreturn]] void fail(int error) {
  throw std::system_error(error, std::generic_category(), "a file in memory");
}

}  // namespace

MemoryFile::MemoryFile(const std::string& bytes) : m_descriptor(::memfd_create("workbook", MFD_CLOEXEC)) {
  if (m_descriptor < 0) fail(errno);
  for (std::size_t written = 0; written < bytes.size();) {
    const ssize_t more = ::write(m_descriptor, bytes.data() + written, bytes.size() - written);
    if (more < 0 && errno != EINTR) {
      const int error = errno;
      ::close(m_descriptor);
      fail(error);
    }
    if (more > 0) written += static_cast<std::size_t>(more);
  }
}

MemoryFile::~MemoryFile() {
  ::close(m_descriptor);
}

std::string MemoryFile::path() const {
  return "/proc/self/fd/" + std::to_string(m_descriptor);
}

std::string MemoryFile::bytes() const {
  const off_t size = ::lseek(m_descriptor, 0, SEEK_END);
  if (size < 0) fail(errno);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  for (std::size_t read = 0; read < bytes.size();) {
    const ssize_t more =
        ::pread(m_descriptor, bytes.data() + read, bytes.size() - read, static_cast<off_t>(read));
    if (more < 0 && errno != EINTR) fail(errno);
    if (more == 0) fail(EIO);
    if (more > 0) read += static_cast<std::size_t>(more);
  }
  return bytes;
}

}  // namespace eqr::render::package
