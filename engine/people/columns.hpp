// The columns of an extract, found by heading; which ones are not there is told at once.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace eqr::persons {

class Columns {
 public:
  // The header must outlive this.
  explicit Columns(const std::vector<std::string>& header);

  // The position of the column with this heading (compared normalised). A missing one is remembered, and
  // the position then means nothing.
  std::size_t find(const std::string& heading);

  // Throws problems::Fault (nothing_written) naming every heading that was not found. `file` and `codebook`
  // are names for messages.
  void throw_if_missing(const std::string& file, const std::string& codebook) const;

 private:
  [[nodiscard]] std::string hint(const std::string& heading, const std::string& codebook) const;

  const std::vector<std::string>& m_header;
  std::unordered_map<std::string, std::size_t> m_position;
  std::set<std::string> m_asked;
  std::vector<std::string> m_missing;
  std::size_t m_found = 0;
};

}  // namespace eqr::persons
