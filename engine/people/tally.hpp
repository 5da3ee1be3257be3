// Answers every question about one extract in one pass: a table of counters for each tally, over every
// combination of leaf groups, then for each key the sum of the cells that it admits.
#pragma once

#include <istream>
#include <string>

#include "calendar/date.hpp"
#include "people/codebook.hpp"
#include "people/extract.hpp"
#include "tallies/answers.hpp"

namespace eqr::persons {

// Which extract this is.
struct Occasion {
  std::string input;  // the input's name in keys
  tallies::Snapshot snapshot = tallies::Snapshot::this_year;
  calendar::Date snapshot_date;
  std::string file;  // the name used in messages
};

// Answers those of the questions that ask about this input and snapshot; others are passed over. A question
// that the codebook cannot answer is Unavailable with the reason. Pay distributions hold full-pay relevant
// employees with a stated hourly rate. Throws problems::Fault (nothing_written) when the extract is faulty.
[[nodiscard]] tallies::Answers answer(const Codebook& codebook, const Occasion& occasion, std::istream& bytes,
                                      const tallies::Questions& questions, Findings& findings);

}  // namespace eqr::persons
