// A long CSV text cut into blocks that several threads read at the same time.
//
// Where a block begins is where the count of bytes says, in the middle of a record and perhaps in the middle
// of a quoted field. A block is therefore read on the supposition that its first line feed ends a record.
// That is found true or false once the blocks before it have been read: it is true when the bytes left over
// before it, together with the bytes up to that line feed, hold an even number of quotation marks. When it
// is false (a line break inside a quoted field stood at the cut) the block is read again behind the left
// over bytes, where the start of a record is known.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tabular/csv_structure.hpp"

namespace eqr::tabular {

// Gives out a file's blocks in order; both functions may be called by several threads at once.
class Blocks {
 public:
  struct Block {
    std::uint64_t number = 0;  // from 0
    std::uint64_t offset = 0;  // of its first byte in the file
    std::size_t size = 0;
    std::vector<char> bytes;  // of a stream that cannot be read again
  };

  Blocks() = default;
  Blocks(const Blocks&) = delete;
  Blocks& operator=(const Blocks&) = delete;
  virtual ~Blocks() = default;

  // The first bytes of the file: most_header_bytes of them (csv_start.hpp), or all. Before next().
  virtual std::string_view start() = 0;
  // How many bytes there are, where that is known beforehand; otherwise nought.
  [[nodiscard]] virtual std::uint64_t size() const { return 0; }
  // The file from its start, to be read once more and slowly; none where that cannot be.
  [[nodiscard]] virtual std::unique_ptr<std::istream> again() { return nullptr; }
  // The next block; false at the end. Throws std::system_error when the disk fails.
  virtual bool next(Block& block) = 0;
  // Copies `count` bytes of the block from position `from` in it. A block is read in order from its start, a
  // piece at a time; it may be read again from its start.
  virtual void read(Block& block, std::size_t from, char* into, std::size_t count) = 0;
};

// A longer record is a quotation mark that somebody forgot to close.
inline constexpr std::size_t longest_record = 64 * std::size_t{1024} * 1024;

// What is known of a block's two ends once it has been read.
struct BlockEdges {
  std::string head;  // the bytes up to and with the first line feed; the whole block if it has none
  std::string tail;  // those behind the last record
  bool has_line_feed = false;
  std::uint64_t line_feeds = 0;  // before the tail
  bool sound = true;             // false: reading stopped at text that is no sound record
};

// Some records that follow one another, each of so many fields and in a line of its own.
class Records {
 public:
  // `ends` are the positions of separators and line feeds in `bytes`, as find_structure() finds them.
  Records(const char* bytes, const std::uint32_t* ends, std::size_t count, std::size_t width,
          std::uint64_t line)
      : m_bytes(bytes), m_ends(ends), m_count(count), m_width(width), m_line(line) {}

  [[nodiscard]] std::size_t size() const { return m_count; }
  [[nodiscard]] std::size_t width() const { return m_width; }
  // Line feeds before a record, from the start of the block or of what was put before it.
  [[nodiscard]] std::uint64_t line(std::size_t record) const { return m_line + record; }
  [[nodiscard]] Records part(std::size_t from, std::size_t count) const {
    return {m_bytes, m_ends + from * m_width, count, m_width, m_line + from};
  }
  // A cell as written, quotation marks and all. 64 bytes before and behind it can be read.
  [[nodiscard]] std::string_view cell(std::size_t record, std::size_t field) const {
    const std::uint32_t* end = m_ends + record * m_width + field;
    const std::uint32_t start = end[-1] + 1;
    std::uint32_t stop = *end;
    if (field + 1 == m_width && stop > start && m_bytes[stop - 1] == '\r') --stop;
    return {m_bytes + start, stop - start};
  }

 private:
  const char* m_bytes;
  const std::uint32_t* m_ends;
  std::size_t m_count, m_width;
  std::uint64_t m_line;
};

// Reads blocks, one at a time, on one thread. Its memory is used again.
class BlockReader {
 public:
  // Few enough to stay in the processor's nearest memory, with all that is made of them.
  static constexpr std::size_t most_at_once = 128;

  BlockReader(char separator, std::size_t columns, Instructions instructions = best_instructions())
      : m_separator(separator), m_columns(columns), m_instructions(instructions) {}

  // Calls on_records(const Records&) with all records in order, up to most_at_once of them each time.
  //
  // The block is supposed to begin inside a record; its head is passed over.
  template <typename OnRecords>
  BlockEdges read(Blocks& blocks, Blocks::Block& block, OnRecords&& on_records);
  // `before` begins a record, and the block goes on with it from position `skip`. The head is empty.
  template <typename OnRecords>
  BlockEdges read_behind(std::string_view before, std::size_t skip, Blocks& blocks, Blocks::Block& block,
                         OnRecords&& on_records);
  // Records in memory. Only the last may be unfinished.
  template <typename OnRecords>
  BlockEdges read(std::string_view records, OnRecords&& on_records);
  // What is left over at the end of the file: a last record without its line feed.
  template <typename OnRecords>
  BlockEdges read_last(std::string record, OnRecords&& on_records);

 private:
  static constexpr std::size_t piece = 256 * std::size_t{1024};

  void make_room(std::size_t bytes) {
    const std::size_t wanted = structure_padding + bytes + structure_padding;
    if (m_buffer.size() < wanted) m_buffer.resize(wanted + wanted / 2);
  }
  [[nodiscard]] char* text() { return m_buffer.data() + structure_padding; }

  template <typename OnRecords>
  std::size_t read_records(std::size_t size, BlockEdges& edges, OnRecords&& on_records);
  [[nodiscard]] bool are_regular();
  [[nodiscard]] std::size_t fields_of_line(std::size_t first);
  [[nodiscard]] std::size_t records_from(std::size_t first, bool regular, std::size_t next_break);
  template <typename OnRecords>
  void read_rest(Blocks& blocks, Blocks::Block& block, std::size_t from, std::size_t kept, BlockEdges& edges,
                 OnRecords&& on_records);

  char m_separator;
  std::size_t m_columns;
  Instructions m_instructions;
  CsvStructure m_structure;
  std::vector<char> m_buffer;
};

[[nodiscard]] inline std::uint64_t count_of(std::string_view text, char wanted) {
  std::uint64_t count = 0;
  for (const char c : text) count += c == wanted ? 1U : 0U;
  return count;
}

// Whether all that find_structure() has found are records of the right number of fields.
inline bool BlockReader::are_regular() {
  const std::size_t records = m_structure.line_feeds;
  if (records * m_columns > m_structure.ends.size()) return false;
  for (std::size_t record = 0; record < records; ++record) {
    if (text()[m_structure.ends[(record + 1) * m_columns - 1]] != '\n') return false;
  }
  return true;
}

// How many fields the line has whose first one is `first`; nought when it does not end.
inline std::size_t BlockReader::fields_of_line(std::size_t first) {
  for (std::size_t i = first; i < m_structure.ends.size(); ++i) {
    if (text()[m_structure.ends[i]] == '\n') return i - first + 1;
  }
  return 0;
}

// How many records of the right number of fields follow one another from the field `first`, as far as they
// are read at once. Of a single column each by itself: any of them may be a blank line.
inline std::size_t BlockReader::records_from(std::size_t first, bool regular, std::size_t next_break) {
  if (m_columns == 1) return fields_of_line(first) == 1 ? 1 : 0;
  const std::size_t known = regular ? m_structure.line_feeds - first / m_columns : most_at_once;
  std::size_t records = 0;
  while (records < std::min(known, most_at_once)) {
    if (!regular && fields_of_line(first + records * m_columns) != m_columns) break;
    ++records;
    // A record with line breaks of its own is the last that is read at once.
    if (m_structure.ends[first + records * m_columns - 1] > next_break) break;
  }
  return records;
}

// The records that begin in the first `size` bytes of text() and end there; how many bytes they take.
template <typename OnRecords>
std::size_t BlockReader::read_records(std::size_t size, BlockEdges& edges, OnRecords&& on_records) {
  find_structure({text(), size}, m_separator, m_instructions, m_structure);
  const Positions& ends = m_structure.ends;
  const std::vector<std::uint32_t>& breaks = m_structure.quoted_line_feeds;
  const bool regular = are_regular();
  constexpr std::size_t text_end = ~std::size_t{0};
  std::size_t first = 0, passed = 0;  // field, bytes
  auto next_break = breaks.begin();
  for (;;) {
    const auto is_blank = [&] { return ends[first] - passed <= (text()[passed] == '\r' ? 1U : 0U); };
    std::size_t fields = 0;
    const std::size_t records =
        records_from(first, regular, next_break == breaks.end() ? text_end : std::size_t{*next_break});
    if (records == 0 || (m_columns == 1 && is_blank())) {
      fields = fields_of_line(first);
      if (fields == 0) break;
      if (fields != 1 || !is_blank()) {
        edges.sound = false;
        return passed;
      }
    } else {
      on_records(Records(text(), ends.data() + first, records, m_columns, edges.line_feeds));
      fields = records * m_columns;
    }
    first += fields;
    passed = std::size_t{ends[first - 1]} + 1;
    edges.line_feeds += std::max<std::size_t>(records, 1);
    for (; next_break != breaks.end() && *next_break < passed; ++next_break) ++edges.line_feeds;
  }
  edges.sound = edges.sound && m_structure.sound;
  return passed;
}

template <typename OnRecords>
void BlockReader::read_rest(Blocks& blocks, Blocks::Block& block, std::size_t from, std::size_t kept,
                            BlockEdges& edges, OnRecords&& on_records) {
  while (from < block.size && edges.sound) {
    const std::size_t count = std::min(piece, block.size - from);
    make_room(kept + count);
    blocks.read(block, from, text() + kept, count);
    from += count;
    const std::size_t passed = read_records(kept + count, edges, on_records);
    kept = kept + count - passed;
    std::memmove(text(), text() + passed, kept);
    if (kept > longest_record) edges.sound = false;
  }
  edges.tail.assign(text(), kept);
}

template <typename OnRecords>
BlockEdges BlockReader::read(Blocks& blocks, Blocks::Block& block, OnRecords&& on_records) {
  BlockEdges edges;
  for (std::size_t from = 0; from < block.size && !edges.has_line_feed;) {
    const std::size_t count = std::min(piece, block.size - from);
    make_room(count);
    blocks.read(block, from, text(), count);
    from += count;
    const void* feed = std::memchr(text(), '\n', count);
    if (feed == nullptr) {
      edges.head.append(text(), count);
      continue;
    }
    edges.has_line_feed = true;
    edges.line_feeds = 1;
    const std::size_t begun = static_cast<std::size_t>(static_cast<const char*>(feed) - text()) + 1;
    edges.head.append(text(), begun);
    std::size_t kept = count - begun;
    std::memmove(text(), text() + begun, kept);
    const std::size_t passed = read_records(kept, edges, on_records);
    kept -= passed;
    std::memmove(text(), text() + passed, kept);
    read_rest(blocks, block, from, kept, edges, on_records);
  }
  return edges;
}

template <typename OnRecords>
BlockEdges BlockReader::read_behind(std::string_view before, std::size_t skip, Blocks& blocks,
                                    Blocks::Block& block, OnRecords&& on_records) {
  BlockEdges edges;
  edges.has_line_feed = true;
  // What is skipped is read all the same: blocks are read from their start.
  for (std::size_t from = 0; from < skip; from += piece) {
    make_room(piece);
    blocks.read(block, from, text(), std::min(piece, skip - from));
  }
  make_room(before.size());
  std::memcpy(text(), before.data(), before.size());
  read_rest(blocks, block, skip, before.size(), edges, on_records);
  return edges;
}

template <typename OnRecords>
BlockEdges BlockReader::read(std::string_view records, OnRecords&& on_records) {
  BlockEdges edges;
  edges.has_line_feed = true;
  make_room(records.size());
  std::memcpy(text(), records.data(), records.size());
  const std::size_t passed = read_records(records.size(), edges, on_records);
  edges.tail.assign(records.substr(passed));
  return edges;
}

template <typename OnRecords>
BlockEdges BlockReader::read_last(std::string record, OnRecords&& on_records) {
  BlockEdges edges;
  if (record.empty()) return edges;
  const bool half_a_line_end = record.back() == '\r';
  record += '\n';
  edges = read(std::string_view(record), on_records);
  edges.sound = edges.sound && edges.tail.empty() && !half_a_line_end;
  return edges;
}

}  // namespace eqr::tabular
