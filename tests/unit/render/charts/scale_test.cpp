#include "render/charts/scale.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace eqr::render::charts {
namespace {

std::vector<std::string> labels(const Scale& scale) {
  std::vector<std::string> all;
  for (const numbers::Decimal& value : scale.gridlines) all.push_back(numbers::to_text(value));
  return all;
}

using testing::ElementsAre;

TEST(Scale, starts_at_zero_and_ends_at_the_round_number_above) {
  const Scale scale = scale_for(3, 67.1, false, 6);

  EXPECT_THAT(labels(scale), ElementsAre("0", "20", "40", "60", "80"));
  EXPECT_DOUBLE_EQ(scale.low, 0);
  EXPECT_DOUBLE_EQ(scale.high, 80);
}

TEST(Scale, labels_are_exact_decimals) {
  EXPECT_THAT(labels(scale_for(0, 0.7, false, 8)),
              ElementsAre("0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"));
}

TEST(Scale, takes_in_negative_values) {
  EXPECT_THAT(labels(scale_for(-0.6, 0.7, false, 5)), ElementsAre("-1.0", "-0.5", "0.0", "0.5", "1.0"));
}

TEST(Scale, of_negative_values_alone_ends_at_zero) {
  EXPECT_THAT(labels(scale_for(-4, -2, true, 10)), ElementsAre("-4", "-3", "-2", "-1", "0"));
}

TEST(Scale, has_no_line_between_whole_numbers_of_people) {
  EXPECT_THAT(labels(scale_for(0, 2, true, 10)), ElementsAre("0", "1", "2"));
}

TEST(Scale, does_not_add_a_line_for_shares_that_add_up_to_a_little_over_a_hundred) {
  EXPECT_THAT(labels(scale_for(0, 100.1, false, 6)), ElementsAre("0", "20", "40", "60", "80", "100"));
}

TEST(Scale, of_nothing_still_has_a_length) {
  const Scale scale = scale_for(0, 0, false, 8);
  EXPECT_GT(scale.high, scale.low);
}

TEST(Scale, never_has_more_than_ten_lines) {
  for (double most = 0.0003; most < 1e17; most *= 1.37) {
    for (const double least : {0.0, -most, -most / 3, -most * 50}) {
      const Scale scale = scale_for(least, most, most > 100, 25);
      EXPECT_LE(scale.gridlines.size(), 10U) << least << " to " << most;
      EXPECT_LE(scale.low, least) << least << " to " << most;
      EXPECT_GE(scale.high, most * 0.99) << least << " to " << most;
    }
  }
}

}  // namespace
}  // namespace eqr::render::charts
