// A file that is nowhere on a disk: for libraries that read or write nothing but files. It is gone with the
// process, however that ends.
#pragma once

#include <string>

namespace eqr::render::package {

class MemoryFile {
 public:
  // Throws std::system_error where memory does not take it.
  explicit MemoryFile(const std::string& bytes = {});
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] int descriptor() const { return m_descriptor; }
  // By which this process can open it.
  [[nodiscard]] std::string path() const;
  // All of it, whoever wrote it.
  [[nodiscard]] std::string bytes() const;

 private:
  int m_descriptor;
};

}  // namespace eqr::render::package
