// What libxlsxwriter 1.1.4 cannot write, put into the finished package: the document's language, Arial 12 as
// the font of empty cells, rows that grow when their text does, and the named cell styles "Heading 1" and
// "Heading 2" by which screen readers and accessibility checkers know a title from large bold text.
#pragma once

#include <string>

namespace eqr::render::spreadsheet {

// `file` is the bytes of an .xlsx made by written(): every cell in bold 16 point becomes a Heading 1, every
// cell in bold 14 point a Heading 2. All parts keep their order and the zip's dates are 1 January 1980, so
// the same package gives the same bytes. Throws std::runtime_error when a part is not as libxlsxwriter writes
// it.
[[nodiscard]] std::string finished(const std::string& file, const std::string& language);

// The parts that change, by themselves.
[[nodiscard]] std::string with_language(const std::string& core_properties, const std::string& language);
[[nodiscard]] std::string with_heading_styles(const std::string& styles);

// The heights stay, but no longer as set by hand: a program may fit a row anew when its text changes.
[[nodiscard]] std::string with_growing_rows(const std::string& sheet);

}  // namespace eqr::render::spreadsheet
