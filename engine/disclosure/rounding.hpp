// Counts published as multiples of a base: each for itself, or all together so that they still add up.
//
// Rounding each count to the nearest multiple is what HESA's standard rounding does (hesa.ac.uk, "Rounding
// and suppression to anonymise statistics"): base 5, halves upwards. Totals are rounded after they are added
// up, so a table's rows need not add up to them.
//
// Small count rounding keeps every sum: Langsrud and Heldal, "An algorithm for small count rounding of
// tabular data", Privacy in Statistical Databases 2018; the R package SmallCountRounding. It rounds people,
// as it were, and not print: the inner counts that make up small published ones become 0 or the base,
// everything else stays true, and all totals are added up anew.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/attack.hpp"
#include "disclosure/joint.hpp"

namespace eqr::disclosure {

// A tie goes upwards: to base 5, 2 becomes 0 and 3 becomes 5; to base 10, 15 becomes 20. A base of 0 or 1
// rounds nothing.
[[nodiscard]] std::uint64_t rounded_to_nearest(std::uint64_t people, std::uint64_t base);

// What a multiple of a base above 1 tells in print of the count, or difference of counts, that it was: nought
// that it was nought, [low] that it was not.
[[nodiscard]] Unknown before_rounding(std::int64_t printed, std::uint64_t base);
[[nodiscard]] Unknown before_low(std::uint64_t base);

// New values for all cells of a joint system, in its order, for which:
//  - every relation holds exactly;
//  - no published cell holds 1 to base - 1 (withheld and unshown cells may);
//  - nought stays nought, and no cell falls below it;
//  - where the system has cells for all that its tables have in common, inner counts stay as they are that
//    are part of no small published one, neither of the true counts nor of those tried on the way.
// Published values move as little as was found: one inner count after the other goes the other way, or two
// change places, as long as that lowers the sum of squares of all changes. That is not proven to be the
// least; of 3 by 4 counts it was 5% above it on average. The same joint system gives the same values.
//
// The system need not have a cell for everything that its tables have in common. Sex by grade and ethnicity
// by grade, with no table of all three, are first filled up with invented profiles: so many people who are
// women, Black and of grade 7, chosen such that both tables come out true. Profiles are rounded in place of
// inner counts, and so both tables keep the same margins; a count of many in one table moves with a small one
// in the other. Where tables are linked in a ring (sex by grade, grade by site, site by sex), profiles may
// fail to make up everybody. The rest then stays as it is, and a small count that is part of it gains `base`
// people with all the cells of one profile. All of the above holds, but for the last point, and values move
// further.
//
// What it does not do: a small count that is not published, and is the difference of counts that are, stays
// as true as these and can be worked out. Where that matters, have it in the system as published. And nought
// among the new values does not say that there is nobody.
//
// None when the system does not hang together like that:
//  - a relation is no sum of parts less their total, each once, with nothing on the other side (a year's
//    starters less its leavers, a total published elsewhere);
//  - a relation does not hold of the true counts, or a count is less than nought;
//  - no profile was found for a small cell: one cell stands in two parts of one total, or the search was cut
//    short.
[[nodiscard]] std::optional<std::vector<std::uint64_t>> rounded_small_counts(const Joint& joint,
                                                                             std::uint64_t base);

}  // namespace eqr::disclosure
