// The bytes of a stream one piece at a time, with the line they stand in.
#pragma once

#include <cstddef>
#include <istream>
#include <streambuf>
#include <string_view>
#include <vector>

namespace eqr::tabular {

class ByteStream {
 public:
  explicit ByteStream(std::istream& bytes) : m_bytes(bytes), m_buffer(256 * std::size_t{1024}) { refill(); }

  // False at the end of the stream.
  [[nodiscard]] bool more() { return m_at < m_end || refill(); }
  // The next byte stays where it is. Only where there are more().
  [[nodiscard]] char peek() const { return m_buffer[m_at]; }
  void pass() { ++m_at; }
  // What has been read ahead and not been passed.
  [[nodiscard]] std::string_view ahead() const { return {m_buffer.data() + m_at, m_end - m_at}; }
  void pass(std::size_t count) { m_at += count; }
  // How many bytes have been passed.
  [[nodiscard]] std::size_t position() const { return m_before + m_at; }
  // Whether reading itself failed, as opposed to reaching the end.
  [[nodiscard]] bool failed() const { return m_bytes.bad(); }

 private:
  bool refill() {
    m_before += m_end;
    m_at = m_end = 0;
    if (!m_bytes.good()) return false;
    m_bytes.read(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    m_end = static_cast<std::size_t>(m_bytes.gcount());
    return m_end > 0;
  }

  std::istream& m_bytes;
  std::vector<char> m_buffer;
  std::size_t m_before = 0;  // passed with earlier pieces
  std::size_t m_at = 0;
  std::size_t m_end = 0;
};

// Bytes in memory as a stream, without a copy.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view bytes) {
    // A get area is never written to; the interface is older than const.
    char* const first = const_cast<char*>(bytes.data());
    setg(first, first, first + bytes.size());
  }
};

}  // namespace eqr::tabular
