#include "run/draft_codebook.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <istream>
#include <iterator>
#include <streambuf>
#include <system_error>
#include <utility>

#include "inputs/people_file.hpp"
#include "people/codebook_draft.hpp"
#include "people/codebook_file.hpp"
#include "problems/problem.hpp"
#include "tabular/csv_blocks.hpp"
#include "tabular/csv_record.hpp"
#include "tabular/csv_start.hpp"
#include "tabular/problem_list.hpp"
#include "text/words.hpp"

namespace eqr::run {
namespace {

namespace fs = std::filesystem;
using problems::Cost;
using problems::Fault;
using problems::Problem;

constexpr const char* shipped_name = "gss-harmonised";

// The blocks of an extract one after another as a stream, from the byte `from` on. What reading them throws
// has to come out of the reader as it went in; a stream would make a failure bit of it.
class BlockBuffer : public std::streambuf {
 public:
  BlockBuffer(tabular::Blocks& blocks, std::size_t from)
      : m_blocks(blocks), m_to_pass(from), m_piece(256 * std::size_t{1024}, '\0') {}
  void throw_what_was_thrown() const {
    if (m_thrown) std::rethrow_exception(m_thrown);
  }

 protected:
  int_type underflow() override {
    try {
      while (refill()) {
        const std::size_t passed = std::min(m_to_pass, m_count);
        m_to_pass -= passed;
        setg(m_piece.data(), m_piece.data() + passed, m_piece.data() + m_count);
        if (passed < m_count) return traits_type::to_int_type(*gptr());
      }
      return traits_type::eof();
    } catch (...) {
      m_thrown = std::current_exception();
      throw;
    }
  }

 private:
  bool refill() {
    if (m_at == m_block.size) {
      m_at = m_block.size = 0;
      if (!m_blocks.next(m_block)) return false;
    }
    m_count = std::min(m_piece.size(), m_block.size - m_at);
    m_blocks.read(m_block, m_at, m_piece.data(), m_count);
    m_at += m_count;
    return true;
  }

  tabular::Blocks& m_blocks;
  tabular::Blocks::Block m_block;
  std::size_t m_at = 0;  // in the block
  std::size_t m_to_pass;
  std::string m_piece;
  std::size_t m_count = 0;
  std::exception_ptr m_thrown;
};

// ---- rows ----

std::string in_utf8(const std::string& field) {
  return text::is_utf8(field) ? field : text::from_windows_1252(field);
}

persons::CodebookDraft read_rows(inputs::PeopleFile& extract) {
  const std::string& file = extract.name();
  const tabular::CsvStart start = tabular::read_csv_start(extract.start(), file);
  persons::CodebookDraft draft(start.header);
  BlockBuffer buffer(extract, start.body);
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
  inputs::PeopleFile extract(inputs::file_location(file, {}), sheet, inputs::PeopleFile::Hashing::off);
  if (!sheet.empty() && !extract.form().starts_with("sheet")) {
    throw Fault(Cost::settings, Problem{{file, 0, 0, {}},
                                        "is not a workbook, so that it has no sheet \"" + sheet + '"',
                                        "leave out --sheet"});
  }
  return read_rows(extract);
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
