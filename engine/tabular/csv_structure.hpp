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

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace eqr::tabular {

// Which instructions are used. All give the same result.
enum class Instructions { portable, sse2, avx2 };

// The best that this processor has; found once.
[[nodiscard]] Instructions best_instructions();

// Bytes that must be readable (with any content) behind every text that find_structure() is given.
inline constexpr std::size_t structure_padding = 64;

struct CsvStructure {
  // Positions of the separators and line feeds outside quotation marks, ascending.
  std::vector<std::uint32_t> ends;
  // Which of `ends` are line feeds, as positions in `ends`.
  std::vector<std::uint32_t> lines;
  // Positions of line feeds inside quotation marks: they end a line of the file but no record.
  std::vector<std::uint32_t> quoted_line_feeds;
  bool sound = true;
};

// `text` begins at the start of a record and is shorter than 4 GiB. Its last record may be unfinished:
// nothing is said of what follows the last line feed outside quotation marks. The vectors' memory is used
// again.
void find_structure(std::string_view text, char separator, Instructions instructions,
                    CsvStructure& structure);

}  // namespace eqr::tabular
