// Questions about people and their answers, before protection. An Answers holds true counts: it may travel
// only from people/ (and counted inputs and documents) to disclosure::protect(), which alone makes the
// answers that measures and reports are allowed to see.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "numbers/exact.hpp"
#include "tallies/key.hpp"

namespace eqr::tallies {

// What people got, in ten-thousandths of a pound, so that amounts are exact. Whose it is, as SI 2017/353 has
// it: hourly pay is that of the full-pay relevant employees of a key; bonus is that of all its relevant
// employees who got more than nought, each with the total of the 12 months that end with the snapshot date.
enum class Amount { hourly_pay, bonus };

// Everything that a report asks of its people inputs. Each key is asked once, however many themes want it.
struct Questions {
  std::set<Key> counts;
  std::map<Amount, std::set<Key>> amounts;  // how many people of a key got how much

  void add(const Questions& other);
};

// One reading of an input answers all keys that narrow it by the same columns: a tally is such a table of
// counts, over every combination of the leaf groups of `by`.
struct Tally {
  std::string input;
  Snapshot snapshot = Snapshot::this_year;
  std::vector<std::string> by;        // sorted column ids; empty counts everyone
  std::optional<Amount> amount = {};  // the distribution of an amount instead of a count

  auto operator<=>(const Tally&) const = default;
};

// The fewest tallies that answer the questions.
[[nodiscard]] std::vector<Tally> tallies_for(const Questions& questions);

// "count of staff, this year, by ethnicity and sex", "distribution of bonus pay of staff, this year"
[[nodiscard]] std::string in_words(const Tally& tally);

// How many people got each amount: pairs of amount and people, ascending, no amount twice, no nought people.
using Distribution = std::vector<std::pair<std::int64_t, std::uint64_t>>;
[[nodiscard]] std::uint64_t people_in(const Distribution& paid);

struct Count {
  std::uint64_t people = 0;
  bool operator==(const Count&) const = default;
};

// A counted input may hold a percentage and no count. It keeps the rounding it came with and says what it is
// a percentage of: the key of its base, or nothing when the source does not state its base.
struct Percentage {
  numbers::Decimal percent;
  std::optional<Key> base;
  std::optional<std::uint64_t> base_people = {};  // where the source gives the base as a number
  bool operator==(const Percentage&) const = default;
};

// Why a question cannot be answered, in words for the reader ("published as percentages only").
struct Unavailable {
  std::string reason;
  bool operator==(const Unavailable&) const = default;
};

using Answer = std::variant<Count, Percentage, Unavailable>;

struct Answers {
  std::map<Key, Answer> counts;
  std::map<Amount, std::map<Key, std::variant<Distribution, Unavailable>>> amounts;

  void add(Answers other);
};

}  // namespace eqr::tallies
