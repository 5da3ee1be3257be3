// A sheet of an Excel workbook (.xlsx) as a stream of CSV in UTF-8, so that whatever reads CSV reads
// workbooks.
//
//   WorksheetSource sheet(descriptor, "staff.xlsx", "Staff");
//   while ((count = sheet.read(buffer, sizeof buffer)) > 0) …
//
// Line n is row n of the sheet: a row without content is a blank line, and a line break inside a cell is a
// blank. Rows after the last one with content are left out. A row has as many fields as the first row that
// has content, more only where there is content beyond. A field is in quotation marks only when it has to be.
//
// A cell is its value, never its formula (one whose result is not stored is a fault): text as it is, rich
// text without its formats, TRUE and FALSE, errors as their text (#N/A), numbers by append_number, numbers
// under a date format by append_moment (xlsx_formats.hpp). Of merged cells only the first has content. Hidden
// rows, columns and sheets are read like others.
//
// Held in memory: the workbook's shared texts, one row, and a buffer; never the sheet. No file is written.
//
// Faults (nothing_written) stand at the file and, where it is one cell, at "Staff!C14"; they never repeat the
// content of a cell: not a workbook, under a password, an older or another format, damaged or missing parts,
// a document type, what unpacks beyond measure, no such sheet, more columns than a sheet can have.
#pragma once

#include <memory>
#include <string>

#include "tabular/byte_source.hpp"
#include "tabular/xlsx_workbook.hpp"

namespace eqr::tabular {

class WorksheetSource : public ByteSource {
 public:
  // Keeps a copy of the descriptor, which may be closed, and reads by position. `file` is the name used in
  // messages. An empty `sheet` is the only one there is.
  WorksheetSource(int descriptor, const std::string& file, const std::string& sheet = {});
  ~WorksheetSource() override;

  std::size_t read(char* into, std::size_t most) override;

  [[nodiscard]] const std::string& sheet() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace eqr::tabular
