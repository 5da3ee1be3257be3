// Figures about people that arrive already counted: a published table by group, or percentages only. They
// answer the same questions as an extract, as far as they can, and never by adding rounded percentages.
//
// CSV with the headings characteristic, group, count, percent, base, as_at and, where last year is there,
// year. Only the first two and one of count and percent are required.
//   characteristic  id or title in the codebook; empty or `all` together with group `all` for everybody
//   group           id, label or listed value of a group, or id or label of an aggregate
//   count           whole number of people; empty when it is not known
//   percent         0 to 100, kept as printed; empty when it is not known
//   base            of the percentage: `all`, `declared`, a whole number of people, or empty (not stated)
//   as_at           date
//   year            `this` (or empty) or `last`
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/date.hpp"
#include "numbers/exact.hpp"
#include "people/codebook.hpp"
#include "tallies/answers.hpp"

namespace eqr::persons {

enum class PercentageBase { not_stated, everyone, declared, stated_number };

struct CountedRow {
  std::size_t line = 0;  // of the file
  tallies::Snapshot snapshot = tallies::Snapshot::this_year;
  std::string characteristic;    // id; empty for everybody
  std::set<std::string> leaves;  // that the row's group holds; empty for everybody
  std::optional<std::uint64_t> count;
  std::optional<numbers::Decimal> percent;
  PercentageBase base = PercentageBase::not_stated;
  std::optional<std::uint64_t> base_people;  // with stated_number
  std::optional<calendar::Date> as_at;

  bool operator==(const CountedRow&) const = default;
};

struct CountedFigures {
  std::string file;
  std::vector<CountedRow> rows;  // in the order of the file

  [[nodiscard]] std::set<std::string> characteristics() const;
  [[nodiscard]] bool has_last_year() const;
};

// Throws problems::Fault (nothing_written) with everything that is wrong: unknown characteristics and groups
// (with a near guess), counts that are not whole, percentages outside 0 to 100, groups that together are
// more than 100.5%, a row given twice.
[[nodiscard]] CountedFigures read_counted(const Codebook& codebook, std::string_view bytes,
                                          const std::string& file);

// Answers those of the questions that ask about this input and snapshot.
//   Count        a row of the same leaves has a count, or rows with counts together make up those leaves
//   Percentage   a row of exactly the same leaves has a percentage and no count can be had; its base is the
//                key of everyone or of the declared, or nothing when it is not stated or a bare number
//   Unavailable  anything else: by two characteristics at once, pay, groups that are not in the file
[[nodiscard]] tallies::Answers answer(const Codebook& codebook, const CountedFigures& figures,
                                      const std::string& input, tallies::Snapshot snapshot,
                                      const tallies::Questions& questions);

}  // namespace eqr::persons
