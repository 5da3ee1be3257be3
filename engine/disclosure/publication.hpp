// What a run would publish about numbers of people, as disclosure control sees it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "disclosure/joint.hpp"
#include "disclosure/policy.hpp"
#include "tallies/answers.hpp"
#include "tallies/dimensions.hpp"
#include "tallies/relations.hpp"
#include "tallies/shown.hpp"

namespace eqr::disclosure {

// What is published whatever the numbers.
struct Exempt {
  // Keys whose measures of hourly pay and of bonus pay the law requires (the whole organisation by sex):
  // SI 2017/353 reg 3 and Schedule 1.
  std::set<tallies::Key> statutory_pay;
  std::set<std::string> published_inputs;  // counted figures that are public already, as the run file says
  // Keys of counts behind a percentage that the law requires (women and men who were paid a bonus, of all
  // women and men): the percentage is published, the counts are withheld like any other where they are small.
  std::set<tallies::Key> statutory_counts = {};
  // Those of them that such a percentage tells, once the number of women, or men, is known.
  std::set<tallies::Key> told_by_law = {};

  [[nodiscard]] bool tells(const tallies::CountSum& sum) const {
    return sum.size() == 1 && told_by_law.contains(sum.begin()->first);
  }
};

// What earlier reports have said: last year's, or an edition of this one that is out already.
struct Earlier {
  std::map<tallies::CountSum, std::uint64_t> published;
  std::map<tallies::CountSum, Unknown> within;  // rounded: the bounds that every reader knows
  std::set<tallies::CountSum> withheld;
  // Percentages of counts that were not rounded: they tell their counts.
  std::vector<std::pair<tallies::Share, numbers::Decimal>> shares;
};

struct Publication {
  tallies::Answers answers;  // true counts, of `web.between` as well
  tallies::Shown shown;
  tallies::Web web;
  tallies::Dimensions dimensions;
  Exempt exempt;
  Earlier earlier;
  // Counts of documents that came withheld. What others tell of them stands among the answers.
  std::set<tallies::Key> withheld_by_supplier = {};
  // Whose pay is asked for only because it stands between means that are shown.
  std::map<tallies::Amount, std::set<tallies::Key>> pay_between = {};

  [[nodiscard]] bool is_between(tallies::Amount amount, const tallies::Key& key) const {
    const auto found = pay_between.find(amount);
    return found != pay_between.end() && found->second.contains(key);
  }
};

// Why a count is withheld. Readers are told one reason for all; the certificate has this.
enum class Reason {
  threshold,   // it is about few people
  attribute,   // everybody of a group is in it, or nobody
  by_hand,     // the policy names it
  supplier,    // it came withheld
  pay_group,   // pay of few people
  dominance,   // pay that one or two people make up
  complement,  // it would tell a small remainder
  secondary,   // others of its table could be worked out from it
  linked,      // others elsewhere in the report could
  year,        // last year's report withheld it, or a year's change would tell it
};
[[nodiscard]] std::string in_words(Reason reason);

// A joint system with what its cells are.
struct System {
  struct Meaning {
    tallies::CountSum sum;
    bool is_shown = false;
    // Whether anybody counted it; else `people` is one of the numbers that are possible.
    bool is_known = true;
    bool is_public = false;        // before this report: nothing can withhold it any more
    std::optional<Reason> reason;  // of its being withheld, or protected though not shown
    // Rounded, before this report: it may be withheld, and that protects nothing more.
    bool is_told_about = false;
  };

  Joint joint;
  std::vector<Meaning> meanings;  // of the cells
  std::map<tallies::CountSum, std::size_t> cell_of;
  std::set<std::string> unkept;  // relations that the counts do not keep, in words: left out
  std::set<std::size_t> met;     // rules of Policy::withhold that name people whom the report shows
};

// The system with all shown cells published, and what is withheld for its own sake already withheld.
[[nodiscard]] System system_of(const Publication& publication, const Policy& policy);

}  // namespace eqr::disclosure
