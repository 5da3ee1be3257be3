// A regular file, open for reading, and what to say when it is not there.
#pragma once

#include <cstddef>
#include <cstdint>

#include "inputs/source.hpp"

namespace eqr::inputs {

class OpenFile {
 public:
  // Never waits: a named pipe or a device is refused. Throws problems::Fault (nothing_written).
  explicit OpenFile(const Location& location);
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();

  // As it was when the file was opened.
  [[nodiscard]] std::uint64_t size() const { return m_size; }

  // The next bytes, as many as there are and fit; 0 at the end. Throws std::system_error when the disk fails.
  std::size_t read(char* into, std::size_t most);

 private:
  int m_descriptor = -1;
  std::uint64_t m_size = 0;
};

}  // namespace eqr::inputs
