// A zip archive read in place: through a file descriptor, without a temporary file and without holding more
// than a piece of a part. Only zip_archive.cpp includes libzip.
//
// Whatever an archive claims of itself, no more is unpacked than a report could be about: a small file that
// swells to gigabytes was made to stop the program that opens it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace eqr::tabular {

// Of one part. Half a million rows by fifty columns are about 1 GiB of XML; what a spreadsheet program packs
// shrinks to a tenth or a thirtieth.
inline constexpr std::uint64_t most_unpacked = 8ULL * 1024 * 1024 * 1024;
inline constexpr std::uint64_t most_ratio = 500;
inline constexpr std::uint64_t ratio_counts_from = 10ULL * 1024 * 1024;

class ZipPart;

class ZipArchive {
 public:
  // Reads by position: the descriptor's own is left alone, and it may be closed afterwards. `file` is the
  // name used in messages. Throws problems::Fault (nothing_written) for what is not a sound zip archive, with
  // what it is instead where that can be told; std::system_error when the disk fails.
  ZipArchive(int descriptor, std::string file);
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;
  ~ZipArchive();

  [[nodiscard]] const std::string& file() const;

  // `name` as in "xl/workbook.xml", compared without case where it is not there as written. Throws
  // problems::Fault for a part under a password or larger than any workbook's.
  [[nodiscard]] std::optional<ZipPart> part(const std::string& name) const;

 private:
  friend class ZipPart;
  struct State;
  std::unique_ptr<State> m_state;
};

// One part, unpacked as it is read. The archive must outlive it.
class ZipPart {
 public:
  ZipPart(ZipPart&& other) noexcept;
  ZipPart& operator=(ZipPart&&) = delete;
  ~ZipPart();

  // As ByteSource::read. Throws problems::Fault for damage, and for a part that grows beyond all measure.
  std::size_t read(char* into, std::size_t most);

 private:
  friend class ZipArchive;
  struct State;
  explicit ZipPart(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace eqr::tabular
