#pragma once

#include <cstddef>

namespace eqr::tabular {

/// Bytes in order, once, from wherever they come: a file, a file in another encoding, a sheet of a workbook.
/// What reads a table asks for no more than this, so that it need not know what the table was saved as.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Puts up to `most` (at least 1) further bytes at `into` and returns how many. Fewer than `most` is not
  /// the end: only 0 is, and it is 0 from then on. Throws std::system_error when the disk fails,
  /// problems::Fault when what is read is not what it should be (a damaged workbook).
  virtual std::size_t read(char* into, std::size_t most) = 0;

 protected:
  ByteSource() = default;
};

}  // namespace eqr::tabular
