// Which groups would better be told together, where a report withholds many counts of small groups.
//
// Guesses of what would help are tried: the publication is made over as if the groups had been merged, all
// its cells are protected anew, and what is withheld then is counted. Best is what leaves most counts
// published. In a large report, where that takes long, guesses are judged by what is withheld for its own
// sake.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "disclosure/publication.hpp"

namespace eqr::disclosure {

// A column whose groups somebody wrote down.
struct Mergeable {
  std::string input, column;
  std::vector<std::string>
      groups;             // declared leaf groups that are told by themselves, in the codebook's order
  bool is_scale = false;  // bands: only neighbours belong together
};

struct Suggestion {
  std::string input, column;
  std::vector<std::set<std::string>> groups;  // each set told together; as a rule there is one
  std::size_t withheld = 0;                   // counts that would be withheld then
  std::size_t instead_of = 0;                 // that are withheld now
};

// At most one for each column, those that help most first: told together, at least `fewest_saved` counts less
// are withheld. None where counts are rounded.
inline constexpr std::size_t fewest_saved = 8;
[[nodiscard]] std::vector<Suggestion> suggest_merges(const Publication& publication, const Policy& policy,
                                                     const std::vector<Mergeable>& columns);

// The publication as it would be if one of the groups were told only with the others: lines of single groups
// become one line, and lines of several groups stay. `groups` are leaf groups, two or more, not all.
[[nodiscard]] Publication told_together(const Publication& publication, const std::string& input,
                                        const std::string& column, const std::set<std::string>& groups);

}  // namespace eqr::disclosure
