// [policy] of the run file.
#pragma once

#include <nlohmann/json.hpp>

#include "run/run_file.hpp"
#include "settings/toml_section.hpp"

namespace eqr::run {

// A preset, and whatever is said otherwise; merges, and the names of reports that are out. What is wrong is
// told through the section.
void read_policy(settings::Section section, RunFile& run);

// What the policy comes to, for the run record and the certificate.
[[nodiscard]] nlohmann::json policy_in_json(const RunFile& run);

}  // namespace eqr::run
