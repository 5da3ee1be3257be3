#include "render/workbook/workbook.hpp"
#include "render/workbook/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include <stdexcept>

#include "render/package/zip_package.hpp"
#include "render/spreadsheet/layout.hpp"
#include "unit/render/workbook/command.hpp"
#include "unit/render/workbook/small_report.hpp"

namespace eqr::render {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string source_folder = EQR_SOURCE_FOLDER;

std::string shown(const TestFolder& folder, const report::Report& report) {
  const std::string file = folder.file("report.xlsx", workbook(report, folder.path()));
  const Outcome outcome =
      outcome_of("/usr/bin/python3 " + source_folder + "/tools/show-workbook '" + file + "'");
  EXPECT_EQ(outcome.status, 0) << outcome.output;
  return outcome.output;
}

bool has_program(const std::string& name) {
  return outcome_of("command -v " + name).status == 0;
}

TEST(Workbook, openpyxl_reads_in_it_what_the_report_says) {
  const TestFolder folder;
  const std::string made = shown(folder, small_report());
  static_cast<void>(folder.file("shown.txt", made));
  EXPECT_EQ(made, content(source_folder + "/tests/unit/render/workbook/small_report.txt"));
}

TEST(Workbook, a_draft_and_a_published_workbook_keep_every_rule_that_a_program_can_check) {
  const TestFolder folder;
  report::Report report = small_report();
  const std::string rules = "/usr/bin/python3 " + source_folder + "/tests/accessibility/workbook_rules.py ";
  const Outcome draft = outcome_of(rules + folder.file("draft.xlsx", workbook(report, folder.path())));
  EXPECT_EQ(draft.status, 0) << draft.output;
  EXPECT_THAT(draft.output, Not(HasSubstr("FAIL")));
  report.is_draft = false;
  report.gaps.clear();
  const Outcome published =
      outcome_of(rules + folder.file("published.xlsx", workbook(report, folder.path())));
  EXPECT_EQ(published.status, 0) << published.output;
}

TEST(Workbook, the_same_report_gives_the_same_bytes) {
  const TestFolder folder;
  EXPECT_EQ(workbook(small_report(), folder.path()), workbook(small_report(), folder.path()));
}

TEST(Workbook, the_time_zone_changes_nothing) {
  const TestFolder folder;
  const std::string before = workbook(small_report(), folder.path());
  const char* zone = getenv("TZ");
  const std::string kept = zone == nullptr ? "" : zone;
  setenv("TZ", "Pacific/Auckland", 1);
  tzset();
  const std::string after = workbook(small_report(), folder.path());
  zone == nullptr ? unsetenv("TZ") : setenv("TZ", kept.c_str(), 1);
  tzset();
  EXPECT_EQ(before, after);
}

// A locale of our own with a decimal comma: few machines have one installed.
TEST(Workbook, a_locale_with_a_decimal_comma_changes_nothing) {
  const TestFolder folder;
  const std::string before = workbook(small_report(), folder.path());
  const std::string locale = (folder.path() / "de_DE.UTF-8").string();
  const bool is_made = has_program("localedef") &&
                       outcome_of("localedef -i de_DE -f UTF-8 '" + locale + "'").status <= 1 &&
                       std::filesystem::exists(locale);
  if (!is_made) GTEST_SKIP() << "localedef cannot make de_DE.UTF-8 here (package locales is not installed)";
  setenv("LOCPATH", folder.path().c_str(), 1);
  const bool is_set = setlocale(LC_ALL, "de_DE.UTF-8") != nullptr;
  const std::string after = is_set ? workbook(small_report(), folder.path()) : before;
  setlocale(LC_ALL, "C");
  unsetenv("LOCPATH");
  EXPECT_TRUE(is_set);
  EXPECT_EQ(before, after);
}

TEST(Workbook, nothing_is_left_in_the_private_folder) {
  const TestFolder folder;
  static_cast<void>(workbook(small_report(), folder.path()));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Workbook, a_report_that_cannot_be_written_is_refused_and_leaves_nothing) {
  const TestFolder folder;
  report::Report report = small_report();
  report.tables[0].rows[1].cells[0] = std::string("Whi\x01te");
  try {
    static_cast<void>(workbook(report, folder.path()));
    FAIL() << "accepted";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(
        error.what(),
        "workbook: table \"workforce.ethnicity\", cell A12: the text holds a control character (U+0001)");
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Workbook, what_the_library_refuses_is_told_with_its_place) {
  const TestFolder folder;
  const std::string out = folder.path().string();
  spreadsheet::Book book = spreadsheet::laid_out(small_report());
  book.sheets[3].name = std::string(32, 'x');  // check() would have refused it
  const auto refusal = [&](const std::string& file) {
    try {
      spreadsheet::written(book, file, out);
    } catch (const std::runtime_error& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  EXPECT_EQ(refusal(out + "/report.xlsx"),
            "workbook: table \"workforce.ethnicity\": libxlsxwriter refuses the worksheet's name");
  book.sheets[3].name = "Short";
  EXPECT_EQ(
      refusal(out + "/absent/report.xlsx"),
      "workbook: the file: libxlsxwriter: Error creating output xlsx file. Usually a permissions error.");
}

TEST(Workbook, a_folder_that_is_not_there_is_named_as_the_trouble) {
  const TestFolder folder;
  try {
    static_cast<void>(workbook(small_report(), folder.path() / "absent"));
    FAIL() << "accepted";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "workbook: cannot make a folder to work in: No such file or directory");
  }
}

TEST(Workbook, text_stays_the_text_it_is_whatever_it_looks_like) {
  const TestFolder folder;
  report::Report report = small_report();
  report.tables.resize(1);
  report.notes.clear();
  report::Table& table = report.tables[0];
  table.notes.clear();
  // None of these may become a formula, a link, a number or markup.
  const std::vector<std::string> nasty = {"=1+1",
                                          "+44 1632 960001",
                                          "@SUM(A1)",
                                          "<b>&amp;\"'",
                                          "http://example.org",
                                          "mailto:a@example.org",
                                          "internal:Cover!A1",
                                          "\xF0\x9F\x98\x80 \xE2\x80\x8F",
                                          "2018",
                                          "TRUE",
                                          "{=1}",
                                          std::string(32'767, 'x')};
  table.columns.resize(1);
  table.rows.clear();
  for (const std::string& text : nasty) table.rows.push_back({{text}, false});
  const std::string made = shown(folder, report);
  std::size_t row = 7;  // below the header, which stands in row 6
  for (const std::string& text : nasty) {
    EXPECT_THAT(made, HasSubstr("\n  A" + std::to_string(row++) + " (bold): " + text + "\n"));
  }
}

std::string part_of(const std::string& file, const std::string& name) {
  for (const package::Part& each : package::unpacked(file)) {
    if (each.name == name) return each.content;
  }
  throw std::runtime_error("no part " + name);
}

TEST(Workbook, a_chart_points_at_cells_keeps_their_numbers_and_takes_no_text_for_a_formula) {
  const TestFolder folder;
  report::Report report = small_report();
  report.language = "cy";
  report.tables[0].columns[2].header = "=Share";
  // Minority ethnic is 13.8 [p] in its cell, which no bar can show, and not stated is [c].
  report.charts = {{"first", report::Chart::Kind::bars, "=1+1", 0, 0, {2}, "=2+2"},
                   {"second", report::Chart::Kind::grouped_bars, "Two", 0, 0, {1, 3}, "Second."}};
  const std::string file = workbook(report, folder.path());
  const std::string first = part_of(file, "xl/charts/chart1.xml");
  EXPECT_THAT(
      first,
      HasSubstr(
          "<c:f>First!$A$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>Chart: =1+1</c:v>"));
  EXPECT_THAT(first, HasSubstr("<c:f>Workforce_ethnicity!$C$11</c:f>"));
  EXPECT_THAT(
      first,
      HasSubstr("<c:numRef><c:f>Workforce_ethnicity!$C$12:$C$14</c:f><c:numCache><c:formatCode>General"
                "</c:formatCode><c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>86.3</c:v></c:pt></c:numCache>"));
  EXPECT_THAT(first,
              HasSubstr("<c:idx val=\"2\"/><c:layout/><c:tx><c:strRef><c:f>Workforce_ethnicity!$C$14</c:f>"));
  EXPECT_THAT(first, HasSubstr("<c:lang val=\"cy\"/>"));
  EXPECT_THAT(first, Not(HasSubstr("en-US")));
  const std::string second = part_of(file, "xl/charts/chart2.xml");
  EXPECT_THAT(
      second,
      HasSubstr("<c:pt idx=\"0\"><c:v>1035</c:v></c:pt><c:pt idx=\"1\"><c:v>165</c:v></c:pt></c:numCache>"));
  EXPECT_THAT(
      second,
      HasSubstr("<c:pt idx=\"0\"><c:v>-0.3</c:v></c:pt><c:pt idx=\"1\"><c:v>0.3</c:v></c:pt></c:numCache>"));
  EXPECT_THAT(part_of(file, "xl/drawings/drawing1.xml"),
              HasSubstr("name=\"First\" descr=\"White 86.3%. Bar chart of =Share for 3 groups. "));
  EXPECT_THAT(part_of(file, "xl/drawings/drawing2.xml"), HasSubstr("name=\"Second\" descr=\"Second.\""));
}

TEST(Workbook, lines_and_dots_are_line_charts_with_markers) {
  const TestFolder folder;
  report::Report report = small_report();
  report.tables[0].rows.pop_back();  // "Not stated", which has words in place of numbers
  report.charts = {{"first", report::Chart::Kind::line, "Lines", 0, 0, {1, 3}, "As told."},
                   {"second", report::Chart::Kind::dot_range, "Dots", 0, 0, {1, 3}, "As told."}};
  const std::string file = workbook(report, folder.path());
  const std::string lines = part_of(file, "xl/charts/chart1.xml");
  EXPECT_THAT(lines, HasSubstr("<c:lineChart>"));
  EXPECT_THAT(lines, HasSubstr("<c:marker><c:symbol val=\"circle\"/><c:size val=\"8\"/>"));
  EXPECT_THAT(lines, HasSubstr("<c:marker><c:symbol val=\"square\"/>"));
  EXPECT_THAT(lines, HasSubstr("<c:f>Workforce_ethnicity!$B$"));
  EXPECT_THAT(lines, Not(HasSubstr("<c:hiLowLines>")));
  const std::string dots = part_of(file, "xl/charts/chart2.xml");
  EXPECT_THAT(dots, HasSubstr("<c:hiLowLines>"));
  EXPECT_THAT(dots, HasSubstr("<c:symbol val=\"diamond\"/><c:size val=\"8\"/>"));
  EXPECT_THAT(dots, HasSubstr("<c:dLblPos val=\"l\"/>"));
  EXPECT_THAT(dots, HasSubstr("<c:spPr><a:ln w=\"28575\"><a:noFill/></a:ln></c:spPr>"));
}

TEST(Workbook, charts_stay_out_of_a_workbook_that_is_to_have_none) {
  const TestFolder folder;
  report::Report report = small_report();
  const std::string without = workbook(report, folder.path());
  report.charts = {{"first", report::Chart::Kind::bars, "Staff", 0, 0, {1}, "As told."}};
  EXPECT_NE(workbook(report, folder.path()), without);
  EXPECT_EQ(workbook(report, folder.path(), {.charts = false}), without);
}

TEST(Workbook, LibreOffice_opens_it_and_sees_every_sheet) {
  if (!has_program("soffice")) GTEST_SKIP() << "soffice is not installed (package libreoffice-calc)";
  const TestFolder folder;
  const std::string file = folder.file("report.xlsx", workbook(small_report(), folder.path()));
  const std::string out = folder.path().string();
  const Outcome outcome = outcome_of(
      "env HOME='" + out +
      "' timeout 120 soffice --headless --convert-to "
      "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1' --outdir '" +
      out + "' '" + file + "'");
  ASSERT_EQ(outcome.status, 0) << outcome.output;
  EXPECT_THAT(content(folder.path() / "report-Workforce_ethnicity.csv"),
              HasSubstr("White,\"1,035\",86.3,-0.3\nMinority ethnic,165,13.8 [p],0.3\n"
                        "Not stated,[c],[c],[z]\nAll who declared,\"1,200\",100.0,[z]\n"));
  EXPECT_THAT(
      content(folder.path() / "report-Facts.csv"),
      HasSubstr("People who live in Anyshire,\"1,181,000\",people,Facts about Anyshire,30 June 2017\n"));
  EXPECT_THAT(content(folder.path() / "report-Fostering_calendar_of_meetings.csv"),
              HasSubstr("Autumn,2018,5 to 6,"));
}

}  // namespace
}  // namespace eqr::render
