// Where an input comes from, and its bytes as they were received.
//
// A source fetches the whole of an input that is small enough to hold: figures, tables, narratives.
// Person-level extracts are never held: people_file.hpp streams them. This folder is the only one that
// connects to a network, and it does so only in fetch() of a source made for a URL.
//
// Whatever goes wrong is a problems::Fault (nothing_written): what, where, and what to do. Names in messages
// are those the user wrote; of a URL the user name, the password and the query are left out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace eqr::inputs {

struct Location {
  enum class Kind { file, http };

  Kind kind = Kind::file;
  std::string name;            // what messages call it: as the user wrote it, a URL without its secrets
  std::filesystem::path path;  // kind file: where it is on this machine
  std::string url;             // kind http: as the user wrote it

  bool operator==(const Location&) const = default;
};

// A file named in a run file: relative to the folder that the run file stands in.
[[nodiscard]] Location file_location(const std::string& name, const std::filesystem::path& run_folder);

// A URL named in a run file. Only make_source() looks at whether it can be fetched.
[[nodiscard]] Location url_location(const std::string& url);

struct Limits {
  double seconds = 30;                        // for the whole of a fetch over a network; a file has none
  std::uint64_t bytes = 64ULL * 1024 * 1024;  // of the content; more is a fault, never a shortened input
};

// What was received. Two inputs with one sha256 are the same bytes.
struct Snapshot {
  std::string name;  // Location::name
  std::string bytes;
  std::string sha256;  // of `bytes`, 64 lower-case hexadecimal digits
  std::uint64_t size = 0;
  std::string
      fetched_at;  // 2018-04-02T09:30:00Z; empty for a file. Only for the `observed` part of the run record
};

class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  // All of it or a Fault. Each call fetches anew.
  [[nodiscard]] virtual Snapshot fetch() = 0;
};

// A file is opened, and a URL connected to, only by fetch(). Throws problems::Fault for a URL that this
// program cannot fetch: not http://, without a host, or not a URL at all.
[[nodiscard]] std::unique_ptr<Source> make_source(const Location& location, const Limits& limits = {});

}  // namespace eqr::inputs
