#include "tallies/key.hpp"

#include <gtest/gtest.h>

#include "tallies/dimensions.hpp"

namespace eqr::tallies {
namespace {

TEST(Key, equal_questions_have_equal_keys_however_their_groups_are_ordered) {
  const Key one{"staff", Snapshot::this_year, {{"ethnicity", {"asian", "black"}}}};
  const Key other{"staff", Snapshot::this_year, {{"ethnicity", {"black", "asian"}}}};
  EXPECT_EQ(one, other);
  EXPECT_NE(one, (Key{"staff", Snapshot::last_year, {{"ethnicity", {"asian", "black"}}}}));
}

TEST(Key, reads_as_a_sentence) {
  EXPECT_EQ(in_words(Key{"staff", Snapshot::this_year, {}}), "staff, this year");
  EXPECT_EQ(
      in_words(Key{
          "staff", Snapshot::last_year, {{"ethnicity", {"mixed", "asian", "black"}}, {"sex", {"female"}}}}),
      "staff, last year, where ethnicity is asian, black or mixed and sex is female");
  EXPECT_EQ(in_words(Key{"staff", Snapshot::this_year, {{"sex", {}}}}),
            "staff, this year, where sex is none");
}

TEST(Key, a_cell_of_a_document_is_told_from_a_count_of_people) {
  const Key cell = document_cell("covenant", 7, "people_helped");
  EXPECT_TRUE(is_of_document(cell));
  EXPECT_EQ(in_words(cell), "input \"covenant\", row 7, column \"people_helped\"");
  EXPECT_FALSE(is_of_document(Key{"covenant", Snapshot::this_year, {{"row", {"7"}}}}));
}

const Dimension sex{{"female", "male", "not-stated"}, {{"declared", {"female", "male"}}}};

TEST(Dimension, names_of_unions_stand_for_their_leaves_and_unknown_names_for_nothing) {
  const std::vector<std::string> known = {"declared"}, unknown = {"female", "other"};
  EXPECT_EQ(sex.admitted(known), (std::set<std::string>{"female", "male"}));
  EXPECT_EQ(sex.admitted(unknown), std::nullopt);
}

TEST(Dimension, a_condition_that_admits_all_leaves_no_mark_on_the_key) {
  Key key{"staff", Snapshot::this_year, {}};
  narrow(key, "sex", sex, sex.leaves);
  EXPECT_EQ(key, (Key{"staff", Snapshot::this_year, {}}));
}

TEST(Dimension, two_conditions_on_one_column_must_both_hold) {
  Key key{"staff", Snapshot::this_year, {}};
  narrow(key, "sex", sex, {"female", "male"});
  narrow(key, "sex", sex, {"male", "not-stated"});
  EXPECT_EQ(key.admits.at("sex"), (std::set<std::string>{"male"}));
}

// People who left in the year are known, and counted only where they are asked for.
const Dimension movement{{"stayed", "started", "left"}, {}, {"stayed", "started"}};

TEST(Dimension, a_condition_that_admits_what_counts_without_it_leaves_no_mark_on_the_key) {
  Key key{"staff", Snapshot::this_year, {}};
  narrow(key, "movement", movement, {"started", "stayed"});
  EXPECT_EQ(key, (Key{"staff", Snapshot::this_year, {}}));
}

TEST(Dimension, asking_for_all_leaves_is_another_question_where_not_all_count_without_it) {
  Key key{"staff", Snapshot::this_year, {}};
  narrow(key, "movement", movement, movement.leaves);
  EXPECT_EQ(key.admits.at("movement"), movement.leaves);
}

}  // namespace
}  // namespace eqr::tallies
