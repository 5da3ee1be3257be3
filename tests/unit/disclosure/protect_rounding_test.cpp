#include "disclosure/protect.hpp"

#include <gtest/gtest.h>

#include "unit/disclosure/publications.hpp"

namespace eqr::disclosure::tests {
namespace {

using tallies::just;
using Rows = std::map<std::string, std::uint64_t>;

Policy preset(const std::string& name) {
  for (const Preset& each : presets()) {
    if (each.name == name) return each.policy;
  }
  ADD_FAILURE() << "no preset " << name;
  return {};
}

TEST(ProtectRounding, a_difference_of_counts_may_be_less_than_nought) {
  const Key low = staff({{"grade", {"low"}}}), high = staff({{"grade", {"high"}}});
  const CountSum difference{{low, 1}, {high, -1}};
  const auto prints = [&](std::uint64_t more, const Policy& policy) {
    const Workforce workforce = grouped("grade", {{"low", 30}, {"high", 30 + more}});
    return printed(protect(workforce.showing_sums({difference}), policy).answers.count(difference));
  };
  EXPECT_EQ(prints(12, below(10)), "-12");
  EXPECT_EQ(prints(9, below(10)), "[c]");
  EXPECT_EQ(prints(0, below(10)), "0");
  EXPECT_EQ(prints(12, preset("hesa")), "-10");
  EXPECT_EQ(prints(13, preset("hesa")), "-15");
  EXPECT_EQ(prints(2, preset("hesa")), "[low]");
}

TEST(ProtectRounding, rounding_is_to_the_nearest_multiple_and_nought_is_nought) {
  const Rows people{{"a", 0}, {"b", 1}, {"c", 2}, {"d", 3}, {"e", 7}, {"f", 8}, {"g", 22}, {"h", 23}};
  const std::map<std::string, std::string> expected{{"a", "0"}, {"b", "[low]"}, {"c", "[low]"}, {"d", "5"},
                                                    {"e", "5"}, {"f", "10"},    {"g", "20"},    {"h", "25"}};
  const Workforce workforce = grouped("grade", people);
  const Protected safe = protect(workforce.showing(workforce.table({"grade"})), preset("hesa"));
  for (const auto& [grade, rounded] : expected) {
    EXPECT_EQ(printed(safe, staff({{"grade", {grade}}})), rounded) << grade;
  }
  EXPECT_EQ(printed(safe, staff()), "65");
  EXPECT_TRUE(safe.answers.is_small_base(just(staff({{"grade", {"g"}}}))));
  EXPECT_FALSE(safe.answers.is_small_base(just(staff({{"grade", {"h"}}}))));
  EXPECT_TRUE(safe.certificate.withheld.empty());
  EXPECT_TRUE(safe.answers.is_small_pay_group(7));
  EXPECT_FALSE(safe.answers.is_small_pay_group(8));
}

TEST(ProtectRounding, halves_are_rounded_upwards) {
  Policy policy = preset("hesa");
  policy.base = 10;
  const Workforce workforce = grouped("grade", {{"a", 5}, {"b", 15}, {"c", 14}, {"d", 25}});
  const Protected safe = protect(workforce.showing(workforce.table({"grade"})), policy);
  EXPECT_EQ(printed(safe, staff({{"grade", {"a"}}})), "10");
  EXPECT_EQ(printed(safe, staff({{"grade", {"b"}}})), "20");
  EXPECT_EQ(printed(safe, staff({{"grade", {"c"}}})), "10");
  EXPECT_EQ(printed(safe, staff({{"grade", {"d"}}})), "30");
}

TEST(ProtectRounding, one_to_seven_may_be_withheld_and_the_rest_rounded) {
  const Workforce workforce = grouped("grade", {{"a", 0}, {"b", 1}, {"c", 7}, {"d", 8}, {"e", 42}});
  const Protected safe = protect(workforce.showing(workforce.table({"grade"})), preset("nhs-digital"));
  const std::map<std::string, std::string> expected{
      {"a", "0"}, {"b", "[c]"}, {"c", "[c]"}, {"d", "10"}, {"e", "40"}};
  for (const auto& [grade, rounded] : expected) {
    EXPECT_EQ(printed(safe, staff({{"grade", {grade}}})), rounded) << grade;
  }
  EXPECT_EQ(printed(safe, staff()), "60");
  expect_proven(safe);
}

TEST(ProtectRounding, small_counts_that_are_rounded_still_add_up) {
  Workforce workforce({{"sex", {{"female", "male"}, {}}}, {"grade", {{"a", "b", "c"}, {}}}});
  const std::map<std::string, Rows> people{{"female", {{"a", 1}, {"b", 3}, {"c", 20}}},
                                           {"male", {{"a", 4}, {"b", 12}, {"c", 31}}}};
  for (const auto& [sex, grades] : people) {
    for (const auto& [grade, many] : grades) workforce.add(many, {{"sex", sex}, {"grade", grade}});
  }
  Policy policy = below(5);
  policy.rounding = Rounding::small;
  const Publication publication = workforce.showing(workforce.table({"sex", "grade"}));
  const Protected safe = protect(publication, policy);
  EXPECT_TRUE(safe.certificate.withheld.empty());
  EXPECT_TRUE(safe.certificate.unproven.empty());
  const auto people_in = [&](const Key& key) {
    const std::string shown = printed(safe, key);
    return shown == "[low]" ? 0 : std::stoi(shown);
  };
  for (const tallies::Relation& relation : publication.web.relations) {
    int sum = 0;
    for (const Key& part : relation.parts) sum += people_in(part);
    EXPECT_EQ(people_in(relation.total), sum) << tallies::in_words(relation.total);
  }
  for (const auto& [key, answer] : publication.answers.counts) {
    EXPECT_TRUE(people_in(key) == 0 || people_in(key) >= 5) << tallies::in_words(key);
    const std::string nought = std::get<Count>(answer).people == 0 ? "0" : "[low]";
    EXPECT_TRUE(people_in(key) != 0 || printed(safe, key) == nought) << tallies::in_words(key);
  }
}

TEST(ProtectRounding, presets_are_there_by_name_with_their_sources) {
  std::vector<std::string> names;
  for (const Preset& each : presets()) {
    names.emplace_back(each.name);
    EXPECT_EQ(each.policy.preset, each.name);
    EXPECT_GT(each.source.size(), 20U);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"council", "hesa", "nhs-digital", "threshold-5"}));
  EXPECT_EQ(preset("council").required_width(), 9U);
  EXPECT_EQ(preset("threshold-5").required_width(), 4U);
  EXPECT_EQ(preset("hesa").required_width(), 1U);
}

}  // namespace
}  // namespace eqr::disclosure::tests
