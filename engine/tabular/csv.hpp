// CSV by RFC 4180, and as spreadsheets and HR systems really write it.
//
// Quoted fields may hold commas, line breaks and doubled quotes. Lines may end in LF or CRLF. A UTF-8 byte
// order mark is dropped. Blank lines are passed over. Everything else that is off is a fault with its line:
// bytes that are not UTF-8, an unclosed quote, text after a closing quote, a quote inside an unquoted field,
// a lone carriage return, a row longer or shorter than the header, an empty file, a title above
// the headings, an empty or repeated heading, a file of semicolons or tabs, a workbook or a web page under
// the wrong name.
//
// Messages name the line and the number of the field, never a field's content. A heading is content too: in a
// file without a header, or with a line break lost, somebody's record stands in the header's place. A column
// goes by its heading only after the caller has said that this heading is one of those it expects.
#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/table.hpp"

namespace eqr::tabular {

// Bytes. A longer field is a quotation mark that somebody forgot to close.
inline constexpr std::size_t longest_field = 1'000'000;

// Reads record by record, holding one in memory: fit for a person-level extract of any size.
class CsvReader {
 public:
  // Reads the header at once; headings come trimmed. `file` is the name used in messages. The stream must
  // outlive the reader. Throws problems::Fault (nothing_written).
  CsvReader(std::istream& bytes, std::string file);
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;
  ~CsvReader();

  [[nodiscard]] const std::vector<std::string>& header() const;
  [[nodiscard]] const std::string& file() const;

  // From here on, messages name columns by those of `expected` that are headings of the file (compared
  // normalised) instead of by number.
  void name_columns(const std::vector<std::string>& expected);

  // The next record into `record` (its memory is used again); false at the end. Fields come as written, not
  // trimmed. Throws problems::Fault with all that is wrong with the one record; the reader then stands behind
  // it and may be asked for the next, so that a caller can collect faults. Where no next record can be told
  // from the faulty one, the reader is at its end.
  bool next(Record& record);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// The whole of a table that a worksheet could hold. Throws problems::Fault (nothing_written) with every
// faulty row, not the first; beyond twenty they are only counted.
[[nodiscard]] Table read_csv(std::string_view bytes, const std::string& file);

}  // namespace eqr::tabular
