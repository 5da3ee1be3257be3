#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <memory>
#include <string>
#include <vector>

#include "support/workbook_bytes.hpp"
#include "tabular/xlsx_source.hpp"

namespace eqr::tabular {
namespace {

using testing::ElementsAre;
using tests::MemoryFile;
using tests::parts_of;
using tests::sheet_of;
using tests::WorkbookXml;

std::string read_all(ByteSource& source, std::size_t most = 1000) {
  std::string whole;
  std::string buffer(most, '\0');
  while (const std::size_t count = source.read(buffer.data(), buffer.size())) whole.append(buffer, 0, count);
  EXPECT_EQ(source.read(buffer.data(), buffer.size()), 0U);
  return whole;
}

std::string csv_of_file(const MemoryFile& file, const std::string& sheet) {
  WorksheetSource source(file.descriptor(), "staff.xlsx", sheet);
  return read_all(source);
}

std::string csv_of_bytes(const std::string& bytes, const std::string& sheet = {}) {
  return csv_of_file(MemoryFile(bytes), sheet);
}

std::string csv_of(const WorkbookXml& xml) {
  return csv_of_bytes(tests::zipped(parts_of(xml)));
}

std::string csv_of_rows(const std::string& rows) {
  return csv_of({.sheet = sheet_of(rows)});
}

std::string inline_row(const std::string& text) {
  return "<row><c t=\"inlineStr\"><is>" + text + "</is></c></row>";
}

// A workbook as another program writes it, into a file that is only in memory; `fill` writes its cells.
template <typename Fill>
void write_workbook(const MemoryFile& file, Fill&& fill) {
  lxw_workbook* const workbook = workbook_new(("/proc/self/fd/" + std::to_string(file.descriptor())).c_str());
  fill(workbook);
  EXPECT_EQ(workbook_close(workbook), LXW_NO_ERROR);
}

TEST(Worksheet, AWorkbookAsLibxlsxwriterWritesItIsItsCells) {
  const MemoryFile file("");
  write_workbook(file, [](lxw_workbook* workbook) {
    lxw_worksheet* const cover = workbook_add_worksheet(workbook, "Cover");
    worksheet_write_string(cover, 0, 0, "Invented people", nullptr);
    lxw_worksheet* const staff = workbook_add_worksheet(workbook, "Staff");
    lxw_format* const day = workbook_add_format(workbook);
    format_set_num_format(day, "dd/mm/yyyy");
    lxw_format* const percent = workbook_add_format(workbook);
    format_set_num_format(percent, "0.0%;[Red]-0.0%");
    const char* const headings[] = {"Number", "Born", "FTE", "Carer", "Note"};
    for (lxw_col_t i = 0; i < 5; ++i) worksheet_write_string(staff, 0, i, headings[i], nullptr);
    worksheet_write_number(staff, 1, 0, 100000, nullptr);
    worksheet_write_number(staff, 1, 1, 43190, day);
    worksheet_write_number(staff, 1, 2, 0.1, percent);
    worksheet_write_boolean(staff, 1, 3, 1, nullptr);
    worksheet_write_string(staff, 1, 4, "says \"yes\", twice\nor more", nullptr);
    worksheet_write_number(staff, 3, 0, 3, nullptr);
    worksheet_write_formula_str(staff, 3, 4, "=UPPER(\"n\")", nullptr, "N");
  });
  EXPECT_EQ(csv_of_file(file, "Staff"),
            "Number,Born,FTE,Carer,Note\n"
            "100000,2018-03-31,0.1,TRUE,\"says \"\"yes\"\", twice or more\"\n"
            "\n"
            "3,,,,N\n");
  EXPECT_EQ(csv_of_file(file, "Cover"), "Invented people\n");
  EXPECT_THAT(sheet_names(file.descriptor(), "staff.xlsx"), ElementsAre("Cover", "Staff"));
}

TEST(Worksheet, TheOnlySheetNeedsNoName) {
  const MemoryFile file(
      tests::zipped(parts_of({.sheet = sheet_of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")})));
  WorksheetSource source(file.descriptor(), "staff.xlsx");
  EXPECT_EQ(source.sheet(), "Staff");
  EXPECT_EQ(read_all(source, 1), "1\n");
}

TEST(Worksheet, TheDescriptorMayBeClosedAndStaysWhereItWas) {
  const auto file = std::make_unique<MemoryFile>(
      tests::zipped(parts_of({.sheet = sheet_of("<row><c><v>1</v></c></row>")})));
  ASSERT_EQ(::lseek(file->descriptor(), 7, SEEK_SET), 7);
  WorksheetSource first(file->descriptor(), "staff.xlsx");
  EXPECT_EQ(read_all(first), "1\n");
  EXPECT_EQ(::lseek(file->descriptor(), 0, SEEK_CUR), 7);
  const int copy = ::dup(file->descriptor());
  WorksheetSource second(copy, "staff.xlsx");
  ::close(copy);
  EXPECT_EQ(read_all(second), "1\n");
}

TEST(Worksheet, LineNIsRowNAndRowsWithoutContentAreBlankLines) {
  EXPECT_EQ(
      csv_of_rows("<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>2</v></c></row>"
                  "<row r=\"4\"><c r=\"A4\" s=\"1\"/><c r=\"B4\" t=\"inlineStr\"><is><t></t></is></c></row>"
                  "<row r=\"7\"><c r=\"B7\"><v>3</v></c></row>"
                  "<row r=\"1048576\"/>"),
      "\n\n1,2\n\n\n\n,3\n");
}

TEST(Worksheet, RowsAndCellsMayDoWithoutTheirPlace) {
  EXPECT_EQ(
      csv_of_rows(
          "<row><c><v>1</v></c><c><v>2</v></c></row><row><c r=\"B2\"><v>3</v></c><c><v>4</v></c></row>"),
      "1,2\n,3,4\n");
}

TEST(Worksheet, CellsComeInAnyOrderAndMayBeMissing) {
  EXPECT_EQ(csv_of_rows(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>"
                "<row r=\"2\"><c r=\"C2\"><v>6</v></c><c r=\"A2\"><v>4</v></c></row>"),
            "1,2,3\n4,,6\n");
}

TEST(Worksheet, ARowHasTheFieldsOfTheFirstAndMoreOnlyWhereThereIsContent) {
  EXPECT_EQ(csv_of_rows("<row><c><v>1</v></c><c><v>2</v></c><c/></row><row><c><v>3</v></c></row>"
                        "<row><c><v>4</v></c><c/><c/><c><v>5</v></c></row>"),
            "1,2\n3,\n4,,,5\n");
}

TEST(Worksheet, TheLastColumnIsXfd) {
  const std::string csv = csv_of_rows("<row><c r=\"XFD1\"><v>9</v></c></row>");
  EXPECT_EQ(csv, std::string(16'383, ',') + "9\n");
}

TEST(Worksheet, SharedTextsAreJoinedFromTheirRunsWithoutPronunciation) {
  EXPECT_EQ(
      csv_of({.sheet = sheet_of("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v> 1 </v></c><c t=\"s\"><v>2</v></c>"
                                "<c t=\"s\"><v>3</v></c><c t=\"s\"/></row>"),
              .shared = "<si><t>Plain</t></si>"
                        "<si><r><rPr><b/></rPr><t>White</t></r><r><t xml:space=\"preserve\"> Irish</t></r>"
                        "<rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh><phoneticPr fontId=\"1\"/></si>"
                        "<si/><si><t>Fish &amp; chips</t></si>"}),
      "Plain,White Irish,,Fish & chips\n");
}

TEST(Worksheet, InlineTextsAreReadAsSharedOnes) {
  EXPECT_EQ(csv_of_rows(inline_row("<r><t>a</t></r><rPh sb=\"0\" eb=\"1\"><t>b</t></rPh><r><t>c</t></r>")),
            "ac\n");
  EXPECT_EQ(csv_of_rows(inline_row("<t>\n   indented\n  </t>")), "indented\n");
  EXPECT_EQ(csv_of_rows(inline_row("<t xml:space=\"preserve\"> kept </t>")), " kept \n");
}

TEST(Worksheet, EscapedCharactersAreThoseTheyName) {
  EXPECT_EQ(csv_of_rows(inline_row("<t>a_x000D_&#10;b</t>")), "a b\n");
  EXPECT_EQ(csv_of_rows(inline_row("<t>a&#10;&#10;b</t>")), "a  b\n");
  EXPECT_EQ(csv_of_rows(inline_row("<t>_x005F_x000D_</t>")), "_x000D_\n");
  EXPECT_EQ(csv_of_rows(inline_row("<t>_x00E9__xD83D__xDE00_</t>")), "\xC3\xA9\xF0\x9F\x98\x80\n");
  EXPECT_EQ(csv_of_rows(inline_row("<t>_xD83D_a_x0000_b_xFFFF_</t>")),
            "\xEF\xBF\xBD"
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD\n");
  EXPECT_EQ(csv_of_rows(inline_row("<t>_x12_ _xyz12_ _x1234</t>")), "_x12_ _xyz12_ _x1234\n");
}

TEST(Worksheet, ResultsOfFormulasBooleansAndErrorsAreTheirText) {
  EXPECT_EQ(
      csv_of_rows(
          "<row><c t=\"str\"><f>A2&amp;\"x\"</f><v>5x</v></c><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>"
          "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><f>1+1</f><v>2</v></c><c "
          "t=\"n\"><v>0.10000000000000001</v></c>"
          "<c t=\"d\"><v>2018-03-31T00:00:00.000Z</v></c><c t=\"d\"><v>2018-03-31T14:05:00</v></c></row>"),
      "5x,TRUE,FALSE,#DIV/0!,2,0.1,2018-03-31,2018-03-31T14:05:00\n");
}

const std::string styles =
    "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"[Red]dd\\/mm\\/yyyy\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"[Red]0&quot; days&quot;\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf "
    "numFmtId=\"165\"/></cellXfs>";

TEST(Worksheet, ANumberIsADateByTheFormatOfItsCell) {
  const std::string rows =
      "<row><c s=\"0\"><v>43190</v></c><c s=\"1\"><v>43190</v></c><c s=\"2\"><v>43190.25</v></c><c "
      "s=\"3\"><v>43190</v></c>"
      "<c s=\"77\"><v>1</v></c></row>";
  EXPECT_EQ(csv_of({.sheet = sheet_of(rows), .styles = styles}),
            "43190,2018-03-31,2018-03-31T06:00:00,43190,1\n");
  EXPECT_EQ(
      csv_of({.sheet = sheet_of(rows), .workbook_extra = "<workbookPr date1904=\"1\"/>", .styles = styles}),
      "43190,2022-04-01,2022-04-01T06:00:00,43190,1\n");
}

TEST(Worksheet, TheStrictFormAndPrefixedNamesAreRead) {
  WorkbookXml xml{.sheet =
                      "<x:worksheet "
                      "xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"1\">"
                      "<x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>",
                  .shared = "<si><t>Strict</t></si>",
                  .relation_types = "http://purl.oclc.org/ooxml/officeDocument/relationships"};
  EXPECT_EQ(csv_of(xml), "Strict\n");
}

TEST(Worksheet, AHiddenSheetIsReadAndAChartIsNoSheet) {
  const std::string types = WorkbookXml{}.relation_types;
  tests::Parts parts =
      parts_of({.sheet = sheet_of("<row><c><v>1</v></c></row>"),
                .further_sheets =
                    "<sheet name=\"Chart\" sheetId=\"2\" r:id=\"rId2\"/>"
                    "<sheet name=\"Kept &amp; hidden\" sheetId=\"3\" state=\"veryHidden\" r:id=\"rId3\"/>",
                .further_relations = "<Relationship Id=\"rId2\" Type=\"" + types +
                                     "/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
                                     "<Relationship Id=\"rId3\" Type=\"" +
                                     types + "/worksheet\" Target=\"../xl/./worksheets/Sheet2.xml\"/>"});
  parts.emplace_back("xl/worksheets/sheet2.xml", sheet_of("<row><c><v>2</v></c></row>"));
  const std::string bytes = tests::zipped(parts);
  EXPECT_EQ(csv_of_bytes(bytes, "Kept & hidden"), "2\n");
  const MemoryFile file(bytes);
  EXPECT_THAT(sheet_names(file.descriptor(), "staff.xlsx"), ElementsAre("Staff", "Kept & hidden"));
}

TEST(Worksheet, AnEmptySheetIsNoBytes) {
  EXPECT_EQ(csv_of_rows(""), "");
  EXPECT_EQ(csv_of({.sheet = "<worksheet/>"}), "");
}

TEST(Worksheet, WhatSurroundsTheRowsIsPassedOver) {
  EXPECT_EQ(
      csv_of({.sheet =
                  "<?xml version=\"1.0\"?><worksheet><cols><col min=\"1\"/></cols><sheetData><row><c><v>1</v>"
                  "<extLst><ext><v>7</v></ext></extLst></c></row></sheetData><mergeCells/"
                  "><extLst><row><c><v>8</v></c>"
                  "</row></extLst></worksheet>"}),
      "1\n");
}

// Rows of 1,200 bytes from cells of 30, so that the reader has to stop in the middle of its pieces.
TEST(Worksheet, ManyRowsAreReadInPieces) {
  std::string rows, expected;
  for (int i = 0; i < 3000; ++i) {
    rows += "<row><c t=\"s\"><v>0</v></c><c><v>" + std::to_string(i) + "</v></c></row>";
    expected += std::string(1200, 'x') + ',' + std::to_string(i) + '\n';
  }
  EXPECT_EQ(csv_of({.sheet = sheet_of(rows), .shared = "<si><t>" + std::string(1200, 'x') + "</t></si>"}),
            expected);
}

}  // namespace
}  // namespace eqr::tabular
