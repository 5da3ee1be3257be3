// equality-report audit: what can be worked out from a report that is out.
#pragma once

#include <filesystem>

#include "disclosure/published.hpp"

namespace eqr::run {

// Throws problems::Fault (settings) when the file cannot be read as a report.
[[nodiscard]] disclosure::Attacked audit_report(const std::filesystem::path& file);

}  // namespace eqr::run
