#include "cli/gaps.hpp"

#include "problems/problem.hpp"

namespace eqr::cli {

void tell_findings(const run::Outcome& outcome, Surroundings& surroundings) {
  for (const problems::Problem& finding : outcome.findings)
    surroundings.log->warn("{}", problems::text(finding));
}

void tell(const run::Outcome& outcome, Surroundings& surroundings) {
  for (const problems::Problem& problem : outcome.problems)
    surroundings.log->warn("{}", problems::text(problem));
  for (const report::Gap& gap : outcome.gaps) {
    std::string line = "missing: " + gap.what + ".";
    if (!gap.owner.empty())
      line += " Owed by " + gap.owner + (gap.due.empty() ? "." : ", due " + gap.due + ".");
    surroundings.log->warn("{}", line);
  }
}

}  // namespace eqr::cli
