// The one moment at which people's records are read: every question of every theme, one pass an extract.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "disclosure/publication.hpp"
#include "people/findings.hpp"
#include "run/receive.hpp"
#include "run/setup.hpp"
#include "tallies/answers.hpp"

namespace eqr::run {

// One reading of an extract; one file may be read for several inputs or, by its sheets, for two years.
struct ExtractFindings {
  std::string input;
  std::string file;
  persons::Findings findings;
};

struct Counted {
  tallies::Answers answers;               // true counts: they go to protect() and nowhere else
  std::vector<ExtractFindings> findings;  // in the order in which extracts were read
  std::vector<ReceivedInput> record;
};

// Throws problems::Fault (nothing_written) when an extract is faulty, naming every faulty one.
[[nodiscard]] Counted count(const Setup& setup, const Received& received,
                            const tallies::Questions& questions);

// What is published whatever the numbers: by law, or because the run file says where it is public already.
[[nodiscard]] disclosure::Exempt exempt(const Setup& setup, const measures::Asked& asked);

}  // namespace eqr::run
