// How else people could be with not a number of the report changing: the proof that a protected count cannot
// be placed. Whoever finds one need not be trusted: that it keeps to everything is checked in whole numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "disclosure/joint.hpp"
#include "disclosure/neighbourhood.hpp"

namespace eqr::disclosure {

// Of a protected cell, the completions found in which it is lowest and highest; empty for the truth.
struct Witness {
  std::vector<Change> lowest, highest;
};
using Witnesses = std::map<std::size_t, Witness>;

// Whether only unpublished cells change, each to something that is possible for it, and every relation holds.
[[nodiscard]] bool is_possible(const std::vector<Change>& changes, const Joint& joint,
                               const RelationsOfCells& relations_of);

// By how much a cell changes.
[[nodiscard]] std::int64_t change_of(std::size_t cell, const std::vector<Change>& changes);

}  // namespace eqr::disclosure
