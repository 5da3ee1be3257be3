#include "cli/gaps.hpp"

namespace eqr::cli {

void tell(const std::vector<report::Gap>& gaps, Surroundings& surroundings) {
  for (const report::Gap& gap : gaps) {
    std::string line = "missing: " + gap.what + ": " + gap.reason;
    if (!gap.owner.empty())
      line += " Owed by " + gap.owner + (gap.due.empty() ? "." : ", due " + gap.due + ".");
    surroundings.log->warn("{}", line);
  }
}

}  // namespace eqr::cli
