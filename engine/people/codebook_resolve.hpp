// From a characteristic as written to one that can be used: bands in order, blanks in an undeclared leaf,
// aggregates down to their leaves. Only codebook_file.cpp calls this.
#pragma once

#include <vector>

#include "people/codebook.hpp"
#include "people/codebook_file.hpp"
#include "people/codebook_written.hpp"
#include "problems/problem.hpp"

namespace eqr::persons {

// Adds to `problems` whatever keeps the characteristic from being used; the result is then of no use.
[[nodiscard]] Characteristic resolved(const WrittenCharacteristic& written, Use use,
                                      std::vector<problems::Problem>& problems);

}  // namespace eqr::persons
