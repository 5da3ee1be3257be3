// Inputs arrive: documents, counted figures and narratives are fetched and read; extracts of people are only
// looked at from outside. What is missing or faulty costs only what needs it and is written down as a gap.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "measures/statement.hpp"
#include "people/counted.hpp"
#include "report/material.hpp"
#include "run/setup.hpp"

namespace eqr::run {

// What the run record says of an input.
struct ReceivedInput {
  std::string input;  // its name in the run file; "facts" and "narratives" for those
  std::string file;   // file or URL, as named
  std::string sha256;
  std::uint64_t size = 0;
  std::string fetched_at;  // of a URL; observed, never in a report
  bool by_blocks = false;  // the hash is of hashes of blocks of 8 MiB (inputs/block_digests.hpp)
};

struct Received {
  measures::Inputs inputs;                                 // by input name
  std::map<std::string, persons::CountedFigures> counted;  // by input name
  measures::Statement facts;
  bool facts_complete = true;  // false when a facts file could not be read
  std::map<std::string, report::NarrativeMaterial> narratives;
  std::map<std::string, report::PictureMaterial> pictures;  // by file
  std::optional<report::Image> logo;
  std::optional<report::Gap> logo_gap;
  std::map<std::string, report::Source> sources;
  // By theme: the documents by role, and what it should have had.
  struct OfTheme {
    std::map<std::string, std::string> documents;  // role to the name in `inputs.documents`
    std::vector<report::Gap> gaps;
  };
  std::map<std::string, OfTheme> themes;
  std::vector<report::Gap> facts_gaps;
  std::vector<problems::Problem> problems;  // what the gaps come from, each with its place and hint
  // What readers would stumble over, though it is there: a picture of a table.
  std::vector<problems::Problem> findings;
  std::vector<problems::Problem> placeholder_problems;  // placeholders that cannot be read
  std::vector<ReceivedInput> record;
};

// Throws problems::Fault (nothing_written) for an extract of people that is not there or counted figures that
// are faulty. `offline` refuses to fetch URLs.
[[nodiscard]] Received receive(const Setup& setup, bool offline);

}  // namespace eqr::run
