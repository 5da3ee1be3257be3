// What a people extract means: which raw values a column may hold, the published group that each belongs
// to, and what is derived from a column (an age band from a date of birth). Plain values, so that another
// way of answering (a database, a counted table) can work from the same book.
//
// A characteristic divides people into leaf groups: every person is in exactly one. Some of them are
// undeclared ("not stated", "prefer not to say") and stay out of every "of declared" percentage. There is
// always a leaf `not-stated`: blank cells go there unless the codebook gives them to another undeclared
// group. An aggregate (`minority`) is a named union of leaves.
//
// The namespace is eqr::persons: eqr::people is a function of the SDK, people("staff").
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "eqr/theme.hpp"

namespace eqr::persons {

struct Leaf {
  std::string id;
  std::string label;
  std::vector<std::string> values;  // as written in the codebook; compared normalised (text::normalised)
  bool undeclared = false;

  bool operator==(const Leaf&) const = default;
};

struct Aggregate {
  std::string id;
  std::string label;
  std::set<std::string> leaves;  // aggregates of aggregates are resolved

  bool operator==(const Aggregate&) const = default;
};

// The leaf is read off a cell: the cell's value stands in the leaf's values.
struct CodedColumn {
  std::string heading;
  bool operator==(const CodedColumn&) const = default;
};

// The leaf is the band that holds the age, in completed years at the snapshot. Ages are inclusive; the
// first band may lack `from` and the last may lack `to`. A cell that stands in the values of an undeclared
// leaf (blank, or a date that the HR system writes for "not known") goes there.
struct AgeBand {
  std::string leaf;
  std::optional<int> from;
  std::optional<int> to;
  bool operator==(const AgeBand&) const = default;
};
struct BirthDate {
  std::string heading;
  std::vector<AgeBand> bands;  // in ascending order, without gaps or overlaps
  bool operator==(const BirthDate&) const = default;
};

// Not in the extract: in the codebook of a counted input, which needs no columns.
struct NoColumn {
  bool operator==(const NoColumn&) const = default;
};

// How a person's leaf is found. Each way reads one cell; a new way of deriving joins here and in place().
using Source = std::variant<NoColumn, CodedColumn, BirthDate>;

struct Characteristic {
  std::string id;
  std::string title;
  std::vector<Leaf> leaves;  // declared ones in the order written, then undeclared ones
  std::vector<Aggregate> aggregates;
  Source source;

  [[nodiscard]] std::optional<std::size_t> leaf(std::string_view leaf_id) const;
  [[nodiscard]] std::set<std::string> declared() const;
  [[nodiscard]] std::set<std::string> all_leaves() const;
  // The heading that this characteristic is read from; empty when there is none.
  [[nodiscard]] const std::string& heading() const;

  bool operator==(const Characteristic&) const = default;
};

// Hourly pay by SI 2017/353 Schedule 1 para 6, worked out by the payroll system.
struct Pay {
  std::string hourly;                  // heading of the hourly rate, in pounds
  std::string full_pay;                // heading that marks full-pay relevant employees; empty = everybody
  std::set<std::string> full_pay_yes;  // normalised values of that column that mean yes
  std::set<std::string> full_pay_no;   // those that mean no, as blank does; no value is in both sets
  std::string sex = "sex";             // the characteristic whose leaves `female` and `male` are compared

  bool operator==(const Pay&) const = default;
};

// In post: started on or before the snapshot, and not left on or before it.
struct InPost {
  std::string start;  // heading
  std::string leave;  // heading; a blank cell means still there
  bool operator==(const InPost&) const = default;
};

// People whom the report leaves out, with the reason that it states beside their number.
struct Exclusion {
  std::string column;            // heading
  std::set<std::string> values;  // normalised
  std::string reason;
  bool operator==(const Exclusion&) const = default;
};

struct Codebook {
  std::string file;  // as the user named it, for messages
  std::string id;    // heading of the column that identifies a person; empty in a counted input's codebook
  std::vector<Characteristic> characteristics;  // in the order written, inherited ones first
  std::optional<Pay> pay;
  std::optional<InPost> in_post;  // none: everybody in the extract is in post
  std::vector<Exclusion> exclusions;

  [[nodiscard]] const Characteristic* find(std::string_view id) const;

  bool operator==(const Codebook&) const = default;
};

// What a theme may know of an input with this codebook.
[[nodiscard]] eqr::PeopleInput describe(const Codebook& codebook, bool has_last_year, bool is_counted);

// The codebook with only these characteristics: for counted figures, what they are published by
// (CountedFigures::characteristics), so that themes are not offered what can only be [x].
[[nodiscard]] Codebook narrowed_to(Codebook codebook, const std::set<std::string>& characteristics);

// The leaves that a theme's condition lets through; `groups` are ids of leaves or aggregates. Throws
// problems::Fault (settings) for a column or group that the codebook does not have, with a near guess.
[[nodiscard]] std::set<std::string> leaves(const Codebook& codebook, std::string_view column,
                                           const std::vector<std::string>& groups);

// Whether these are all leaves of the column: such a condition is left out of a tallies::Key.
[[nodiscard]] bool admits_all(const Codebook& codebook, std::string_view column,
                              const std::set<std::string>& leaves);

}  // namespace eqr::persons
