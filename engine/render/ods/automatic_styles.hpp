// The styles that cells, columns and rows of one document use, each declared once.
#pragma once

#include <map>
#include <string>

#include "render/spreadsheet/look.hpp"

namespace eqr::render::ods {

class AutomaticStyles {
 public:
  // Names for table:style-name, "ce3", "co1", "ro2", in order of first use.
  [[nodiscard]] std::string cell(const spreadsheet::Look& look);
  [[nodiscard]] std::string column(int pixels);
  [[nodiscard]] std::string row(double points);

  // <office:automatic-styles> with all of them.
  [[nodiscard]] std::string xml() const;

 private:
  std::map<spreadsheet::Look, std::size_t> m_cells;
  std::map<int, std::size_t> m_columns;
  std::map<double, std::size_t> m_rows;
};

// The styles of tables, by how they lie on paper.
inline constexpr const char* upright_table = "ta1";
inline constexpr const char* across_table = "ta2";

}  // namespace eqr::render::ods
