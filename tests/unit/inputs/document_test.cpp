#include "inputs/document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace eqr::inputs {
namespace {

using testing::ElementsAre;

const std::vector<DeclaredColumn> pledges = {
    {"area", false, ColumnCounts::none, false},   {"people_helped", true, ColumnCounts::people, false},
    {"events", true, ColumnCounts::things, true}, {"score", true, ColumnCounts::none, true},
    {"note", false, ColumnCounts::none, true},
};

DocumentRead read(const std::string& bytes, bool published = false) {
  Snapshot snapshot;
  snapshot.name = "pledges.csv";
  snapshot.bytes = bytes;
  return read_document(snapshot, "covenant", {Shape::table, pledges, published});
}

std::string told(const std::string& bytes) {
  std::string all;
  for (const problems::Problem& problem : read(bytes).problems) all += problems::text(problem) + "\n";
  if (!all.empty()) all.pop_back();
  return all;
}

TEST(DocumentTables, ColumnsAreFoundByIdWhateverCaseHyphensAndBlanks) {
  for (const char* heading : {"people_helped", "People helped", "PEOPLE-HELPED", " people  helped "}) {
    const DocumentRead result = read(std::string("Area,") + heading + "\nWatford,\"1,181\"\n");
    ASSERT_TRUE(result.document.has_value()) << heading;
    EXPECT_EQ(result.document->text(1, "people_helped"), "1181");
  }
}

TEST(DocumentTables, TheDocumentHasTheDeclaredColumnsInTheirOrder) {
  const DocumentRead result = read("note,ignored,People helped,area\nx,y,7,Ware\n\n,,,\nz,,[c],Hertford\n");
  ASSERT_TRUE(result.document.has_value());
  EXPECT_EQ(result.document->input(), "covenant");
  EXPECT_THAT(result.document->raw_rows(), ElementsAre(ElementsAre("Ware", "7", "", "", "x"),
                                                       ElementsAre("Hertford", "[c]", "", "", "z")));
  EXPECT_THAT(result.lines, ElementsAre(2U, 5U));
  EXPECT_THAT(result.headings, ElementsAre("area", "People helped", "", "", "note"));
}

TEST(DocumentTables, WhatAColumnCountsGoesWithIt) {
  using eqr::Counts;
  const auto columns = read("area,people helped\n").document->columns();
  EXPECT_EQ(columns[1], (eqr::DocumentColumn{"people_helped", true, Counts::people}));
  EXPECT_EQ(columns[2], (eqr::DocumentColumn{"events", true, Counts::things}));
  EXPECT_EQ(columns[3], (eqr::DocumentColumn{"score", true, Counts::things}));
  const auto published = read("area,people helped\n", true).document->columns();
  EXPECT_EQ(published[1].counts, Counts::published);
  EXPECT_EQ(published[2].counts, Counts::things);
}

TEST(DocumentTables, AMissingColumnIsToldWithTheNearGuess) {
  EXPECT_EQ(told("area,peple helped\nWare,1\n"),
            "pledges.csv:1: column \"people_helped\": this column is missing\n"
            "hint: rename \"peple helped\", if that is it");
  EXPECT_EQ(told("area,total\nWare,1\n"),
            "pledges.csv:1: column \"people_helped\": this column is missing\n"
            "hint: add a column with this heading");
}

TEST(DocumentTables, TwoHeadingsForOneColumnAreTold) {
  EXPECT_EQ(told("area,people helped,people-helped\nWare,1,2\n"),
            "pledges.csv:1: column \"people_helped\": could be either of columns 2 and 3\n"
            "hint: hyphens, underscores and blanks make no difference; rename one of the two");
}

TEST(DocumentTables, WrongCellsAreToldByLineAndHeading) {
  EXPECT_EQ(
      told("area,People helped,note\nWare,few,\nHertford,1,a\x01\n"),
      "pledges.csv:2: column \"People helped\": is not a number\n"
      "hint: leave the cell empty if the number is not available yet, or write [x] not available, "
      "[z] not applicable or [c] confidential\n"
      "pledges.csv:3: column \"note\": holds a control character\n"
      "hint: the file was probably saved in another encoding: save it as UTF-8, or type the text again");
}

TEST(DocumentTables, Windows1252ReadAsLatin1IsToldInCellsAndHeadings) {
  const std::string hint =
      "hint: the file was probably saved in another encoding: save it as UTF-8, or type the text again";
  EXPECT_EQ(told("area,people helped,the forum\xC2\x92s note,note\nWare,1,,don\xC2\x92t\n"),
            "pledges.csv:1: the heading of column 3 holds a control character\n" + hint +
                "\npledges.csv:2: column \"note\": holds a control character\n" + hint);
}

TEST(DocumentTables, ARangeIsNoNumberOfATable) {
  EXPECT_EQ(told("area,people helped\nWare,5 to 6\n"),
            "pledges.csv:2: column \"people helped\": is not a number\n"
            "hint: write digits, with a point for decimals and nothing but commas between thousands");
}

}  // namespace
}  // namespace eqr::inputs
