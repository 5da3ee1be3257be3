// The one place where counts of people become publishable.
//
// protect() is the only maker of ProtectedAnswers, and measures, report and render accept nothing else, so
// the compiler keeps an unprotected count out of every output.
//
// Everything that a report says about numbers of people is one system (publication.hpp). Small counts are
// withheld, printed as [c]; then others, until nobody can work out a withheld one more closely than the
// policy allows; then an audit looks at what a reader faces and says how closely each can be worked out. Or
// counts are rounded. A percentage counts as publishing its counts, and whatever is computed from a withheld
// count is withheld.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "disclosure/publication.hpp"
#include "disclosure/quarters.hpp"

namespace eqr::disclosure {

// Not published; the report prints [c], whatever the reason.
struct Withheld {
  Reason reason = Reason::threshold;
  bool operator==(const Withheld&) const = default;
};

// Rounded to nought without being nought; the report prints [low].
struct Low {
  bool operator==(const Low&) const = default;
};

// A sum of counts that is less than nought: fewer started than left.
struct Difference {
  std::int64_t people = 0;
  bool operator==(const Difference&) const = default;
};

using ProtectedAnswer =
    std::variant<tallies::Count, Difference, tallies::Percentage, tallies::Unavailable, Withheld, Low>;
using ProtectedDistribution = std::variant<tallies::Distribution, tallies::Unavailable, Withheld>;

class ProtectedAnswers {
 public:
  // A number of people as it may be printed. Throws std::out_of_range for what was not shown when the answers
  // were protected: a fault of the engine.
  [[nodiscard]] const ProtectedAnswer& count(const tallies::CountSum& sum) const { return m_counts.at(sum); }
  [[nodiscard]] const ProtectedAnswer& count(const tallies::Key& key) const {
    return m_counts.at(tallies::just(key));
  }

  // The distribution behind a statutory or sufficiently large pay measure. Only measures/pay_gap may look
  // inside; no person's amount is ever published.
  [[nodiscard]] const ProtectedDistribution& distribution(tallies::Amount amount,
                                                          const tallies::Key& key) const {
    return m_amounts.at(amount).at(key);
  }

  // The true count behind a statutory percentage; only measures may ask, and only for that percentage.
  // Throws std::out_of_range for a key that is not exempt.
  [[nodiscard]] const ProtectedAnswer& statutory_count(const tallies::Key& key) const {
    return m_statutory_counts.at(key);
  }

  // Whether a percentage may not be of so few people, as they are before rounding.
  [[nodiscard]] bool is_small_base(const tallies::CountSum& whole) const {
    return m_small_bases.contains(whole);
  }

  // Whether a pay measure other than a statutory one may not be about so many people. Nobody is no group.
  [[nodiscard]] bool is_small_pay_group(std::uint64_t people) const {
    return people > 0 && people < m_minimum_pay_group;
  }

  // Which shares of voluntary pay quarters may not be told (quarters.hpp).
  [[nodiscard]] std::array<bool, 4> withheld_quarters(const std::array<QuarterParts, 4>& quarters) const {
    return disclosure::withheld_quarters(quarters, m_threshold, m_width);
  }

 private:
  ProtectedAnswers() = default;
  friend class Protecting;

  std::map<tallies::CountSum, ProtectedAnswer> m_counts;
  std::map<tallies::Amount, std::map<tallies::Key, ProtectedDistribution>> m_amounts;
  std::map<tallies::Key, ProtectedAnswer> m_statutory_counts;
  std::set<tallies::CountSum> m_small_bases;
  std::uint64_t m_threshold = 0;
  std::uint64_t m_width = 0;
  std::uint64_t m_minimum_pay_group = 0;
};

// What was withheld and why, and the proof that it stays so. For the officer alone: it is never published. It
// holds no count.
struct Certificate {
  struct Cell {
    std::string what;  // in words
    Reason reason = Reason::threshold;
  };
  struct Proof {
    std::string what;
    bool is_shown = false;  // else it is what subtraction would tell
    Interval interval;      // in which a reader can place it
  };
  std::vector<Cell> withheld;
  std::vector<Proof> proofs;          // of every protected cell
  std::vector<std::string> unproven;  // protected cells that a reader can place more closely than is allowed
  std::vector<std::string> unkept;    // totals that the counts do not keep: nobody can rely on them
  std::vector<std::size_t> idle;      // rules of Policy::withhold that name nobody whom the report shows
  std::size_t cells = 0, relations = 0;
  std::uint64_t width = 0;  // that every interval needs
};

struct Protected {
  ProtectedAnswers answers;
  Certificate certificate;
};

[[nodiscard]] Protected protect(const Publication& publication, const Policy& policy);

}  // namespace eqr::disclosure
