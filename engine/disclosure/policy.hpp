// What a report may say about few people. The policy stands in the run file; presets carry the rules of
// bodies that have published theirs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "numbers/exact.hpp"

namespace eqr::disclosure {

enum class Rounding {
  none,     // counts are published as they are, or withheld
  nearest,  // each count to the nearest multiple of the base, halves upwards, by itself
  small,    // small counts to nought or the base, so that tables still add up
};

// People whom the officer names: an input, and groups of some of its columns (ids of the codebook).
struct Named {
  std::string input;
  std::map<std::string, std::vector<std::string>> where;
  std::string reason;
};

// A group of which one or two people get more than their share of all the pay (or bonus) is withheld:
// `percent` of the sum in the hands of the `people` with most, or more. Dominance or (n, k) rule of the
// ESSNet handbook.
struct Dominance {
  unsigned people = 0;  // 0: no such rule
  unsigned percent = 0;
};

struct Policy {
  std::string preset = "council";
  std::uint64_t threshold = 10;  // counts of 1 to 9 are withheld; 0 and 1: none is
  Rounding rounding = Rounding::none;
  std::uint64_t base = 5;
  // A percentage needs a whole of at least so many people; 0 and 1: any.
  numbers::Decimal minimum_percentage_base = {0, 0};
  // Fewest people in each group on whom a measure of pay other than a statutory one may be published.
  std::uint64_t minimum_pay_group = 10;
  Dominance dominance;
  // Characteristics of which it may not be told that everybody in a group is in one of their groups, and
  // those of which it may not be told that nobody is.
  std::set<std::string> sensitive;
  std::set<std::string> zeros;
  // Between the ends of a withheld count's interval lie at least so many whole numbers; threshold - 1 unless
  // given, and 1 where counts are rounded to the nearest: there every reader knows that a withheld count is 1
  // to threshold - 1.
  std::optional<std::uint64_t> width;
  // Withhold again what last year's report withheld, where there is a choice.
  bool keep_pattern = true;
  std::vector<Named> withhold;

  [[nodiscard]] bool is_too_small(std::uint64_t people) const { return people > 0 && people < threshold; }
  [[nodiscard]] std::uint64_t required_width() const {
    if (rounding == Rounding::nearest) return width.value_or(threshold > 2 ? 1 : 0);
    return width.value_or(threshold > 1 ? threshold - 1 : 0);
  }
};

// The presets by name, ascending, with the published rule that each follows.
struct Preset {
  std::string_view name;
  std::string_view source;
  Policy policy;
};
[[nodiscard]] const std::vector<Preset>& presets();

}  // namespace eqr::disclosure
