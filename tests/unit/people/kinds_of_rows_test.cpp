// Posts and events. Sums by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/people/staff_extract.hpp"

namespace eqr::persons::tests {
namespace {

Occasion of_rows(RowsAre rows) {
  Occasion occasion = this_year;
  occasion.rows = rows;
  return occasion;
}

const std::string posts =
    "Number,Team,Gender,Born,Main,Hours\n"
    "1,Café,F,,Y,10\n"
    "1,\"Adults, Health and Care\",F,,N,20\n"
    "2,\"Adults, Health and Care\",M,,N,18.5\n"
    "2,Café,M,,Y,18.5\n"
    "3,Café,F,,Y,37\n";

TEST(Pass, of_several_posts_the_one_that_is_marked_counts) {
  const Codebook codebook =
      book(std::string(staff_book) + "[main_post]\ncolumn = \"Main\"\nvalues = [\"Y\"]\n");
  const Key cafe = staff({{"team", {"cafe"}}});
  const Answered found = answered(codebook, posts, {{staff(), cafe}, {}}, of_rows(RowsAre::posts));
  EXPECT_EQ(count(found, staff()), 3U);
  EXPECT_EQ(count(found, cafe), 3U);
  EXPECT_EQ(found.findings.repeated, 2U);
  EXPECT_EQ(told([&] {
              (void)answered(codebook, posts + "3,Café,F,,Y,1\n4,Café,F,,N,1\n", {{cafe}, {}},
                             of_rows(RowsAre::posts));
            }),
            "staff.csv:8: column \"Main\": a person of whom no post is marked as the main one\n"
            "hint: mark one post of each person as the main one");
  EXPECT_THAT(
      told([&] {
        (void)answered(codebook, posts + "3,,F,,Y,1\n", {{cafe}, {}}, of_rows(RowsAre::posts));
      }),
      testing::StartsWith("staff.csv:7: column \"Number\": another post of the same person is marked as the "
                          "main one in line 6\nhint: "));
}

TEST(Pass, of_several_posts_the_one_with_the_most_hours_counts_and_of_equals_the_first) {
  const Codebook codebook = book(std::string(staff_book) + "[main_post]\nmost_hours = \"Hours\"\n");
  const Key cafe = staff({{"team", {"cafe"}}}), adults = staff({{"team", {"adults"}}});
  for (std::size_t block = 1; block < 60; ++block) {
    const Answered found = answered(codebook, posts, {{staff(), cafe, adults}, {}}, of_rows(RowsAre::posts),
                                    {3, nullptr, {}}, block);
    ASSERT_EQ(count(found, staff()), 3U);
    ASSERT_EQ(count(found, cafe), 1U);
    ASSERT_EQ(count(found, adults), 2U);
    ASSERT_EQ(found.findings.rows, 5U);
    ASSERT_EQ(found.findings.repeated, 2U);
  }
}

TEST(Pass, an_ended_post_is_no_main_post_that_somebody_forgot_to_mark) {
  const Codebook codebook = book(dated_book + "[main_post]\ncolumn = \"Main\"\nvalues = [\"Y\"]\n");
  const std::string csv =
      "Number,Team,Gender,Born,Start,Leave,Main\n"
      "1,Café,F,,2010-01-01,2015-01-01,Y\n"  // an earlier main post
      "1,Café,F,,2017-01-01,,Y\n"
      "2,Café,M,,2000-01-01,2001-01-01,N\n"  // gone for long
      "3,Café,M,,2000-01-01,,Y\n";
  const Answered found = answered(codebook, csv, {{staff(), women()}, {}}, of_rows(RowsAre::posts));
  EXPECT_EQ(count(found, staff()), 2U);
  EXPECT_EQ(count(found, women()), 1U);
}

TEST(Pass, the_post_with_the_most_hours_is_looked_for_among_those_that_count) {
  const Codebook codebook = book(dated_book + R"(
[main_post]
most_hours = "Hours"
[[exclude]]
column = "Contract"
values = ["Casual"]
reason = "casual workers"
)");
  const std::string csv =
      "Number,Team,Gender,Born,Start,Leave,Hours,Contract\n"
      "1,Café,F,,2010-01-01,,20,Permanent\n"
      "1,Café,F,,2010-01-01,,25,Casual\n"
      "2,\"Adults, Health and Care\",M,,2010-01-01,2015-01-01,37,Permanent\n"
      "2,Café,M,,2015-01-01,,10,Permanent\n";
  const Key cafe = staff({{"team", {"cafe"}}});
  const Answered found = answered(codebook, csv, {{staff(), cafe}, {}}, of_rows(RowsAre::posts));
  EXPECT_EQ(count(found, staff()), 2U);
  EXPECT_EQ(count(found, cafe), 2U);
  EXPECT_EQ(found.findings.excluded.at("casual workers"), 1U);
  EXPECT_EQ(found.findings.not_in_post, 1U);
}

TEST(Pass, groups_are_looked_up_in_the_post_that_stands_for_the_person) {
  Codebook events = book("id = \"Who\"\n[characteristics.team]\nlooked_up = true\n", Use::events);
  const Key cafe{"training", Snapshot::this_year, {{"team", {"cafe"}}}},
      adults{"training", Snapshot::this_year, {{"team", {"adults"}}}};
  Occasion occasion{"training", Snapshot::this_year, snapshot_day, "training.csv"};
  occasion.rows = RowsAre::events;
  for (const auto& [rule, in_cafe] : {std::pair{"[main_post]\ncolumn = \"Main\"\nvalues = [\"Y\"]\n", 3U},
                                      std::pair{"[main_post]\nmost_hours = \"Hours\"\n", 1U}}) {
    const Codebook codebook = book(staff_book + rule);
    const Answered read =
        answered(codebook, posts, {{staff()}, {}}, of_rows(RowsAre::posts), {2, nullptr, {"team"}}, 9);
    adopt_looked_up(events, codebook);
    const Answered found =
        answered(events, "Who\n1\n2\n3\n", {{cafe, adults}, {}}, occasion, {1, &read.kept, {}});
    EXPECT_EQ(count(found, cafe), in_cafe) << rule;
    EXPECT_EQ(count(found, adults), 3U - in_cafe) << rule;
  }
}

TEST(Pass, events_look_their_people_up_and_count_rows_or_people) {
  const Codebook people_book = book(staff_book);
  const std::string people = "Number,Team,Gender,Born\n1,Café,F,\n2,Café,M,\n3,Café,F,\n";
  const Answered staff_read =
      answered(people_book, people, {{staff()}, {}}, this_year, {2, nullptr, {"sex"}}, 7);

  Codebook events = book(R"(
id = "Who"
dated = "When"
[characteristics.sex]
looked_up = true
[characteristics.kind]
title = "Training"
column = "Kind"
groups = [ {id="safety", label="Safety", values=["Safety"]}, {id="other", label="Other", values=["Other"]} ]
)",
                         Use::events);
  adopt_looked_up(events, people_book);
  const std::string csv =
      "Who,When,Kind\n"
      "1,2017-05-01,Safety\n"
      "1,2018-03-31,Other\n"
      "2,2017-03-31,Safety\n"  // last year
      "3,2017-06-01,Safety\n"
      "9,2017-06-01,Other\n";  // nobody in the extract of people
  const Key all{"training", Snapshot::this_year, {}},
      by_women{"training", Snapshot::this_year, {{"sex", {"female"}}}},
      unknown{"training", Snapshot::this_year, {{"sex", {"not-stated"}}}},
      men_last{"training", Snapshot::last_year, {{"sex", {"male"}}}};
  const Questions questions{{all, by_women, unknown, men_last}, {}};
  Occasion occasion{"training", Snapshot::this_year, snapshot_day, "training.csv"};
  occasion.rows = RowsAre::events;
  occasion.before = {std::chrono::year{2017}, std::chrono::March, std::chrono::day{31}};
  const Answered rows = answered(events, csv, questions, occasion, {1, &staff_read.kept, {}});
  EXPECT_EQ(count(rows, all), 4U);
  EXPECT_EQ(count(rows, by_women), 3U);
  EXPECT_EQ(count(rows, unknown), 1U);
  EXPECT_EQ(rows.findings.unknown_people, 1U);
  EXPECT_FALSE(rows.answers.counts.contains(men_last)) << "nobody said that the dates tell last year";

  occasion.answers_before = true;
  occasion.once_each = true;
  const Answered each = answered(events, csv, questions, occasion, {2, &staff_read.kept, {}}, 9);
  EXPECT_EQ(count(each, all), 3U);
  EXPECT_EQ(count(each, by_women), 2U);
  EXPECT_EQ(std::get<Count>(each.answers.counts.at(men_last)).people, 1U);
}

}  // namespace
}  // namespace eqr::persons::tests
