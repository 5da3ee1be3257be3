// Groups that a report tells only together, because apart they would be too small: the policy's merges.
//
// People are divided into leaf groups as before, so that reports of other years and editions, which told them
// apart, can still be set against this one. But no theme is offered the groups, and no condition can name
// one.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "people/codebook.hpp"

namespace eqr::persons {

// Whether somebody wrote its groups down: they do not follow from dates or from pay, nor stand elsewhere.
[[nodiscard]] bool has_written_groups(const Characteristic& characteristic);
// Bands of ages or of years, which have neighbours.
[[nodiscard]] bool has_bands(const Characteristic& characteristic);

struct Merging {
  std::string column;
  std::vector<std::string> groups;  // ids of leaves or aggregates
  std::string id;                   // of the groups together: a new one, or that of the aggregate of the same
  std::string label;                // may be empty for an aggregate, whose label it then has
};

struct Objection {
  std::string message;
  std::string hint;
};

// Adds the merged group to the codebook, or says why that cannot be.
[[nodiscard]] std::optional<Objection> merge(Codebook& codebook, const Merging& merging);

}  // namespace eqr::persons
