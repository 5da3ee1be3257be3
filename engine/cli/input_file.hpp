// A file that a command is given to look at.
#pragma once

#include <string>

namespace eqr::cli {

// Open for reading; closed when it goes.
class InputFile {
 public:
  // Throws problems::Fault (nothing_written), with the hint, for what is no ordinary file or cannot be
  // opened.
  InputFile(const std::string& file, const std::string& hint);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  [[nodiscard]] int descriptor() const { return m_descriptor; }

  // All of it. Throws problems::Fault where it cannot be read, or is larger than anything that is published.
  [[nodiscard]] std::string bytes() const;

 private:
  [[noreturn]] void refuse(const std::string& what) const;

  std::string m_name, m_hint;
  int m_descriptor;
};

}  // namespace eqr::cli
