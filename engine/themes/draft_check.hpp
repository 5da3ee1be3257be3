// Does a draft hold together? Everything that names something else has to find it: figures the manifest,
// populations the people inputs, cells the documents, charts the tables, sections both.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "eqr/theme.hpp"
#include "problems/problem.hpp"
#include "themes/manifest.hpp"

namespace eqr::themes {

// Bounds of a draft. A report is read by people: what is larger than this is a mistake.
inline constexpr std::size_t most_tables = 200;
inline constexpr std::size_t most_rows = 10'000;          // of one table, each group of an each() row counted
inline constexpr std::size_t most_columns = 100;          // of one table
inline constexpr std::size_t most_figures = 5'000;        // of one draft
inline constexpr std::size_t longest_text = 32'767;       // characters: the most an Excel cell holds
inline constexpr std::size_t longest_header = 200;        // characters: with its unit, what Excel allows
inline constexpr std::size_t most_expressions = 500'000;  // of one draft, each operand counted

// All that is wrong with a draft that `context` was given for; empty if it can be used. Places read
// `theme "veterans": tables.covenant row 2, column "people": …`.
[[nodiscard]] std::vector<problems::Problem> check_draft(const Draft& draft, const Manifest& manifest,
                                                         const Context& context);

// The draft with every role replaced by the name of the run's input that it is bound to. Roles that the map
// does not hold stay as they are.
[[nodiscard]] Draft bind(Draft draft, const std::map<std::string, std::string>& inputs_by_role);

}  // namespace eqr::themes
