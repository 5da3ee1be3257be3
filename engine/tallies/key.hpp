// What a count counts. Two counts with equal keys are one number, wherever a report shows them: the key is
// what disclosure control protects and what lineage names.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>

namespace eqr::tallies {

enum class Snapshot { this_year, last_year };

// `admits` holds, for each column that narrows the count, the leaf groups it lets through (stable ids of the
// codebook, never labels; aggregates are already resolved). A column that admits all its groups, or all that
// count without being asked for (Dimension::when_absent), is left out, so that "all staff" has one key
// however it was asked.
//
// A count of people that stands in a document has a key as well: its input, and the columns "@row" and
// "@column" that name its cell. So has a number of rows of a register whose rows are people: "@row" alone, or
// "@rows" in a report that is out, which numbers them and does not tell the rows.
struct Key {
  std::string input;
  Snapshot snapshot = Snapshot::this_year;
  std::map<std::string, std::set<std::string>> admits;

  auto operator<=>(const Key&) const = default;
};

// staff, 31 March 2018 role words: "staff this year where ethnicity is asian or black". For plan and lineage.
[[nodiscard]] std::string in_words(const Key& key);

[[nodiscard]] Key document_cell(const std::string& input, std::size_t row, const std::string& column);
[[nodiscard]] Key document_rows(const std::string& input, const std::set<std::size_t>& rows);
// Any of them.
[[nodiscard]] bool is_of_document(const Key& key);

}  // namespace eqr::tallies
