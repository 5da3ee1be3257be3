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

#include "disclosure/joint.hpp"

namespace eqr::disclosure {

// A tie goes upwards: to base 5, 2 becomes 0 and 3 becomes 5; to base 10, 15 becomes 20. A base of 0 or 1
// rounds nothing.
[[nodiscard]] std::uint64_t rounded_to_nearest(std::uint64_t people, std::uint64_t base);

// New values for all cells of a joint system, in its order, for which:
//  - every relation holds exactly;
//  - no published cell holds 1 to base - 1 (withheld and unshown cells may);
//  - nought stays nought, and no cell falls below it;
//  - people who stand in no small published cell, before or after, are as many as they were.
// Published values move as little as was found: the sum of squares of their changes is lowered step by step
// until no step, and no exchange of one step for another, lowers it further. It is not proven to be the
// least. The same joint system gives the same values.
//
// The system need not have a cell for everything that its tables have in common. Sex by grade and ethnicity
// by grade, with no table of all three, are first filled up with invented profiles: so many people who are
// women, Black and of grade 7, chosen such that both tables come out true. A profile lies in one part of
// every total that it lies in. Profiles are rounded in place of inner cells, and so both tables keep the same
// margins. Where tables are linked in a ring (sex by grade, grade by site, site by sex), profiles may fail to
// make up all of the people; the rest then stays as it is, and a small cell that is part of it gains `base`
// people. Values move further for it, but all of the above holds, except that such a gain changes the cells
// of one profile beyond those that are small.
//
// None when the system does not hang together like that:
//  - a relation is no sum of parts less their total, each once, with nothing on the other side (a year's
//    starters less its leavers, a total published elsewhere);
//  - a relation does not hold of the true counts, or a count is less than nought;
//  - no profile was found for a small cell: one cell stands in two parts of one total, or the search, which
//  is
//    cut short, was not long enough.
[[nodiscard]] std::optional<std::vector<std::uint64_t>> rounded_small_counts(const Joint& joint,
                                                                             std::uint64_t base);

}  // namespace eqr::disclosure
