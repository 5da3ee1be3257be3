// Other programs that look at a workbook, and a folder for them to look in.
#pragma once

#include <filesystem>
#include <string>

namespace eqr::render {

struct Outcome {
  int status = -1;
  std::string output;  // what the command printed, errors included
};

[[nodiscard]] Outcome outcome_of(const std::string& command);

// A new private folder; removed at the end unless the test failed, when it is kept and named.
class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
  // Writes the bytes to a file of the folder and gives its path.
  [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path m_path;
};

[[nodiscard]] std::string content(const std::filesystem::path& file);

}  // namespace eqr::render
