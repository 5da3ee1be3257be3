// A codebook as the dimensions that keys are made over.
#pragma once

#include <map>
#include <string>

#include "people/codebook.hpp"
#include "tallies/dimensions.hpp"

namespace eqr::persons {

[[nodiscard]] std::map<std::string, tallies::Dimension> dimensions(const Codebook& codebook);

}  // namespace eqr::persons
