#include "tabular/json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "unit/tabular/fault_text.hpp"

namespace eqr::tabular {
namespace {

using testing::ElementsAre;

std::string fault_of(const std::string& bytes) {
  return tests::fault_text([&] { (void)read_json(bytes, "pledges.json"); });
}

TEST(Json, AListOfObjectsIsATableAndKeysAreItsHeadings) {
  const Table table =
      read_json("[\n {\"area\": \"Watford\", \"people\": 1181},\n {\"area\": \"Ware\"}\n]", "pledges.json");
  EXPECT_EQ(table.file, "pledges.json");
  EXPECT_THAT(table.header, ElementsAre("area", "people"));
  ASSERT_EQ(table.records.size(), 2U);
  EXPECT_EQ(table.records[0].line, 2U);
  EXPECT_THAT(table.records[0].fields, ElementsAre("Watford", "1181"));
  EXPECT_EQ(table.records[1].line, 3U);
  EXPECT_THAT(table.records[1].fields, ElementsAre("Ware", ""));
}

TEST(Json, HeadingsStandInTheOrderOfTheirFirstAppearance) {
  const Table table = read_json(R"([{"b": 1}, {"a": 2, "b": 3}, {"c": 4}])", "pledges.json");
  EXPECT_THAT(table.header, ElementsAre("b", "a", "c"));
  EXPECT_THAT(table.records.at(0).fields, ElementsAre("1", "", ""));
  EXPECT_THAT(table.records.at(1).fields, ElementsAre("3", "2", ""));
  EXPECT_THAT(table.records.at(2).fields, ElementsAre("", "", "4"));
}

TEST(Json, ANumberIsKeptAsItIsWritten) {
  const Table table = read_json(
      R"([{"a":13.60,"b":-0.9,"c":1e3,"d":12345678901234567890123,"e":-7,"f":0.1000,"g":18446744073709551615}])",
      "pledges.json");
  EXPECT_THAT(table.records.at(0).fields, ElementsAre("13.60", "-0.9", "1e3", "12345678901234567890123", "-7",
                                                      "0.1000", "18446744073709551615"));
}

TEST(Json, NullIsAnEmptyCellAndTruthIsAWord) {
  const Table table = read_json(R"([{"a":null,"b":true,"c":false,"d":"x\u00e9"}])", "pledges.json");
  EXPECT_THAT(table.records.at(0).fields, ElementsAre("", "true", "false", "x\xC3\xA9"));
}

TEST(Json, AByteOrderMarkIsDropped) {
  EXPECT_EQ(read_json("\xEF\xBB\xBF[{\"a\":1}]", "pledges.json").records.size(), 1U);
}

TEST(Json, WhatIsNotJsonIsToldWithLineAndCharacter) {
  EXPECT_EQ(fault_of("[\n{\"a\": 1},\n{\"a\": secret}\n]"),
            "pledges.json:3:7: is not valid JSON from here on\n"
            "hint: look for a comma, a quotation mark or a bracket that is missing or too many");
}

TEST(Json, WhatIsNotAListIsTold) {
  const std::string expected =
      "pledges.json: is JSON, but not a list\nhint: put the rows into one list: [ {…}, {…} ]";
  EXPECT_EQ(fault_of(R"({"rows": [{"a": 1}]})"), expected);
  EXPECT_EQ(fault_of("7"), expected);
  EXPECT_EQ(fault_of("\"text\""), expected);
}

TEST(Json, EntriesThatAreNotFlatObjectsAreAllTold) {
  EXPECT_EQ(fault_of("[{\"a\": 1},\n7,\n[1, {\"b\": [2]}],\n{\"a\": {\"x\": [1]}},\n{\"a\": [[2]]}]"),
            "pledges.json:2: an entry of the list is not an object\n"
            "hint: write each row as an object: {\"id\": …}\n"
            "pledges.json:3: an entry of the list is a list itself\n"
            "hint: write each row as an object: {\"id\": …}\n"
            "pledges.json:4: column \"a\": holds a list or an object where a single value is wanted\n"
            "hint: write one value for each key\n"
            "pledges.json:5: column \"a\": holds a list or an object where a single value is wanted\n"
            "hint: write one value for each key");
}

TEST(Json, AKeyTwiceInOneObjectIsTold) {
  EXPECT_EQ(fault_of("[{\"a\": 1,\n\"a\": 2}]"),
            "pledges.json:2: column \"a\": a key stands twice in one object\nhint: keep one of the two");
}

TEST(Json, KeysThatDifferOnlyInCaseAreTold) {
  EXPECT_EQ(fault_of(R"([{"Area": 1}, {"area": 2}])"),
            "pledges.json: columns 1 and 2 have the same heading\n"
            "hint: give every column a heading of its own; capitals and blanks make no difference");
}

TEST(Json, NothingAndAnEmptyListAreTold) {
  EXPECT_EQ(fault_of(" \n"), "pledges.json: is empty\nhint: write one object for each row: [ {…}, {…} ]");
  EXPECT_EQ(fault_of("[]"), "pledges.json: the list is empty\nhint: write one object for each row");
}

TEST(Json, BytesThatAreNotUtf8AreToldWithTheirLine) {
  EXPECT_EQ(fault_of("[\n{\"a\": \"Zo\xEB\"}]"),
            "pledges.json:2: holds bytes that are not UTF-8 text\nhint: save the file as UTF-8");
}

TEST(Json, AWebPageIsToldAsSuch) {
  EXPECT_EQ(fault_of("<html><body>Sign in</body></html>"),
            "pledges.json: is a web page or XML, not a table\n"
            "hint: open the address in a browser: it may ask to sign in, or link to the file itself");
}

TEST(Json, AHundredThousandOpenBracketsAreNoTrouble) {
  EXPECT_EQ(fault_of(std::string(100'000, '[')).substr(0, 15), "pledges.json:1:");
}

TEST(Json, AFewWideObjectsAmongManyEmptyOnesAreRefused) {
  std::string wide = "{\"k0\":0";
  for (int i = 1; i < 16'000; ++i) wide += ",\"k" + std::to_string(i) + "\":0";
  wide += '}';
  std::string empty = "{}";
  for (int i = 0; i < 1'000; ++i) empty += ",{}";
  const std::string told =
      "pledges.json:1: the objects have too few keys in common to make a table\n"
      "hint: give all objects the same keys";
  EXPECT_EQ(fault_of('[' + wide + ',' + empty + ']'), told);
  EXPECT_EQ(fault_of('[' + empty + ',' + wide + ']'), told);
}

TEST(Json, MoreEntriesThanAWorksheetHasRowsAreRefused) {
  std::string bytes = "[{}";
  for (int i = 0; i < 1'048'576; ++i) bytes += ",{}";
  EXPECT_EQ(fault_of(bytes + ']'),
            "pledges.json:1: the list has more than 1,048,576 entries\n"
            "hint: leave out what is not needed, or use two files");
}

}  // namespace
}  // namespace eqr::tabular
