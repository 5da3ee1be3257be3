#include "render/workbook/workbook.hpp"

#include <stdlib.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "render/package/memory_file.hpp"
#include "render/spreadsheet/guard.hpp"
#include "render/spreadsheet/layout.hpp"
#include "render/workbook/package_finish.hpp"
#include "render/workbook/writer.hpp"

namespace eqr::render {
namespace {

// A folder of its own inside the caller's, so that two renderings at once do not meet; gone when it goes. The
// library takes the names off its files there as soon as it has opened them, so that a crash leaves it empty.
class WorkFolder {
 public:
  explicit WorkFolder(const std::filesystem::path& inside) {
    std::string pattern = (inside / "workbook-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
      throw std::runtime_error("workbook: cannot make a folder to work in: " +
                               std::generic_category().message(errno));
    }
    m_path = pattern;
  }
  ~WorkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

}  // namespace

std::string workbook(const report::Report& report, const std::filesystem::path& private_folder,
                     const spreadsheet::Options& options) {
  const spreadsheet::Book book = spreadsheet::laid_out(report, options);
  spreadsheet::check(book);
  const WorkFolder folder(private_folder);
  const package::MemoryFile file;
  spreadsheet::written(book, file.path(), folder.path().string());
  return spreadsheet::finished(file.bytes(), book);
}

}  // namespace eqr::render
