// Each rule of the service by one figure that breaks it, beginning from figures that it takes: those of the
// GOV.UK guidance's example (Acme Ltd).
#include "measures/gpg_validation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace eqr::measures {
namespace {

using numbers::Decimal;
using testing::ElementsAre;
using testing::IsEmpty;

Decimal tenths(std::int64_t digits) {
  return {digits, 1};
}

GpgFigures acme() {
  GpgFigures figures;
  figures.snapshot_year = 2018;
  figures.mean_gap = tenths(136);
  figures.median_gap = tenths(67);
  figures.mean_bonus_gap = tenths(97);
  figures.median_bonus_gap = tenths(33);
  figures.women_bonus = tenths(640);
  figures.men_bonus = tenths(945);
  figures.women = {tenths(832), tenths(901), tenths(732), tenths(325)};
  figures.men = {tenths(168), tenths(99), tenths(268), tenths(675)};
  figures.link = "https://www.example.org/pay-gap";
  return figures;
}

TEST(GpgValidation, the_figures_of_the_guidance_are_taken) {
  EXPECT_THAT(broken_rules(acme()), IsEmpty());
}

TEST(GpgValidation, v1_a_figure_has_at_most_one_decimal_place) {
  GpgFigures figures = acme();
  figures.mean_gap = Decimal{1'359, 2};
  EXPECT_THAT(
      broken_rules(figures),
      ElementsAre(BrokenRule{"GPG-V1", "mean", "13.59 has more than one decimal place", "round it to one"}));
  figures.mean_gap = Decimal{14, 0};
  EXPECT_THAT(broken_rules(figures), IsEmpty());
}

TEST(GpgValidation, v2_a_gap_is_at_most_100_and_may_be_far_below_nought) {
  GpgFigures figures = acme();
  figures.median_gap = tenths(1'001);
  EXPECT_THAT(broken_rules(figures),
              ElementsAre(BrokenRule{"GPG-V2", "median", "a gap of 100.1% cannot be",
                                     "a gap is (men's - women's) / men's in percent: 100 at most"}));
  figures.median_gap = tenths(-9'999'999'990);
  EXPECT_THAT(broken_rules(figures), IsEmpty());
  figures.median_gap = tenths(-9'999'999'991);
  EXPECT_EQ(broken_rules(figures).at(0).id, "GPG-V2");
}

TEST(GpgValidation, v3_shares_are_percentages_and_all_eight_of_the_quarters_are_there) {
  GpgFigures figures = acme();
  figures.women_bonus = tenths(1'001);
  EXPECT_THAT(broken_rules(figures),
              ElementsAre(BrokenRule{"GPG-V3", "bonus-paid.women", "a share of 100.1% cannot be",
                                     "a share is from 0 to 100 percent"}));
  figures = acme();
  figures.men[2].reset();
  EXPECT_THAT(broken_rules(figures),
              ElementsAre(BrokenRule{"GPG-V3", "quarter-3", "the share of men is missing",
                                     "the service requires all eight shares"}));
}

TEST(GpgValidation, v4_women_and_men_of_a_quarter_add_to_100) {
  GpgFigures figures = acme();
  figures.men[0] = tenths(169);
  EXPECT_THAT(broken_rules(figures),
              ElementsAre(BrokenRule{"GPG-V4", "quarter-1", "women (83.2%) and men (16.9%) do not add to 100",
                                     "round the women's share and take the men's as what it leaves of 100"}));
}

TEST(GpgValidation, v5_where_women_had_bonuses_a_bonus_gap_is_not_above_100) {
  GpgFigures figures = acme();
  figures.mean_bonus_gap = tenths(1'005);
  EXPECT_THAT(broken_rules(figures),
              ElementsAre(BrokenRule{"GPG-V5", "mean-bonus", "a gap of 100.5% cannot be",
                                     "a gap is (men's - women's) / men's in percent: 100 at most"}));
}

TEST(GpgValidation, v6_bonus_gaps_are_there_exactly_when_men_had_bonuses) {
  GpgFigures figures = acme();
  figures.men_bonus = tenths(0);
  figures.median_bonus_gap.reset();
  EXPECT_THAT(
      broken_rules(figures),
      ElementsAre(BrokenRule{"GPG-V6", "mean-bonus", "a bonus gap is stated, but no man had a bonus",
                             "leave it blank: without men's bonuses there is nothing to compare with"}));
  figures.mean_bonus_gap.reset();
  EXPECT_THAT(broken_rules(figures), IsEmpty());
  figures = acme();
  figures.median_bonus_gap.reset();
  EXPECT_THAT(broken_rules(figures),
              ElementsAre(BrokenRule{"GPG-V6", "median-bonus", "there is no bonus gap, but men had bonuses",
                                     "the service requires both bonus gaps; state them"}));
}

TEST(GpgValidation, v7_without_a_bonus_for_any_woman_the_bonus_gaps_are_100) {
  GpgFigures figures = acme();
  figures.women_bonus = tenths(0);
  figures.median_bonus_gap = tenths(1'000);
  EXPECT_THAT(broken_rules(figures),
              ElementsAre(BrokenRule{"GPG-V7", "mean-bonus",
                                     "no woman had a bonus and men had, but the gap is not 100",
                                     "check both bonus proportions and the gap"}));
}

TEST(GpgValidation, v8_a_link_leads_to_a_web_page_and_is_not_too_long) {
  GpgFigures figures = acme();
  figures.link = "www.example.org";
  EXPECT_THAT(
      broken_rules(figures),
      ElementsAre(BrokenRule{"GPG-V8", "link", "the link to more information is not one to a web page",
                             "begin it with https:// or http://"}));
  figures.link = "https://" + std::string(248, 'a');
  EXPECT_THAT(
      broken_rules(figures),
      ElementsAre(BrokenRule{"GPG-V8", "link", "the link to more information has more than 255 characters",
                             "shorten it"}));
  figures.link.pop_back();
  EXPECT_THAT(broken_rules(figures), IsEmpty());
}

TEST(GpgValidation, v9_quarters_are_left_out_only_for_the_years_of_the_furlough_scheme) {
  GpgFigures figures = acme();
  figures.women = figures.men = {};
  figures.quarters = GpgFigures::Quarters::left_out;
  EXPECT_THAT(broken_rules(figures),
              ElementsAre(BrokenRule{"GPG-V9", "quarters", "the pay quarters are left out",
                                     "they may be left out for the snapshots of 2020 and 2021 only"}));
  for (const int year : {2020, 2021}) {
    figures.snapshot_year = year;
    EXPECT_THAT(broken_rules(figures), IsEmpty());
  }
}

}  // namespace
}  // namespace eqr::measures
