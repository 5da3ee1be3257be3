// The records of a CSV file, one after another, before anybody has looked at what they say. CsvReader is what
// others use.
#pragma once

#include <array>
#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "problems/problem.hpp"
#include "tabular/byte_stream.hpp"
#include "tabular/table.hpp"

namespace eqr::tabular {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// How a file departs from plain CSV in UTF-8, where its reader allows that.
struct CsvDialect {
  char separator = ',';
  bool any_bytes = false;  // fields need not be UTF-8
};

class RecordReader {
 public:
  RecordReader(std::istream& bytes, std::string file, CsvDialect dialect = {});

  // Drops a byte order mark; the bytes that come next, as far as they have been read ahead.
  std::string_view start();

  // False at the end of the file. What is wrong with the record is in faults() until the next call. Throws
  // problems::Fault, once, when the stream fails.
  bool read(Record& record);
  [[nodiscard]] const std::vector<problems::Problem>& faults() const { return m_faults; }

  // Of every record from here on; 0 until it is known.
  void set_width(std::size_t fields) { m_width = fields; }
  // What messages call the columns; an empty name leaves a column to its number.
  void set_names(std::vector<std::string> names) { m_names = std::move(names); }

  [[nodiscard]] const std::string& file() const { return m_file; }

  // Of the next byte: its line, and how many bytes come before it.
  [[nodiscard]] std::size_t line() const { return m_line; }
  void set_line(std::size_t line) { m_line = line; }
  [[nodiscard]] std::size_t position() const { return m_bytes.position(); }

 private:
  struct Field {
    std::string& text;
    std::size_t number;  // from 1
    std::size_t line;
    bool has_zero = false;
    bool is_ascii = true;
  };

  // What a field ends with.
  enum class After { field, line, file };

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

  ByteStream m_bytes;
  std::string m_file;
  CsvDialect m_dialect;
  std::array<bool, 256> m_ends_plain;  // where a run of ordinary bytes ends, outside quotation marks
  std::vector<std::string> m_names;
  std::size_t m_line = 1;  // of the next byte
  std::size_t m_width = 0;
  bool m_at_end = false;        // or so broken that no further record can be told
  bool m_told_failure = false;  // that the stream itself failed
  std::vector<problems::Problem> m_faults;
  std::string m_surplus;  // takes the fields of a record beyond its last column
};

}  // namespace eqr::tabular
