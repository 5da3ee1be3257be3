// The one part of a pass that goes in the order of the file: rows get their lines, and people who stand in
// several rows are found.
#pragma once

#include <cstdint>
#include <vector>

#include "people/kept_people.hpp"
#include "people/pass/counting.hpp"
#include "people/pass/layout.hpp"
#include "people/pass/rows.hpp"

namespace eqr::persons {

class Enlisting {
 public:
  // `layout` must outlive this.
  explicit Enlisting(const Layout& layout);

  // So many rows are likely to come.
  void expect(std::size_t rows) {
    if (m_layout.occasion.rows == RowsAre::people) m_kept.ids().reserve(rows);
  }

  // Rows::lines become lines of the file, the first being `line`; rows of people who were met before are
  // marked as repeated. Faults go to `counting`. Posts whose main one is that with the most hours are kept
  // instead, and `rows` is empty afterwards.
  void enlist(Rows& rows, std::uint64_t line, Counting& counting);

  // At the end of the file: what was kept to be counted now, if anything; and faults that only the whole
  // shows.
  [[nodiscard]] Rows* finish(Counting& counting);

  [[nodiscard]] KeptPeople& kept() { return m_kept; }

 private:
  [[nodiscard]] bool counts(std::uint8_t marks) const;
  void enlist_aside(Rows& rows, std::size_t row);
  void enlist_person(Rows& rows, std::size_t row, Counting& counting);
  void enlist_marked_post(Rows& rows, std::size_t row, Counting& counting);
  void enlist_post_by_hours(Rows& rows, std::size_t row);
  void enlist_event(Rows& rows, std::size_t row);
  void tell_conflict(const Rows& rows, std::size_t row, std::uint32_t earlier, Counting& counting);
  void keep_groups(const Rows& rows, std::size_t row);

  const Layout& m_layout;
  KeptPeople m_kept;
  IdSet m_aside;  // whose row counts nowhere: somebody left out, or gone before; another row may count
  IdSet m_last;   // events of the year before, counted once each
  std::vector<std::uint32_t> m_lines;  // where place is no line: lines by place - 1
  Rows m_best;                         // posts, one a person
  std::uint64_t m_conflicts = 0;
  std::uint64_t m_other_posts = 0;
};

}  // namespace eqr::persons
