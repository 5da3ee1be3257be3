// How closely a reader can work out what a report withholds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "disclosure/attack.hpp"

namespace eqr::disclosure {

// A way of filling in the unknowns of an attack, whole numbers all.
using Completion = std::vector<std::int64_t>;

// Whether all bounds and equations hold.
[[nodiscard]] bool is_completion(const Attack& attack, const Completion& values);

// An interval, and completions that prove it: in one the unknown has its lowest value, in the other its
// highest (or, without a bound, the highest that was looked at).
struct Reading {
  Interval interval;
  Completion lowest, highest;
};

// Reads one unknown after another of one attack: the least and the most that any completion gives it, by
// linear programs solved exactly (simplex.hpp), and by branching where a program's best point is not whole.
// What one reading finds helps the next. Meant for one part of an attack; `intervals` takes an attack apart.
class Reader {
 public:
  // `truth` is a completion, if one is known. Without one, the reader looks for one.
  explicit Reader(Attack attack, const std::optional<Completion>& truth = std::nullopt);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // No completion, not even of fractions: what the attack knows does not agree with itself. Nothing can be
  // read from it then.
  [[nodiscard]] bool is_contradictory() const;

  // The whole interval.
  [[nodiscard]] Reading read(std::size_t unknown);

  // No more of it than is needed to see that it is `enough` wide.
  [[nodiscard]] Reading read(std::size_t unknown, std::int64_t enough);

 private:
  class Programs;
  std::unique_ptr<Programs> m_programs;
};

// The intervals of `wanted` unknowns, each part of the attack by itself. None where a part contradicts
// itself.
[[nodiscard]] std::vector<std::optional<Interval>> intervals(
    const Attack& attack, const std::vector<std::size_t>& wanted,
    const std::optional<Completion>& truth = std::nullopt);

}  // namespace eqr::disclosure
