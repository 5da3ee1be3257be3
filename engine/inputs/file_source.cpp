#include "inputs/file_source.hpp"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "digests/sha256.hpp"
#include "inputs/open_file.hpp"
#include "inputs/refusal.hpp"
#include "inputs/sizes.hpp"

namespace eqr::inputs {
namespace {

[[noreturn]] void refuse(const Location& location, const std::string& message, const std::string& hint) {
  throw refusal(location.name, message, hint);
}

}  // namespace

Snapshot FileSource::fetch() {
  OpenFile file(m_location);
  const auto refuse_size = [this] {
    refuse(m_location, "is larger than " + size_text(m_most), "check that it is the file that was meant");
  };
  if (file.size() > m_most) refuse_size();
  Snapshot snapshot;
  snapshot.name = m_location.name;
  snapshot.bytes.reserve(file.size());
  std::vector<char> piece(64 * std::size_t{1024});
  try {
    while (const std::size_t count = file.read(piece.data(), piece.size())) {
      snapshot.bytes.append(piece.data(), count);
      if (snapshot.bytes.size() > m_most) refuse_size();
    }
  } catch (const std::system_error& failure) {
    refuse(m_location, "could not be read to its end: " + failure.code().message(),
           "check the disk or the network drive");
  }
  snapshot.size = snapshot.bytes.size();
  snapshot.sha256 = digests::sha256_of(snapshot.bytes);
  return snapshot;
}

}  // namespace eqr::inputs
