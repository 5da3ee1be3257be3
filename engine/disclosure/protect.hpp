// The one place where counts of people become publishable.
//
// protect() is the only maker of ProtectedAnswers, and measures, report and render accept nothing else, so
// the compiler keeps an unprotected count out of every output.
//
// The rule today is primary suppression: a count of people from 1 to threshold - 1 is withheld, printed as
// [c]. Nought is published. A percentage of a base that is known counts as publishing its count. Whatever is
// computed from a withheld count is withheld too, and so is a sum or difference of counts that is itself such
// a small count (measures/evaluate). The policy, and the secondary suppression that keeps withheld counts
// from being worked out, join here.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "tallies/answers.hpp"

namespace eqr::disclosure {

struct Policy {
  std::uint64_t threshold = 10;  // counts of 1 to 9 are withheld
  // Fewest people in each group on whom a measure of pay other than a statutory one may be published.
  std::uint64_t minimum_pay_group = 10;
};

// Why a value is not published; the report prints [c].
struct Withheld {
  enum class Reason { threshold, pay_group };
  Reason reason = Reason::threshold;
  bool operator==(const Withheld&) const = default;
};

using ProtectedAnswer = std::variant<tallies::Count, tallies::Percentage, tallies::Unavailable, Withheld>;
using ProtectedDistribution = std::variant<tallies::Distribution, tallies::Unavailable, Withheld>;

// What is published whatever the numbers.
struct Exempt {
  // Keys whose measures of hourly pay and of bonus pay the law requires (the whole organisation by sex):
  // SI 2017/353 reg 3 and Schedule 1.
  std::set<tallies::Key> statutory_pay;
  std::set<std::string> published_inputs;  // counted figures that are public already, as the run file says
  // Keys of counts behind a percentage that the law requires (women and men who were paid a bonus, of all
  // women and men): the percentage is published, the counts are protected like any other.
  std::set<tallies::Key> statutory_counts = {};
};

class ProtectedAnswers {
 public:
  // Throws std::out_of_range for a key that was never asked: a fault of the engine.
  [[nodiscard]] const ProtectedAnswer& count(const tallies::Key& key) const { return m_counts.at(key); }

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

  // Whether a pay measure other than a statutory one may not be about so many people. Nobody is no group.
  [[nodiscard]] bool is_small_pay_group(std::uint64_t people) const {
    return people > 0 && people < m_minimum_pay_group;
  }

  [[nodiscard]] std::size_t withheld() const { return m_withheld; }

  // Whether a number of people, however it was arrived at, is too small to be published.
  [[nodiscard]] bool is_too_small(std::uint64_t people) const { return people > 0 && people < m_threshold; }

 private:
  ProtectedAnswers() = default;
  friend ProtectedAnswers protect(const tallies::Answers&, const Policy&, const Exempt&);

  std::map<tallies::Key, ProtectedAnswer> m_counts;
  std::map<tallies::Amount, std::map<tallies::Key, ProtectedDistribution>> m_amounts;
  std::map<tallies::Key, ProtectedAnswer> m_statutory_counts;
  std::size_t m_withheld = 0;
  std::uint64_t m_threshold = 0;
  std::uint64_t m_minimum_pay_group = 0;
};

[[nodiscard]] ProtectedAnswers protect(const tallies::Answers& answers, const Policy& policy,
                                       const Exempt& exempt);

}  // namespace eqr::disclosure
