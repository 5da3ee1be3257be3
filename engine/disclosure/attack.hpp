// What a reader of a report knows of the counts that it withholds: each is a whole number between bounds, and
// the published totals, parts and percentages say how they hang together. A completion is a way of filling in
// all unknowns so that everything agrees; what all completions share, the reader can work out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace eqr::disclosure {

// More than there are people in the country: what everybody knows of any count.
inline constexpr std::int64_t everybody = 100'000'000;

struct Unknown {
  std::int64_t least = 0;
  std::optional<std::int64_t> most = {};

  bool operator==(const Unknown&) const = default;
};

struct Term {
  std::size_t of = 0;  // index of an unknown or a cell
  std::int64_t times = 1;

  bool operator==(const Term&) const = default;
};

// The terms add up to `sum`. No unknown stands in two terms of one equation.
struct Equation {
  std::vector<Term> terms;
  std::int64_t sum = 0;
};

// The parts, which may be some more than once, add up to the total.
[[nodiscard]] Equation sum_of(std::size_t total, const std::vector<std::size_t>& parts);

struct Attack {
  std::vector<Unknown> unknowns;
  std::vector<Equation> equations;
};

// The smallest and the largest value that any completion gives an unknown; no `high` when there is no bound.
struct Interval {
  std::int64_t low = 0;
  std::optional<std::int64_t> high = {};
  // False when the search over whole numbers was cut short: the interval then holds for fractions as well,
  // and the truth may be narrower.
  bool is_exact = true;

  [[nodiscard]] bool is_at_least(std::int64_t width) const { return !high || *high - low >= width; }
  bool operator==(const Interval&) const = default;
};

// The parts of an attack that have nothing to do with each other: unknowns that no chain of equations joins.
// `unknowns` and `equations` are indices into the whole.
struct Part {
  std::vector<std::size_t> unknowns;
  std::vector<std::size_t> equations;
};
[[nodiscard]] std::vector<Part> parts_of(const Attack& attack);
[[nodiscard]] Attack attack_of(const Part& part, const Attack& whole);

}  // namespace eqr::disclosure
