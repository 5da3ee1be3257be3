#include "people/pass/enlisting.hpp"

#include <algorithm>
#include <string>

namespace eqr::persons {
namespace {

constexpr std::size_t ahead = 16;  // rows: enough for memory to answer
constexpr std::size_t most_conflicts = 5;

// A main post has content; a person of whom only other posts have been met has none.
constexpr std::uint32_t no_main_post_yet = 0;

}  // namespace

Enlisting::Enlisting(const Layout& layout)
    : m_layout(layout), m_best(layout.code_columns.size(), layout.amount_columns) {}

void Enlisting::enlist(Rows& rows, std::uint64_t line, Counting& counting) {
  for (std::size_t row = 0; row < rows.size(); ++row) rows.lines[row] += static_cast<std::uint32_t>(line);
  for (Note& note : rows.notes) note.line += static_cast<std::uint32_t>(line);
  const RowsAre are = m_layout.occasion.rows;
  if (are == RowsAre::events && !m_layout.occasion.once_each) return;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (row + ahead < rows.size()) m_people.prefetch({rows.id_low[row + ahead], rows.id_high[row + ahead]});
    if (are == RowsAre::events) {
      enlist_event(rows, row);
      continue;
    }
    if (!m_layout.kept.empty()) keep_groups(rows, row);
    if (stands_against_nobody(rows.marks[row])) {
      enlist_aside(rows, row);
    } else if (m_layout.main_hours) {
      enlist_post_by_hours(rows, row);
    } else if (m_layout.main_mark) {
      enlist_marked_post(rows, row, counting);
    } else {
      enlist_person(rows, row, counting);
    }
  }
  if (m_layout.main_hours) {
    m_best.read += rows.read;
    m_best.notes.insert(m_best.notes.end(), rows.notes.begin(), rows.notes.end());
    rows.clear();
  }
}

// Whether a row with these marks is counted by any question that may be asked.
bool Enlisting::counts(std::uint8_t marks) const {
  if ((marks & left_out) != 0) return false;
  const unsigned last = m_layout.occasion.answers_before ? in_post_last : 0U;
  const unsigned moved = m_layout.movement_column ? in_post_last | came_and_left : 0U;
  return (marks & (in_post_this | last | moved)) != 0;
}

// Somebody may have a row that is left out (work for the agency) or a post that has ended beside the one that
// counts. Among people a second row is a question, whichever of the two has ended.
bool Enlisting::stands_against_nobody(std::uint8_t marks) const {
  return (marks & left_out) != 0 || (m_layout.occasion.rows == RowsAre::posts && !counts(marks));
}

// The same row again is only counted as repeated.
void Enlisting::enlist_aside(Rows& rows, std::size_t row) {
  if (m_layout.main_hours) {
    m_best.copy(rows, row, m_best.add());
    return;
  }
  bool is_new = false;
  const IdSet::Person& person =
      m_aside.insert({rows.id_low[row], rows.id_high[row]}, rows.content[row], rows.lines[row], is_new);
  if (!is_new && person.content == rows.content[row]) rows.marks[row] |= repeated;
}

void Enlisting::enlist_person(Rows& rows, std::size_t row, Counting& counting) {
  bool is_new = false;
  const IdSet::Person& person =
      m_people.insert({rows.id_low[row], rows.id_high[row]}, rows.content[row], rows.lines[row], is_new);
  if (is_new) return;
  rows.marks[row] |= repeated;
  // A row that repeats a person in every column used changes nothing; one that differs cannot be resolved.
  if (person.content != rows.content[row]) tell_conflict(rows, row, person.place, counting);
}

void Enlisting::enlist_marked_post(Rows& rows, std::size_t row, Counting& counting) {
  const bool is_main = (rows.marks[row] & not_main) == 0;
  const std::uint32_t content = is_main ? rows.content[row] | 1U : no_main_post_yet;
  bool is_new = false;
  IdSet::Person& person =
      m_people.insert({rows.id_low[row], rows.id_high[row]}, content, rows.lines[row], is_new);
  if (is_new || !is_main) return;
  if (person.content == no_main_post_yet) {
    person.content = content;
    person.place = rows.lines[row];
    return;
  }
  rows.marks[row] |= repeated;
  if (person.content != content) tell_conflict(rows, row, person.place, counting);
}

void Enlisting::enlist_post_by_hours(Rows& rows, std::size_t row) {
  bool is_new = false;
  const auto next = static_cast<std::uint32_t>(m_best.size() + 1);
  const IdSet::Person& person = m_people.insert({rows.id_low[row], rows.id_high[row]}, 0, next, is_new);
  if (is_new) {
    m_best.copy(rows, row, m_best.add());
    return;
  }
  ++m_other_posts;
  const std::size_t place = person.place - 1;
  const std::size_t hours = *m_layout.main_hours_amount;
  if (rows.amounts(hours)[row] > m_best.amounts(hours)[place]) m_best.copy(rows, row, place);
}

void Enlisting::enlist_event(Rows& rows, std::size_t row) {
  const std::uint8_t marks = rows.marks[row];
  if ((marks & left_out) != 0 || (marks & (in_post_this | in_post_last)) == 0) return;
  bool is_new = false;
  IdSet& ids = (marks & in_post_this) != 0 ? m_people : m_last;
  static_cast<void>(ids.insert({rows.id_low[row], rows.id_high[row]}, 0, rows.lines[row], is_new));
  if (!is_new) rows.marks[row] |= repeated;
}

// Of several rows of a person the one that says most about them now: one that counts over one that does not,
// a main post over another, among those by hours the one with the most; the first of equals.
void Enlisting::keep_groups(const Rows& rows, std::size_t row) {
  const std::uint8_t marks = rows.marks[row];
  AmountCode rank = counts(marks) ? ((marks & not_main) == 0 ? 3 : 2) : 1;
  if (m_layout.main_hours)
    rank = (rank << 48) + std::max<AmountCode>(rows.amounts(*m_layout.main_hours_amount)[row], 0);
  const bool is_better = m_kept.rank({rows.id_low[row], rows.id_high[row]}, rank);
  if (!is_better) return;
  for (const auto& [characteristic, column] : m_layout.kept) {
    const Code code = rows.codes(column)[row];
    m_kept.set(characteristic,
               (code & misfit_mark) != 0 ? m_layout.code_columns[column].instead : Code(code & code_part));
  }
}

void Enlisting::tell_conflict(const Rows& rows, std::size_t row, std::uint32_t earlier, Counting& counting) {
  const bool is_fatal = m_layout.codebook->treatment(Finding::repeated_people) == Treatment::fatal;
  ++m_conflicts;
  if (is_fatal && m_conflicts > most_conflicts) return;
  const std::string first = std::to_string(earlier);
  const std::string what = m_layout.main_mark
                               ? "another post of the same person is marked as the main one in line "
                               : "the same person stands in line ";
  if (!is_fatal) {
    counting.add_fault(Finding::repeated_people, m_layout.codebook->id,
                       "a person who stands in an earlier line with other values", {}, rows.lines[row]);
    return;
  }
  counting.fatal().add(
      {{m_layout.occasion.file, rows.lines[row], 0, m_layout.codebook->id},
       what + first + (m_layout.main_mark ? "" : " with other values in the columns that are used"),
       m_layout.main_mark ? "mark one post of each person as the main one"
                          : "keep one row for each person: the one that is true at the snapshot date"});
}

void Enlisting::tell_people_without_main_post(Counting& counting) const {
  std::uint64_t without = 0;
  std::uint32_t first = 0;
  m_people.for_each([&](const IdSet::Person& person) {
    if (person.content != no_main_post_yet) return;
    ++without;
    first = first == 0 ? person.place : std::min(first, person.place);
  });
  if (without == 0) return;
  counting.add_fault(Finding::repeated_people, m_layout.codebook->main_post->column,
                     without == 1
                         ? "a person of whom no post is marked as the main one"
                         : std::to_string(without) + " people of whom no post is marked as the main one",
                     "mark one post of each person as the main one", first);
}

Rows* Enlisting::finish(Counting& counting) {
  if (m_conflicts > most_conflicts &&
      m_layout.codebook->treatment(Finding::repeated_people) == Treatment::fatal) {
    counting.add_last(
        {{m_layout.occasion.file, 0, 0, m_layout.codebook->id},
         std::to_string(m_conflicts - most_conflicts) + " more rows repeat a person with other values",
         {}});
  }
  if (m_layout.main_mark) tell_people_without_main_post(counting);
  if (!m_layout.main_hours) return nullptr;
  counting.add_repeated(m_other_posts);
  return &m_best;
}

}  // namespace eqr::persons
