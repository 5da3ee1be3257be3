// A report as anybody can read it, and what can be worked out from it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/attack.hpp"
#include "numbers/exact.hpp"
#include "tallies/dimensions.hpp"
#include "tallies/shown.hpp"

namespace eqr::disclosure {

// What a published report says about numbers of people. It need not be one of ours.
struct Published {
  struct Count {
    std::optional<std::int64_t> people;  // as printed
    std::string shorthand;               // in its place: c withheld, low; anything else: just not there
  };
  struct Share {
    tallies::CountSum part, whole;
    numbers::Decimal percent;
    bool is_by_law = false;  // the law requires it, and so tells the part to whoever knows the whole
  };

  std::uint64_t threshold = 0;
  std::optional<std::uint64_t> width = {};  // of a withheld count's interval; threshold - 1 unless given
  std::uint64_t base = 0;                   // counts are rounded to its multiples; 0 and 1: not at all
  tallies::Dimensions dimensions;
  std::map<tallies::CountSum, Count> counts;
  std::vector<Share> shares;
  std::vector<tallies::TableTotal> totals;
};

// What a count as it stands in print, rounded to the nearest multiple of a base above 1, tells every reader;
// none for a difference, and where none stands.
[[nodiscard]] std::optional<Unknown> told_by(const Published::Count& count, std::uint64_t base);

struct Derived {
  enum class Kind {
    withheld,   // the report withholds it
    remainder,  // no table shows it: what subtraction leaves
    small,      // a percentage tells it
    printed,    // the report itself prints so few people
    by_law,     // a percentage that the law requires tells it
  };
  Kind kind = Kind::withheld;
  std::string what;
  Interval interval;
};

struct Attacked {
  std::vector<Derived> derived;

  // Whether anything is told that the law does not require to be told.
  [[nodiscard]] bool has_findings() const;

  bool is_contradictory = false;  // its numbers do not agree with each other everywhere
  std::size_t withheld = 0;       // counts that the report withholds
  std::size_t too_many = 0;       // counts that hang together with too many others to be placed
  std::size_t cells = 0, relations = 0;
};

// Adds and subtracts all that the report says, percentages as closely as they are printed, and lists:
// withheld counts that come out in an interval narrower than threshold - 1 (at least: exactly), counts that
// no table shows and that come out as 1 to threshold - 1 people for sure, and counts as small that are
// printed; where counts are rounded, those that percentages beside them pin (pinned.hpp). Relations are found
// as for a report that is being made (tallies/relations.hpp).
[[nodiscard]] Attacked attack(const Published& report);

// The last of these alone: counts that percentages pin to one number below the threshold, or the base, where
// counts are rounded and percentages are not of the rounded ones.
[[nodiscard]] std::vector<Derived> pinned_counts(const Published& report);

}  // namespace eqr::disclosure
