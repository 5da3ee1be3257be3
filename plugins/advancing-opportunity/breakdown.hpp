// A table of people by characteristic and group, as services supply it: service users, the population,
// people at the stages of recruitment.
//
// Rows of one characteristic and group belong together, so that several services may each give a row. The
// column `declared` reads `no` for people who did not say or preferred not to: they stand in the table and
// outside every share.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eqr/theme.hpp"

namespace eqr::advancing_opportunity {

struct BreakdownGroup {
  std::string label;  // as first written
  std::vector<std::size_t> rows;
  bool declared = true;
};

struct Breakdown {
  std::string characteristic;  // as first written
  std::vector<BreakdownGroup> groups;

  // The group of that label, compared without regard to ASCII case, or null.
  [[nodiscard]] const BreakdownGroup* find(std::string_view label) const;
};

// One for each characteristic, in order of first appearance. Throws ThemeFault, naming the input, for a
// group that is declared in one row and undeclared in another.
[[nodiscard]] std::vector<Breakdown> breakdowns(const Document& document);

// The breakdown of that characteristic, compared without regard to ASCII case, or null.
[[nodiscard]] const Breakdown* find(const std::vector<Breakdown>& all, std::string_view characteristic);

// The people of a group: the sum of a number column over its rows.
[[nodiscard]] Expression number_of(const Document& document, const BreakdownGroup& group,
                                   const std::string& column);

// Whether a breakdown gives numbers in its column `count`; otherwise it gives shares in `percent`.
[[nodiscard]] bool has_counts(const Document& document, const Breakdown& breakdown);

// A group's share of those who declared: worked out from counts, or the percentage as supplied. None for an
// undeclared group. Throws ThemeFault for a percentage given twice, because percentages cannot be added up.
[[nodiscard]] std::optional<Expression> share_of(const Document& document, const Breakdown& breakdown,
                                                 const BreakdownGroup& group);

// The distinct sources of the rows of a breakdown, as notes: "Source: …".
[[nodiscard]] std::vector<std::string> source_notes(const Document& document, const Breakdown& breakdown);

}  // namespace eqr::advancing_opportunity
