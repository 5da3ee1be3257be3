// Where the fields and records of CSV text end, found sixty-four bytes at a time.
//
// The grammar is RFC 4180: a field is quoted as a whole or not at all, a quotation mark inside a quoted field
// is doubled, lines end in LF or CRLF. Text that keeps to it is told apart by bit operations alone: quotation
// marks toggle between inside and outside, and only separators and line feeds outside count. Text that does
// not is said to be unsound, nothing more: RecordReader (csv_record.hpp) goes over it again and says where
// and why.
//
// The method is that of Langdale and Lemire, "Parsing gigabytes of JSON per second" (VLDB Journal, 2019), for
// a smaller alphabet.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace eqr::tabular {

// Which instructions are used: with avx2 also those of its time (carry-less products and the like). All give
// the same result.
enum class Instructions { portable, sse2, avx2 };

// The best that this processor has; found once.
[[nodiscard]] Instructions best_instructions();

// Bytes that must be readable (with any content) behind every text that find_structure() is given.
inline constexpr std::size_t structure_padding = 64;

// Positions in a text, ascending, that are written by the lane: the memory grows without being cleared.
// Before the first stands the position before the text, so that what lies between two of them is always
// text[p[i-1] + 1 .. p[i]).
class Positions {
 public:
  Positions() { grow(0); }

  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] const std::uint32_t* data() const { return m_numbers.get() + 1; }
  std::uint32_t operator[](std::size_t i) const { return data()[i]; }

  void clear() { m_size = 0; }
  // Where further numbers are to be written: there is room for `more` of them.
  [[nodiscard]] std::uint32_t* room(std::size_t more) {
    if (m_room - m_size < more) grow(more);
    return m_numbers.get() + 1 + m_size;
  }
  void add(std::size_t written) { m_size += written; }

 private:
  void grow(std::size_t more) {
    m_room = 2 * m_room + more + 4096;
    auto larger = std::make_unique_for_overwrite<std::uint32_t[]>(1 + m_room);
    larger[0] = ~std::uint32_t{0};
    if (m_size > 0) std::copy_n(data(), m_size, larger.get() + 1);
    m_numbers = std::move(larger);
  }

  std::unique_ptr<std::uint32_t[]> m_numbers;
  std::size_t m_size = 0;
  std::size_t m_room = 0;
};

struct CsvStructure {
  // Positions of the separators and line feeds outside quotation marks, ascending.
  Positions ends;
  std::size_t line_feeds = 0;  // so many of `ends`
  // Positions of line feeds inside quotation marks: they end a line of the file but no record.
  std::vector<std::uint32_t> quoted_line_feeds;
  bool sound = true;
};

// `text` begins at the start of a record and is shorter than 4 GiB. Its last record may be unfinished:
// nothing is said of what follows the last line feed outside quotation marks. The memory of `structure` is
// used again.
void find_structure(std::string_view text, char separator, Instructions instructions,
                    CsvStructure& structure);

}  // namespace eqr::tabular
