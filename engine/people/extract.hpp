// A people extract, read once from front to back: each record becomes a Person, which holds positions of
// leaves and perhaps a rate of pay, and is forgotten.
//
// Cells are looked at only where they matter: the group and pay of somebody who has left, or whom the
// codebook leaves out, need not be sound.
//
// A row that is blank but for its identifier is a fault (a line of totals is nobody); so is a mark of full
// pay that means neither yes nor no.
//
// Kept in memory: each distinct value of the columns in use, and the identifiers seen so far (to find
// persons listed twice). Messages and findings hold lines, headings and counts. A value is named only when
// it is unknown to the codebook and at least ten people share it.
#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "calendar/date.hpp"
#include "people/codebook.hpp"

namespace eqr::persons {

// What was found on the way, for the run record: counts only.
// rows = repeated + not_in_post + the sum of excluded + counted.
struct Findings {
  std::uint64_t rows = 0;
  std::uint64_t repeated = 0;                     // rows that repeat a person and agree in every column used
  std::uint64_t not_in_post = 0;                  // at the snapshot
  std::map<std::string, std::uint64_t> excluded;  // by reason
  std::uint64_t counted = 0;                      // the people that every tally counts
  std::map<std::string, std::uint64_t> blanks;    // by heading, among the people counted
  std::uint64_t full_pay_relevant = 0;            // where pay was asked for
  std::uint64_t without_rate = 0;                 // full-pay relevant, hourly rate blank: in no distribution

  [[nodiscard]] std::uint64_t in_post() const;
  bool operator==(const Findings&) const = default;
};

// Which columns of the extract are read: those of these characteristics, and of pay if it is asked for.
// The identifier, the in-post rule and the exclusions are always read.
struct Needs {
  std::vector<std::string> characteristics;
  bool pay = false;
};

// One person who is in post and not excluded.
struct Person {
  std::vector<std::size_t> leaves;   // by Needs::characteristics: positions in Characteristic::leaves
  std::optional<std::int64_t> rate;  // ten-thousandths of a pound an hour, full-pay relevant employees only
};

class Extract {
 public:
  // Reads the header and finds the columns. Codebook and stream must outlive the extract; every needed
  // characteristic must have a column (Characteristic::heading). `file` is the name used in messages.
  // Throws problems::Fault (nothing_written) naming every column that is missing.
  Extract(const Codebook& codebook, Needs needs, calendar::Date snapshot_date, std::istream& bytes,
          std::string file);
  Extract(const Extract&) = delete;
  Extract& operator=(const Extract&) = delete;
  ~Extract();

  // The next person into `person` (its memory is used again); false at the end. Throws problems::Fault
  // (nothing_written) at the end with everything that is wrong in the rows: what was read before counts for
  // nothing then.
  bool next(Person& person);

  // Complete once next() has returned false.
  [[nodiscard]] const Findings& findings() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace eqr::persons
