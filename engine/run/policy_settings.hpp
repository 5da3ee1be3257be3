// [policy] of the run file.
#pragma once

#include <nlohmann/json.hpp>

#include "disclosure/policy.hpp"
#include "settings/toml_section.hpp"

namespace eqr::run {

// A preset, and whatever is said otherwise. What is wrong is told through the section.
// `already_released` gets the names of reports that are out.
[[nodiscard]] disclosure::Policy read_policy(settings::Section section,
                                             std::vector<std::string>& already_released);

// What a policy comes to, for the run record and the certificate.
[[nodiscard]] nlohmann::json policy_in_json(const disclosure::Policy& policy);

}  // namespace eqr::run
