// Two registers of things: equality impact assessments, and corporate strategies with what they say of the
// equality policy. Rows are counted as things, so none of these counts is withheld.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eqr/theme.hpp"

namespace eqr::eliminating_discrimination {

// Rows of a register that read the same in one column.
struct RowGroup {
  std::string label;  // as first written; "Not stated" for empty cells
  std::vector<std::size_t> rows;
};

// The nine protected characteristics in the order of the Act (section 4), then whatever else the register
// names, then "Not stated". One assessment may stand in several groups. The word `all` stands for the nine.
[[nodiscard]] std::vector<RowGroup> by_characteristic(const Document& eqia_register);

// Groups by a column whose cells hold one value each, in order of first appearance, "Not stated" last.
// Values are compared without regard to ASCII case.
[[nodiscard]] std::vector<RowGroup> by_value(const Document& document, std::string_view column);

// Tables `eqia-by-service`, `eqia-by-status`, `eqia-by-characteristic` and `eqia-register`, one chart, and
// figures `eqia.…`.
void add_eqia(const Document& eqia_register, const Context& context, Draft& draft, Section& section);

// Tables `strategies` and `strategies-by-answer`, and figures `strategies.…`.
void add_strategies(const Document& strategies, const Context& context, Draft& draft, Section& section);

}  // namespace eqr::eliminating_discrimination
