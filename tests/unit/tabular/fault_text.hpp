// What a call says when it refuses its input.
#pragma once

#include <string>

#include "problems/problem.hpp"

namespace eqr::tests {

// The whole text of the Fault that `call` throws; "(no fault)" if it throws none.
template <typename Call>
std::string fault_text(Call&& call) {
  try {
    call();
  } catch (const problems::Fault& fault) {
    return fault.what();
  }
  return "(no fault)";
}

}  // namespace eqr::tests
