// What libxlsxwriter 1.1.4 cannot write, put into the finished package: the document's language, Arial 12 as
// the font of empty cells, rows that grow when their text does, the named cell styles "Heading 1" and
// "Heading 2" by which screen readers and accessibility checkers know a title from large bold text, and the
// alternative text of tables, the language of charts. What it writes and should not goes: the wish to work
// out formulas anew, of which there are none, and which makes Excel ask whether to save a file that nobody
// has changed.
#pragma once

#include <string>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::spreadsheet {

// `file` is the bytes of an .xlsx made by written(): every cell in bold 16 point becomes a Heading 1, every
// cell in bold 14 point a Heading 2. All parts keep their order and the zip's dates are 1 January 1980, so
// the same package gives the same bytes. Throws std::runtime_error when a part is not as libxlsxwriter writes
// it.
[[nodiscard]] std::string finished(const std::string& file, const Book& book);

// The parts that change, by themselves.
[[nodiscard]] std::string with_language(const std::string& core_properties, const std::string& language);
[[nodiscard]] std::string with_heading_styles(const std::string& styles);

// `table` is the part of an Excel table; `title` and `description` are read out to who cannot see it
// ([MS-XLSX] 2.6.61).
[[nodiscard]] std::string with_alternative_text(const std::string& table, const std::string& title,
                                                const std::string& description);
[[nodiscard]] std::string without_recalculation(const std::string& workbook);

// `chart` is the part of the plot: its words are in the document's language, and the numbers that it keeps
// for programs which do not look them up are those of the cells, where libxlsxwriter puts a nought for text.
[[nodiscard]] std::string with_numbers_of_cells(const std::string& chart, const Plot& plot,
                                                const MarkedTable& table, const std::string& language);

// `drawing` is the part that places a chart; its name is what lists of a sheet's objects show.
[[nodiscard]] std::string with_chart_name(const std::string& drawing, const std::string& name);

// The heights stay, but no longer as set by hand: a program may fit a row anew when its text changes.
[[nodiscard]] std::string with_growing_rows(const std::string& sheet);

}  // namespace eqr::render::spreadsheet
