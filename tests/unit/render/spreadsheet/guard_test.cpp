#include "render/spreadsheet/guard.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace eqr::render::spreadsheet {
namespace {

Book small_book() {
  Book book;
  book.properties.title = "A title";
  book.properties.created =
      calendar::Date(std::chrono::year(2018), std::chrono::month(9), std::chrono::day(28));
  Sheet sheet;
  sheet.name = "Pay";
  sheet.subject = "table \"pay\"";
  sheet.lines = {{Line::Kind::title, "Pay", {}}};
  sheet.table = MarkedTable{"pay", {{"Grade"}, {"Staff", true}}, {{{Text{"A", {}}, Amount{{12, 0}}}, false}}};
  book.sheets = {sheet};
  return book;
}

MarkedTable& table_of(Book& book) {
  return *book.sheets.front().table;
}

std::string refusal(const Book& book) {
  try {
    check(book);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Guard, a_sound_book_is_accepted) {
  EXPECT_EQ(refusal(small_book()), "accepted");
}

TEST(Guard, control_characters_are_refused_and_line_breaks_in_cells_are_not) {
  Book book = small_book();
  table_of(book).rows[0].cells[0] = Text{"two\nlines", {}};
  EXPECT_EQ(refusal(book), "accepted");
  table_of(book).rows[0].cells[0] = Text{"bell\x07", {}};
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", cell A3: the text holds a control character (U+0007)");
  table_of(book).rows[0].cells[0] = Text{"\xC2\x85", {}};
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", cell A3: the text holds a control character (U+0085)");
  table_of(book).rows[0].cells[0] = Text{"\xEF\xBF\xBF", {}};
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", cell A3: the text holds a control character (U+FFFF)");
  book = small_book();
  book.sheets[0].lines[0].text = "Pay\nand more";
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", cell A1: the text holds a control character (U+000A)");
}

TEST(Guard, broken_UTF8_is_refused) {
  Book book = small_book();
  table_of(book).rows[0].cells[0] = Text{"\xFF", {}};
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", cell A3: the text is not valid UTF-8");
}

TEST(Guard, text_longer_than_a_cell_is_refused_as_Excel_counts_it) {
  Book book = small_book();
  table_of(book).rows[0].cells[0] = Text{std::string(32'767, 'x'), {}};
  EXPECT_EQ(refusal(book), "accepted");
  table_of(book).rows[0].cells[0] = Text{std::string(32'768, 'x'), {}};
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", cell A3: the text has 32768 characters, and 32767 fit");
  std::string emoji;
  for (int i = 0; i < 16'384; ++i) emoji += "\xF0\x9F\x98\x80";
  table_of(book).rows[0].cells[0] = Text{emoji, {}};
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", cell A3: the text has 32768 characters, and 32767 fit");
}

TEST(Guard, headers_must_be_there_and_differ_in_more_than_case) {
  Book book = small_book();
  table_of(book).columns[1].header = "GRADE";
  EXPECT_EQ(refusal(book),
            "workbook: table \"pay\", cell B2: another column of the table has the same header");
  table_of(book).columns[1].header = " ";
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", cell B2: the column has no header");
}

TEST(Guard, a_table_has_rows_none_of_them_blank_and_all_as_long_as_its_header) {
  Book book = small_book();
  table_of(book).rows[0].cells.pop_back();
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", row 3: the row has 1 cells and the table 2 columns");
  table_of(book).rows[0].cells = {Blank{}, Blank{}};
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", row 3: the row is blank");
  table_of(book).rows.clear();
  EXPECT_EQ(refusal(book), "workbook: table \"pay\": the table has no rows");
}

TEST(Guard, names_of_sheets_and_tables_are_what_Excel_takes_and_used_once) {
  Book book = small_book();
  book.sheets[0].name = "A sheet";
  EXPECT_EQ(refusal(book),
            "workbook: table \"pay\": the worksheet's name is not 1 to 31 letters, digits and underscores");
  book = small_book();
  table_of(book).name = "AB12";
  EXPECT_EQ(
      refusal(book),
      "workbook: table \"pay\": the table's name is not letters, digits and underscores, or reads as a cell");
  book = small_book();
  book.sheets.push_back(book.sheets[0]);
  book.sheets[1].name = "PAY";
  EXPECT_EQ(refusal(book), "workbook: table \"pay\": another worksheet has the same name");
  book.sheets[1].name = "Other";
  book.sheets[1].table->name = "Pay";
  EXPECT_EQ(refusal(book), "workbook: table \"pay\": another table has the same name");
}

TEST(Guard, a_date_before_a_spreadsheets_calendar_is_refused) {
  Book book = small_book();
  book.properties.created =
      calendar::Date(std::chrono::year(1899), std::chrono::month(12), std::chrono::day(31));
  EXPECT_EQ(refusal(book),
            "workbook: document property created: the date of publication is not between 1900 and 9999");
}

TEST(Guard, a_number_that_the_file_would_alter_is_refused) {
  Book book = small_book();
  table_of(book).rows[0].cells[1] = Amount{{1'234'567'890'123'456, 0}};
  EXPECT_EQ(refusal(book),
            "workbook: table \"pay\", cell B3: the number has more than 15 digits, which a spreadsheet "
            "cannot keep");
  table_of(book).rows[0].cells[1] = Amount{{139, 1}, 0};
  EXPECT_EQ(refusal(book), "workbook: table \"pay\", cell B3: the number format would round the number");
}

TEST(Guard, links_lead_to_a_worksheet_a_page_or_an_address) {
  const auto with_link = [](const std::string& link) {
    Book book = small_book();
    table_of(book).rows[0].cells[0] = Text{"A", link};
    return refusal(book);
  };
  EXPECT_EQ(with_link("#pay"), "accepted");
  EXPECT_EQ(with_link("https://example.org/a?b=c#d"), "accepted");
  EXPECT_EQ(with_link("#Nowhere"), "workbook: table \"pay\", cell A3: the link leads to no worksheet");
  const std::string refused =
      "workbook: table \"pay\", cell A3: the link is not http, https, mailto or a worksheet, or needs "
      "characters "
      "written as %xx";
  EXPECT_EQ(with_link("file:///etc/passwd"), refused);
  EXPECT_EQ(with_link("https://example.org/\"x"), refused);
  EXPECT_EQ(with_link("https://example.org/" + std::string(2'000, 'x')), refused);
}

TEST(Guard, properties_hold_at_most_255_characters) {
  Book book = small_book();
  book.properties.comments = std::string(256, 'x');
  EXPECT_EQ(refusal(book), "workbook: document property comments: the text has 256 characters, and 255 fit");
}

TEST(Guard, cells_are_named_as_Excel_names_them) {
  EXPECT_EQ(cell_name(0, 0), "A1");
  EXPECT_EQ(cell_name(6, 25), "Z7");
  EXPECT_EQ(cell_name(0, 26), "AA1");
  EXPECT_EQ(cell_name(0, 701), "ZZ1");
  EXPECT_EQ(cell_name(0, 702), "AAA1");
  EXPECT_EQ(cell_name(1'048'575, 16'383), "XFD1048576");
}

TEST(Guard, what_Excel_would_read_as_an_escape_stays_text) {
  EXPECT_EQ(as_literal("_x0041_"), "_x005F_x0041_");
  EXPECT_EQ(as_literal("a_x00g1_ _x0041"), "a_x00g1_ _x0041");
}

}  // namespace
}  // namespace eqr::render::spreadsheet
