#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "tabular/csv.hpp"
#include "unit/tabular/fault_text.hpp"

namespace eqr::tabular {
namespace {

std::string fault_of(const std::string& bytes) {
  return tests::fault_text([&] { (void)read_csv(bytes, "staff.csv"); });
}

const std::string save = "hint: save the file as \"CSV UTF-8 (comma delimited)\"";

TEST(CsvFaults, AnEmptyFileIsToldAsSuch) {
  const std::string expected = "staff.csv: is empty\nhint: the first line names the columns";
  EXPECT_EQ(fault_of(""), expected);
  EXPECT_EQ(fault_of("\xEF\xBB\xBF"), expected);
  EXPECT_EQ(fault_of("\r\n\n\n"), expected);
}

TEST(CsvFaults, AShortAndALongRowAreToldWithTheirLinesAndFieldCounts) {
  EXPECT_EQ(fault_of("a,b,c\n1,2,3\n1,2\n1,2,3,4,5\n1\n"),
            "staff.csv:3: 2 fields where the header has 3\n"
            "hint: put a field that holds a line break in quotation marks\n"
            "staff.csv:4: 5 fields where the header has 3\n"
            "hint: put a field that holds a comma in quotation marks\n"
            "staff.csv:5: 1 field where the header has 3\n"
            "hint: put a field that holds a line break in quotation marks");
}

TEST(CsvFaults, AnUnclosedQuotationMarkIsToldWhereItOpens) {
  EXPECT_EQ(fault_of("sex,grade\nF,1\nM,\"2\nF,3\nM,4\n"),
            "staff.csv:3: field 2 opens a quotation mark that is never closed\n"
            "hint: close it; a quotation mark that belongs to the text is written twice");
}

TEST(CsvFaults, AnExpectedColumnGoesByItsHeadingAndAnyOtherByItsNumber) {
  std::istringstream bytes("Sex,Grade\nM,\"2\"x\nF\"x,3\n");
  CsvReader reader(bytes, "staff.csv");
  reader.name_columns({"grade", "pay"});
  Record record;
  const std::string advice = "\nhint: write a quotation mark that belongs to the text twice";
  EXPECT_EQ(tests::fault_text([&] { (void)reader.next(record); }),
            "staff.csv:2: column \"Grade\": has text after its closing quotation mark" + advice);
  EXPECT_EQ(tests::fault_text([&] { (void)reader.next(record); }),
            "staff.csv:3: field 1 holds a quotation mark although it does not begin with one\n"
            "hint: put the whole field in quotation marks and write those inside it twice");
}

TEST(CsvFaults, AQuotationMarkOpenForAMillionBytesEndsTheReading) {
  EXPECT_EQ(fault_of("a,b\n1,2\n\"" + std::string(1'000'001, 'x') + "\",2\n3,4,5\n"),
            "staff.csv:3: field 1 opens a quotation mark that is not closed within 1,000,000 bytes\n"
            "hint: close it; a quotation mark that belongs to the text is written twice");
  EXPECT_EQ(fault_of("a,b\n1,2\n" + std::string(1'000'001, 'x') + ",2\n"),
            "staff.csv:3: field 1 is longer than 1,000,000 bytes\n"
            "hint: check that this is a CSV file, with lines");
}

TEST(CsvFaults, TextAfterAClosingQuotationMarkIsTold) {
  EXPECT_EQ(fault_of("a,b\n1,2\n\"x\"y,2\n3,4\n"),
            "staff.csv:3: field 1 has text after its closing quotation mark\n"
            "hint: write a quotation mark that belongs to the text twice");
  EXPECT_EQ(fault_of("a,b\n1,2\n\"x\n\"y,2\n3,4\n"),
            "staff.csv:3: field 1 has text after its closing quotation mark on line 4\n"
            "hint: write a quotation mark that belongs to the text twice");
}

TEST(CsvFaults, AQuotationMarkInsideAnUnquotedFieldIsTold) {
  EXPECT_EQ(fault_of("a,b\n1,2\nx\"y,2\n3,4\n"),
            "staff.csv:3: field 1 holds a quotation mark although it does not begin with one\n"
            "hint: put the whole field in quotation marks and write those inside it twice");
}

TEST(CsvFaults, Windows1252BytesAreToldWithLineAndColumn) {
  EXPECT_EQ(fault_of("name,grade\nAnne,1\nZo\xEB,2\n"),
            "staff.csv:3: field 1 holds bytes that are not UTF-8 text\n" + save +
                "; plain \"CSV\" in Excel is Windows-1252");
}

TEST(CsvFaults, ZeroBytesAreTold) {
  EXPECT_EQ(
      fault_of("a,b\n1,2\n" + std::string("3\0,4\n", 5)),
      "staff.csv:3: field 1 holds a zero byte\n" + save + "; zero bytes come from UTF-16 or from damage");
  EXPECT_EQ(
      fault_of("a,b\n1,2\n3," + std::string("\"\0\"\n", 4)),
      "staff.csv:3: field 2 holds a zero byte\n" + save + "; zero bytes come from UTF-16 or from damage");
}

TEST(CsvFaults, Utf16IsToldAsSuch) {
  const std::string expected =
      "staff.csv: is UTF-16 text, not UTF-8\nhint: save it as \"CSV UTF-8 (comma delimited)\"";
  EXPECT_EQ(fault_of(std::string("\xFF\xFE"
                                 "a\0,\0b\0",
                                 8)),
            expected);
  EXPECT_EQ(fault_of(std::string("\xFE\xFF"
                                 "\0a\0,",
                                 6)),
            expected);
}

TEST(CsvFaults, AWorkbookAPdfAndAWebPageAreToldApart) {
  EXPECT_EQ(fault_of("PK\x03\x04whatever"),
            "staff.csv: is a workbook or another zipped file, not a text file\n"
            "hint: open it in Excel and save the sheet as \"CSV UTF-8 (comma delimited)\"");
  EXPECT_EQ(fault_of("\xD0\xCF\x11\xE0whatever"),
            "staff.csv: is an old Office file, not a text file\n"
            "hint: open it in Excel and save the sheet as \"CSV UTF-8 (comma delimited)\"");
  EXPECT_EQ(fault_of("%PDF-1.7"),
            "staff.csv: is a PDF, not a text file\nhint: ask its owner for the table behind it, as CSV");
  EXPECT_EQ(fault_of("  <!DOCTYPE html>\n<html>"),
            "staff.csv: is a web page or XML, not a table\n"
            "hint: open the address in a browser: it may ask to sign in, or link to the file itself");
}

TEST(CsvFaults, SemicolonsAndTabsAreTold) {
  EXPECT_EQ(fault_of("name;grade\nA;1\n"),
            "staff.csv:1: the fields are separated by semicolons, not by commas\n" + save);
  EXPECT_EQ(fault_of("\"name\";\"pay, yearly\";grade\nA;1;2\n"),
            "staff.csv:1: the fields are separated by semicolons, not by commas\n" + save);
  EXPECT_EQ(fault_of("name\tgrade\nA\t1\n"),
            "staff.csv:1: the fields are separated by tabs, not by commas\n" + save);
  EXPECT_EQ(fault_of("sep=,\nname,grade\n"),
            "staff.csv:1: the first line sets a separator and is no header\n"
            "hint: delete this line; the fields are to be separated by commas");
}

TEST(CsvFaults, ASemicolonInsideAHeadingIsNoSeparator) {
  EXPECT_EQ(fault_of("\"grade; post\"\n1\n"), "(no fault)");
  EXPECT_EQ(fault_of("grade; post,area\n1,2\n"), "(no fault)");
}

TEST(CsvFaults, EmptyAndRepeatedHeadingsAreToldByNumberAndAllAtOnce) {
  EXPECT_EQ(fault_of("sex,,Sex ,grade,SEX\n"),
            "staff.csv:1: column 2 has no heading\n"
            "hint: give every column a heading, or delete the column if it is empty\n"
            "staff.csv:1: columns 1 and 3 have the same heading\n"
            "hint: give every column a heading of its own; capitals and blanks make no difference\n"
            "staff.csv:1: columns 1 and 5 have the same heading\n"
            "hint: give every column a heading of its own; capitals and blanks make no difference");
}

TEST(CsvFaults, ATitleAboveTheHeadingsIsToldOnce) {
  const std::string told =
      "the first line does not look like headings\n"
      "hint: delete what stands above the headings: the first line names every column";
  EXPECT_EQ(fault_of("Staff in post,,,\nnumber,sex,grade,rate\n1,F,2,10\n"), "staff.csv:1: " + told);
  EXPECT_EQ(fault_of("\n , ,\nnumber,sex,grade\n"), "staff.csv:2: " + told);
  EXPECT_EQ(fault_of("Staff in post,\nnumber,sex\n"),
            "staff.csv:1: column 2 has no heading\n"
            "hint: give every column a heading, or delete the column if it is empty");
}

TEST(CsvFaults, LoneCarriageReturnsAreTold) {
  const std::string told = "holds a carriage return that no line feed follows\n" + save +
                           "; the Macintosh format has such line ends";
  EXPECT_EQ(fault_of("a,b\r1,2\r3,4\r"), "staff.csv:1: " + told);
  EXPECT_EQ(fault_of("a,b\n1,2\n3\r,4\n5,6\n"), "staff.csv:3: " + told);
}

TEST(CsvFaults, ACarriageReturnInsideQuotationMarksIsContent) {
  EXPECT_EQ(read_csv("a\n\"x\ry\"\n", "a.csv").records.at(0).fields.at(0), "x\ry");
}

TEST(CsvFaults, AfterAFaultyRecordTheReaderGoesOn) {
  std::istringstream bytes("a,b\n1,2\n3\n\"x\"y,1\n5,6\n");
  CsvReader reader(bytes, "staff.csv");
  Record record;
  ASSERT_TRUE(reader.next(record));
  EXPECT_THROW((void)reader.next(record), problems::Fault);
  EXPECT_THROW((void)reader.next(record), problems::Fault);
  ASSERT_TRUE(reader.next(record));
  EXPECT_THAT(record.fields, testing::ElementsAre("5", "6"));
  EXPECT_EQ(record.line, 5U);
  EXPECT_FALSE(reader.next(record));
}

TEST(CsvFaults, TwentyFaultyRowsAreToldAndTheOthersCounted) {
  std::string bytes = "a,b\n";
  for (int i = 0; i < 25; ++i) bytes += "1\n";
  const std::string told = fault_of(bytes);
  EXPECT_THAT(told, testing::HasSubstr("staff.csv:21: 1 field where the header has 2\n"));
  EXPECT_THAT(told, testing::Not(testing::HasSubstr("staff.csv:22:")));
  EXPECT_THAT(told, testing::EndsWith("staff.csv: and 5 more problems in this file\n"
                                      "hint: mend those above and check again"));
}

TEST(CsvFaults, AHeaderOfTooManyColumnsIsTold) {
  std::string header = "c0";
  for (int i = 1; i <= 16'384; ++i) header += ",c" + std::to_string(i);
  EXPECT_EQ(fault_of(header + '\n'),
            "staff.csv:1: the header has more than 16,384 columns\n"
            "hint: check that this is a CSV file with a header");
}

TEST(CsvFaults, MoreRowsThanAWorksheetHasAreRefused) {
  std::string bytes = "a\n";
  for (int i = 0; i < 1'048'576; ++i) bytes += "1\n";
  EXPECT_EQ(fault_of(bytes + "1\n"),
            "staff.csv:1048578: has more than 1,048,576 rows\n"
            "hint: leave out what is not needed, or use two files");
}

// A disk that fails after its first bytes.
class FailingDisk : public std::streambuf {
 protected:
  int_type underflow() override {
    if (m_told) throw std::ios_base::failure("disk");
    m_told = true;
    setg(m_bytes, m_bytes, m_bytes + 8);
    return traits_type::to_int_type(*gptr());
  }

 private:
  char m_bytes[9] = "a,b\n1,2\n";
  bool m_told = false;
};

TEST(CsvFaults, AStreamThatFailsIsNotTakenForAnEnd) {
  FailingDisk disk;
  std::istream bytes(&disk);
  EXPECT_EQ(tests::fault_text([&] {
              CsvReader reader(bytes, "staff.csv");
              Record record;
              while (reader.next(record)) {
              }
            }),
            "staff.csv: could not be read to its end\nhint: check the disk or the network drive");
}

}  // namespace
}  // namespace eqr::tabular
