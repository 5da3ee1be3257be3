#include "report/pay_gap_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/measures/truth.hpp"

namespace eqr::report {
namespace {

using namespace measures::tests;

// A theme whose figures are cells of a supplied table, as printed to one place.
ThemeMaterial theme_of(const measures::Inputs& inputs) {
  const Document& supplied = inputs.documents.at("pay-gap").document;
  measures::Statement statement{"workforce", {}, {}};
  for (std::size_t row = 1; row <= supplied.row_count(); ++row) {
    statement.draft.figures.push_back({"pay-gap." + supplied.text(row, "name"), "F",
                                       supplied.cell(row, "percent"), std::nullopt, one_place_percent, ""});
  }
  return {"workforce", "Our workforce", "HR", std::move(statement), "", {}};
}

std::vector<std::string> problems_with(const std::vector<std::vector<std::string>>& rows) {
  measures::Inputs inputs;
  inputs.documents["pay-gap"] = {
      Document("pay-gap", {{"name", false, Counts::published}, {"percent", true, Counts::published}}, rows),
      false};
  const auto safe = disclosure::protect({}, Policy{}).answers;
  std::vector<std::string> texts;
  for (const auto& problem : pay_gap_problems({theme_of(inputs)}, measures::Evaluator(inputs, safe), 2018)) {
    texts.push_back(problems::text(problem));
  }
  return texts;
}

TEST(PayGapCheck, one_published_gap_alone_is_no_return_and_breaks_no_rule) {
  EXPECT_THAT(problems_with({{"mean", "0.9"}}), testing::IsEmpty());
  EXPECT_THAT(problems_with({{"bonus-paid.men", "20.0"}, {"bonus-paid.women", "10.0"}}), testing::IsEmpty());
}

TEST(PayGapCheck, what_the_service_would_refuse_is_told_with_the_figure_and_the_rule) {
  EXPECT_THAT(
      problems_with({{"quarter-1.women", "60.1"},
                     {"quarter-1.men", "40.0"},
                     {"quarter-2.women", "60"},
                     {"quarter-2.men", "40"},
                     {"quarter-3.women", "60"},
                     {"quarter-3.men", "40"},
                     {"quarter-4.women", "60"},
                     {"quarter-4.men", "40"},
                     {"median", "101"}}),
      testing::ElementsAre(
          "theme \"workforce\": figures.pay-gap.median: a gap of 101% cannot be (GPG-V2)\n"
          "hint: a gap is (men's - women's) / men's in percent: 100 at most",
          "theme \"workforce\": figures.pay-gap.quarter-1: women (60.1%) and men (40.0%) do not add to 100 "
          "(GPG-V4)\nhint: round the women's share and take the men's as what it leaves of 100"));
}

}  // namespace
}  // namespace eqr::report
