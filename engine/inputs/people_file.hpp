// A person-level extract, read as a stream: never held in memory, never copied to disk, and still known by
// its SHA-256 afterwards.
//
//   inputs::PeopleFile file(inputs::file_location("staff.csv", run_folder));
//   tabular::CsvReader reader(file.stream(), file.name());
//   while (reader.next(record)) …
//   const inputs::Received received = file.finish();
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <string>

#include "inputs/source.hpp"

namespace eqr::inputs {

// What is known of an extract once all of it has passed by.
struct Received {
  std::string name;    // as the user wrote it
  std::string sha256;  // of the bytes as read, 64 lower-case hexadecimal digits
  std::uint64_t size = 0;

  bool operator==(const Received&) const = default;
};

class PeopleFile {
 public:
  // Opens it. Throws problems::Fault (nothing_written) when it is missing, a folder, not a regular file or
  // not readable, and for a URL: people are read from files only.
  explicit PeopleFile(const Location& location);
  PeopleFile(const PeopleFile&) = delete;
  PeopleFile& operator=(const PeopleFile&) = delete;
  ~PeopleFile();

  [[nodiscard]] const std::string& name() const;

  // The bytes from first to last, once. A disk that fails sets badbit, as streams do.
  [[nodiscard]] std::istream& stream();

  // Reads past whatever the reader left and says what the whole was. Throws problems::Fault when the file
  // could not be read to its end, or is longer or shorter than when it was opened: somebody is writing it.
  [[nodiscard]] Received finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace eqr::inputs
