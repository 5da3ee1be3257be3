// From a cell to the leaf that its person belongs to. The answer depends on the cell and the snapshot date
// alone, so an extract asks once for each distinct value.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "calendar/date.hpp"
#include "people/codebook.hpp"

namespace eqr::persons {

// Why a cell has no leaf.
enum class Misfit {
  not_listed,      // a code that the codebook does not list
  not_a_date,      // neither a date nor a listed undeclared value
  after_snapshot,  // born after the snapshot
  too_old,         // more than 110 years ago: a date that stands for "not known"
  outside_bands,   // an age below the first or above the last band
};

// What is wrong with the cell, for a message; the hint that goes with it.
[[nodiscard]] std::string_view message(Misfit misfit);
[[nodiscard]] std::string hint(Misfit misfit, const Characteristic& characteristic,
                               const std::string& codebook_file);

// A position in Characteristic::leaves, or why there is none.
using Placed = std::variant<std::size_t, Misfit>;

// The time that ends with a snapshot; `before` is the day of the snapshot before, where there is one.
struct Period {
  calendar::Date snapshot;
  std::optional<calendar::Date> before;
};

// Of characteristics that are read off one cell.
class Placing {
 public:
  // The characteristic must outlive the placing.
  Placing(const Characteristic& characteristic, Period period);

  [[nodiscard]] Placed place(std::string_view cell) const;
  // What place() says of a cell that holds this date and nothing else.
  [[nodiscard]] Placed place(calendar::Date date) const;

 private:
  // A band with the position of its leaf.
  struct Band {
    int from, to;
    std::size_t leaf;
  };
  [[nodiscard]] Placed place_by_years(calendar::Date date) const;
  [[nodiscard]] Placed place_in_period(calendar::Date date) const;

  const Characteristic& m_characteristic;
  Period m_period;
  std::unordered_map<std::string, std::size_t> m_leaf_of_value;  // by normalised value
  std::map<calendar::Date, std::size_t> m_leaf_of_date;          // of listed values that are dates
  std::vector<Band> m_bands;
};

}  // namespace eqr::persons
