#include "cli/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "problems/problem.hpp"

namespace eqr::cli {
namespace {

constexpr std::size_t most_bytes = 1'000'000'000;

}  // namespace

InputFile::InputFile(const std::string& file, const std::string& hint)
    : m_name(file), m_hint(hint), m_descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  struct stat status {};
  if (m_descriptor >= 0 && ::fstat(m_descriptor, &status) == 0 && S_ISREG(status.st_mode)) return;
  const bool is_there = m_descriptor >= 0;
  const int error = errno;
  if (is_there) ::close(m_descriptor);
  refuse(is_there ? "is no file" : error == ENOENT ? "there is no such file" : "cannot be opened");
}

InputFile::~InputFile() {
  ::close(m_descriptor);
}

std::string InputFile::bytes() const {
  std::string bytes;
  std::array<char, 65'536> block{};
  for (;;) {
    const ssize_t got = ::pread(m_descriptor, block.data(), block.size(), static_cast<off_t>(bytes.size()));
    if (got == 0) return bytes;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) refuse("cannot be read");
    bytes.append(block.data(), static_cast<std::size_t>(got));
    if (bytes.size() > most_bytes) refuse("is larger than 1 GB");
  }
}

void InputFile::refuse(const std::string& what) const {
  throw problems::Fault(problems::Cost::nothing_written, problems::Problem{{m_name, 0, 0, ""}, what, m_hint});
}

}  // namespace eqr::cli
