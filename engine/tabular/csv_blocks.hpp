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

// Reads blocks, one at a time, on one thread. Its memory is used again.
class BlockReader {
 public:
  BlockReader(char separator, std::size_t columns, Instructions instructions = best_instructions())
      : m_separator(separator), m_columns(columns), m_instructions(instructions) {}

  // Calls on_record(bytes, start, ends, line) for each record: its fields are bytes[start..ends[0]),
  // bytes[ends[0]+1..ends[1]), … as written, quotation marks and all; the last may end in a carriage return.
  // 64 bytes before and behind a field can be read. `line` counts the line feeds before the record, from the
  // start of the block or of `before`.
  //
  // The block is supposed to begin inside a record; its head is passed over.
  template <typename OnRecord>
  BlockEdges read(Blocks& blocks, Blocks::Block& block, OnRecord&& on_record);
  // `before` begins a record, and the block goes on with it from position `skip`. The head is empty.
  template <typename OnRecord>
  BlockEdges read_behind(std::string_view before, std::size_t skip, Blocks& blocks, Blocks::Block& block,
                         OnRecord&& on_record);
  // Records in memory. Only the last may be unfinished.
  template <typename OnRecord>
  BlockEdges read(std::string_view records, OnRecord&& on_record);
  // What is left over at the end of the file: a last record without its line feed.
  template <typename OnRecord>
  BlockEdges read_last(std::string record, OnRecord&& on_record);

 private:
  static constexpr std::size_t piece = 256 * std::size_t{1024};

  void make_room(std::size_t bytes) {
    const std::size_t wanted = structure_padding + bytes + structure_padding;
    if (m_buffer.size() < wanted) m_buffer.resize(wanted + wanted / 2);
  }
  [[nodiscard]] char* text() { return m_buffer.data() + structure_padding; }

  template <typename OnRecord>
  std::size_t read_records(std::size_t size, BlockEdges& edges, OnRecord&& on_record);
  template <typename OnRecord>
  void read_rest(Blocks& blocks, Blocks::Block& block, std::size_t from, std::size_t kept, BlockEdges& edges,
                 OnRecord&& on_record);

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

// The records that begin in the first `size` bytes of text() and end there; how many bytes they take.
template <typename OnRecord>
std::size_t BlockReader::read_records(std::size_t size, BlockEdges& edges, OnRecord&& on_record) {
  find_structure({text(), size}, m_separator, m_instructions, m_structure);
  std::size_t next_end = 0, start = 0, quoted = 0;
  for (const std::uint32_t line_end : m_structure.lines) {
    const std::uint32_t* ends = m_structure.ends.data() + next_end;
    const std::size_t fields = line_end + 1 - next_end;
    const std::size_t stop = m_structure.ends[line_end];
    const bool blank = fields == 1 && (stop == start || (stop == start + 1 && text()[start] == '\r'));
    if (!blank) {
      if (fields != m_columns) {
        edges.sound = false;
        return start;
      }
      on_record(text(), start, ends, edges.line_feeds);
    }
    for (; quoted < m_structure.quoted_line_feeds.size() && m_structure.quoted_line_feeds[quoted] < stop;
         ++quoted) {
      ++edges.line_feeds;
    }
    ++edges.line_feeds;
    next_end = line_end + 1;
    start = stop + 1;
  }
  edges.sound = edges.sound && m_structure.sound;
  return start;
}

template <typename OnRecord>
void BlockReader::read_rest(Blocks& blocks, Blocks::Block& block, std::size_t from, std::size_t kept,
                            BlockEdges& edges, OnRecord&& on_record) {
  while (from < block.size && edges.sound) {
    const std::size_t count = std::min(piece, block.size - from);
    make_room(kept + count);
    blocks.read(block, from, text() + kept, count);
    from += count;
    const std::size_t passed = read_records(kept + count, edges, on_record);
    kept = kept + count - passed;
    std::memmove(text(), text() + passed, kept);
    if (kept > longest_record) edges.sound = false;
  }
  edges.tail.assign(text(), kept);
}

template <typename OnRecord>
BlockEdges BlockReader::read(Blocks& blocks, Blocks::Block& block, OnRecord&& on_record) {
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
    const std::size_t passed = read_records(kept, edges, on_record);
    kept -= passed;
    std::memmove(text(), text() + passed, kept);
    read_rest(blocks, block, from, kept, edges, on_record);
  }
  return edges;
}

template <typename OnRecord>
BlockEdges BlockReader::read_behind(std::string_view before, std::size_t skip, Blocks& blocks,
                                    Blocks::Block& block, OnRecord&& on_record) {
  BlockEdges edges;
  edges.has_line_feed = true;
  // What is skipped is read all the same: blocks are read from their start.
  for (std::size_t from = 0; from < skip; from += piece) {
    make_room(piece);
    blocks.read(block, from, text(), std::min(piece, skip - from));
  }
  make_room(before.size());
  std::memcpy(text(), before.data(), before.size());
  read_rest(blocks, block, skip, before.size(), edges, on_record);
  return edges;
}

template <typename OnRecord>
BlockEdges BlockReader::read(std::string_view records, OnRecord&& on_record) {
  BlockEdges edges;
  edges.has_line_feed = true;
  make_room(records.size());
  std::memcpy(text(), records.data(), records.size());
  const std::size_t passed = read_records(records.size(), edges, on_record);
  edges.tail.assign(records.substr(passed));
  return edges;
}

template <typename OnRecord>
BlockEdges BlockReader::read_last(std::string record, OnRecord&& on_record) {
  BlockEdges edges;
  if (record.empty()) return edges;
  const bool half_a_line_end = record.back() == '\r';
  record += '\n';
  edges = read(std::string_view(record), on_record);
  edges.sound = edges.sound && edges.tail.empty() && !half_a_line_end;
  return edges;
}

}  // namespace eqr::tabular
