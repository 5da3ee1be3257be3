#include "run/outputs.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <future>
#include <system_error>
#include <utility>

#include "render/csv/csv.hpp"
#include "render/json/report_json.hpp"
#include "render/ods/ods.hpp"
#include "render/workbook/workbook.hpp"
#include "workbook_check/read_book.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::run {
namespace {

// Bytes as a file that is nowhere on the disk.
class FileInMemory {
 public:
  explicit FileInMemory(const std::string& bytes) : m_descriptor(::memfd_create("workbook", MFD_CLOEXEC)) {
    std::size_t written = 0;
    while (m_descriptor >= 0 && written < bytes.size()) {
      const ssize_t more = ::write(m_descriptor, bytes.data() + written, bytes.size() - written);
      if (more < 0 && errno != EINTR) break;
      if (more > 0) written += static_cast<std::size_t>(more);
    }
    if (m_descriptor < 0 || written < bytes.size()) {
      const int error = errno;
      if (m_descriptor >= 0) ::close(m_descriptor);
      throw std::system_error(error, std::generic_category(), "a file in memory");
    }
  }
  ~FileInMemory() { ::close(m_descriptor); }
  FileInMemory(const FileInMemory&) = delete;
  FileInMemory& operator=(const FileInMemory&) = delete;

  [[nodiscard]] int descriptor() const { return m_descriptor; }

 private:
  int m_descriptor;
};

void add_failures(const std::string& name, const workbook_check::Checked& checked,
                  std::vector<problems::Problem>& problems) {
  if (checked.rule.level != workbook_check::Level::fail) return;
  for (const workbook_check::Finding& finding : checked.findings) {
    std::string place = finding.sheet;
    if (finding.place) place += "!" + workbook_check::in_words(*finding.place);
    problems.push_back({{name, 0, 0, ""},
                        (place.empty() ? "" : place + ": ") + finding.message + " (rule " +
                            std::string(checked.rule.id) + ")",
                        std::string(checked.rule.remedy)});
  }
}

}  // namespace

Files render_all(const report::Report& report, const render::html::PageParts& page,
                 const render::spreadsheet::Options& spreadsheets, const std::filesystem::path& work_folder) {
  // The workbook takes as long as all the others.
  std::future<std::string> workbook =
      std::async(std::launch::async, [&] { return render::workbook(report, work_folder, spreadsheets); });
  Files files = {{report.slug + ".html", render::html::page(report, page)},
                 {"report.json", render::json::report_json(report)},
                 {"report.schema.json", std::string(render::json::report_schema())}};
  files.emplace(report.slug + ".ods", render::open_document(report, spreadsheets));
  for (auto& [name, bytes] : render::csv_files(report)) files.emplace("tables/" + name, std::move(bytes));
  files.emplace(report.slug + ".xlsx", workbook.get());
  return files;
}

void check_workbooks(const Files& files) {
  std::vector<problems::Problem> problems;
  for (const auto& [name, bytes] : files) {
    if (!name.ends_with(".xlsx") && !name.ends_with(".ods")) continue;
    const FileInMemory file(bytes);
    for (const workbook_check::Checked& checked :
         workbook_check::check(workbook_check::read_book(file.descriptor(), name)))
      add_failures(name, checked, problems);
  }
  problems::throw_if_any(problems::Cost::nothing_written, std::move(problems));
}

}  // namespace eqr::run
