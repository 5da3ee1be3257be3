// Where a run writes: whole folders or nothing.
//
//   OUT/draft/ or OUT/published/   only what may be shared
//   OUT/private/ (0700)            run record, log
//
// A folder is built beside its place and swapped in whole; the one before it goes. A folder that is not ours
// (without our marker file, or of another report) is refused. A draft never touches published/.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace eqr::run {

// File name ("report.json", "tables/workforce-sex.csv") to bytes.
using Files = std::map<std::string, std::string>;

enum class Edition { draft, published };

class OutputFolder {
 public:
  // Makes OUT and OUT/private where needed and takes the lock, which is held until destruction. Throws
  // problems::Fault (nothing_written) when another run holds it, or a folder is not ours or not writable.
  // `shown` is OUT as the user named it.
  OutputFolder(std::filesystem::path out, std::string shown, const std::string& slug, Edition edition);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  ~OutputFolder();

  [[nodiscard]] std::filesystem::path private_folder() const;
  // A folder (0700) for what renderers need on the way; gone with this object.
  [[nodiscard]] std::filesystem::path work_folder() const;
  // OUT/draft or OUT/published.
  [[nodiscard]] std::filesystem::path edition_folder() const;

  // Swaps the files in, then writes those of private/ (each whole). Throws problems::Fault (nothing_written)
  // when the disk does not take them; what was there before is then still there.
  void publish(const Files& files, const Files& private_files);

 private:
  std::filesystem::path m_out;
  std::string m_shown;
  std::string m_slug;
  Edition m_edition;
  int m_lock = -1;
};

}  // namespace eqr::run
