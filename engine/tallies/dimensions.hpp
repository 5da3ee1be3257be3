// The columns an input can be counted by, and the leaf groups behind each group's name. Built from a
// codebook by people/; used to turn a condition into the leaf groups that a key admits.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "tallies/key.hpp"

namespace eqr::tallies {

// One column: its leaf groups (every person is in exactly one), and named unions of them.
struct Dimension {
  std::set<std::string> leaves;
  std::map<std::string, std::set<std::string>> unions;
  // What a key without this column admits; empty means all leaves. A derived column such as `movement` knows
  // people who are not in post as well, whom a key that does not name the column leaves out.
  std::set<std::string> when_absent = {};
  // Leaves that tell nothing about a person: "not stated", "prefer not to say".
  std::set<std::string> undeclared = {};

  // The leaf groups that a list of leaf or union names stands for; none if a name is unknown.
  [[nodiscard]] std::optional<std::set<std::string>> admitted(std::span<const std::string> groups) const;
};

// Whether a set of groups and those that are to be told together have some in common, and each has some of
// its own: then the set could not be told any more.
[[nodiscard]] bool is_split(const std::set<std::string>& groups, const std::set<std::string>& together);

// By input, then by column.
using Dimensions = std::map<std::string, std::map<std::string, Dimension>>;

// The key narrowed by one more condition. A column that then admits what a key without it admits is left out,
// so that one question has one key. Conditions on one column of a kind with `when_absent` come as one: what
// was left out cannot be narrowed again.
void narrow(Key& key, const std::string& column, const Dimension& dimension, std::set<std::string> admitted);

}  // namespace eqr::tallies
