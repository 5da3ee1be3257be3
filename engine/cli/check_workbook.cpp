#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "problems/problem.hpp"
#include "workbook_check/read_book.hpp"
#include "workbook_check/rules.hpp"
#include "workbook_check/told.hpp"

namespace eqr::cli {
namespace {

// Closed when it goes.
class OpenFile {
 public:
  explicit OpenFile(const std::string& file) : m_descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    struct stat status {};
    if (m_descriptor >= 0 && ::fstat(m_descriptor, &status) == 0 && S_ISREG(status.st_mode)) return;
    const bool is_there = m_descriptor >= 0;
    const int error = errno;
    if (is_there) ::close(m_descriptor);
    throw problems::Fault(problems::Cost::nothing_written,
                          problems::Problem{{file, 0, 0, ""},
                                            is_there          ? "is no file"
                                            : error == ENOENT ? "there is no such file"
                                                              : "cannot be opened",
                                            "name an .xlsx or .ods file, which you may read"});
  }
  ~OpenFile() { ::close(m_descriptor); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] int descriptor() const { return m_descriptor; }

 private:
  int m_descriptor;
};

ExitCode check_workbook(const std::vector<std::string>& words, Surroundings& surroundings) {
  Arguments arguments(
      "check-workbook FILE [options]",
      "Looks at any Excel workbook (.xlsx) or OpenDocument spreadsheet (.ods), ours or not, with the\n"
      "rules for accessible spreadsheets that a program can decide. What the guidance calls\n"
      "essential fails; what it recommends is a warning. Exit status 3 when something fails.",
      "FILE");
  arguments.option()("json", "all rules and findings as JSON");
  if (!arguments.read(words, surroundings)) return ExitCode::complete;
  const OpenFile file(arguments.positional());
  const auto checked =
      workbook_check::check(workbook_check::read_book(file.descriptor(), arguments.positional()));
  surroundings.out << (arguments.has("json") ? workbook_check::in_json(checked, arguments.positional())
                                             : workbook_check::in_words(checked));
  surroundings.err << workbook_check::summary(checked) << '\n';
  return workbook_check::has_failures(checked) ? ExitCode::draft : ExitCode::complete;
}

}  // namespace

Command check_workbook_command() {
  return {"check-workbook", "check-workbook FILE", "look at a spreadsheet's accessibility", check_workbook};
}

}  // namespace eqr::cli
