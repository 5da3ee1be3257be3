#include "tabular/zip_archive.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "tabular/xlsx_faults.hpp"

namespace eqr::tabular {
namespace {

constexpr const char* save_as_xlsx = "open it in Excel and save it as \"Excel Workbook (*.xlsx)\"";
constexpr const char* remove_password =
    "open it in Excel and take the password off (File, Info, Protect Workbook); keep it where only the team "
    "can read "
    "it";

// Whole unless the file ends before.
std::string bytes_at(int descriptor, std::uint64_t offset, std::size_t most) {
  std::string bytes(most, '\0');
  std::size_t have = 0;
  while (have < most) {
    const ssize_t count =
        ::pread(descriptor, bytes.data() + have, most - have, static_cast<off_t>(offset + have));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw std::system_error(errno, std::generic_category());
    if (count == 0) break;
    have += static_cast<std::size_t>(count);
  }
  bytes.resize(have);
  return bytes;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  return value;
}

// Excel puts a workbook under a password into the container of the old Office formats ([MS-CFB]), as a stream
// of this name; the directory of streams is where the header says.
bool holds_encrypted_workbook(int descriptor, std::string_view header) {
  static constexpr std::string_view stream("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  if (header.size() < 512) return false;
  const unsigned shift = std::min(static_cast<unsigned>(static_cast<unsigned char>(header[30])), 16U);
  const std::uint64_t directory = (std::uint64_t{little_endian(header, 48)} + 1) << shift;
  return bytes_at(descriptor, directory, 4096).find(stream) != std::string::npos;
}

// What can be told from the first bytes, before libzip looks.
void check_start(int descriptor, const std::string& file) {
  const std::string start = bytes_at(descriptor, 0, 512);
  if (start.empty()) throw workbook_fault(file, "is empty", "export it again");
  if (start.starts_with("\xD0\xCF\x11\xE0")) {
    if (holds_encrypted_workbook(descriptor, start))
      throw workbook_fault(file, "is protected by a password", remove_password);
    throw workbook_fault(file, "is an old Office file (.xls), not an Excel workbook (.xlsx)", save_as_xlsx);
  }
  // An archive without parts begins with its directory.
  if (start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06")) return;
  throw workbook_fault(file, "is not an Excel workbook (.xlsx)", save_as_xlsx);
}

}  // namespace

// ---- the descriptor as libzip reads it ----

struct ZipArchive::State {
  int descriptor = -1;
  std::string file;
  std::uint64_t size = 0;
  std::uint64_t at = 0;
  int failed_with = 0;  // errno of the disk, once it failed
  zip_error_t error{};
  zip_t* archive = nullptr;

  State(int opened, std::string name) : file(std::move(name)) {
    descriptor = ::fcntl(opened, F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0) throw std::system_error(errno, std::generic_category());
    zip_error_init(&error);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (archive != nullptr) zip_discard(archive);
    zip_error_fini(&error);
    ::close(descriptor);
  }

  zip_int64_t give(void* into, zip_uint64_t most) {
    for (;;) {
      const ssize_t count = ::pread(descriptor, into, most, static_cast<off_t>(at));
      if (count >= 0) {
        at += static_cast<std::uint64_t>(count);
        return count;
      }
      if (errno == EINTR) continue;
      failed_with = errno;
      zip_error_set(&error, ZIP_ER_READ, failed_with);
      return -1;
    }
  }

  zip_int64_t tell_size(void* into, zip_uint64_t length) {
    if (length < sizeof(zip_stat_t)) {
      zip_error_set(&error, ZIP_ER_INVAL, 0);
      return -1;
    }
    auto* const status = static_cast<zip_stat_t*>(into);
    zip_stat_init(status);
    status->size = size;
    status->valid = ZIP_STAT_SIZE;
    return sizeof(zip_stat_t);
  }

  zip_int64_t seek(void* arguments, zip_uint64_t length) {
    const zip_int64_t to = zip_source_seek_compute_offset(at, size, arguments, length, &error);
    if (to < 0) return -1;
    at = static_cast<std::uint64_t>(to);
    return 0;
  }

  static zip_int64_t answer(void* state, void* buffer, zip_uint64_t length, zip_source_cmd_t command) {
    State& self = *static_cast<State*>(state);
    switch (command) {
      case ZIP_SOURCE_OPEN:
        self.at = 0;
        return 0;
      case ZIP_SOURCE_READ:
        return self.give(buffer, length);
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE:
        return 0;
      case ZIP_SOURCE_STAT:
        return self.tell_size(buffer, length);
      case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&self.error, buffer, length);
      case ZIP_SOURCE_SEEK:
        return self.seek(buffer, length);
      case ZIP_SOURCE_TELL:
        return static_cast<zip_int64_t>(self.at);
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                                              ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
      default:
        zip_error_set(&self.error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
  }

  void throw_if_disk_failed() const {
    if (failed_with != 0) throw std::system_error(failed_with, std::generic_category());
  }
};

// ---- the archive ----

ZipArchive::ZipArchive(int descriptor, std::string file)
    : m_state(std::make_unique<State>(descriptor, std::move(file))) {
  State& state = *m_state;
  struct stat status {};
  if (::fstat(state.descriptor, &status) != 0) throw std::system_error(errno, std::generic_category());
  state.size = static_cast<std::uint64_t>(status.st_size);
  check_start(state.descriptor, state.file);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_function_create(&State::answer, &state, &error);
  if (source != nullptr) state.archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (source != nullptr && state.archive == nullptr) zip_source_free(source);
  zip_error_fini(&error);
  state.throw_if_disk_failed();
  if (state.archive == nullptr) {
    throw workbook_fault(state.file, "is damaged: it is a zipped file without a sound end",
                         "it was perhaps not copied to its end: copy or export it again");
  }
}

ZipArchive::~ZipArchive() = default;

const std::string& ZipArchive::file() const {
  return m_state->file;
}

// ---- a part ----

struct ZipPart::State {
  ZipArchive::State& archive;
  zip_file_t* unpacked;
  std::uint64_t packed;
  std::uint64_t have = 0;

  State(ZipArchive::State& whole, zip_file_t* opened, std::uint64_t packed_size)
      : archive(whole), unpacked(opened), packed(packed_size) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { zip_fclose(unpacked); }
};

namespace {

[[noreturn]] void refuse_damaged(const std::string& file) {
  throw workbook_fault(file, "is damaged: a part of it cannot be unpacked",
                       "it was perhaps not copied to its end: copy or export it again");
}

void check_growth(const std::string& file, std::uint64_t packed, std::uint64_t unpacked) {
  const bool too_dense = unpacked > ratio_counts_from && unpacked / most_ratio > packed;
  if (unpacked <= most_unpacked && !too_dense) return;
  throw workbook_fault(file,
                       unpacked > most_unpacked
                           ? "unpacks to more than 8 GiB"
                           : "unpacks to more than 500 times its size, as no workbook of people does",
                       "ask who made it; if it is right, save the sheet as \"CSV UTF-8 (comma delimited)\"");
}

}  // namespace

std::optional<ZipPart> ZipArchive::part(const std::string& name) const {
  State& state = *m_state;
  zip_int64_t found = zip_name_locate(state.archive, name.c_str(), 0);
  if (found < 0) found = zip_name_locate(state.archive, name.c_str(), ZIP_FL_NOCASE);
  if (found < 0) return std::nullopt;
  const auto index = static_cast<zip_uint64_t>(found);
  zip_stat_t status;
  if (zip_stat_index(state.archive, index, 0, &status) != 0) refuse_damaged(state.file);
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE)
    throw workbook_fault(state.file, "is protected by a password", remove_password);
  // What the directory says may be untrue, but no part is larger packed than the file.
  const std::uint64_t packed = std::min<std::uint64_t>(status.comp_size, state.size);
  check_growth(state.file, packed, status.size);
  zip_file_t* const opened = zip_fopen_index(state.archive, index, 0);
  state.throw_if_disk_failed();
  if (opened == nullptr) refuse_damaged(state.file);
  return ZipPart(std::make_unique<ZipPart::State>(state, opened, packed));
}

ZipPart::ZipPart(std::unique_ptr<State> state) : m_state(std::move(state)) {}

ZipPart::ZipPart(ZipPart&& other) noexcept = default;

ZipPart::~ZipPart() = default;

std::size_t ZipPart::read(char* into, std::size_t most) {
  State& state = *m_state;
  const zip_int64_t count = zip_fread(state.unpacked, into, most);
  state.archive.throw_if_disk_failed();
  if (count < 0) refuse_damaged(state.archive.file);
  state.have += static_cast<std::uint64_t>(count);
  check_growth(state.archive.file, state.packed, state.have);
  return static_cast<std::size_t>(count);
}

}  // namespace eqr::tabular
