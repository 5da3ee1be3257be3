#include "inputs/people_file.hpp"

#include <streambuf>
#include <system_error>
#include <vector>

#include "inputs/open_file.hpp"
#include "inputs/refusal.hpp"
#include "inputs/sha256.hpp"

namespace eqr::inputs {
namespace {

const Location& file_only(const Location& location) {
  if (location.kind != Location::Kind::file) {
    throw refusal(location.name, "people cannot be read from a web address",
                  "save the extract where only the team can read it, and name that file");
  }
  return location;
}

// Hashes each piece as it is read; the last error is kept, since a stream shows only that there was one.
class HashingBuffer : public std::streambuf {
 public:
  explicit HashingBuffer(const Location& location)
      : m_file(file_only(location)), m_piece(256 * std::size_t{1024}) {}

  [[nodiscard]] std::uint64_t expected() const { return m_file.size(); }
  [[nodiscard]] std::uint64_t passed() const { return m_passed; }
  [[nodiscard]] const std::error_code& error() const { return m_error; }
  [[nodiscard]] std::string digest() { return m_digest.finish(); }

  // False at the end.
  bool refill() {
    const std::size_t count = m_error ? 0 : m_file.read(m_piece.data(), m_piece.size());
    m_digest.add({m_piece.data(), count});
    m_passed += count;
    setg(m_piece.data(), m_piece.data(), m_piece.data() + count);
    return count > 0;
  }

 protected:
  int_type underflow() override {
    try {
      return refill() ? traits_type::to_int_type(*gptr()) : traits_type::eof();
    } catch (const std::system_error& failure) {
      m_error = failure.code();
      throw;  // the istream catches it and sets badbit
    }
  }

 private:
  OpenFile m_file;
  std::vector<char> m_piece;
  Sha256 m_digest;
  std::uint64_t m_passed = 0;
  std::error_code m_error;
};

}  // namespace

struct PeopleFile::State {
  Location location;
  HashingBuffer buffer;
  std::istream stream;
  Received received;
  bool finished = false;

  explicit State(const Location& where) : location(where), buffer(where), stream(&buffer) {}
};

PeopleFile::PeopleFile(const Location& location) : m_state(std::make_unique<State>(location)) {}

PeopleFile::~PeopleFile() = default;

const std::string& PeopleFile::name() const {
  return m_state->location.name;
}

std::istream& PeopleFile::stream() {
  return m_state->stream;
}

Received PeopleFile::finish() {
  State& state = *m_state;
  if (state.finished) return state.received;
  std::error_code error = state.buffer.error();
  try {
    while (!error && state.buffer.refill()) {
    }
  } catch (const std::system_error& failure) {
    error = failure.code();
  }
  if (error) {
    throw refusal(state.location.name, "could not be read to its end: " + error.message(),
                  "check the disk or the network drive");
  }
  if (state.buffer.passed() != state.buffer.expected()) {
    throw refusal(state.location.name, "changed while it was being read",
                  "wait until the system that writes it has finished, then run again");
  }
  state.received = {state.location.name, state.buffer.digest(), state.buffer.passed()};
  state.finished = true;
  return state.received;
}

}  // namespace eqr::inputs
