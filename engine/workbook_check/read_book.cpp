#include "workbook_check/read_book.hpp"

#include "problems/problem.hpp"

namespace eqr::workbook_check {

Book read_book(int descriptor, const std::string& file) {
  const tabular::ZipArchive archive(descriptor, file);
  Book book;
  if (archive.part("xl/workbook.xml")) {
    book = read_xlsx(archive);
  } else if (archive.part("content.xml")) {
    book = read_ods(archive);
  } else {
    throw problems::Fault(problems::Cost::nothing_written,
                          problems::Problem{{file, 0, 0, ""},
                                            "is neither an Excel workbook (.xlsx) nor an OpenDocument "
                                            "spreadsheet (.ods)",
                                            "save it as one of the two"});
  }
  clip_tables(book);
  tell_dates_from_numbers(book);
  const std::size_t slash = file.find_last_of('/');
  book.file_name = slash == std::string::npos ? file : file.substr(slash + 1);
  return book;
}

}  // namespace eqr::workbook_check
