// What a pass over an extract came upon: numbers of rows, and what is wrong in them. Never a value, save one
// that the codebook does not list and at least ten people share.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "people/row_faults.hpp"
#include "problems/problem.hpp"

namespace eqr::persons {

// rows = repeated + not_counted + left_out + not_in_post + the sum of excluded + counted, at the snapshot.
struct Findings {
  std::uint64_t rows = 0;
  std::uint64_t repeated = 0;                     // further rows of a person; posts that are not the main one
  std::uint64_t left_out = 0;                     // blank, or without identifier, where that is not fatal
  std::uint64_t not_in_post = 0;                  // at the snapshot
  std::map<std::string, std::uint64_t> excluded;  // in post, by reason
  std::uint64_t counted = 0;                      // the people (or events) that every tally counts
  std::uint64_t counted_last = 0;                 // at the snapshot before, where it was asked for
  std::map<std::string, std::uint64_t> blanks;    // by heading, among those counted
  std::uint64_t full_pay_relevant = 0;            // where pay was asked for
  std::uint64_t without_rate = 0;                 // full-pay relevant, hourly rate blank: in no distribution
  std::uint64_t unknown_people = 0;               // events of nobody in the people input they look up

  // All rows of the file, those who have left included, by heading of the columns that were read.
  struct Quality {
    std::uint64_t blank = 0;
    std::uint64_t faulty = 0;
    bool operator==(const Quality&) const = default;
  };
  std::map<std::string, Quality> columns;

  // Faults that did not cost the run: how many rows, the lines of the first few, and in the hint how they
  // were treated.
  std::vector<problems::Problem> treated;
  std::vector<RowFaults::Summary> treated_rows;  // the same, in numbers
  // How the file is written, where that is not CSV with commas in UTF-8: "read as Windows-1252".
  std::vector<std::string> notes;

  [[nodiscard]] std::uint64_t in_post() const;
  bool operator==(const Findings&) const = default;
};

}  // namespace eqr::persons
