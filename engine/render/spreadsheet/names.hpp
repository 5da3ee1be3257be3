// Names of sheets and tables, made from the ids of the report so that they stay the same from year to year.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace eqr::render::spreadsheet {

// Gives each id a name that no other has, whatever the case of its letters.
class Names {
 public:
  // "eliminating-discrimination.hate-crime" gives "Eliminating_hate_crime": the whole id if it fits into 31
  // characters, or else the first word of its first part, or else the end of it.
  [[nodiscard]] std::string sheet(std::string_view id);

  // Keeps a sheet name for a sheet that goes by no id.
  void reserve(std::string_view sheet_name);

  // "workforce.ethnicity" gives "workforce_ethnicity"; an id that would read as a cell gets "table_" before
  // it.
  [[nodiscard]] std::string table(std::string_view id);

 private:
  std::set<std::string> m_sheets;
  std::set<std::string> m_tables;
};

}  // namespace eqr::render::spreadsheet
