// A source that is a file of this machine.
#pragma once

#include <cstdint>

#include "inputs/source.hpp"

namespace eqr::inputs {

class FileSource final : public Source {
 public:
  FileSource(Location location, std::uint64_t most_bytes)
      : m_location(std::move(location)), m_most(most_bytes) {}
  [[nodiscard]] Snapshot fetch() override;

 private:
  Location m_location;
  std::uint64_t m_most;
};

}  // namespace eqr::inputs
