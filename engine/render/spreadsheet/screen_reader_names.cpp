#include "render/spreadsheet/screen_reader_names.hpp"

#include "render/spreadsheet/guard.hpp"
#include "text/words.hpp"

namespace eqr::render::spreadsheet {

std::vector<NamedCell> screen_reader_names(const Book& book, const Sheet& sheet) {
  if (!sheet.table) return {};
  const std::size_t top = sheet.lines.size(), bottom = top + sheet.table->rows.size();
  const auto number = static_cast<std::size_t>(&sheet - book.sheets.data()) + 1;
  const std::string region = "1." + text::folded(cell_name(top, 0)) + "." +
                             text::folded(cell_name(bottom, sheet.table->columns.size() - 1)) + "." +
                             std::to_string(number);
  return {{"TitleRegion" + region, top, 0},
          {"ColumnTitleRegion" + region, top, 0},
          {"RowTitleRegion" + region, top, 0}};
}

}  // namespace eqr::render::spreadsheet
