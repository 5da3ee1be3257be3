// What a workbook says of itself before a sheet is read: its sheets, and where their parts are; its formats;
// the day its dates count from.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tabular/xlsx_formats.hpp"
#include "tabular/zip_archive.hpp"

namespace eqr::tabular {

struct Sheet {
  std::string name;
  std::string part;  // "xl/worksheets/sheet1.xml"
};

class Workbook {
 public:
  // Takes a copy of the descriptor; see ZipArchive. Throws problems::Fault (nothing_written).
  Workbook(int descriptor, const std::string& file);

  [[nodiscard]] const ZipArchive& archive() const { return m_archive; }
  [[nodiscard]] const std::string& file() const { return m_archive.file(); }
  // Worksheets in the order of their tabs, hidden ones too; a sheet that is only a chart is none.
  [[nodiscard]] const std::vector<Sheet>& sheets() const { return m_sheets; }
  [[nodiscard]] Epoch epoch() const { return m_epoch; }
  // Empty when the workbook has none.
  [[nodiscard]] const std::string& shared_texts_part() const { return m_shared_texts_part; }
  // What a number in a cell of this style is. A style that the workbook does not have is that of a number.
  [[nodiscard]] NumberKind kind(std::size_t style) const {
    return style < m_kinds.size() ? m_kinds[style] : NumberKind::number;
  }

  // The sheet of this name; the only one when the name is empty. Throws problems::Fault with a near guess, or
  // with the names that there are.
  [[nodiscard]] const Sheet& sheet(const std::string& name) const;

  // Throws problems::Fault when it is not there: a workbook that names a part has to have it.
  [[nodiscard]] ZipPart required_part(const std::string& name, const std::string& what) const;

 private:
  void read_sheets(const std::string& workbook_part);
  void read_styles(const std::string& styles_part);

  ZipArchive m_archive;
  std::vector<Sheet> m_sheets;
  std::vector<NumberKind> m_kinds;
  std::string m_shared_texts_part;
  Epoch m_epoch = Epoch::from_1900;
};

// The names of a workbook's sheets, in the order of their tabs. Throws as Workbook does.
[[nodiscard]] std::vector<std::string> sheet_names(int descriptor, const std::string& file);

}  // namespace eqr::tabular
