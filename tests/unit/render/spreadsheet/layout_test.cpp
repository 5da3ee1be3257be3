#include "render/spreadsheet/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "unit/render/workbook/small_report.hpp"

namespace eqr::render::spreadsheet {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

std::vector<std::string> lines_of(const Sheet& sheet) {
  std::vector<std::string> lines;
  for (const Line& line : sheet.lines) lines.push_back(line.text);
  return lines;
}

const Sheet& sheet_of(const Book& book, const std::string& name) {
  const auto found = std::ranges::find(book.sheets, name, &Sheet::name);
  if (found == book.sheets.end()) throw std::runtime_error("no worksheet " + name);
  return *found;
}

TEST(Layout, the_sheets_stand_in_the_order_that_the_guidance_asks_for) {
  std::vector<std::string> names;
  for (const Sheet& sheet : laid_out(small_report()).sheets) names.push_back(sheet.name);
  EXPECT_THAT(names,
              ElementsAre("Cover", "Contents", "Notes", "Workforce_ethnicity",
                          "Fostering_calendar_of_meetings", "Figures_in_the_text", "Facts", "Sources"));
}

TEST(Layout, every_sheet_of_a_draft_says_so_and_none_of_a_published_report) {
  report::Report report = small_report();
  for (const Sheet& sheet : laid_out(report).sheets) {
    EXPECT_EQ(sheet.lines.at(1).text, "Draft, not for publication.") << sheet.name;
  }
  report.is_draft = false;
  report.gaps.clear();
  for (const Sheet& sheet : laid_out(report).sheets) {
    EXPECT_THAT(lines_of(sheet), Not(Contains("Draft, not for publication."))) << sheet.name;
  }
  EXPECT_THAT(lines_of(laid_out(report).sheets.front()), Contains("Date published: 28 September 2018"));
}

TEST(Layout, the_cover_ends_with_the_formats_that_are_offered_and_the_limits_that_are_known) {
  report::Report report = small_report();
  report.accessibility = {"Tell us what you need.",
                          {{"Braille", "Ask us for it.", ""}, {"Easy Read", "", "https://example.org/easy"}},
                          {"Some tables are wide."}};
  const auto lines = lines_of(laid_out(report).sheets.front());
  ASSERT_GE(lines.size(), 6U);
  EXPECT_THAT(std::vector(lines.end() - 6, lines.end()),
              ElementsAre("Accessibility and other formats", "Tell us what you need.",
                          "Braille: Ask us for it.", "The report in this format: Easy Read",
                          "What we know does not work well yet:", "Some tables are wide."));
}

TEST(Layout, what_a_reader_must_know_stands_above_the_table) {
  const Book book = laid_out(small_report());
  EXPECT_THAT(
      lines_of(sheet_of(book, "Workforce_ethnicity")),
      ElementsAre("Staff by ethnicity, Anyshire Council, 31 March 2018 [note 1][note 2]",
                  "Draft, not for publication.", "This worksheet contains one table.",
                  "This table contains notes, which can be found in the Notes worksheet.",
                  "Some shorthand is used in this table: [c], [z] and [p].",
                  "[c] = confidential: withheld so that nobody can be identified.", "[z] = not applicable.",
                  "[p] = provisional.", "Source: Staff records of Anyshire Council, as at 31 March 2018.",
                  "Return to the table of contents"));
  EXPECT_THAT(lines_of(sheet_of(book, "Fostering_calendar_of_meetings")),
              ElementsAre("Meetings of the equality forum, Anyshire Council, 2017/18",
                          "Draft, not for publication.", "This worksheet contains one table.",
                          "A blank cell means that the source has no entry for it.",
                          "Source: Minutes of the equality forum.",
                          "Source: Staff records of Anyshire Council, as at 31 March 2018.",
                          "Return to the table of contents"));
}

TEST(Layout, a_note_marker_that_the_theme_placed_is_not_repeated_in_the_title) {
  report::Report report = small_report();
  report.tables[0].columns[1].header = "Number of staff [note 2]";
  EXPECT_EQ(sheet_of(laid_out(report), "Workforce_ethnicity").lines.front().text,
            "Staff by ethnicity, Anyshire Council, 31 March 2018 [note 1]");
}

TEST(Layout, totals_stand_last) {
  const Book book = laid_out(small_report());
  const auto& rows = sheet_of(book, "Workforce_ethnicity").table->rows;
  EXPECT_EQ(std::get<Text>(rows.back().cells[0]).text, "All who declared");
  EXPECT_EQ(std::get<Text>(rows.front().cells[0]).text, "White");
}

TEST(Layout, a_number_format_never_rounds_and_is_the_same_down_a_column) {
  report::Report report = small_report();
  std::get<report::Number>(report.tables[0].rows[1].cells[2]).value = {8625, 2};
  const Book book = laid_out(report);
  const auto& rows = sheet_of(book, "Workforce_ethnicity").table->rows;
  EXPECT_EQ(std::get<Amount>(rows[0].cells[2]).places, 2);
  EXPECT_EQ(std::get<Amount>(rows[3].cells[2]).places, 2);
}

TEST(Layout, a_number_in_another_unit_than_its_column_states_the_unit) {
  report::Report report = small_report();
  std::get<report::Number>(report.tables[0].rows[1].cells[1]).unit = report::Unit::pounds;
  const Book book = laid_out(report);
  const auto& rows = sheet_of(book, "Workforce_ethnicity").table->rows;
  EXPECT_EQ(std::get<Text>(rows[0].cells[1]).text, "£1,035");
}

TEST(Layout, a_table_without_rows_says_that_there_is_nothing) {
  report::Report report = small_report();
  report.tables[1].rows.clear();
  const Book book = laid_out(report);
  const Sheet& sheet = sheet_of(book, "Fostering_calendar_of_meetings");
  ASSERT_EQ(sheet.table->rows.size(), 1u);
  EXPECT_EQ(std::get<Text>(sheet.table->rows[0].cells[0]).text, "Nothing to report");
  EXPECT_EQ(std::get<Text>(sheet.table->rows[0].cells[3]).text, "[z]");
  EXPECT_THAT(lines_of(sheet), Contains("Some shorthand is used in this table: [z]."));
}

TEST(Layout, the_documents_title_has_no_dashes) {
  EXPECT_EQ(laid_out(small_report()).properties.title,
            "Meeting our equality duties in brief: Anyshire Council, 2017/18");
}

TEST(Layout, a_summary_too_long_for_the_properties_ends_after_a_whole_word) {
  report::Report report = small_report();
  report.summary.clear();
  for (int i = 0; i < 60; ++i) report.summary += "words ";  // 6 times 42 is 252; 43 words would be 258
  std::string expected;
  for (int i = 0; i < 42; ++i) expected += i == 0 ? "words" : " words";
  EXPECT_EQ(laid_out(report).properties.comments, expected + "\xE2\x80\xA6");
}

TEST(Layout, shorthand_without_a_meaning_is_refused) {
  report::Report report = small_report();
  report.tables[0].rows[1].cells[1] = report::Shorthand{"qq", {}};
  try {
    static_cast<void>(laid_out(report));
    FAIL() << "accepted";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "workbook: table \"workforce.ethnicity\": the shorthand [qq] has no meaning");
  }
}

TEST(Layout, a_website_that_is_no_link_is_still_there_to_read) {
  report::Report report = small_report();
  report.website = "www.example.org";
  EXPECT_THAT(lines_of(laid_out(report).sheets.front()), Contains("Website: www.example.org"));
}

TEST(Layout, the_cover_explains_what_the_sheets_use_and_nothing_else) {
  report::Report report = small_report();
  report.shorthands = {"c", "low"};
  report.tables.resize(1);
  report.figures.clear();
  std::vector<std::string> explained;
  for (const std::string& line : lines_of(laid_out(report).sheets.front())) {
    if (line.starts_with('[')) explained.push_back(line);
  }
  EXPECT_THAT(explained, ElementsAre("[c] = confidential: withheld so that nobody can be identified.",
                                     "[z] = not applicable.", "[p] = provisional."));
}

TEST(Layout, a_report_with_nothing_in_it_has_a_cover_alone) {
  report::Report report = small_report();
  report.tables.clear();
  report.figures.clear();
  report.notes.clear();
  report.sources.clear();
  const Book book = laid_out(report);
  ASSERT_EQ(book.sheets.size(), 1u);
  EXPECT_THAT(lines_of(book.sheets.front()), Not(Contains("Go to the table of contents")));
}

}  // namespace
}  // namespace eqr::render::spreadsheet
