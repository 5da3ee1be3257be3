#include "inputs/refusal.hpp"

#include <utility>

namespace eqr::inputs {

problems::Fault refusal(const std::string& name, const std::string& message, const std::string& hint) {
  problems::Problem problem;
  problem.place.file = name;
  problem.message = message;
  problem.hint = hint;
  return {problems::Cost::nothing_written, std::move(problem)};
}

}  // namespace eqr::inputs
