#include "tabular/csv.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "tabular/byte_stream.hpp"
#include "tabular/csv_record.hpp"
#include "tabular/foreign.hpp"
#include "tabular/headings.hpp"
#include "tabular/problem_list.hpp"
#include "text/words.hpp"

namespace eqr::tabular {
namespace {

problems::Fault fault(problems::Problem problem) {
  return {problems::Cost::nothing_written, std::move(problem)};
}

// Semicolons or tabs where commas were meant; the first line as it stands in the file.
std::optional<problems::Problem> separator_problem(std::string_view line, const std::string& file) {
  if (auto directive = separator_directive(line, file)) return directive;
  std::size_t commas = 0, semicolons = 0, tabs = 0;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    commas += c == ',' ? 1U : 0U;
    semicolons += c == ';' ? 1U : 0U;
    tabs += c == '\t' ? 1U : 0U;
  }
  if (std::max(semicolons, tabs) <= commas) return std::nullopt;
  const std::string mark = tabs > semicolons ? "tabs" : "semicolons";
  return problems::Problem{{file, 1, 0, {}},
                           "the fields are separated by " + mark + ", not by commas",
                           "save the file as \"CSV UTF-8 (comma delimited)\""};
}

}  // namespace

struct CsvReader::State {
  RecordReader records;
  std::vector<std::string> header;

  State(std::istream& bytes, std::string file) : records(bytes, std::move(file)) {}
  void read_header();
};

void CsvReader::State::read_header() {
  const std::string& file = records.file();
  const std::string_view start = records.start();
  if (auto foreign = foreign_file(start, file)) throw fault(std::move(*foreign));
  const std::string first_line(start.substr(0, start.find_first_of("\r\n")));
  Record record;
  const bool any = records.read(record);
  if (!any) throw fault({{file, 0, 0, {}}, "is empty", "the first line names the columns"});
  if (auto separator = separator_problem(first_line, file)) throw fault(std::move(*separator));
  problems::throw_if_any(problems::Cost::nothing_written, records.faults());
  for (const std::string& heading : record.fields) header.emplace_back(text::trimmed(heading));
  const problems::Place place{file, record.line, 0, {}};
  if (auto title = title_problem(header, place)) throw fault(std::move(*title));
  problems::throw_if_any(problems::Cost::nothing_written, heading_problems(header, place));
  records.set_width(header.size());
}

CsvReader::CsvReader(std::istream& bytes, std::string file)
    : m_state(std::make_unique<State>(bytes, std::move(file))) {
  m_state->read_header();
}

CsvReader::~CsvReader() = default;

const std::vector<std::string>& CsvReader::header() const {
  return m_state->header;
}

const std::string& CsvReader::file() const {
  return m_state->records.file();
}

void CsvReader::name_columns(const std::vector<std::string>& expected) {
  m_state->records.set_names(names_for_messages(m_state->header, expected));
}

bool CsvReader::next(Record& record) {
  const bool any = m_state->records.read(record);
  if (any) problems::throw_if_any(problems::Cost::nothing_written, m_state->records.faults());
  return any;
}

Table read_csv(std::string_view bytes, const std::string& file) {
  ViewBuffer buffer(bytes);
  std::istream stream(&buffer);
  CsvReader reader(stream, file);
  Table table{file, reader.header(), {}};
  ProblemList problems(file);
  for (bool more = true; more;) {
    try {
      Record record;
      more = reader.next(record);
      if (more && table.records.size() == most_rows) {
        problems.add({{file, record.line, 0, {}},
                      "has more than 1,048,576 rows",
                      "leave out what is not needed, or use two files"});
        break;
      }
      if (more) table.records.push_back(std::move(record));
    } catch (const problems::Fault& faulty) {
      problems.add(faulty.problems());
    }
  }
  problems::throw_if_any(problems::Cost::nothing_written, problems.taken());
  return table;
}

}  // namespace eqr::tabular
