// Groups of people by identifier, for inputs of events that name people and not their groups. Holds hashes of
// identifiers and positions of leaves; it never leaves memory.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "people/pass/id_set.hpp"

namespace eqr::persons {

class KeptPeople {
 public:
  [[nodiscard]] const IdSet& ids() const { return m_ids; }
  [[nodiscard]] IdSet& ids() { return m_ids; }
  // The codes of a characteristic by Person::place - 1; none if it was not kept.
  [[nodiscard]] const std::vector<Code>* codes(const std::string& characteristic) const {
    const auto found = m_codes.find(characteristic);
    return found == m_codes.end() ? nullptr : &found->second;
  }
  void add(const std::string& characteristic, Code code) { m_codes[characteristic].push_back(code); }

 private:
  IdSet m_ids;
  std::map<std::string, std::vector<Code>> m_codes;
};

}  // namespace eqr::persons
