#include "tabular/problem_list.hpp"

#include <utility>

namespace eqr::tabular {

void ProblemList::add(problems::Problem problem) {
  if (m_kept.size() < most) {
    m_kept.push_back(std::move(problem));
  } else {
    ++m_left_out;
  }
}

void ProblemList::add(const std::vector<problems::Problem>& problems) {
  for (const problems::Problem& problem : problems) add(problem);
}

std::vector<problems::Problem> ProblemList::taken() const {
  std::vector<problems::Problem> all = m_kept;
  if (m_left_out > 0) {
    const std::string these =
        m_left_out == 1 ? "1 more problem" : std::to_string(m_left_out) + " more problems";
    all.push_back({{m_file, 0, 0, {}}, "and " + these + " in this file", "mend those above and check again"});
  }
  return all;
}

}  // namespace eqr::tabular
