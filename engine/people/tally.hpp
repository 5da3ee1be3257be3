// Answers every question about one extract in one pass over it, whatever its size.
//
// Several threads read blocks of the file, bring their records down to codes (pass/row_reader) and count them
// (pass/counting). In between, one block after another in the order of the file, cut records are joined,
// lines get their numbers and people who stand in several rows are found (pass/enlisting). The answers do not
// depend on the number of threads nor on where the file is cut.
//
// Kept in memory: each distinct value of the columns in use, 16 bytes for every person, the tables of
// counters, and a block's worth of rows for each thread. Messages and findings hold lines, headings and
// counts. A value is named only when it is unknown to the codebook and at least ten people share it.
#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "people/codebook.hpp"
#include "people/findings.hpp"
#include "people/kept_people.hpp"
#include "people/occasion.hpp"
#include "tabular/csv_blocks.hpp"
#include "tallies/answers.hpp"

namespace eqr::persons {

struct Reading {
  std::size_t threads = 1;
  const KeptPeople* lookup = nullptr;  // of an input of events: where its people are
  std::set<std::string> keep;          // characteristics that inputs of events will look up here
};

struct Answered {
  tallies::Answers answers;
  Findings findings;
  KeptPeople kept;
};

// Answers those of the questions that ask about this input and snapshot; others are passed over. A question
// that the codebook cannot answer is Unavailable with the reason. Hourly pay is that of full-pay relevant
// employees with a stated rate, bonus pay that of everybody who received some.
//
// Cells are looked at only where they matter: the group and pay of somebody who has left, or whom the
// codebook leaves out, need not be sound. A row that is blank but for its identifier is a fault (a line of
// totals is nobody); so is a mark of full pay that means neither yes nor no. Throws problems::Fault
// (nothing_written) with everything that is wrong.
[[nodiscard]] Answered answer(const Codebook& codebook, const Occasion& occasion, tabular::Blocks& blocks,
                              const tallies::Questions& questions, const Reading& reading = {});

}  // namespace eqr::persons
