// The last look before anything is published: how closely can a reader place each protected count?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "disclosure/joint.hpp"
#include "disclosure/witness.hpp"

namespace eqr::disclosure {

struct Audited {
  std::size_t cell = 0;
  Interval interval;
  bool is_wide = false;  // as wide as is asked
};

// Every protected cell of a joint system, in the order of the cells. Exact where the part of the system
// around a cell is not too large; else the interval says what two completions near the cell prove, no more
// (Interval::is_exact). Cells that equations alone give away are found by elimination as well: a second way
// of looking, which has to agree. In large parts, witnesses that whoever chose has found are checked first,
// and others are looked for only where these are missing or wrong.
[[nodiscard]] std::vector<Audited> audit(const Joint& joint, std::int64_t width,
                                         const Witnesses& witnesses = {});

}  // namespace eqr::disclosure
