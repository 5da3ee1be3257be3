// How counts hang together: wherever the groups of one key are those of several others, its count is their
// sum.
//
// Whoever reads a report can add and subtract. Disclosure control therefore has to know every sum that the
// keys of a report stand in, whatever tables show them, and the counts that no table shows but subtraction
// gives: the men, where a report has all staff and the women.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <vector>

#include "tallies/dimensions.hpp"
#include "tallies/key.hpp"

namespace eqr::tallies {

// The people of `total` are those of `parts`, each in one of them.
struct Relation {
  Key total;
  std::vector<Key> parts;  // ascending

  auto operator<=>(const Relation&) const = default;
};

struct Web {
  std::set<Relation> relations;
  // Keys of relations that were not among those given: sub-totals and remainders.
  std::set<Key> between;
};

// The relations among keys of people, column by column. For the keys that differ in one column only, the leaf
// groups fall into the smallest sets that make up each key's (its atoms): so hierarchies are covered, and
// groups that overlap. Keys with a column less tie tables together. What comes in between has relations of
// its own, until nothing new comes. Keys of document cells are left alone.
//
// Last year's people are this year's who stayed or left: where keys by `movement` are asked, those of last
// year are tied to them. That holds in truth only for characteristics that stay with a person; whether the
// counts keep a relation is for the user of this to see.
[[nodiscard]] Web relations_among(const std::set<Key>& keys, const Dimensions& dimensions);

}  // namespace eqr::tallies
