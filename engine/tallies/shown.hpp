// What a report would show of people if nothing were protected: all that a reader could take a number from.
// Themes' expressions come down to this before anyone is counted; disclosure control starts from it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tallies/answers.hpp"
#include "tallies/key.hpp"

namespace eqr::tallies {

// A number of people as it is shown: counts added and subtracted, each so many times (1 or -1 as a rule,
// never 0). Most are one count once.
using CountSum = std::map<Key, int>;

[[nodiscard]] inline CountSum just(Key key) {
  return {{std::move(key), 1}};
}

// "staff, this year, where sex is female"; several joined by "plus" and "less"
[[nodiscard]] std::string in_words(const CountSum& sum);

// A share of a whole, as a percentage: it tells what is left of the whole as well.
struct Share {
  CountSum part, whole;
  auto operator<=>(const Share&) const = default;
};

// A table's own total and the rows above it, in one column.
struct TableTotal {
  CountSum total;
  std::vector<CountSum> parts;
  auto operator<=>(const TableTotal&) const = default;
};

struct Shown {
  std::set<CountSum> counts;   // those behind percentages, ratios and changes among them
  std::set<CountSum> printed;  // those that stand somewhere themselves
  std::set<Share> shares;
  std::set<TableTotal> totals;
  std::map<Amount, std::set<Key>> means;  // whose mean is shown, or stands behind a gap
};

}  // namespace eqr::tallies
