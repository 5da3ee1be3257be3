// Records of a block, read: what is left of them is codes, amounts and marks, a column each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "people/pass/cells.hpp"
#include "people/pass/dictionary.hpp"

namespace eqr::persons {

// Whose record it is: the identifier's hash, 72 bits of it. Among sixty million people the chance that any
// two share one is less than one in a million.
struct IdHash {
  std::uint64_t low = 0;
  std::uint8_t high = 0;
  bool operator==(const IdHash&) const = default;
};

// Marks of a row.
inline constexpr std::uint8_t in_post_this = 1;     // at the snapshot
inline constexpr std::uint8_t in_post_last = 2;     // at the snapshot before
inline constexpr std::uint8_t came_and_left = 4;    // between the two
inline constexpr std::uint8_t left_out = 8;         // by an exclusion
inline constexpr std::uint8_t repeated = 32;        // of somebody who is counted already
inline constexpr std::uint8_t odd_hours = 128;      // that cannot be
inline constexpr std::uint8_t unknown_person = 64;  // an event of nobody in the people input it looks up
inline constexpr std::uint8_t not_main = 16;        // a post that is not its person's main one

// A code: whether the row counts at the snapshot, and at the one before.
inline constexpr Code present_this = 1, present_last = 2;
inline constexpr std::size_t presences = 4;

// Something about a row that a person has to be told of.
enum class RowFault : std::uint8_t {
  blank_row,  // but for the identifier
  blank_row_and_id,
  blank_id,
  start_blank,
  start_not_a_date,
  leave_not_a_date,
  leave_before_start,
  event_blank,
  event_not_a_date,
};
struct Note {
  RowFault fault = RowFault::blank_row;
  std::uint32_t line = 0;
};

class Rows {
 public:
  Rows(std::size_t code_columns, std::size_t amount_columns)
      : m_code_columns(code_columns), m_amount_columns(amount_columns) {}

  [[nodiscard]] std::size_t size() const { return m_size; }
  void clear() {
    m_size = 0;
    read = 0;
    notes.clear();
  }
  // The position of the first of further rows, whose cells are then to be set.
  std::size_t add(std::size_t rows = 1) {
    if (m_size + rows > m_room) make_room(2 * m_size + rows + 1024);
    m_size += rows;
    return m_size - rows;
  }
  // Puts a row of another with the same columns in place of one of these.
  void copy(const Rows& from, std::size_t row, std::size_t to) {
    id_low[to] = from.id_low[row];
    id_high[to] = from.id_high[row];
    content[to] = from.content[row];
    lines[to] = from.lines[row];
    marks[to] = from.marks[row];
    exclusion[to] = from.exclusion[row];
    for (std::size_t i = 0; i < m_code_columns; ++i) codes(i)[to] = from.codes(i)[row];
    for (std::size_t i = 0; i < m_amount_columns; ++i) amounts(i)[to] = from.amounts(i)[row];
  }

  // So many rows are likely to come.
  void expect(std::size_t rows) {
    if (rows > m_room) make_room(rows);
  }

  [[nodiscard]] Code* codes(std::size_t column) { return m_codes.data() + column * m_room; }
  [[nodiscard]] const Code* codes(std::size_t column) const { return m_codes.data() + column * m_room; }
  [[nodiscard]] AmountCode* amounts(std::size_t column) { return m_amounts.data() + column * m_room; }
  [[nodiscard]] const AmountCode* amounts(std::size_t column) const {
    return m_amounts.data() + column * m_room;
  }

  // A column each; as many entries as there is room.
  std::vector<std::uint64_t> id_low;
  std::vector<std::uint8_t> id_high;
  std::vector<std::uint32_t> content;  // a hash of all that is used of the row
  std::vector<std::uint32_t> lines;    // line feeds before the row, from some start
  std::vector<std::uint8_t> marks;
  std::vector<std::uint16_t> exclusion;  // which of the codebook's, where marks has left_out

  std::uint64_t read = 0;  // rows of the file, also those that became none here
  std::vector<Note> notes;

 private:
  void make_room(std::size_t room) {
    id_low.resize(room);
    id_high.resize(room);
    content.resize(room);
    lines.resize(room);
    marks.resize(room);
    exclusion.resize(room);
    widen(m_codes, m_code_columns, room);
    widen(m_amounts, m_amount_columns, room);
    m_room = room;
  }
  // Columns lie one behind the other: each moves to where it begins now.
  template <typename Value>
  void widen(std::vector<Value>& columns, std::size_t count, std::size_t room) const {
    std::vector<Value> wider(count * room);
    for (std::size_t i = 0; i < count; ++i) {
      std::copy_n(columns.data() + i * m_room, m_size, wider.data() + i * room);
    }
    columns.swap(wider);
  }

  std::size_t m_code_columns, m_amount_columns;
  std::size_t m_size = 0, m_room = 0;
  std::vector<Code> m_codes;
  std::vector<AmountCode> m_amounts;
};

}  // namespace eqr::persons
