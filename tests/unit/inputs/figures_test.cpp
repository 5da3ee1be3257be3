#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "inputs/document.hpp"

namespace eqr::inputs {
namespace {

using testing::ElementsAre;

DocumentRead read(const std::string& bytes, bool published = false, const std::string& name = "facts.csv") {
  Snapshot snapshot;
  snapshot.name = name;
  snapshot.bytes = bytes;
  return read_document(snapshot, "facts", {Shape::figures, {}, published});
}

std::string told(const std::string& bytes, const std::string& name = "facts.csv") {
  const DocumentRead result = read(bytes, false, name);
  EXPECT_EQ(result.document.has_value(), result.problems.empty());
  std::string all;
  for (const problems::Problem& problem : result.problems) all += problems::text(problem) + "\n";
  if (!all.empty()) all.pop_back();
  return all;
}

TEST(Figures, AHeadingThatIsNotPrintableIsToldByNumberAlone) {
  EXPECT_EQ(
      told("id,label,value,no\xC2\x92te\na,A,1,\n"),
      "facts.csv:1: the heading of column 4 holds a control character\n"
      "hint: the file was probably saved in another encoding: save it as UTF-8, or type the text again");
}

TEST(Figures, EveryTableOfFiguresHasTheSameTwelveColumns) {
  const DocumentRead result = read("Label,ID,Value\nPopulation,population,\"1,181,000\"\n");
  ASSERT_TRUE(result.document.has_value());
  const eqr::Document& document = *result.document;
  EXPECT_EQ(document.input(), "facts");
  std::vector<std::string> ids;
  for (const eqr::DocumentColumn& column : document.columns()) ids.push_back(column.id);
  EXPECT_THAT(ids, ElementsAre("id", "label", "value", "unit", "counts", "base", "period", "as_at",
                               "qualifier", "status", "source", "note"));
  ASSERT_EQ(document.row_count(), 1U);
  EXPECT_EQ(document.find("population"), 1U);
  EXPECT_EQ(document.text(1, "label"), "Population");
  EXPECT_EQ(document.text(1, "value"), "1181000");
  EXPECT_EQ(document.text(1, "note"), "");
  EXPECT_THAT(result.headings, ElementsAre("ID", "Label", "Value", "", "", "", "", "", "", "", "", ""));
  EXPECT_TRUE(document.columns()[2].is_number);
  EXPECT_FALSE(document.columns()[0].is_number);
}

TEST(Figures, AFullRowIsCheckedAndWrittenPlainly) {
  const DocumentRead result = read(
      "id,label,value,unit,counts,base,period,as at,qualifier,status,source,note\n"
      "visits,Safe and well visits,\"5,000 to 6,000\",People,,homes,2017/18,31/03/2018,MORE  than,Target,"
      "\"Fire, rescue\",\"line 1\r\nline 2\"\n");
  ASSERT_TRUE(result.document.has_value());
  EXPECT_THAT(result.document->raw_rows().at(0),
              ElementsAre("visits", "Safe and well visits", "5000 to 6000", "people", "people", "homes",
                          "2017/18", "2018-03-31", "more than", "target", "Fire, rescue", "line 1\nline 2"));
}

TEST(Figures, WhatMayBeANumberOfPeopleCountsAsPeople) {
  const DocumentRead result = read(
      "id,label,value,unit,counts\n"
      "a,A,1,,\nb,B,1,people,\nc,C,1,number,\nd,D,1,things,\ne,E,1,percent,\nf,F,1,pounds,\n"
      "g,G,1,percent,people\nh,H,1,people,published\ni,I,1,,things\n");
  ASSERT_TRUE(result.document.has_value());
  EXPECT_EQ(result.document->columns()[2].counts, eqr::Counts::people);
  std::vector<std::string> counts;
  for (std::size_t row = 1; row <= 9; ++row) counts.push_back(result.document->text(row, "counts"));
  EXPECT_THAT(counts, ElementsAre("people", "people", "people", "things", "things", "things", "people",
                                  "published", "things"));
}

TEST(Figures, OfAPublishedInputCountsOfPeopleArePublishedAndThingsStay) {
  const DocumentRead result = read("id,label,value,unit\na,A,1,people\nb,B,1,things\n", true);
  ASSERT_TRUE(result.document.has_value());
  EXPECT_EQ(result.document->text(1, "counts"), "published");
  EXPECT_EQ(result.document->text(2, "counts"), "things");
  EXPECT_EQ(result.document->columns()[2].counts, eqr::Counts::published);
}

TEST(Figures, AnEmptyValueIsAFigureThatIsNotAvailableYet) {
  const DocumentRead result = read("id,label,value\na,A,\nb,B,[z]\n");
  ASSERT_TRUE(result.document.has_value());
  EXPECT_EQ(result.document->text(1, "value"), "");
  EXPECT_EQ(result.document->text(2, "value"), "[z]");
}

TEST(Figures, RowsKeepTheirLinesAndRowsOfCommasArePassedOver) {
  const DocumentRead result = read("id,label,value\na,\"A\nx\",1\n,,\n\nb,B,2\n , ,\n");
  ASSERT_TRUE(result.document.has_value());
  EXPECT_EQ(result.document->row_count(), 2U);
  EXPECT_THAT(result.lines, ElementsAre(2U, 6U));
}

TEST(Figures, AllThatIsWrongIsToldAtOnce) {
  EXPECT_EQ(told("id,label,value,unit,counts,as_at,qualifier,status\n"
                 "Visits,,12%,peeple,persons,soon,abuot,final\n"
                 "b,B,1,,,,,\n"
                 "b,B,2,,,,,\n"
                 ",C,3,,,,,\n"),
            "facts.csv:2: column \"id\": is not an id\n"
            "hint: use small letters a to z, digits and hyphens, as in people-helped\n"
            "facts.csv:2: column \"label\": is empty\n"
            "hint: say in words what the figure is\n"
            "facts.csv:2: column \"value\": is not a number\n"
            "hint: write the number without the percent sign\n"
            "facts.csv:2: column \"unit\": is not one of the words for this column\n"
            "hint: did you mean \"people\"?\n"
            "facts.csv:2: column \"counts\": is not one of the words for this column\n"
            "hint: one of: people, things, published\n"
            "facts.csv:2: column \"as_at\": is not a date\n"
            "hint: write it as 2018-03-31 or 31/03/2018\n"
            "facts.csv:2: column \"qualifier\": is not one of the words for this column\n"
            "hint: did you mean \"about\"?\n"
            "facts.csv:2: column \"status\": is not one of the words for this column\n"
            "hint: one of: provisional, estimated, revised, target\n"
            "facts.csv:4: column \"id\": is the id of line 3 already\n"
            "hint: give every figure an id of its own\n"
            "facts.csv:5: column \"id\": is empty\n"
            "hint: give every figure an id of its own");
}

TEST(Figures, MissingAndUnknownColumnsAreToldWithTheNearGuess) {
  EXPECT_EQ(told("id,lable,value,sorce,colour\na,A,1,x,y\n"),
            "facts.csv:1: column \"label\": this column is missing\n"
            "hint: rename \"lable\", if that is it\n"
            "facts.csv:1: column \"lable\": is not a column of a table of figures\n"
            "hint: did you mean \"label\"?\n"
            "facts.csv:1: column \"sorce\": is not a column of a table of figures\n"
            "hint: did you mean \"source\"?\n"
            "facts.csv:1: column \"colour\": is not a column of a table of figures\n"
            "hint: one of: label, unit, counts, base, period, as_at, qualifier, status, source, note");
}

TEST(Figures, TwentyProblemsAreToldAndTheOthersCounted) {
  std::string bytes = "id,label,value\n";
  for (int i = 0; i < 23; ++i) bytes.append("a").append(std::to_string(i)).append(",A,many\n");
  const DocumentRead result = read(bytes);
  ASSERT_EQ(result.problems.size(), 21U);
  EXPECT_EQ(problems::text(result.problems.back()),
            "facts.csv: and 3 more problems in this file\nhint: mend those above and check again");
}

TEST(Figures, AFileThatCannotBeReadIsTold) {
  EXPECT_EQ(told("id,label,value\na,A\n"),
            "facts.csv:2: 2 fields where the header has 3\n"
            "hint: put a field that holds a line break in quotation marks");
}

TEST(Figures, JsonGivesTheSameFigures) {
  const std::string json = R"([{"id": "pay-gap", "label": "Pay gap", "value": 13.60, "unit": "percent"}])";
  for (const char* name :
       {"facts.json", "http://figures.example/facts.JSON?…", "http://figures.example/facts"}) {
    const DocumentRead result = read(json, false, name);
    ASSERT_TRUE(result.document.has_value()) << name;
    EXPECT_EQ(result.document->text(1, "value"), "13.60");
    EXPECT_EQ(result.document->text(1, "counts"), "things");
    EXPECT_THAT(result.lines, ElementsAre(1U));
  }
  EXPECT_EQ(told("[{\"id\": \"a\", \"value\": 1}]", "facts.json"),
            "facts.json: column \"label\": this column is missing\nhint: add a column with this heading");
}

TEST(Figures, MessagesNeverRepeatACell) {
  const std::string all = told(
      "id,label,value,unit,counts,as_at,qualifier,status\n"
      "Quillfeather,Quillfeather,Quillfeather,Quillfeather,Quillfeather,Quillfeather,Quillfeather,"
      "Quillfeather\n");
  EXPECT_THAT(all, testing::Not(testing::HasSubstr("uillfeather")));
  EXPECT_THAT(all, testing::HasSubstr("facts.csv:2: column \"status\""));
}

}  // namespace
}  // namespace eqr::inputs
