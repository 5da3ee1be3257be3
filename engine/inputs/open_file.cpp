#include "inputs/open_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "inputs/refusal.hpp"
#include "text/words.hpp"

namespace eqr::inputs {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const Location& location, const std::string& message, const std::string& hint) {
  throw refusal(location.name, message, hint);
}

// The last part of the name replaced, so that a guess reads as the user would write it.
std::string with_last_part(const std::string& name, const std::string& last) {
  const std::size_t slash = name.find_last_of('/');
  return slash == std::string::npos ? last : name.substr(0, slash + 1) + last;
}

// What to do about a file that is not there.
std::string missing_hint(const Location& location) {
  const fs::path folder = location.path.parent_path();
  std::error_code error;
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    return "the folder it should be in is not there either; names are relative to the run file's folder";
  }
  std::vector<std::string> neighbours;
  constexpr std::size_t most = 10'000;
  for (fs::directory_iterator entry(folder.empty() ? "." : folder, error), end;
       !error && entry != end && neighbours.size() < most; entry.increment(error)) {
    neighbours.push_back(entry->path().filename().string());
  }
  const std::string wanted = location.path.filename().string();
  for (const std::string& neighbour : neighbours) {
    if (text::folded(neighbour) == text::folded(wanted))
      return "did you mean \"" + with_last_part(location.name, neighbour) +
             "\"? capital and small letters differ";
  }
  if (const auto guess = text::nearest(wanted, neighbours))
    return "did you mean \"" + with_last_part(location.name, *guess) + "\"?";
  return "names are relative to the folder of the run file";
}

[[noreturn]] void refuse_unopened(const Location& location, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      refuse(location, "there is no such file", missing_hint(location));
    case EACCES:
    case EPERM:
      refuse(location, "may not be read by this user", "ask its owner for the right to read it");
    case ENXIO:
      refuse(location, "is not an ordinary file", "name a file that holds the input");
    case ENAMETOOLONG:
      refuse(location, "has a name that is too long for this system", "give it a shorter name");
    default:
      refuse(location, "could not be opened: " + std::generic_category().message(error), "");
  }
}

}  // namespace

OpenFile::OpenFile(const Location& location, Pipes pipes) {
  if (location.name.empty() || location.path.native().find('\0') != std::string::npos)
    refuse(location, "a file without a name", "write the name of the file");
  // Without O_NONBLOCK the opening of a named pipe waits for its writer: where pipes are allowed, it has to.
  std::error_code error;
  const bool waits = pipes == Pipes::allowed && fs::is_fifo(location.path, error);
  m_descriptor = ::open(location.path.c_str(), O_RDONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK));
  if (m_descriptor < 0) refuse_unopened(location, errno);
  struct stat status {};
  const bool known = ::fstat(m_descriptor, &status) == 0;
  if (known && S_ISREG(status.st_mode)) {
    m_size = static_cast<std::uint64_t>(status.st_size);
    return;
  }
  if (known && S_ISFIFO(status.st_mode) && pipes == Pipes::allowed) {
    m_is_pipe = true;
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) & ~O_NONBLOCK);
    return;
  }
  ::close(m_descriptor);
  if (known && S_ISDIR(status.st_mode)) refuse(location, "is a folder", "name a file in it");
  refuse(location, "is not an ordinary file", "name a file that holds the input");
}

OpenFile::~OpenFile() {
  ::close(m_descriptor);
}

std::size_t OpenFile::read(char* into, std::size_t most) {
  for (;;) {
    const ssize_t count = ::read(m_descriptor, into, most);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw std::system_error(errno, std::generic_category());
  }
}

std::uint64_t OpenFile::current_size() const {
  struct stat status {};
  if (::fstat(m_descriptor, &status) != 0) throw std::system_error(errno, std::generic_category());
  return static_cast<std::uint64_t>(status.st_size);
}

std::size_t OpenFile::read_at(std::uint64_t position, char* into, std::size_t most) const {
  for (;;) {
    const ssize_t count = ::pread(m_descriptor, into, most, static_cast<off_t>(position));
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw std::system_error(errno, std::generic_category());
  }
}

}  // namespace eqr::inputs
