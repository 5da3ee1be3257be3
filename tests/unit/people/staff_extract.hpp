// An extract of six columns and its codebook, for tests of the pass as a whole.
#pragma once

#include <cstdint>
#include <string>

#include "unit/people/reading.hpp"

namespace eqr::persons::tests {

using tallies::Count;
using tallies::Key;
using tallies::Questions;
using tallies::Snapshot;

inline const std::string staff_book = R"(
id = "Number"
[characteristics.sex]
title = "Sex"
column = "Gender"
groups = [ {id="female", label="Women", values=["F"]}, {id="male", label="Men", values=["M"]} ]
[characteristics.team]
title = "Team"
column = "Team"
groups = [
  {id="adults", label="Adults", values=["Adults, Health and Care"]},
  {id="hub", label="The Hub", values=["The \"Hub\"\nat County Hall"]},
  {id="cafe", label="Café", values=["Café"]},
]
[characteristics.age-band]
title = "Age"
born = "Born"
bands = [ {id="young", label="Under 40", to=39}, {id="old", label="40 and over", from=40} ]
)";

inline Key women() {
  return staff({{"sex", {"female"}}});
}

inline Answered answered(const Codebook& codebook, const std::string& csv, const Questions& questions,
                         const Occasion& occasion = this_year, const Reading& reading = {},
                         std::size_t block = 1'000'000) {
  support::MemoryBlocks blocks(csv, block);
  return answer(codebook, occasion, blocks, questions, reading);
}

inline std::uint64_t count(const Answered& answers, const Key& key) {
  return std::get<Count>(answers.answers.counts.at(key)).people;
}

inline const std::string dated_book = staff_book + R"(
[in_post]
start = "Start"
leave = "Leave"
)";

}  // namespace eqr::persons::tests
