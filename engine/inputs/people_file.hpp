// A person-level extract, read in blocks by several threads: never held in memory, never copied to disk, and
// still known by its hash afterwards. CSV is read as it stands; UTF-16 text and a sheet of a workbook are
// turned into CSV in UTF-8 on the way. A pipe is read like a file, once.
//
//   inputs::PeopleFile file(inputs::file_location("staff.csv", run_folder));
//   persons::answer(codebook, occasion, file, questions);
//   const inputs::Received received = file.finish();
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/block_digests.hpp"
#include "inputs/source.hpp"
#include "tabular/csv_blocks.hpp"

namespace eqr::inputs {

// What is known of an extract once all of it has passed by.
struct Received {
  std::string name;    // as the user wrote it
  std::string sha256;  // of the bytes as they were received, by blocks (block_digests.hpp)
  std::uint64_t size = 0;

  bool operator==(const Received&) const = default;
};

class PeopleFile : public tabular::Blocks {
 public:
  enum class Hashing { on, off };

  // Opens it. `sheet` names a sheet of a workbook; empty is the only one there is. Throws problems::Fault
  // (nothing_written) when it is missing, a folder, a device or not readable, and for a URL: people are read
  // from files and pipes only.
  explicit PeopleFile(const Location& location, const std::string& sheet = {}, Hashing hashing = Hashing::on);
  ~PeopleFile() override;

  [[nodiscard]] const std::string& name() const;
  // How it is written, where that is not plain CSV: `sheet "Staff"`, `UTF-16`.
  [[nodiscard]] std::string form() const;

  std::string_view start() override;
  [[nodiscard]] std::uint64_t size() const override;
  std::unique_ptr<std::istream> again() override;
  bool next(Block& block) override;
  void read(Block& block, std::size_t from, char* into, std::size_t count) override;

  // Reads past whatever was left and says what the whole was. Throws problems::Fault when the file could not
  // be read to its end, or is longer or shorter than when it was opened: somebody is writing it.
  [[nodiscard]] Received finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// Whether there is an extract to read: throws problems::Fault as the constructor does, but takes nothing from
// a pipe.
void check_people_file(const Location& location);

}  // namespace eqr::inputs
