// What the spoiled workbooks of tests/accessibility do not show: when a rule has nothing to say.
#include "workbook_check/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <set>

namespace eqr::workbook_check {
namespace {

Cell text(const std::string& words) {
  Cell cell;
  cell.kind = Cell::Kind::text;
  cell.text = words;
  return cell;
}
Cell number(double value) {
  Cell cell;
  cell.kind = Cell::Kind::number;
  cell.text = std::to_string(value);
  cell.number = value;
  return cell;
}

// One sheet with a table of two columns from A3, its header among them.
Book book_of(const std::vector<std::pair<Cell, Cell>>& rows) {
  Book book;
  book.looks = {Look{}};
  book.sheets.emplace_back();
  Sheet& sheet = book.sheets.front();
  sheet.name = "Staff";
  sheet.cells[{0, 0}] = text("Staff by sex");
  sheet.cells[{1, 0}] = text("This worksheet contains one table.");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    sheet.cells[{2 + i, 0}] = rows[i].first;
    sheet.cells[{2 + i, 1}] = rows[i].second;
  }
  Table table;
  table.name = "staff";
  table.area = {{2, 0}, {1 + rows.size(), 1}};
  sheet.tables.push_back(table);
  return book;
}

std::vector<checks::Finding> findings(const Book& book, std::string_view id) {
  for (const checks::Verdict& verdict : check(book)) {
    if (verdict.rule == id) return verdict.findings;
  }
  ADD_FAILURE() << "there is no rule " << id;
  return {};
}

TEST(Rules, words_that_look_like_markers_fail_nothing) {
  const Book book = book_of({{text("Grade"), text("What")},
                             {text("A*"), text("ONS [12], hectares\xC2\xB2, [noted]")},
                             {text("B"), text("[tbc]")}});
  EXPECT_TRUE(findings(book, "N1").empty());
  EXPECT_TRUE(findings(book, "T8").empty());
  EXPECT_FALSE(findings(book, "N1b").empty());
  EXPECT_FALSE(findings(book, "T8b").empty());
}

TEST(Rules, the_contents_may_name_themselves_and_name_sheets_by_their_links) {
  Book book = book_of({{text("Sex"), text("Staff")}, {text("Women"), number(40)}});
  Sheet cover, contents;
  cover.name = "Cover";
  contents.name = "Contents";
  Table list;
  list.name = "table_of_contents";
  list.area = {{2, 0}, {5, 0}};
  contents.tables.push_back(list);
  contents.cells[{3, 0}] = text("Cover");
  contents.cells[{4, 0}] = text("Contents");
  contents.cells[{5, 0}] = text("Staff by sex");
  contents.cells[{5, 0}].link = "#Staff!A1";
  book.sheets.insert(book.sheets.begin(), {cover, contents});
  EXPECT_TRUE(findings(book, "W1b").empty());
  book.sheets[1].cells[{5, 0}].link = "#Staffing!A1";
  EXPECT_FALSE(findings(book, "W1b").empty());
}

TEST(Rules, a_sheet_about_contents_insurance_is_no_list_of_sheets) {
  Book book = book_of({{text("Sex"), text("Staff")}, {text("Women"), number(40)}});
  book.sheets.front().name = "Home_contents_insurance";
  EXPECT_TRUE(findings(book, "W1").empty());
}

TEST(Rules, texts_that_are_all_numbers_are_told_and_codes_are_not) {
  const auto book = [](const char* first, const char* second) {
    return book_of({{text("Sex"), text("Staff")}, {text("Women"), text(first)}, {text("Men"), text(second)}});
  };
  EXPECT_FALSE(findings(book("1,200", "30%"), "T11").empty());
  EXPECT_TRUE(findings(book("007", "012"), "T11").empty());
  EXPECT_TRUE(findings(book("1,200", "about 30"), "T11").empty());
}

TEST(Rules, dates_are_no_numbers) {
  const auto left = [](const std::string& format) {
    Book book = book_of({{text("Meeting"), text("Date")}, {text("Spring"), number(45'000)}});
    book.looks[0].number_format = format;
    tell_dates_from_numbers(book);
    return findings(book, "T11b").empty();
  };
  for (const char* format : {"d mmmm yyyy", "built-in 14", "hh:mm", "[$-809]dddd"})
    EXPECT_TRUE(left(format)) << format;
  for (const char* format : {"0", "General", "[Red]0", "0\" days\"", "built-in 38"})
    EXPECT_FALSE(left(format)) << format;
}

TEST(Rules, a_link_may_lead_to_a_name) {
  Book book = book_of({{text("Sex"), text("Staff")}, {text("Women"), number(40)}});
  book.sheets.front().cells[{1, 0}].link = "#staff_by_sex[Staff]";
  EXPECT_TRUE(findings(book, "N4").empty());
  book.sheets.front().cells[{1, 0}].link = "#Nowhere!A1";
  EXPECT_FALSE(findings(book, "N4").empty());
}

TEST(Rules, say_where_to_read_more) {
  Book book = book_of({{text("Sex"), text("Staff")}, {text("Women"), number(40)}});
  book.looks[0].colour = 0xAAAAAA;
  const std::string told = in_words(check(book));
  EXPECT_NE(told.find("\n        see https://www.w3.org/WAI/WCAG22/Understanding/contrast-minimum.html\n"),
            std::string::npos);
  EXPECT_NE(told.find("\n        see " + std::string(guidance) + "\n"),
            std::string::npos);  // of the first sheet
  for (const Rule& rule : all_rules()) EXPECT_TRUE(guidance_on(rule).starts_with("https://")) << rule.id;
}

TEST(Rules, have_ids_of_their_own_and_say_what_to_do) {
  std::set<std::string_view> seen;
  for (const Rule& rule : all_rules()) {
    EXPECT_TRUE(seen.insert(rule.id).second) << rule.id;
    EXPECT_FALSE(rule.what.empty() || rule.remedy.empty()) << rule.id;
  }
}

TEST(Rules, years_need_no_commas_and_thousands_do) {
  const auto column = [](double first, double second) {
    return book_of(
        {{text("Sex"), text("Value")}, {text("Women"), number(first)}, {text("Men"), number(second)}});
  };
  EXPECT_TRUE(findings(column(2017, 2018), "T11b").empty());
  EXPECT_EQ(findings(column(2017, 5410), "T11b").size(), 1U);
  EXPECT_TRUE(findings(column(17, 541), "T11b").empty());
}

TEST(Rules, places_are_those_of_the_format) {
  Book book = book_of({{text("Sex"), text("Value")}, {text("Women"), number(1.5)}, {text("Men"), number(2)}});
  book.looks = {Look{}, Look{}};
  book.looks[0].number_format = "#,##0.0";
  book.looks[1].number_format = "#,##0.00";
  EXPECT_TRUE(findings(book, "T11b").empty());
  book.sheets[0].cells[{4, 1}].look = 1;
  const auto found = findings(book, "T11b");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].where, "Staff!B5");
}

TEST(Rules, a_blank_cell_is_explained_by_a_line_above) {
  Book book = book_of({{text("Sex"), text("Value")}, {text("Women"), number(1)}, {text("Men"), Cell{}}});
  EXPECT_EQ(findings(book, "T8").size(), 1U);
  book.sheets[0].cells[{1, 0}] = text("One table. A blank cell means that nobody was asked.");
  EXPECT_TRUE(findings(book, "T8").empty());
}

TEST(Rules, a_total_may_stand_at_either_edge) {
  const auto with_total_in = [](std::size_t row) {
    std::vector<std::pair<Cell, Cell>> rows = {{text("Sex"), text("Value")}};
    for (std::size_t i = 0; i < 4; ++i) rows.emplace_back(text(i == row ? "Total" : "Some"), number(1));
    return book_of(rows);
  };
  EXPECT_TRUE(findings(with_total_in(0), "T12").empty());
  EXPECT_TRUE(findings(with_total_in(3), "T12").empty());
  EXPECT_EQ(findings(with_total_in(2), "T12").size(), 1U);
}

// Of #767676 on white it is 4.54, of #777777 4.48: WebAIM's contrast checker.
TEST(Rules, contrast_is_that_of_wcag) {
  Book book = book_of({{text("Sex"), text("Value")}});
  book.looks[0].colour = 0x767676;
  EXPECT_TRUE(findings(book, "X4").empty());
  book.looks[0].colour = 0x777777;
  EXPECT_EQ(findings(book, "X4").size(), 1U);
}

TEST(Rules, values_that_are_no_numbers_are_found) {
  EXPECT_EQ(findings(book_of({{text("Sex"), text("Value")},
                              {text("Women"), number(std::numeric_limits<double>::quiet_NaN())}}),
                     "P2")
                .size(),
            1U);
}

// 20,000 characters of two bytes each fit into a cell; of those beyond U+FFFF each counts twice.
TEST(Rules, texts_are_as_long_as_programs_count_them) {
  std::string accents, faces;
  for (int i = 0; i < 20'000; ++i) {
    accents += "\xC3\xA9";
    faces += "\xF0\x9F\x98\x80";
  }
  EXPECT_TRUE(findings(book_of({{text("Sex"), text("Value")}, {text(accents), number(1)}}), "P2").empty());
  EXPECT_EQ(findings(book_of({{text("Sex"), text("Value")}, {text(faces), number(1)}}), "P2").size(), 1U);
}

// A foreign range of whole columns is looked at as far as it is filled, and in no more time than that takes.
TEST(Rules, a_table_to_the_end_of_the_sheet_is_looked_at_as_far_as_it_is_filled) {
  Book book = book_of({{text("Sex"), text("Value")}, {text("Women"), number(1)}});
  book.sheets[0].tables[0].area.last = {1'048'575, 16'383};
  clip_tables(book);
  EXPECT_EQ(book.sheets[0].tables[0].area.last, (Place{4, 2}));
  EXPECT_EQ(findings(book, "T7").size(), 2U);  // a blank row, and a blank column
}

TEST(Rules, square_metres_and_years_are_no_notes) {
  for (const char* words : {"Office space (m\xC2\xB2)", "Survey [2019]", "[c]", "Notes of [the] forum"})
    EXPECT_TRUE(findings(book_of({{text("Sex"), text("Value")}, {text(words), number(1)}}), "N1b").empty())
        << words;
  for (const char* words : {"Women\xC2\xB9", "Women*", "Women [1]", "Women [note 1,2]"})
    EXPECT_EQ(findings(book_of({{text("Sex"), text("Value")}, {text(words), number(1)}}), "N1b").size(), 1U)
        << words;
}

// A column of remarks that nobody made is no blank column: it has a header.
TEST(Rules, a_column_with_a_header_is_not_blank) {
  EXPECT_TRUE(findings(book_of({{text("Sex"), text("Remarks")}, {text("Women"), Cell{}}}), "T7").empty());
  EXPECT_EQ(findings(book_of({{text("Sex"), Cell{}}, {text("Women"), Cell{}}}), "T7").size(), 1U);
}

TEST(Rules, a_workbook_without_a_sheet_is_looked_at_all_the_same) {
  EXPECT_NO_THROW((void)check(Book{}));
}

TEST(Told, warnings_alone_are_no_failure) {
  Book book = book_of({{text("Sex"), text("Value")}});
  checks::Verdicts verdicts = check(book);
  std::erase_if(verdicts, [](const checks::Verdict& one) { return one.rule != "T10" && one.rule != "F5"; });
  EXPECT_FALSE(checks::has_failures(verdicts));
  EXPECT_EQ(checks::summary(verdicts), "1 of 2 rules kept, 1 warning, 0 failures");
  EXPECT_NE(checks::in_words(verdicts).find("WARNING T10  headers and row labels are bold"),
            std::string::npos);
  EXPECT_NE(checks::in_words(verdicts).find("        Staff!A3: a header is not bold\n"), std::string::npos);
}

}  // namespace
}  // namespace eqr::workbook_check
