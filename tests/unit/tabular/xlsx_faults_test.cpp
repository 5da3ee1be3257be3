// What is said of a workbook that cannot be read: the whole of it, and nothing of its cells.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

#include "support/workbook_bytes.hpp"
#include "tabular/xlsx_source.hpp"
#include "unit/tabular/fault_text.hpp"

namespace eqr::tabular {
namespace {

using tests::fault_text;
using tests::parts_of;
using tests::sheet_of;
using tests::WorkbookXml;
using tests::zipped;

std::string fault_of(const std::string& bytes, const std::string& sheet = {}) {
  const tests::MemoryFile file(bytes);
  return fault_text([&] {
    WorksheetSource source(file.descriptor(), "staff.xlsx", sheet);
    char buffer[4096];
    while (source.read(buffer, sizeof buffer) > 0) {
    }
  });
}

std::string fault_of_workbook(const WorkbookXml& xml) {
  return fault_of(zipped(parts_of(xml)));
}

std::string fault_of_rows(const std::string& rows) {
  return fault_of_workbook({.sheet = sheet_of(rows)});
}

// Without the part of this name, or with another content.
std::string changed(const std::string& name, const char* content) {
  WorkbookXml xml{.sheet = sheet_of("<row><c t=\"s\"><v>0</v></c></row>"),
                  .shared = "<si><t>Quillfeather</t></si>",
                  .styles = "<cellXfs/>"};
  tests::Parts parts;
  for (auto& [part, bytes] : parts_of(xml)) {
    if (part != name)
      parts.emplace_back(part, bytes);
    else if (content != nullptr)
      parts.emplace_back(part, content);
  }
  return fault_of(zipped(parts));
}

const std::string mend =
    "\nhint: open it in Excel, which mends what it can, and save it again; or export it again";
const std::string again = "\nhint: it was perhaps not copied to its end: copy or export it again";
const std::string save_as = "\nhint: open it in Excel and save it as \"Excel Workbook (*.xlsx)\"";
const std::string take_off =
    "\nhint: open it in Excel and take the password off (File, Info, Protect Workbook); keep it where only "
    "the team can "
    "read it";

std::string damaged(const std::string& what) {
  return "staff.xlsx: is damaged: " + what + mend;
}

std::string at(const std::string& cell, const std::string& what) {
  return "staff.xlsx: column \"Staff!" + cell + "\": " + what;
}

// ---- other files ----

// The header and the directory of [MS-CFB]: sectors of 512 bytes, the directory in the first.
std::string compound_file(const std::string& stream) {
  std::string bytes(1024, '\0');
  bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  bytes[30] = 9;
  for (std::size_t i = 0; i < stream.size(); ++i) bytes[512 + 2 * i] = stream[i];
  return bytes;
}

TEST(WorkbookFaults, AnotherFileIsToldForWhatItIs) {
  EXPECT_EQ(fault_of(""), "staff.xlsx: is empty\nhint: export it again");
  EXPECT_EQ(fault_of("number,name\n1,Quillfeather\n"),
            "staff.xlsx: is not an Excel workbook (.xlsx)" + save_as);
  EXPECT_EQ(fault_of(compound_file("Workbook")),
            "staff.xlsx: is an old Office file (.xls), not an Excel workbook (.xlsx)" + save_as);
  EXPECT_EQ(fault_of("\xD0\xCF\x11\xE0"),
            "staff.xlsx: is an old Office file (.xls), not an Excel workbook (.xlsx)" + save_as);
  EXPECT_EQ(fault_of(zipped(
                {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}})),
            "staff.xlsx: is an OpenDocument spreadsheet (.ods), not an Excel workbook (.xlsx)\n"
            "hint: save it as \"Excel 2007-365 (.xlsx)\"");
  const std::string relation = "<Relationships><Relationship Id=\"rId1\" Type=\"x/officeDocument\" Target=\"";
  EXPECT_EQ(fault_of(zipped({{"_rels/.rels", relation + "xl/workbook.bin\"/></Relationships>"}})),
            "staff.xlsx: is a binary workbook (.xlsb), not an Excel workbook (.xlsx)" + save_as);
  const std::string other =
      "staff.xlsx: is a zipped file, but not an Excel workbook (.xlsx)\n"
      "hint: name the workbook itself; if it is inside the zipped file, unpack it first";
  EXPECT_EQ(fault_of(zipped({{"_rels/.rels", relation + "word/document.xml\"/></Relationships>"}})), other);
  EXPECT_EQ(fault_of(zipped({{"staff.csv", "Quillfeather"}})), other);
}

TEST(WorkbookFaults, APasswordIsTold) {
  EXPECT_EQ(fault_of(compound_file("EncryptedPackage")), "staff.xlsx: is protected by a password" + take_off);
  EXPECT_EQ(fault_of(zipped(parts_of({.sheet = sheet_of("")}), {.password = "invented"})),
            "staff.xlsx: is protected by a password" + take_off);
}

TEST(WorkbookFaults, AFileThatWasCutOffOrDamagedIsTold) {
  const std::string whole =
      zipped(parts_of({.sheet = sheet_of("<row><c><v>1</v></c></row>")}), {.compress = false});
  EXPECT_EQ(fault_of(whole.substr(0, whole.size() / 2)),
            "staff.xlsx: is damaged: it is a zipped file without a sound end" + again);
  std::string bent = whole;
  bent[whole.find("<v>1</v>") + 3] = '2';  // no longer what the checksum says
  EXPECT_EQ(fault_of(bent), "staff.xlsx: is damaged: a part of it cannot be unpacked" + again);
}

// ---- parts ----

TEST(WorkbookFaults, AMissingPartIsTold) {
  EXPECT_EQ(changed("xl/workbook.xml", nullptr), damaged("its list of sheets is missing"));
  EXPECT_EQ(changed("xl/_rels/workbook.xml.rels", nullptr),
            damaged("the list of its sheets' parts is missing"));
  EXPECT_EQ(changed("xl/worksheets/sheet1.xml", nullptr), damaged("the sheet is missing"));
  EXPECT_EQ(changed("xl/sharedStrings.xml", nullptr), damaged("its list of shared texts is missing"));
  EXPECT_EQ(changed("xl/styles.xml", nullptr), damaged("its list of formats is missing"));
  EXPECT_EQ(changed("xl/_rels/workbook.xml.rels", "<Relationships/>"),
            damaged("a sheet that it lists is missing"));
}

TEST(WorkbookFaults, BrokenXmlIsTold) {
  EXPECT_EQ(changed("_rels/.rels", "<Relationships>"), damaged("its list of parts cannot be read as XML"));
  EXPECT_EQ(changed("xl/workbook.xml", "<html/>"), damaged("its list of sheets cannot be read as XML"));
  EXPECT_EQ(changed("xl/styles.xml", ""), damaged("its list of formats cannot be read as XML"));
  EXPECT_EQ(changed("xl/sharedStrings.xml", "<sst><si><t>Quillfeather</si></sst>"),
            damaged("its list of shared texts cannot be read as XML"));
  EXPECT_EQ(changed("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>\x01</v>"),
            damaged("the sheet cannot be read as XML"));
  std::string deep = "<worksheet>";
  for (int i = 0; i < 64; ++i) deep += "<a>";
  EXPECT_EQ(fault_of_workbook({.sheet = deep}), damaged("the sheet cannot be read as XML"));
  EXPECT_EQ(fault_of(zipped(parts_of({.sheet = "<worksheet a=\"" + std::string(2'000'000, 'x') + "\"/>"}))),
            damaged("the sheet cannot be read as XML"));
  EXPECT_EQ(changed("xl/workbook.xml", "<workbook/>"), "staff.xlsx: has no worksheet\nhint: export it again");
}

TEST(WorkbookFaults, ADocumentTypeOrAnEntityIsRefused) {
  const std::string told =
      " declares a document type, which no spreadsheet program writes\n"
      "hint: ask who made the file; do not open it before you know";
  EXPECT_EQ(
      changed("xl/worksheets/sheet1.xml",
              "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>"),
      "staff.xlsx: the sheet" + told);
  EXPECT_EQ(changed("xl/sharedStrings.xml", "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>"),
            "staff.xlsx: its list of shared texts" + told);
  EXPECT_EQ(changed("xl/worksheets/sheet1.xml", "<worksheet>&unknown;</worksheet>"),
            damaged("the sheet cannot be read as XML"));
}

// Deflate shrinks blanks about a thousandfold.
TEST(WorkbookFaults, WhatUnpacksBeyondMeasureIsRefused) {
  EXPECT_EQ(changed("xl/worksheets/sheet1.xml",
                    ("<worksheet>" + std::string(12'000'000, ' ') + "</worksheet>").c_str()),
            "staff.xlsx: unpacks to more than 500 times its size, as no workbook of people does\n"
            "hint: ask who made it; if it is right, save the sheet as \"CSV UTF-8 (comma delimited)\"");
  EXPECT_EQ(changed("xl/worksheets/sheet1.xml",
                    ("<worksheet>" + std::string(10'000'000, ' ') + "</worksheet>").c_str()),
            "(no fault)");
}

// ---- sheets ----

TEST(WorkbookFaults, ASheetThatIsNotThereIsToldWithANearGuess) {
  const std::string types = WorkbookXml{}.relation_types;
  tests::Parts parts = parts_of(
      {.sheet = sheet_of(""),
       .further_sheets = "<sheet name=\"Notes\" sheetId=\"2\" r:id=\"rId2\"/>",
       .further_relations = "<Relationship Id=\"rId2\" Type=\"" + types + "/worksheet\" Target=\"x.xml\"/>"});
  const std::string bytes = zipped(parts);
  EXPECT_EQ(fault_of(bytes, "staff"), "staff.xlsx: has no sheet \"staff\"\nhint: did you mean \"Staff\"?");
  EXPECT_EQ(fault_of(bytes, "Leavers 2018"),
            "staff.xlsx: has no sheet \"Leavers 2018\"\nhint: one of: Staff, Notes");
  EXPECT_EQ(fault_of(bytes),
            "staff.xlsx: has 2 sheets, and none is named\nhint: name the sheet to read: one of: \"Staff\", "
            "\"Notes\"");
  EXPECT_EQ(fault_of(bytes, "Notes"), damaged("the sheet is missing"));
}

TEST(WorkbookFaults, ACellBeyondTheSheetIsTold) {
  EXPECT_EQ(fault_of_rows("<row><c r=\"XFE1\"><v>1</v></c></row>"),
            at("XFE1", "lies beyond the last column that a sheet can have, which is XFD" + mend));
  EXPECT_EQ(fault_of_rows("<row r=\"1048577\"/>"),
            at("row 1048577", "lies beyond the last row that a sheet can have" + mend));
}

TEST(WorkbookFaults, ACellOutOfItsPlaceIsTold) {
  EXPECT_EQ(fault_of_rows("<row r=\"5\"/><row r=\"5\"/>"),
            at("row 6", "is not where it should be: the rows are not in order" + mend));
  EXPECT_EQ(fault_of_rows("<row r=\"x\"/>"),
            at("row 1", "is not where it should be: the rows are not in order" + mend));
  EXPECT_EQ(fault_of_rows("<row><c><v>1</v></c><c r=\"B9\"><v>1</v></c></row>"),
            at("B1", "is followed by a cell whose place is not one of this row" + mend));
  EXPECT_EQ(fault_of_rows("<row><c r=\"C1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row>"),
            at("C1", "is there twice" + mend));
}

TEST(WorkbookFaults, AFormulaWithoutItsResultIsTold) {
  const std::string hint = "\nhint: open the workbook in Excel, save it, and use that";
  EXPECT_EQ(fault_of_rows("<row><c><f>1+1</f><v></v></c></row>"),
            at("A1", "holds a formula without its result" + hint));
  EXPECT_EQ(fault_of_rows("<row><c><v>1</v></c><c><f>A1</f></c></row>"),
            at("B1", "holds a formula without its result" + hint));
  EXPECT_EQ(fault_of_rows("<row><c t=\"str\"><f>\"\"</f><v></v></c><c><f>1</f><v>1</v></c></row>"),
            "(no fault)");
}

TEST(WorkbookFaults, ACellThatIsNotWhatItSaysIsTold) {
  EXPECT_EQ(fault_of_rows("<row r=\"14\"><c r=\"C14\"><v>Quillfeather</v></c></row>"),
            at("C14", "should hold a number and does not" + mend));
  EXPECT_EQ(fault_of_rows("<row><c t=\"b\"><v>Quillfeather</v></c></row>"),
            at("A1", "holds neither true nor false" + mend));
  EXPECT_EQ(fault_of_rows("<row><c t=\"Quillfeather\"><v>1</v></c></row>"),
            at("A1", "is of a type that no workbook has" + mend));
  EXPECT_EQ(fault_of_rows("<row><c t=\"s\"><v>0</v></c></row>"),
            at("A1", "refers to a text that the workbook does not hold" + mend));
  EXPECT_EQ(
      fault_of_rows("<row><c t=\"inlineStr\"><is><t>" + std::string(1'000'001, 'x') + "</t></is></c></row>"),
      at("A1", "holds a text of more than 1,000,000 bytes\nhint: check that this is the right sheet"));
}

TEST(WorkbookFaults, ARowBeyondAllMeasureIsTold) {
  std::string cells;
  for (int i = 0; i < 70; ++i) cells += "<c t=\"s\"><v>0</v></c>";
  std::string text;
  while (text.size() < 1'000'000) text += std::to_string(text.size() * 7919);
  EXPECT_EQ(fault_of_workbook(
                {.sheet = sheet_of("<row>" + cells + "</row>"), .shared = "<si><t>" + text + "</t></si>"}),
            at("BP1", "belongs to a row of more than 64 MiB\nhint: check that this is the right sheet"));
}

TEST(WorkbookFaults, ADiskThatFailsIsNotCalledADamagedWorkbook) {
  const int write_only = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  EXPECT_THROW(WorksheetSource(write_only, "staff.xlsx"), std::system_error);
  ::close(write_only);
}

}  // namespace
}  // namespace eqr::tabular
