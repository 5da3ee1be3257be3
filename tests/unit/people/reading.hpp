// Small codebooks and extracts as texts, and what reading them says.
#pragma once

#include <filesystem>
#include <string>

#include "people/codebook_file.hpp"
#include "people/tally.hpp"
#include "problems/problem.hpp"
#include "support/memory_blocks.hpp"

namespace eqr::persons::tests {

inline const std::filesystem::path shipped =
    std::filesystem::path(EQR_SOURCE_FOLDER) / "report-templates/progress-report/codebooks";

inline constexpr calendar::Date snapshot_day{std::chrono::year{2018}, std::chrono::March,
                                             std::chrono::day{31}};

inline Codebook book(const std::string& toml, Use use = Use::people) {
  return read_codebook(toml, "hr.toml", shipped, use);
}

// The whole of what the user is told; empty when nothing is wrong.
template <typename Action>
std::string told(Action action) {
  try {
    action();
  } catch (const problems::Fault& fault) {
    return fault.what();
  }
  return {};
}

inline tallies::Key staff(std::map<std::string, std::set<std::string>> admits = {}) {
  return {"staff", tallies::Snapshot::this_year, std::move(admits)};
}

inline const Occasion this_year{"staff", tallies::Snapshot::this_year, snapshot_day, "staff.csv"};

inline tallies::Answers answers(const Codebook& codebook, const std::string& csv,
                                const tallies::Questions& questions, Findings& findings,
                                const Occasion& occasion = this_year) {
  support::MemoryBlocks blocks(csv, 1'000'000);
  Answered answered = answer(codebook, occasion, blocks, questions);
  findings = answered.findings;
  return answered.answers;
}
inline tallies::Answers answers(const Codebook& codebook, const std::string& csv,
                                const tallies::Questions& questions) {
  Findings findings;
  return answers(codebook, csv, questions, findings);
}

}  // namespace eqr::persons::tests
