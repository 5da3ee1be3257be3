// A file, open for reading, and what to say when it is not there.
#pragma once

#include <cstddef>
#include <cstdint>

#include "inputs/source.hpp"

namespace eqr::inputs {

class OpenFile {
 public:
  enum class Pipes { refused, allowed };

  // A device is refused, and so is a pipe unless it is allowed: only then may opening and reading wait.
  // Throws problems::Fault (nothing_written).
  explicit OpenFile(const Location& location, Pipes pipes = Pipes::refused);
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();

  // As it was when the file was opened; nought for a pipe.
  [[nodiscard]] std::uint64_t size() const { return m_size; }
  // As it is now.
  [[nodiscard]] std::uint64_t current_size() const;
  [[nodiscard]] bool is_pipe() const { return m_is_pipe; }

  // For readers that go by position: of a workbook. Closed with this object.
  [[nodiscard]] int descriptor() const { return m_descriptor; }

  // The next bytes, as many as there are and fit; 0 at the end. Throws std::system_error when the disk fails.
  std::size_t read(char* into, std::size_t most);
  // The same from a position, which does not move. Not of a pipe. Several threads may call it at once.
  std::size_t read_at(std::uint64_t position, char* into, std::size_t most) const;

 private:
  int m_descriptor = -1;
  std::uint64_t m_size = 0;
  bool m_is_pipe = false;
};

}  // namespace eqr::inputs
