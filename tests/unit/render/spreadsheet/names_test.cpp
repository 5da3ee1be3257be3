#include "render/spreadsheet/names.hpp"

#include <gtest/gtest.h>

#include "render/spreadsheet/guard.hpp"

namespace eqr::render::spreadsheet {
namespace {

TEST(Names, a_sheet_is_called_after_the_id_of_its_table) {
  Names names;
  EXPECT_EQ(names.sheet("workforce.ethnicity"), "Workforce_ethnicity");
  EXPECT_EQ(names.sheet("advancing-opportunity.digital"), "Advancing_opportunity_digital");
}

TEST(Names, an_id_too_long_for_a_sheet_loses_words_of_its_first_part) {
  Names names;
  EXPECT_EQ(names.sheet("eliminating-discrimination.hate-crime"), "Eliminating_hate_crime");
}

TEST(Names, an_id_still_too_long_is_cut_after_a_whole_word) {
  Names names;
  EXPECT_EQ(names.sheet("veterans.people-helped-by-each-area-of-the-county"),
            "People_helped_by_each_area_of");
}

TEST(Names, two_ids_that_would_get_one_name_are_told_apart_by_a_number) {
  Names names;
  EXPECT_EQ(names.sheet("workforce.grade"), "Workforce_grade");
  EXPECT_EQ(names.sheet("Workforce.Grade"), "Workforce_Grade_2");
  EXPECT_EQ(names.sheet("workforce-grade"), "Workforce_grade_3");
  EXPECT_EQ(names.table("a.b"), "a_b");
  EXPECT_EQ(names.table("A-B"), "A_B_2");
}

TEST(Names, a_number_is_added_within_the_thirty_one_characters) {
  Names names;
  const std::string longest = "abcdefghijklmnopqrstuvwxyzabcde";
  EXPECT_EQ(names.sheet(longest), "Abcdefghijklmnopqrstuvwxyzabcde");
  EXPECT_EQ(names.sheet(longest), "Abcdefghijklmnopqrstuvwxyzabc_2");
}

TEST(Names, what_Excel_would_refuse_gets_a_word_before_it) {
  Names names;
  EXPECT_EQ(names.sheet("2018"), "Table_2018");
  EXPECT_EQ(names.sheet("history"), "Table_History");
  EXPECT_EQ(names.sheet("..."), "Table");
  EXPECT_EQ(names.table("ab12"), "table_ab12");
  EXPECT_EQ(names.table("r1c1"), "table_r1c1");
  EXPECT_EQ(names.table("C"), "table_C");
  EXPECT_EQ(names.table("1st"), "table_1st");
}

TEST(Names, a_reserved_name_goes_to_no_table) {
  Names names;
  names.reserve("Notes");
  EXPECT_EQ(names.sheet("notes"), "Notes_2");
}

}  // namespace
}  // namespace eqr::render::spreadsheet
