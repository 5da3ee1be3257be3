#include "tallies/answers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace eqr::tallies {
namespace {

Key where(std::map<std::string, std::set<std::string>> admits, Snapshot snapshot = Snapshot::this_year) {
  return {"staff", snapshot, std::move(admits)};
}

TEST(Questions, one_question_asked_by_two_themes_is_asked_once) {
  Questions workforce{{where({}), where({{"sex", {"female"}}})}, {where({})}};
  workforce.add({{where({}), where({{"veteran", {"veteran"}}})}, {}});
  EXPECT_EQ(workforce.counts.size(), 3U);
  EXPECT_EQ(workforce.pay.size(), 1U);
}

TEST(Tallies, keys_narrowed_by_the_same_columns_share_one_tally) {
  const Questions questions{
      {where({}), where({{"sex", {"female"}}}), where({{"sex", {"male"}}}),
       where({{"ethnicity", {"asian"}}, {"sex", {"male"}}}), where({{"sex", {"male"}}}, Snapshot::last_year)},
      {where({{"sex", {"male"}}})}};
  EXPECT_THAT(tallies_for(questions),
              testing::ElementsAre(Tally{"staff", Snapshot::this_year, {}, false},
                                   Tally{"staff", Snapshot::this_year, {"ethnicity", "sex"}, false},
                                   Tally{"staff", Snapshot::this_year, {"sex"}, false},
                                   Tally{"staff", Snapshot::this_year, {"sex"}, true},
                                   Tally{"staff", Snapshot::last_year, {"sex"}, false}));
}

TEST(Tallies, read_as_what_will_be_asked_of_personal_records) {
  EXPECT_EQ(in_words(Tally{"staff", Snapshot::this_year, {}, false}), "count of staff, this year");
  EXPECT_EQ(in_words(Tally{"staff", Snapshot::last_year, {"age-band", "ethnicity", "sex"}, false}),
            "count of staff, last year, by age-band, ethnicity and sex");
  EXPECT_EQ(in_words(Tally{"staff", Snapshot::this_year, {"sex"}, true}),
            "distribution of hourly pay of staff, this year, by sex");
}

TEST(Answers, of_several_inputs_come_together) {
  const Key other{"applicants", Snapshot::this_year, {}};
  Answers all;
  all.counts.emplace(where({}), Count{120});
  Answers more;
  more.counts.emplace(other, Percentage{{139, 1}, std::nullopt});
  more.pay.emplace(where({}), PayDistribution{{125'000, 3}});
  all.add(std::move(more));
  EXPECT_EQ(all.counts.at(where({})), Answer(Count{120}));
  EXPECT_EQ(all.counts.at(other), Answer(Percentage{{139, 1}, std::nullopt}));
  EXPECT_EQ(std::get<PayDistribution>(all.pay.at(where({}))).at(125'000), 3U);
}

}  // namespace
}  // namespace eqr::tallies
