// Everything a report says about numbers of people, as one system: a cell for each count, and a relation
// wherever counts add up to others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/attack.hpp"

namespace eqr::disclosure {

enum class Status {
  published,
  withheld,
  unshown,  // shown nowhere, but it links cells that are: a sub-total that no table has
};

struct JointCell {
  std::int64_t people = 0;
  Status status = Status::published;
  // Nobody may work it out: it is withheld for its own sake, or shown nowhere and just as small.
  bool is_protected = false;
  // What is lost when it is withheld for the sake of others; none where it never may be.
  std::optional<std::int64_t> cost = {};
  // What everybody knows, whatever is withheld.
  Unknown known = {};
};

struct Joint {
  std::vector<JointCell> cells;
  std::vector<Equation> relations;  // terms are cells
};

// What a reader faces: the cells that are not published, and the relations with all that is published put in.
struct Faced {
  Attack attack;
  std::vector<std::size_t> cells;    // which cell each unknown is
  std::vector<std::int64_t> people;  // and its true value
};
[[nodiscard]] Faced faced(const Joint& joint);

}  // namespace eqr::disclosure
