// What an expression comes to: a number, or why there is none.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "numbers/exact.hpp"

namespace eqr::measures {

struct Known {
  numbers::Exact value;
  std::optional<numbers::Exact> upper = {};  // of a range
  std::optional<int> most_places = {};       // an input's own rounding: never printed finer than this
  std::string qualifier = {};                // of the document's row, when the value is just that cell
  std::string status = {};                   // likewise
};

struct Missing {
  std::string code;    // c, low, x or z
  std::string reason;  // for readers
};

using Outcome = std::variant<Known, Missing>;

// One sentence for all reasons: a reason of its own would tell which counts are the small ones.
inline const Missing withheld{"c", "Withheld so that nobody can be identified."};
inline const Missing low_figure{"low", "A low figure that rounds to zero but is not zero."};
inline const Missing not_supplied{"x", "Not supplied for this report."};
inline const Missing no_base{"z", "Not applicable: there is nothing to divide by."};
inline const Missing nobody{"z", "Not applicable: it is about nobody."};

}  // namespace eqr::measures
