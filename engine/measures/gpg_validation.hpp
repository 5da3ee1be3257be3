// Whether printed gender pay gap figures would be taken by the government's gender pay gap service: its own
// rules, so that what a report says can be submitted as it stands.
//
// Source: the service's published code (ukgov-equality-hub/gender-pay-gap: the checks of the form for
// figures, and its administrators' checks of returns). Each rule has an id that messages name:
//   GPG-V1  every figure has at most one decimal place
//   GPG-V2  gaps are from -999,999,999 to 100
//   GPG-V3  bonus proportions and quarters are from 0 to 100, and all eight quarter figures are there
//   GPG-V4  women and men of a quarter add to exactly 100
//   GPG-V5  where women had bonuses, a bonus gap is not above 100
//   GPG-V6  bonus gaps are blank where no man had a bonus, and both are there where some man had
//   GPG-V7  where men had bonuses and no woman had, both bonus gaps are 100
//   GPG-V8  a link to more information begins with http:// or https:// and has at most 255 characters
//   GPG-V9  quarters may be left out only for the years of the furlough scheme (snapshots of 2020 and 2021)
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "numbers/exact.hpp"

namespace eqr::measures {

// Figures as printed, in percent; nothing where none is printed ([z], [c], [x]) or none was asked for.
struct GpgFigures {
  using Figure = std::optional<numbers::Decimal>;
  enum class Quarters {
    reported,   // here: all eight are expected
    left_out,   // the body chose not to report them
    elsewhere,  // not part of what is looked at
  };

  int snapshot_year = 0;
  Figure mean_gap = {}, median_gap = {};
  Figure mean_bonus_gap = {}, median_bonus_gap = {};
  Figure women_bonus = {}, men_bonus = {};  // percentage of all women, of all men, who had a bonus
  Quarters quarters = Quarters::reported;
  std::array<Figure, 4> women = {}, men = {};  // by quarter, lower first
  std::string link = {};                       // empty for none
};

struct BrokenRule {
  std::string id;      // "GPG-V4"
  std::string figure;  // "quarter-1"; the names of the workforce theme's figures, after "pay-gap."
  std::string message;
  std::string hint;

  bool operator==(const BrokenRule&) const = default;
};

// All that is wrong, in the order of the figures; empty when the figures can be submitted.
[[nodiscard]] std::vector<BrokenRule> broken_rules(const GpgFigures& figures);

}  // namespace eqr::measures
