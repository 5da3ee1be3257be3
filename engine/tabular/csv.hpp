// CSV by RFC 4180, and as spreadsheets and HR systems really write it.
//
// Quoted fields may hold commas, line breaks and doubled quotes. Lines may end in LF or CRLF. A UTF-8 byte
// order mark is dropped. Blank lines are passed over. Everything else that is off is a fault with its line:
// bytes that are not UTF-8, an unclosed quote, text after a closing quote, a row longer or shorter than the
// header, an empty file, an empty or repeated heading, a file of semicolons or tabs. Messages name line and
// column, never the content of a field.
#pragma once

#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/table.hpp"

namespace eqr::tabular {

// Reads record by record, holding one in memory: fit for a person-level extract of any size.
class CsvReader {
 public:
  // Reads the header at once. `file` is the name used in messages. The stream must outlive the reader.
  // Throws problems::Fault (nothing_written).
  CsvReader(std::istream& bytes, std::string file);
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;
  ~CsvReader();

  [[nodiscard]] const std::vector<std::string>& header() const;
  [[nodiscard]] const std::string& file() const;

  // The next record into `record` (its memory is used again); false at the end. Throws problems::Fault.
  bool next(Record& record);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// The whole of a small table. Throws problems::Fault (nothing_written) with every faulty row, not the first.
[[nodiscard]] Table read_csv(std::string_view bytes, const std::string& file);

}  // namespace eqr::tabular
