#include "problems/problem.hpp"

#include <utility>

namespace eqr::problems {
namespace {

std::string joined(const std::vector<Problem>& problems) {
  std::string all;
  for (const Problem& problem : problems) {
    if (!all.empty()) all += '\n';
    all += text(problem);
  }
  return all;
}

}  // namespace

std::string text(const Place& place) {
  std::string written = place.file;
  if (place.line > 0) written += ':' + std::to_string(place.line);
  if (place.line > 0 && place.character > 0) written += ':' + std::to_string(place.character);
  if (!place.column.empty()) {
    if (!written.empty()) written += ": ";
    written += "column \"" + place.column + '"';
  }
  return written;
}

std::string text(const Problem& problem) {
  std::string written = text(problem.place);
  if (!written.empty()) written += ": ";
  written += problem.message;
  if (!problem.hint.empty()) written += "\nhint: " + problem.hint;
  return written;
}

Fault::Fault(Cost cost, std::vector<Problem> problems)
    : std::runtime_error(joined(problems)), m_cost(cost), m_problems(std::move(problems)) {}

Fault::Fault(Cost cost, Problem problem) : Fault(cost, std::vector<Problem>{std::move(problem)}) {}

void throw_if_any(Cost cost, std::vector<Problem> problems) {
  if (!problems.empty()) throw Fault(cost, std::move(problems));
}

}  // namespace eqr::problems
