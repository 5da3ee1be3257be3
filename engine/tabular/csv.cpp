#include "tabular/csv.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "tabular/byte_stream.hpp"
#include "tabular/foreign.hpp"
#include "tabular/headings.hpp"
#include "tabular/problem_list.hpp"
#include "text/words.hpp"

namespace eqr::tabular {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<bool, 256> bytes_of(std::string_view members) {
  std::array<bool, 256> table{};
  for (const char c : members) table[static_cast<unsigned char>(c)] = true;
  return table;
}

// Where a run of ordinary bytes ends, outside quotation marks and between them.
constexpr auto ends_plain = bytes_of(std::string_view(",\"\r\n\0", 5));
constexpr auto ends_quoted = bytes_of(std::string_view("\"\n\0", 3));

struct Run {
  std::size_t length = 0;
  bool is_ascii = true;
};

Run run_of(std::string_view bytes, const std::array<bool, 256>& ends) {
  unsigned char all = 0;
  std::size_t at = 0;
  for (; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (ends[byte]) break;
    all |= byte;
  }
  return {at, all < 0x80};
}

problems::Fault fault(problems::Problem problem) {
  return {problems::Cost::nothing_written, std::move(problem)};
}

// Semicolons or tabs where commas were meant; the first line as it stands in the file.
std::optional<problems::Problem> separator_problem(std::string_view line, const std::string& file) {
  const problems::Place place{file, 1, 0, {}};
  const std::string start = text::folded(line.substr(0, 4));
  if (start == "sep=") {
    return problems::Problem{place, "the first line sets a separator and is no header",
                             "delete this line; the fields are to be separated by commas"};
  }
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
  return problems::Problem{place, "the fields are separated by " + mark + ", not by commas",
                           "save the file as \"CSV UTF-8 (comma delimited)\""};
}

}  // namespace

struct CsvReader::State {
  ByteStream bytes;
  std::string file;
  std::vector<std::string> header;
  std::vector<bool> is_expected;         // which headings may be named; empty: none
  std::size_t line = 1;                  // of the next byte
  std::size_t width = 0;                 // of the header; 0 while the header itself is read
  bool at_end = false;                   // or so broken that no further record can be told
  bool told_failure = false;             // that the stream itself failed
  std::vector<problems::Problem> found;  // in the record being read
  std::string surplus;                   // takes the fields of a record beyond the header's last

  State(std::istream& stream, std::string name) : bytes(stream), file(std::move(name)) {}

  // A field of the record being read.
  struct Field {
    std::string& text;
    std::size_t number;  // from 1
    std::size_t line;
    bool has_zero = false;
    bool is_ascii = true;
  };

  enum class After { field, line, file };

  void read_header();
  bool read_record(Record& record);
  After read_field(Field& field);
  After read_plain(Field& field);
  After read_quoted(Field& field);
  After after_field();
  After after_line_end();
  After skip_line();
  void append(Field& field, const std::array<bool, 256>& ends);
  void add(const Field& field, const std::string& message, const std::string& hint);
  void check_bytes(const Field& field);
  void check_width(const Record& record, std::size_t fields);
  void check_stream();
};

// ---- one field ----

void CsvReader::State::append(Field& field, const std::array<bool, 256>& ends) {
  const Run run = run_of(bytes.ahead(), ends);
  field.is_ascii = field.is_ascii && run.is_ascii;
  field.text.append(bytes.ahead().substr(0, run.length));
  bytes.pass(run.length);
}

CsvReader::State::After CsvReader::State::read_field(Field& field) {
  const bool quoted = bytes.more() && bytes.peek() == '"';
  const After after = quoted ? read_quoted(field) : read_plain(field);
  check_bytes(field);
  return after;
}

CsvReader::State::After CsvReader::State::read_plain(Field& field) {
  while (bytes.more()) {
    append(field, ends_plain);
    if (field.text.size() > longest_field) {
      add(field, "is longer than 1,000,000 bytes", "check that this is a CSV file, with lines");
      at_end = true;
      return After::file;
    }
    if (bytes.ahead().empty()) continue;
    const char c = bytes.peek();
    if (c == ',' || c == '\r' || c == '\n') return after_field();
    bytes.pass();
    if (c == '\0') {
      field.has_zero = true;
      continue;
    }
    add(field, "holds a quotation mark although it does not begin with one",
        "put the whole field in quotation marks and write those inside it twice");
    return skip_line();
  }
  return After::file;
}

CsvReader::State::After CsvReader::State::read_quoted(Field& field) {
  const char* const how = "close it; a quotation mark that belongs to the text is written twice";
  bytes.pass();
  while (bytes.more()) {
    append(field, ends_quoted);
    if (field.text.size() > longest_field) {
      add(field, "opens a quotation mark that is not closed within 1,000,000 bytes", how);
      at_end = true;
      return After::file;
    }
    if (bytes.ahead().empty()) continue;
    const char c = bytes.peek();
    bytes.pass();
    if (c == '\0') {
      field.has_zero = true;
    } else if (c == '\n') {
      ++line;
      field.text += c;
    } else if (!bytes.more()) {
      return After::file;
    } else if (bytes.peek() == '"') {
      field.text += '"';
      bytes.pass();
    } else {
      const char next = bytes.peek();
      if (next == ',' || next == '\r' || next == '\n') return after_field();
      const std::string where = line == field.line ? "" : " on line " + std::to_string(line);
      add(field, "has text after its closing quotation mark" + where,
          next == ';' || next == '\t' ? "save the file as \"CSV UTF-8 (comma delimited)\""
                                      : "write a quotation mark that belongs to the text twice");
      return skip_line();
    }
  }
  add(field, "opens a quotation mark that is never closed", how);
  return After::file;
}

// Stands on a comma or a line end and passes it.
CsvReader::State::After CsvReader::State::after_field() {
  const char c = bytes.peek();
  bytes.pass();
  if (c == ',') return After::field;
  if (c == '\n') return after_line_end();
  if (bytes.more() && bytes.peek() == '\n') {
    bytes.pass();
    return after_line_end();
  }
  found.push_back(
      {{file, line, 0, {}},
       "holds a carriage return that no line feed follows",
       "save the file as \"CSV UTF-8 (comma delimited)\"; the Macintosh format has such line ends"});
  return skip_line();
}

CsvReader::State::After CsvReader::State::after_line_end() {
  ++line;
  return After::line;
}

CsvReader::State::After CsvReader::State::skip_line() {
  while (bytes.more()) {
    const std::string_view ahead = bytes.ahead();
    const std::size_t end = ahead.find('\n');
    bytes.pass(end == std::string_view::npos ? ahead.size() : end + 1);
    if (end != std::string_view::npos) return after_line_end();
  }
  return After::file;
}

void CsvReader::State::check_bytes(const Field& field) {
  if (field.has_zero) {
    add(field, "holds a zero byte",
        "save the file as \"CSV UTF-8 (comma delimited)\"; zero bytes come from UTF-16 or from damage");
  } else if (!field.is_ascii && !text::is_utf8(field.text)) {
    add(field, "holds bytes that are not UTF-8 text",
        "save the file as \"CSV UTF-8 (comma delimited)\"; plain \"CSV\" in Excel is Windows-1252");
  }
}

void CsvReader::State::add(const Field& field, const std::string& message, const std::string& hint) {
  problems::Place place{file, field.line, 0, {}};
  const bool by_heading = field.number <= is_expected.size() && is_expected[field.number - 1];
  if (by_heading) place.column = header[field.number - 1];
  const std::string subject = by_heading ? "" : "field " + std::to_string(field.number) + ' ';
  found.push_back({std::move(place), subject + message, hint});
}

// ---- one record ----

void CsvReader::State::check_width(const Record& record, std::size_t fields) {
  if (width == 0 || fields == width || !found.empty()) return;
  const auto counted = [](std::size_t n) { return std::to_string(n) + (n == 1 ? " field" : " fields"); };
  found.push_back({{file, record.line, 0, {}},
                   counted(fields) + " where the header has " + std::to_string(width),
                   fields > width ? "put a field that holds a comma in quotation marks"
                                  : "put a field that holds a line break in quotation marks"});
}

// False at the end of the file. All that is wrong is in `found`.
bool CsvReader::State::read_record(Record& record) {
  found.clear();
  const std::size_t most = width == 0 ? most_columns : width;
  while (!at_end && bytes.more()) {
    record.line = line;
    const bool begins_quoted = bytes.peek() == '"';
    std::size_t fields = 0;
    After after = After::field;
    while (after == After::field) {
      if (fields < most && record.fields.size() <= fields) record.fields.emplace_back();
      std::string& place = fields < most ? record.fields[fields] : surplus;
      place.clear();
      Field field{place, ++fields, line};
      after = read_field(field);
    }
    if (after == After::file) at_end = true;
    const bool blank = fields == 1 && record.fields[0].empty() && !begins_quoted && found.empty();
    if (blank) continue;
    record.fields.resize(std::min(fields, most));
    check_width(record, fields);
    if (width == 0 && fields > most) {
      found.push_back({{file, record.line, 0, {}},
                       "the header has more than 16,384 columns",
                       "check that this is a CSV file with a header"});
    }
    return true;
  }
  at_end = true;
  return false;
}

void CsvReader::State::check_stream() {
  if (!bytes.failed() || told_failure) return;
  told_failure = at_end = true;
  throw fault({{file, 0, 0, {}}, "could not be read to its end", "check the disk or the network drive"});
}

void CsvReader::State::read_header() {
  if (bytes.ahead().starts_with(byte_order_mark)) bytes.pass(byte_order_mark.size());
  if (auto foreign = foreign_file(bytes.ahead(), file)) throw fault(std::move(*foreign));
  const std::string_view ahead = bytes.ahead();
  const std::string first_line(ahead.substr(0, std::min(ahead.find_first_of("\r\n"), ahead.size())));
  Record record;
  const bool any = read_record(record);
  check_stream();
  if (!any) throw fault({{file, 0, 0, {}}, "is empty", "the first line names the columns"});
  if (auto separator = separator_problem(first_line, file)) throw fault(std::move(*separator));
  problems::throw_if_any(problems::Cost::nothing_written, found);
  for (const std::string& heading : record.fields) header.emplace_back(text::trimmed(heading));
  problems::throw_if_any(problems::Cost::nothing_written,
                         heading_problems(header, {file, record.line, 0, {}}));
  width = header.size();
}

// ---- the reader ----

CsvReader::CsvReader(std::istream& bytes, std::string file)
    : m_state(std::make_unique<State>(bytes, std::move(file))) {
  m_state->read_header();
}

CsvReader::~CsvReader() = default;

const std::vector<std::string>& CsvReader::header() const {
  return m_state->header;
}

const std::string& CsvReader::file() const {
  return m_state->file;
}

void CsvReader::name_columns(const std::vector<std::string>& expected) {
  std::set<std::string> known;
  for (const std::string& heading : expected) known.insert(text::normalised(heading));
  m_state->is_expected.clear();
  for (const std::string& heading : m_state->header) {
    m_state->is_expected.push_back(is_plain(heading) && known.count(text::normalised(heading)) > 0);
  }
}

bool CsvReader::next(Record& record) {
  State& state = *m_state;
  const bool any = state.read_record(record);
  state.check_stream();
  if (any) problems::throw_if_any(problems::Cost::nothing_written, state.found);
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
      if (more) table.records.push_back(std::move(record));
    } catch (const problems::Fault& faulty) {
      problems.add(faulty.problems());
    }
  }
  problems::throw_if_any(problems::Cost::nothing_written, problems.taken());
  return table;
}

}  // namespace eqr::tabular
