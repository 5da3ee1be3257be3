#include "tabular/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace eqr::tabular {
namespace {

using testing::ElementsAre;

std::vector<std::vector<std::string>> rows_of(const std::string& bytes) {
  std::vector<std::vector<std::string>> rows;
  for (const Record& record : read_csv(bytes, "staff.csv").records) rows.push_back(record.fields);
  return rows;
}

TEST(Csv, AFileIsItsHeaderAndItsRecordsWithTheirLines) {
  const Table table = read_csv("area,people\nWatford,12\nHertford,7\n", "areas.csv");
  EXPECT_EQ(table.file, "areas.csv");
  EXPECT_THAT(table.header, ElementsAre("area", "people"));
  ASSERT_EQ(table.records.size(), 2U);
  EXPECT_EQ(table.records[0].line, 2U);
  EXPECT_THAT(table.records[0].fields, ElementsAre("Watford", "12"));
  EXPECT_EQ(table.records[1].line, 3U);
  EXPECT_THAT(table.records[1].fields, ElementsAre("Hertford", "7"));
}

// The examples of RFC 4180 section 2, rules 1 to 7.
TEST(Csv, TheRulesOfRfc4180Hold) {
  EXPECT_THAT(rows_of("h1,h2,h3\r\naaa,bbb,ccc\r\nzzz,yyy,xxx\r\n"),
              ElementsAre(ElementsAre("aaa", "bbb", "ccc"), ElementsAre("zzz", "yyy", "xxx")));
  EXPECT_THAT(rows_of("h1,h2,h3\r\naaa,bbb,ccc\r\nzzz,yyy,xxx"),
              ElementsAre(ElementsAre("aaa", "bbb", "ccc"), ElementsAre("zzz", "yyy", "xxx")));
  EXPECT_THAT(rows_of("h1,h2,h3\r\n\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx"),
              ElementsAre(ElementsAre("aaa", "bbb", "ccc"), ElementsAre("zzz", "yyy", "xxx")));
  EXPECT_THAT(rows_of("h1,h2,h3\r\n\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx"),
              ElementsAre(ElementsAre("aaa", "b\r\nbb", "ccc"), ElementsAre("zzz", "yyy", "xxx")));
  EXPECT_THAT(rows_of("h1,h2,h3\r\n\"aaa\",\"b\"\"bb\",\"ccc\""),
              ElementsAre(ElementsAre("aaa", "b\"bb", "ccc")));
}

TEST(Csv, AQuotedFieldMayHoldCommasQuotesAndLineBreaks) {
  EXPECT_THAT(rows_of("a,b\n\"x, \"\"y\"\"\nz\",\"\"\n"), ElementsAre(ElementsAre("x, \"y\"\nz", "")));
  EXPECT_THAT(rows_of("a,b\n\"\"\"\",\",\"\n"), ElementsAre(ElementsAre("\"", ",")));
}

TEST(Csv, LinesAreCountedThroughQuotedLineBreaks) {
  const Table table = read_csv("a,b\n\"1\n2\n3\",x\n\ny,z\n", "a.csv");
  ASSERT_EQ(table.records.size(), 2U);
  EXPECT_EQ(table.records[0].line, 2U);
  EXPECT_EQ(table.records[1].line, 6U);
}

TEST(Csv, BlanksAroundAFieldBelongToIt) {
  EXPECT_THAT(rows_of("a,b\n  x ,\ty\n"), ElementsAre(ElementsAre("  x ", "\ty")));
}

TEST(Csv, HeadingsComeTrimmed) {
  EXPECT_THAT(read_csv(" Pay grade ,\"Sex \"\nA,B\n", "a.csv").header, ElementsAre("Pay grade", "Sex"));
}

TEST(Csv, AByteOrderMarkIsDropped) {
  EXPECT_THAT(read_csv("\xEF\xBB\xBFsex\nF\n", "a.csv").header, ElementsAre("sex"));
  EXPECT_THAT(read_csv("\xEF\xBB\xBF\"sex\"\nF\n", "a.csv").header, ElementsAre("sex"));
}

TEST(Csv, BlankLinesArePassedOver) {
  EXPECT_THAT(rows_of("\n\r\na\n\n1\n\r\n\n2\n\n"), ElementsAre(ElementsAre("1"), ElementsAre("2")));
}

TEST(Csv, AnEmptyQuotedFieldIsARecordAndNoBlankLine) {
  EXPECT_THAT(rows_of("a\n\"\"\n"), ElementsAre(ElementsAre("")));
}

TEST(Csv, AHeaderAloneIsATableWithoutRecords) {
  EXPECT_TRUE(read_csv("a,b\n", "a.csv").records.empty());
  EXPECT_TRUE(read_csv("a,b", "a.csv").records.empty());
}

TEST(Csv, EveryFieldMayBeEmpty) {
  EXPECT_THAT(rows_of("a,b,c\n,,\n"), ElementsAre(ElementsAre("", "", "")));
  EXPECT_THAT(rows_of("a,b,c\n,,"), ElementsAre(ElementsAre("", "", "")));
}

TEST(Csv, LettersOfAllLanguagesPassUnchanged) {
  EXPECT_THAT(rows_of("name\nSi\xC3\xA2n \xE2\x80\x93 \xF0\x9F\x8F\xB4\n"),
              ElementsAre(ElementsAre("Si\xC3\xA2n \xE2\x80\x93 \xF0\x9F\x8F\xB4")));
}

TEST(Csv, AFieldAsLongAsTheBufferAndLongerIsWhole) {
  for (const std::size_t length : {262'140U, 262'144U, 262'150U, 900'000U}) {
    const std::string field(length, 'x');
    EXPECT_EQ(rows_of("a,b\n" + field + ",y\n").at(0).at(0), field);
    EXPECT_EQ(rows_of("a,b\n\"" + field + "\",y\n").at(0).at(0), field);
  }
}

// Each construct is put across the end of the reader's buffer at every offset.
TEST(Csv, WhereTheBufferEndsMakesNoDifference) {
  const std::string tail = "\r\n\"a \"\"b\"\"\r\n\",\xC3\xA9\r\nlast,one";
  for (std::size_t filler = 262'144 - 40; filler < 262'144; ++filler) {
    const auto rows = rows_of("h,i\nx," + std::string(filler - 6, 'y') + tail);
    ASSERT_EQ(rows.size(), 3U) << filler;
    EXPECT_THAT(rows[1], ElementsAre("a \"b\"\r\n", "\xC3\xA9")) << filler;
    EXPECT_THAT(rows[2], ElementsAre("last", "one")) << filler;
  }
}

TEST(Csv, TheReaderUsesARecordAgain) {
  std::istringstream bytes("a,b\n1,2\n3,4\n");
  CsvReader reader(bytes, "a.csv");
  EXPECT_THAT(reader.header(), ElementsAre("a", "b"));
  EXPECT_EQ(reader.file(), "a.csv");
  Record record;
  ASSERT_TRUE(reader.next(record));
  EXPECT_THAT(record.fields, ElementsAre("1", "2"));
  ASSERT_TRUE(reader.next(record));
  EXPECT_THAT(record.fields, ElementsAre("3", "4"));
  EXPECT_FALSE(reader.next(record));
  EXPECT_FALSE(reader.next(record));
}

}  // namespace
}  // namespace eqr::tabular
