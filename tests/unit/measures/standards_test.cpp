// Expected values: the returns of Northamptonshire (2017/18) and Chelmsford (2021/22) under SI 2017/513,
// published WRES reports (The Christie 2022, NCIC 2025), and sums by hand.
#include "eqr/standards.hpp"

#include <gtest/gtest.h>

#include "unit/measures/truth.hpp"

namespace eqr::measures {
namespace {

using namespace tests;

constexpr Format two_place_percent{Unit::percent, 2}, two_place_ratio{Unit::ratio, 2};
constexpr Format one_place_ratio{Unit::ratio, 1}, whole_percent{Unit::percent, 0};

// A body by the letters of the return; `before` is H.
struct Body {
  std::uint64_t a, b, c, d, g, before;
};

Truth body(const Body& body) {
  Truth truth;
  const Population ever = staff.where("movement", {"stayed", "started", "left", "started-and-left"});
  truth.people(body.a, starters(staff)).people(body.b, ever.where("apprentice-start", {"in-period"}));
  truth.people(body.c, staff).people(body.d, staff.where("apprentice", {"apprentice"}));
  truth.people(body.g, in_post_before(staff).where("apprentice-start", {"before"}));
  return truth.people(body.before, in_post_before(staff));
}

TEST(Standards, the_apprenticeship_measures_of_northamptonshire_come_out) {
  Truth truth = body({1'225, 35, 9'950, 34, 2, 10'262});
  const ApprenticeshipMeasures measures = apprenticeship_measures(staff);
  EXPECT_EQ(truth.printed(measures.a, whole_people), "1,225");
  EXPECT_EQ(truth.printed(measures.b, whole_people), "35");
  EXPECT_EQ(truth.printed(measures.c, whole_people), "9,950");
  EXPECT_EQ(truth.printed(measures.d, whole_people), "34");
  EXPECT_EQ(truth.printed(measures.e, two_place_percent), "2.86");
  EXPECT_EQ(truth.printed(measures.f, two_place_percent), "0.34");
  EXPECT_EQ(truth.printed(measures.g, whole_people), "[c]");  // two people
  EXPECT_EQ(truth.printed(measures.h, whole_people), "10,262");
  EXPECT_EQ(truth.printed(measures.i, two_place_percent), "0.34");
}

TEST(Standards, the_apprenticeship_measures_of_chelmsford_come_out) {
  Truth truth = body({92, 23, 885, 32, 29, 900});
  const ApprenticeshipMeasures measures = apprenticeship_measures(staff);
  EXPECT_EQ(truth.printed(measures.e, two_place_percent), "25.00");
  EXPECT_EQ(truth.printed(measures.f, two_place_percent), "3.62");
  EXPECT_EQ(truth.printed(measures.g, whole_people), "29");
}

TEST(Standards, everybody_in_post_is_who_a_population_without_movement_counts) {
  const Inputs inputs = some_inputs();
  EXPECT_EQ(key_of(staff.where("movement", {"stayed", "started"}), inputs.dimensions),
            key_of(staff, inputs.dimensions));
  EXPECT_NE(
      key_of(staff.where("movement", {"stayed", "started", "left", "started-and-left"}), inputs.dimensions),
      key_of(staff, inputs.dimensions));
}

TEST(Measures, turnover_is_leavers_over_the_average_of_both_headcounts) {
  // 100 left and 20 more came and went; 1,000 in post now, 1,100 before: 120 / 1,050 and 60 / 1,050.
  Truth truth;
  truth.people(120, leavers(staff))
      .people(60, starters(staff))
      .people(1'000, staff)
      .people(1'100, in_post_before(staff));
  EXPECT_EQ(truth.printed(turnover(staff)), "11.4");
  EXPECT_EQ(truth.printed(starters_rate(staff)), "5.7");
}

TEST(Measures, turnover_of_a_group_with_few_leavers_is_withheld_and_of_nobody_not_applicable) {
  Truth truth;
  truth.people(9, leavers(minority)).people(100, minority).people(100, in_post_before(minority));
  EXPECT_EQ(truth.printed(turnover(minority)), "[c]");
  EXPECT_EQ(Truth().printed(turnover(staff)), "[z]");
}

TEST(Measures, shares_are_of_all_or_of_those_who_declared) {
  // NCIC 2025: 990 minority ethnic, 6,307 white and 125 not declared of 7,422 staff: 13%, 85% and 2%.
  const Characteristic ethnicity{"ethnicity",
                                 "Ethnicity",
                                 {{"white", "White", false},
                                  {"asian", "Asian", false},
                                  {"black", "Black", false},
                                  {"not-stated", "Not stated", true}},
                                 {{"minority", "Minority ethnic", false}}};
  Truth truth;
  truth.people(990, minority).people(6'307, staff.where("ethnicity", {"white"})).people(7'422, staff);
  truth.people(125, staff.where("ethnicity", {"not-stated"}));
  truth.people(7'297, staff.where("ethnicity", ethnicity.declared_groups()));
  EXPECT_EQ(truth.printed(share_of_all(staff, "ethnicity", {"minority"}), whole_percent), "13");
  EXPECT_EQ(truth.printed(share_of_all(staff, "ethnicity", {"white"}), whole_percent), "85");
  EXPECT_EQ(truth.printed(share_of_all(staff, "ethnicity", {"not-stated"}), whole_percent), "2");
  EXPECT_EQ(truth.printed(share_of_declared(staff, ethnicity, {"minority"})), "13.6");
  EXPECT_EQ(truth.printed(declaration_rate(staff, ethnicity)), "98.3");
}

TEST(Measures, representation_is_a_difference_as_printed_and_a_ratio_of_unrounded_shares) {
  // 125 of 1,000 are 12.5%; the benchmark is the setting 2.3: 10.2 points and 5.43 times.
  Truth truth;
  truth.people(125, minority).people(1'000, staff);
  const auto here = representation(share_of_all(staff, "ethnicity", {"minority"}), setting("share"));
  EXPECT_EQ(truth.printed(here.difference, one_place_points), "10.2");
  EXPECT_EQ(truth.printed(here.ratio, two_place_ratio), "5.43");
}

// Invented recruitment: 300 minority ethnic candidates shortlisted and 60 appointed, 500 white and 120.
const Population white = staff.where("ethnicity", {"white"});
const Chance minority_appointed{count(minority.where("bonus", {"received"})), count(minority)};
const Chance white_appointed{count(white.where("bonus", {"received"})), count(white)};

TEST(Standards, the_same_two_rates_are_put_one_way_by_the_nhs_and_the_other_by_social_care) {
  Truth truth;
  truth.people(60, minority.where("bonus", {"received"})).people(300, minority);
  truth.people(120, white.where("bonus", {"received"})).people(500, white);
  using social_care_wres::Event, social_care_wres::metric;
  EXPECT_EQ(truth.printed(nhs_wres::indicator_2(minority_appointed, white_appointed), two_place_ratio),
            "1.20");
  EXPECT_EQ(truth.printed(nhs_wres::indicator_3(minority_appointed, white_appointed), two_place_ratio),
            "0.83");
  EXPECT_EQ(truth.printed(nhs_wres::indicator_4(minority_appointed, white_appointed), two_place_ratio),
            "1.20");
  for (const Event event : {Event::appointed_from_shortlist, Event::formal_disciplinary,
                            Event::fitness_to_practise, Event::training, Event::left}) {
    EXPECT_EQ(truth.printed(metric(event, minority_appointed, white_appointed), two_place_ratio), "0.83");
  }
}

TEST(Standards, a_ratio_comes_from_counts_and_never_from_rounded_rates) {
  // 17 of 2,505 are 0.68% and 13 of 725 are 1.79%: the ratio is 2.64; of 1.8 and 0.7 it would be 2.57.
  Truth truth;
  truth.people(13, minority.where("bonus", {"received"})).people(725, minority);
  truth.people(17, white.where("bonus", {"received"})).people(2'505, white);
  EXPECT_EQ(truth.printed(nhs_wres::indicator_3(minority_appointed, white_appointed), two_place_ratio),
            "2.64");
}

TEST(Standards, nobody_appointed_gives_no_ratio) {
  Truth truth;
  truth.people(0, minority.where("bonus", {"received"})).people(300, minority);
  truth.people(120, white.where("bonus", {"received"})).people(500, white);
  EXPECT_EQ(truth.printed(nhs_wres::indicator_2(minority_appointed, white_appointed), two_place_ratio),
            "[z]");
}

TEST(Standards, supplied_rates_give_the_ratio_that_the_christie_published) {
  // 46.99% of white and 14.65% of minority ethnic candidates appointed from shortlisting: 3.2 times as
  // likely.
  Inputs inputs;
  inputs.documents["rates"] = {Document("rates", {{"rate", true, Counts::published}}, {{"14.65"}, {"46.99"}}),
                               false};
  const Document& rates = inputs.documents.at("rates").document;
  const auto safe = disclosure::protect({}, Policy{}).answers;
  const Evaluated found = Evaluator(inputs, safe)
                              .evaluate(relative_likelihood(rates.cell(1, "rate"), rates.cell(2, "rate"),
                                                            Direction::reference_over_group),
                                        one_place_ratio, {});
  EXPECT_EQ(numbers::to_text(numbers::rounded(std::get<Known>(found.outcome).value, 1)), "3.2");
}

TEST(Standards, a_band_and_the_whole_workforce_are_on_one_basis_and_the_board_is_compared_in_points) {
  Truth truth;
  const Population seniors = staff.where("sex", {"female"});  // stands for a pay band here
  truth.people(10, seniors.where("ethnicity", {"minority"})).people(80, seniors);
  truth.people(139, minority).people(1'000, staff);
  const BandShare shares = race_indicator_1(staff, "sex", {"female"}, "ethnicity", {"minority"});
  EXPECT_EQ(truth.printed(shares.in_band), "12.5");
  EXPECT_EQ(truth.printed(shares.overall), "13.9");
  EXPECT_EQ(truth.printed(nhs_wres::indicator_9(shares.in_band, shares.overall), one_place_points), "-1.4");
  EXPECT_EQ(truth.printed(social_care_wres::senior_managers(seniors, "ethnicity", {"minority"})), "12.5");
}

TEST(Standards, leaving_is_of_all_who_were_there_in_the_year) {
  Truth truth;
  const std::vector<std::string> anybody = {"stayed", "started", "left", "started-and-left"};
  truth.people(30, leavers(minority)).people(200, minority.where("movement", anybody));
  truth.people(90, leavers(white)).people(900, white.where("movement", anybody));
  using namespace social_care_wres;
  EXPECT_EQ(truth.printed(metric(Event::left, leaving(minority), leaving(white)), two_place_ratio), "1.50");
}

}  // namespace
}  // namespace eqr::measures
