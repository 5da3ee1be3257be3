// A joint system as groups of people, and the profiles that its people can have: which groups one person can
// be in all at once. Rounding makes up the people of tables from profiles, as the tables are all that it has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "disclosure/joint.hpp"

namespace eqr::disclosure {

using Groups = std::vector<std::size_t>;

struct Sum {
  std::size_t total = 0;
  Groups parts;  // ascending
};

// A joint system without its noughts. Cells that a relation makes equal are one group: the same people.
struct Grouped {
  Groups of_cell;
  std::vector<std::int64_t> people;     // of each group
  std::vector<std::int64_t> published;  // how many published cells each group is
  std::vector<Sum> sums;                // parts are fewer people than their total, each once
};
// None when a relation is no sum, or does not hold, or a count is less than nought.
[[nodiscard]] std::optional<Grouped> grouped(const Joint& joint);

// A profile holds, of the parts of each total in it, exactly one, and each total that a part in it adds to.
// Inner groups are no totals: an inner group brings all totals above it, and a profile is one inner group for
// each family of tables that only their margins link.
class Profiles {
 public:
  explicit Profiles(const Grouped& system);

  // The inner groups within a group; of an inner group, itself.
  [[nodiscard]] const Groups& inner_of(std::size_t group) const { return m_inner_of[group]; }

  // A profile, ascending, with this inner group and others that have people, those with the most where there
  // is a choice. None when there is none, or the search was cut short.
  [[nodiscard]] std::optional<Groups> with(std::size_t inner, const std::vector<std::int64_t>& people);

 private:
  void look_up_from(std::size_t inner);
  bool add(std::size_t inner);
  void drop_to(std::size_t size);
  [[nodiscard]] std::optional<std::size_t> open_sum() const;
  [[nodiscard]] bool complete(const std::vector<std::int64_t>& people);

  const std::vector<Sum>& m_sums;
  std::vector<std::vector<std::size_t>> m_as_total, m_as_part;  // sums
  std::vector<Groups> m_inner_of, m_above;
  // The profile in the making.
  Groups m_in;
  std::vector<bool> m_is_in;
  std::vector<int> m_parts_in;  // of each sum
  int m_steps = 0;
};

}  // namespace eqr::disclosure
