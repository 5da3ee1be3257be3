#include "tabular/csv_record.hpp"

#include <algorithm>
#include <utility>

#include "tabular/csv.hpp"
#include "tabular/headings.hpp"
#include "text/words.hpp"

namespace eqr::tabular {
namespace {

constexpr std::array<bool, 256> bytes_of(std::string_view members) {
  std::array<bool, 256> table{};
  for (const char c : members) table[static_cast<unsigned char>(c)] = true;
  return table;
}

// Where a run of ordinary bytes ends, outside quotation marks (with the separator) and between them.
constexpr auto ends_unquoted = bytes_of(std::string_view("\"\r\n\0", 4));
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

}  // namespace

RecordReader::RecordReader(std::istream& bytes, std::string file, CsvDialect dialect)
    : m_bytes(bytes), m_file(std::move(file)), m_dialect(dialect), m_ends_plain(ends_unquoted) {
  m_ends_plain[static_cast<unsigned char>(dialect.separator)] = true;
}

// ---- one field ----

void RecordReader::append(Field& field, const std::array<bool, 256>& ends) {
  const Run run = run_of(m_bytes.ahead(), ends);
  field.is_ascii = field.is_ascii && run.is_ascii;
  field.text.append(m_bytes.ahead().substr(0, run.length));
  m_bytes.pass(run.length);
}

RecordReader::After RecordReader::read_field(Field& field) {
  const bool quoted = m_bytes.more() && m_bytes.peek() == '"';
  const After after = quoted ? read_quoted(field) : read_plain(field);
  check_bytes(field);
  return after;
}

RecordReader::After RecordReader::read_plain(Field& field) {
  while (m_bytes.more()) {
    append(field, m_ends_plain);
    if (field.text.size() > longest_field) {
      add(field, "is longer than 1,000,000 bytes", "check that this is a CSV file, with lines");
      m_at_end = true;
      return After::file;
    }
    if (m_bytes.ahead().empty()) continue;
    const char c = m_bytes.peek();
    if (c == m_dialect.separator || c == '\r' || c == '\n') return after_field();
    m_bytes.pass();
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

RecordReader::After RecordReader::read_quoted(Field& field) {
  const char* const how = "close it; a quotation mark that belongs to the text is written twice";
  m_bytes.pass();
  while (m_bytes.more()) {
    append(field, ends_quoted);
    if (field.text.size() > longest_field) {
      add(field, "opens a quotation mark that is not closed within 1,000,000 bytes", how);
      m_at_end = true;
      return After::file;
    }
    if (m_bytes.ahead().empty()) continue;
    const char c = m_bytes.peek();
    m_bytes.pass();
    if (c == '\0') {
      field.has_zero = true;
    } else if (c == '\n') {
      ++m_line;
      field.text += c;
    } else if (!m_bytes.more()) {
      return After::file;
    } else if (m_bytes.peek() == '"') {
      field.text += '"';
      m_bytes.pass();
    } else {
      const char next = m_bytes.peek();
      if (next == m_dialect.separator || next == '\r' || next == '\n') return after_field();
      const std::string where = m_line == field.line ? "" : " on line " + std::to_string(m_line);
      add(field, "has text after its closing quotation mark" + where,
          next == ';' || next == '\t' ? "save the file as \"CSV UTF-8 (comma delimited)\""
                                      : "write a quotation mark that belongs to the text twice");
      return skip_line();
    }
  }
  add(field, "opens a quotation mark that is never closed", how);
  return After::file;
}

// Stands on a separator or a line end and passes it.
RecordReader::After RecordReader::after_field() {
  const char c = m_bytes.peek();
  m_bytes.pass();
  if (c == m_dialect.separator) return After::field;
  if (c == '\n') return after_line_end();
  if (m_bytes.more() && m_bytes.peek() == '\n') {
    m_bytes.pass();
    return after_line_end();
  }
  m_faults.push_back(
      {{m_file, m_line, 0, {}},
       "holds a carriage return that no line feed follows",
       "save the file as \"CSV UTF-8 (comma delimited)\"; the Macintosh format has such line ends"});
  return skip_line();
}

RecordReader::After RecordReader::after_line_end() {
  ++m_line;
  return After::line;
}

RecordReader::After RecordReader::skip_line() {
  while (m_bytes.more()) {
    const std::string_view ahead = m_bytes.ahead();
    const std::size_t end = ahead.find('\n');
    m_bytes.pass(end == std::string_view::npos ? ahead.size() : end + 1);
    if (end != std::string_view::npos) return after_line_end();
  }
  return After::file;
}

void RecordReader::check_bytes(const Field& field) {
  if (field.has_zero) {
    add(field, "holds a zero byte",
        "save the file as \"CSV UTF-8 (comma delimited)\"; zero bytes come from UTF-16 or from damage");
  } else if (!m_dialect.any_bytes && !field.is_ascii && !text::is_utf8(field.text)) {
    add(field, "holds bytes that are not UTF-8 text",
        "save the file as \"CSV UTF-8 (comma delimited)\"; plain \"CSV\" in Excel is Windows-1252");
  }
}

void RecordReader::add(const Field& field, const std::string& message, const std::string& hint) {
  const bool named = field.number <= m_names.size() && !m_names[field.number - 1].empty();
  const std::string subject = named ? "" : "field " + std::to_string(field.number) + ' ';
  m_faults.push_back(
      {{m_file, field.line, 0, named ? m_names[field.number - 1] : ""}, subject + message, hint});
}

// ---- one record ----

std::string_view RecordReader::start() {
  if (m_bytes.ahead().starts_with(byte_order_mark)) m_bytes.pass(byte_order_mark.size());
  return m_bytes.ahead();
}

void RecordReader::check_width(const Record& record, std::size_t fields) {
  if (m_width == 0 || fields == m_width || !m_faults.empty()) return;
  const auto counted = [](std::size_t n) { return std::to_string(n) + (n == 1 ? " field" : " fields"); };
  m_faults.push_back({{m_file, record.line, 0, {}},
                      counted(fields) + " where the header has " + std::to_string(m_width),
                      fields > m_width ? "put a field that holds a comma in quotation marks"
                                       : "put a field that holds a line break in quotation marks"});
}

bool RecordReader::read(Record& record) {
  m_faults.clear();
  const std::size_t most = m_width == 0 ? most_columns : m_width;
  while (!m_at_end && m_bytes.more()) {
    record.line = m_line;
    const bool begins_quoted = m_bytes.peek() == '"';
    std::size_t fields = 0;
    After after = After::field;
    while (after == After::field) {
      if (fields < most && record.fields.size() <= fields) record.fields.emplace_back();
      std::string& place = fields < most ? record.fields[fields] : m_surplus;
      place.clear();
      Field field{place, ++fields, m_line};
      after = read_field(field);
    }
    if (after == After::file) m_at_end = true;
    const bool blank = fields == 1 && record.fields[0].empty() && !begins_quoted && m_faults.empty();
    if (blank) continue;
    record.fields.resize(std::min(fields, most));
    check_width(record, fields);
    if (m_width == 0 && fields > most) {
      m_faults.push_back({{m_file, record.line, 0, {}},
                          "the header has more than 16,384 columns",
                          "check that this is a CSV file with a header"});
    }
    check_stream();
    return true;
  }
  m_at_end = true;
  check_stream();
  return false;
}

void RecordReader::check_stream() {
  if (!m_bytes.failed() || m_told_failure) return;
  m_told_failure = m_at_end = true;
  throw problems::Fault(
      problems::Cost::nothing_written,
      problems::Problem{
          {m_file, 0, 0, {}}, "could not be read to its end", "check the disk or the network drive"});
}

}  // namespace eqr::tabular
