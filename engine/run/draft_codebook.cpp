#include "run/draft_codebook.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <streambuf>
#include <system_error>
#include <utility>

#include "inputs/open_file.hpp"
#include "people/codebook_draft.hpp"
#include "people/codebook_file.hpp"
#include "problems/problem.hpp"
#include "tabular/byte_source.hpp"
#include "tabular/csv_record.hpp"
#include "tabular/csv_start.hpp"
#include "tabular/problem_list.hpp"
#include "tabular/utf16_source.hpp"
#include "tabular/xlsx_source.hpp"
#include "text/words.hpp"

namespace eqr::run {
namespace {

namespace fs = std::filesystem;
using problems::Cost;
using problems::Fault;
using problems::Problem;

constexpr const char* shipped_name = "gss-harmonised";

// ---- an extract as CSV, whatever it was saved as ----

class FileSource : public tabular::ByteSource {
 public:
  explicit FileSource(inputs::OpenFile& file) : m_file(file) {}
  std::size_t read(char* into, std::size_t most) override { return m_file.read(into, most); }

 private:
  inputs::OpenFile& m_file;
};

// Bytes that have been looked at already, and then the rest.
class WithStart : public tabular::ByteSource {
 public:
  WithStart(std::string start, tabular::ByteSource& rest) : m_start(std::move(start)), m_rest(rest) {}
  std::size_t read(char* into, std::size_t most) override {
    const std::size_t count = m_start.copy(into, most, m_given);
    m_given += count;
    return count > 0 ? count : m_rest.read(into, most);
  }

 private:
  std::string m_start;
  std::size_t m_given = 0;
  tabular::ByteSource& m_rest;
};

std::string start_of(tabular::ByteSource& source, std::size_t most) {
  std::string start(most, '\0');
  std::size_t have = 0;
  while (have < most) {
    const std::size_t count = source.read(start.data() + have, most - have);
    if (count == 0) break;
    have += count;
  }
  start.resize(have);
  return start;
}

// What a source throws has to come out of the reader as it went in; a stream would make it a failure bit.
class SourceBuffer : public std::streambuf {
 public:
  explicit SourceBuffer(tabular::ByteSource& source)
      : m_source(source), m_piece(256 * std::size_t{1024}, '\0') {}
  void throw_what_was_thrown() const {
    if (m_thrown) std::rethrow_exception(m_thrown);
  }

 protected:
  int_type underflow() override {
    try {
      const std::size_t count = m_source.read(m_piece.data(), m_piece.size());
      setg(m_piece.data(), m_piece.data(), m_piece.data() + count);
      return count > 0 ? traits_type::to_int_type(*gptr()) : traits_type::eof();
    } catch (...) {
      m_thrown = std::current_exception();
      throw;
    }
  }

 private:
  tabular::ByteSource& m_source;
  std::string m_piece;
  std::exception_ptr m_thrown;
};

bool is_called_workbook(const std::string& file) {
  const std::string name = text::folded(file);
  return name.ends_with(".xlsx") || name.ends_with(".xlsm");
}

// ---- rows ----

std::string in_utf8(const std::string& field) {
  return text::is_utf8(field) ? field : text::from_windows_1252(field);
}

persons::CodebookDraft read_rows(tabular::ByteSource& source, const std::string& file) {
  std::string beginning = start_of(source, tabular::most_header_bytes);
  const tabular::CsvStart start = tabular::read_csv_start(beginning, file);
  persons::CodebookDraft draft(start.header);
  beginning.erase(0, start.body);
  WithStart body(std::move(beginning), source);
  SourceBuffer buffer(body);
  std::istream stream(&buffer);
  tabular::RecordReader records(stream, file, start.dialect);
  records.set_line(start.body_line);
  records.set_width(start.header.size());
  tabular::ProblemList problems(file);
  tabular::Record record;
  try {
    while (records.read(record)) {
      problems.add(records.faults());
      if (!records.faults().empty()) continue;
      for (std::string& field : record.fields) field = in_utf8(field);
      draft.add(record.fields);
    }
  } catch (const Fault&) {
    buffer.throw_what_was_thrown();
    throw;
  }
  problems::throw_if_any(Cost::nothing_written, problems.taken());
  return draft;
}

persons::CodebookDraft read_extract(const std::string& file, const std::string& sheet) {
  inputs::OpenFile opened(inputs::file_location(file, {}));
  FileSource bytes(opened);
  const std::string start = start_of(bytes, 4);
  if (is_called_workbook(file) || start == "PK\x03\x04") {
    tabular::WorksheetSource rows(opened.descriptor(), file, sheet);
    return read_rows(rows, file);
  }
  if (!sheet.empty()) {
    throw Fault(Cost::settings, Problem{{file, 0, 0, {}},
                                        "is not a workbook, so that it has no sheet \"" + sheet + '"',
                                        "leave out --sheet"});
  }
  WithStart whole(start, bytes);
  if (!tabular::is_utf16(start)) return read_rows(whole, file);
  tabular::Utf16Source converted(whole);
  return read_rows(converted, file);
}

// ---- the shipped codebook ----

fs::path shipped_folder(const Installation& installation) {
  for (const fs::path& templates : installation.template_folders) {
    const fs::path folder = templates / "progress-report" / "codebooks";
    std::error_code error;
    if (fs::exists(folder / (std::string(shipped_name) + ".toml"), error)) return folder;
  }
  throw Fault(Cost::nothing_written, Problem{{std::string(shipped_name) + ".toml", 0, 0, {}},
                                             "the shipped codebook is not where the program was installed",
                                             "install the program again"});
}

persons::Codebook shipped_codebook(const Installation& installation) {
  const fs::path folder = shipped_folder(installation);
  const std::string name = std::string(shipped_name) + ".toml";
  std::ifstream file(folder / name, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return persons::read_codebook(bytes, name, folder, persons::Use::counted);
}

}  // namespace

std::string draft_codebook(const std::string& file, const std::string& sheet,
                           const Installation& installation) {
  const persons::Codebook shipped = shipped_codebook(installation);
  try {
    return read_extract(file, sheet).toml(shipped, shipped_name, file);
  } catch (const std::system_error& failure) {
    throw Fault(Cost::nothing_written, Problem{{file, 0, 0, {}},
                                               "could not be read to its end: " + failure.code().message(),
                                               "check the disk or the network drive"});
  }
}

}  // namespace eqr::run
