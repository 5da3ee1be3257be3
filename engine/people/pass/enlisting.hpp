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
    if (m_layout.occasion.rows == RowsAre::people) m_people.reserve(rows);
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
  [[nodiscard]] bool stands_against_nobody(std::uint8_t marks) const;
  void enlist_aside(Rows& rows, std::size_t row);
  void enlist_person(Rows& rows, std::size_t row, Counting& counting);
  void enlist_marked_post(Rows& rows, std::size_t row, Counting& counting);
  void enlist_post_by_hours(Rows& rows, std::size_t row);
  void enlist_event(Rows& rows, std::size_t row);
  void tell_conflict(const Rows& rows, std::size_t row, std::uint32_t earlier, Counting& counting);
  void tell_people_without_main_post(Counting& counting) const;
  void keep_groups(const Rows& rows, std::size_t row);

  const Layout& m_layout;
  // By the line of their first row that counts; of posts by hours by their row in m_best, from 1.
  IdSet m_people;
  IdSet m_aside;  // whose row stands against nobody
  IdSet m_last;   // people with events of the year before, counted once each
  KeptPeople m_kept;
  Rows m_best;  // posts by hours: of each person the one with the most, and rows that count nowhere
  std::uint64_t m_conflicts = 0;
  std::uint64_t m_other_posts = 0;
};

}  // namespace eqr::persons
