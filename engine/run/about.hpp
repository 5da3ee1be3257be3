// What a report says of its figures as a whole: how people are counted, and how they are protected.
#pragma once

#include <string>
#include <vector>

#include "run/setup.hpp"

namespace eqr::run {

// Sentences of the template's wording.toml, those that this run's policy makes true, and one for each group
// that the policy merges.
[[nodiscard]] std::vector<std::string> about_statements(const Setup& setup);

// A sentence of wording.toml with the run's names, dates and numbers put in; empty when there is none.
[[nodiscard]] std::string sentence(const Setup& setup, const std::string& name);

}  // namespace eqr::run
