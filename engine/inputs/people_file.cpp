#include "inputs/people_file.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <utility>

#include "inputs/open_file.hpp"
#include "inputs/refusal.hpp"
#include "tabular/byte_source.hpp"
#include "tabular/csv_start.hpp"
#include "tabular/utf16_source.hpp"
#include "tabular/xlsx_source.hpp"

namespace eqr::inputs {
namespace {

using tabular::ByteSource;

const Location& file_only(const Location& location) {
  if (location.kind == Location::Kind::file) return location;
  throw refusal(location.name, "people cannot be read from a web address",
                "save the extract where only the team can read it, and name that file");
}

problems::Fault unreadable(const std::string& name, const std::error_code& error) {
  return refusal(name, "could not be read to its end: " + error.message(),
                 "check the disk or the network drive");
}

problems::Fault changed(const std::string& name) {
  return refusal(name, "changed while it was being read",
                 "wait until the system that writes it has finished, then run again");
}

// The file's own bytes, in order.
class FileBytes : public ByteSource {
 public:
  explicit FileBytes(OpenFile& file) : m_file(file) {}
  std::size_t read(char* into, std::size_t most) override {
    const std::size_t count = m_file.is_pipe() ? m_file.read(into, most) : m_file.read_at(m_at, into, most);
    m_at += count;
    return count;
  }

 private:
  OpenFile& m_file;
  std::uint64_t m_at = 0;
};

class SourceBuffer : public std::streambuf {
 public:
  explicit SourceBuffer(std::unique_ptr<ByteSource> source) : m_source(std::move(source)), m_piece(65'536) {}

 protected:
  int_type underflow() override {
    const std::size_t count = m_source->read(m_piece.data(), m_piece.size());
    setg(m_piece.data(), m_piece.data(), m_piece.data() + count);
    return count > 0 ? traits_type::to_int_type(*gptr()) : traits_type::eof();
  }

 private:
  std::unique_ptr<ByteSource> m_source;
  std::vector<char> m_piece;
};

class SourceStream : public std::istream {
 public:
  explicit SourceStream(std::unique_ptr<ByteSource> source)
      : std::istream(nullptr), m_buffer(std::move(source)) {
    rdbuf(&m_buffer);
  }

 private:
  SourceBuffer m_buffer;
};

// UTF-16 that owns the bytes it is made from.
class Utf16File : public ByteSource {
 public:
  explicit Utf16File(OpenFile& file) : m_bytes(file), m_text(m_bytes) {}
  std::size_t read(char* into, std::size_t most) override { return m_text.read(into, most); }

 private:
  FileBytes m_bytes;
  tabular::Utf16Source m_text;
};

// A file of few blocks is read in smaller ones, so that all threads have some.
constexpr std::uint64_t few = 8;
constexpr std::size_t small_block = std::size_t{1024} * 1024;

enum class Form { csv, utf16, workbook };

Form form_of(std::string_view start) {
  if (start.starts_with("PK\x03\x04") || start.starts_with("\xD0\xCF\x11\xE0")) return Form::workbook;
  return tabular::is_utf16(start) ? Form::utf16 : Form::csv;
}

std::size_t fill(ByteSource& source, char* into, std::size_t most) {
  std::size_t filled = 0;
  while (filled < most) {
    const std::size_t count = source.read(into + filled, most - filled);
    if (count == 0) break;
    filled += count;
  }
  return filled;
}

}  // namespace

struct PeopleFile::State {
  State(const Location& where, std::string named_sheet, Hashing hash)
      : location(file_only(where)),
        sheet(std::move(named_sheet)),
        hashing(hash == Hashing::on),
        file(where, OpenFile::Pipes::allowed) {}

  Location location;
  std::string sheet;
  bool hashing;
  OpenFile file;
  Form form = Form::csv;
  BlockDigests digests;
  std::string start;

  std::mutex mutex;
  std::uint64_t next_number = 0, next_offset = 0;
  std::unique_ptr<ByteSource> stream;  // of all but plain files
  std::vector<char> pending;           // the first block of a stream, read already
  bool is_at_end = false;

  [[nodiscard]] bool is_plain_file() const { return form == Form::csv && !file.is_pipe(); }
  [[nodiscard]] std::unique_ptr<ByteSource> new_source();
  void open_stream();
  void hash_whole_file();
};

std::unique_ptr<ByteSource> PeopleFile::State::new_source() {
  if (form == Form::workbook) {
    return std::make_unique<tabular::WorksheetSource>(file.descriptor(), location.name, sheet);
  }
  if (form == Form::utf16) return std::make_unique<Utf16File>(file);
  return std::make_unique<FileBytes>(file);
}

void PeopleFile::State::open_stream() {
  std::array<char, 8> first{};
  if (!file.is_pipe()) form = form_of({first.data(), file.read_at(0, first.data(), first.size())});
  if (is_plain_file()) {
    start.resize(std::min<std::uint64_t>(file.size(), tabular::most_header_bytes));
    start.resize(file.read_at(0, start.data(), start.size()));
    return;
  }
  stream = new_source();
  pending.resize(digest_block);
  pending.resize(fill(*stream, pending.data(), pending.size()));
  start.assign(pending.data(), std::min(pending.size(), tabular::most_header_bytes));
  if (file.is_pipe() && form_of(start) != Form::csv) {
    throw refusal(location.name, "comes through a pipe and is not text in UTF-8 or Windows-1252",
                  "save it as a file: workbooks and UTF-16 text are read from files only");
  }
}

PeopleFile::PeopleFile(const Location& location, const std::string& sheet, Hashing hashing)
    : m_state(std::make_unique<State>(location, sheet, hashing)) {
  try {
    m_state->open_stream();
  } catch (const std::system_error& failure) {
    throw unreadable(location.name, failure.code());
  }
}

PeopleFile::~PeopleFile() = default;

const std::string& PeopleFile::name() const {
  return m_state->location.name;
}

std::string PeopleFile::form() const {
  if (m_state->form == Form::utf16) return "UTF-16";
  if (m_state->form == Form::csv) return {};
  const auto* sheet = dynamic_cast<const tabular::WorksheetSource*>(m_state->stream.get());
  return "sheet \"" + (sheet == nullptr ? m_state->sheet : sheet->sheet()) + '"';
}

std::string_view PeopleFile::start() {
  return m_state->start;
}

std::uint64_t PeopleFile::size() const {
  return m_state->is_plain_file() ? m_state->file.size() : 0;
}

std::unique_ptr<std::istream> PeopleFile::again() {
  if (m_state->file.is_pipe()) return nullptr;
  // What looks broken may only be cut short by whoever is writing it.
  if (m_state->file.current_size() != m_state->file.size()) throw changed(m_state->location.name);
  return std::make_unique<SourceStream>(m_state->new_source());
}

bool PeopleFile::next(Block& block) {
  State& state = *m_state;
  const std::scoped_lock lock(state.mutex);
  if (state.is_plain_file()) {
    if (state.next_offset >= state.file.size()) return false;
    const std::uint64_t rest = state.file.size() - state.next_offset;
    const std::size_t most = state.file.size() < few * digest_block ? small_block : digest_block;
    block.size = static_cast<std::size_t>(std::min<std::uint64_t>(rest, most));
  } else {
    block.bytes.clear();
    if (!state.pending.empty()) {
      block.bytes.swap(state.pending);
    } else if (!state.is_at_end) {
      block.bytes.resize(digest_block);
      block.bytes.resize(fill(*state.stream, block.bytes.data(), block.bytes.size()));
    }
    state.is_at_end = block.bytes.size() < digest_block;
    block.size = block.bytes.size();
    if (block.size == 0) return false;
  }
  block.number = state.next_number++;
  block.offset = state.next_offset;
  state.next_offset += block.size;
  return true;
}

void PeopleFile::read(Block& block, std::size_t from, char* into, std::size_t count) {
  State& state = *m_state;
  if (!state.is_plain_file()) {
    std::memcpy(into, block.bytes.data() + from, count);
  } else {
    for (std::size_t filled = 0; filled < count;) {
      const std::size_t got = state.file.read_at(block.offset + from + filled, into + filled, count - filled);
      if (got == 0) throw changed(state.location.name);
      filled += got;
    }
  }
  const bool is_as_received = state.form == Form::csv;
  if (state.hashing && is_as_received) state.digests.add(block.offset + from, {into, count});
}

void PeopleFile::State::hash_whole_file() {
  std::vector<char> piece(256 * std::size_t{1024});
  std::uint64_t at = 0;
  while (const std::size_t count = file.read_at(at, piece.data(), piece.size())) {
    digests.add(at, {piece.data(), count});
    at += count;
  }
  if (at != file.size()) throw changed(location.name);
}

Received PeopleFile::finish() {
  State& state = *m_state;
  Received received{state.location.name, {}, state.file.is_pipe() ? state.next_offset : state.file.size()};
  try {
    if (state.form == Form::csv) {
      Block block;
      std::vector<char> piece(256 * std::size_t{1024});
      while (next(block)) {
        for (std::size_t from = 0; from < block.size; from += piece.size()) {
          read(block, from, piece.data(), std::min(piece.size(), block.size - from));
        }
      }
      received.size = state.next_offset;
      char beyond = 0;
      if (!state.file.is_pipe() && state.file.read_at(state.next_offset, &beyond, 1) != 0) {
        throw changed(state.location.name);
      }
    } else {
      state.hash_whole_file();
    }
  } catch (const std::system_error& failure) {
    throw unreadable(state.location.name, failure.code());
  }
  received.sha256 = state.digests.finish();
  return received;
}

void check_people_file(const Location& location) {
  std::error_code error;
  if (std::filesystem::is_fifo(file_only(location).path, error)) return;
  const OpenFile file(file_only(location), OpenFile::Pipes::allowed);
}

}  // namespace eqr::inputs
