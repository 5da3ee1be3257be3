// A codebook to start from, drafted from an extract: which column looks like what, and the values that the
// shipped codebook does not know. A program guessed; a person reads every line.
//
//   CodebookDraft draft(header);
//   while (reader.next(record)) draft.add(record.fields);
//   out << draft.toml(shipped, "gss-harmonised", "staff.csv");
//
// The draft holds headings, and values that at least ten rows share (column_sketch.hpp); of others only how
// many there are. Columns of names, identifiers, addresses, notes, dates and amounts list no values. Where a
// group has to be named by a person, the draft has a placeholder, `which-group-1`, that read_codebook
// refuses; with the placeholders filled, read_codebook accepts it. The same rows give the same draft.
#pragma once

#include <string>
#include <vector>

#include "people/codebook.hpp"
#include "people/codebook_guess.hpp"

namespace eqr::persons {

class CodebookDraft {
 public:
  explicit CodebookDraft(const std::vector<std::string>& header);

  // One row, as wide as the header.
  void add(const std::vector<std::string>& fields);

  // TOML. `shipped` is the codebook to extend, read for Use::counted; `file` is what the extract is called.
  // Throws problems::Fault (nothing_written) when there are no rows, or when a record stands in the place of
  // the headings.
  [[nodiscard]] std::string toml(const Codebook& shipped, const std::string& shipped_name,
                                 const std::string& file) const;

 private:
  std::vector<SketchedColumn> m_columns;
};

}  // namespace eqr::persons
