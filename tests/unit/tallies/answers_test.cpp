#include "tallies/answers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace eqr::tallies {
namespace {

Key where(std::map<std::string, std::set<std::string>> admits, Snapshot snapshot = Snapshot::this_year) {
  return {"staff", snapshot, std::move(admits)};
}

TEST(Questions, one_question_asked_by_two_themes_is_asked_once) {
  Questions workforce{{where({}), where({{"sex", {"female"}}})}, {{Amount::hourly_pay, {where({})}}}};
  workforce.add({{where({}), where({{"veteran", {"veteran"}}})},
                 {{Amount::hourly_pay, {where({})}}, {Amount::bonus, {where({})}}}});
  EXPECT_EQ(workforce.counts.size(), 3U);
  EXPECT_EQ(workforce.amounts.at(Amount::hourly_pay).size(), 1U);
  EXPECT_EQ(workforce.amounts.at(Amount::bonus).size(), 1U);
}

TEST(Tallies, keys_narrowed_by_the_same_columns_share_one_tally) {
  const Questions questions{
      {where({}), where({{"sex", {"female"}}}), where({{"sex", {"male"}}}),
       where({{"ethnicity", {"asian"}}, {"sex", {"male"}}}), where({{"sex", {"male"}}}, Snapshot::last_year)},
      {{Amount::hourly_pay, {where({{"sex", {"male"}}})}}}};
  EXPECT_THAT(tallies_for(questions),
              testing::ElementsAre(Tally{"staff", Snapshot::this_year, {}},
                                   Tally{"staff", Snapshot::this_year, {"ethnicity", "sex"}},
                                   Tally{"staff", Snapshot::this_year, {"sex"}},
                                   Tally{"staff", Snapshot::this_year, {"sex"}, Amount::hourly_pay},
                                   Tally{"staff", Snapshot::last_year, {"sex"}}));
}

TEST(Tallies, read_as_what_will_be_asked_of_personal_records) {
  EXPECT_EQ(in_words(Tally{"staff", Snapshot::this_year, {}}), "count of staff, this year");
  EXPECT_EQ(in_words(Tally{"staff", Snapshot::last_year, {"age-band", "ethnicity", "sex"}}),
            "count of staff, last year, by age-band, ethnicity and sex");
  EXPECT_EQ(in_words(Tally{"staff", Snapshot::this_year, {"sex"}, Amount::hourly_pay}),
            "distribution of hourly pay of staff, this year, by sex");
  EXPECT_EQ(in_words(Tally{"staff", Snapshot::this_year, {}, Amount::bonus}),
            "distribution of bonus pay of staff, this year");
}

TEST(Answers, of_several_inputs_come_together) {
  const Key other{"applicants", Snapshot::this_year, {}};
  Answers all;
  all.counts.emplace(where({}), Count{120});
  Answers more;
  more.counts.emplace(other, Percentage{{139, 1}, std::nullopt});
  more.amounts[Amount::bonus].emplace(where({}), Distribution{{125'000, 3}});
  all.add(std::move(more));
  EXPECT_EQ(all.counts.at(where({})), Answer(Count{120}));
  EXPECT_EQ(all.counts.at(other), Answer(Percentage{{139, 1}, std::nullopt}));
  EXPECT_EQ(std::get<Distribution>(all.amounts.at(Amount::bonus).at(where({}))),
            (Distribution{{125'000, 3}}));
}

}  // namespace
}  // namespace eqr::tallies
