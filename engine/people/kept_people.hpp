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
  // The codes of a characteristic, by Person::place - 1; none if it was not kept.
  [[nodiscard]] const std::vector<Code>* codes(const std::string& characteristic) const {
    const auto found = m_codes.find(characteristic);
    return found == m_codes.end() ? nullptr : &found->second;
  }
  [[nodiscard]] const IdSet::Person* find(IdHash id) const { return m_ids.find(id); }

  // Whether a row of this rank (above nought) says more about the person than what is kept of them. If so,
  // set() is about them from here on.
  bool rank(IdHash id, AmountCode rank) {
    bool is_new = false;
    const auto next = static_cast<std::uint32_t>(m_ranks.size() + 1);
    m_place = m_ids.insert(id, 0, next, is_new).place - 1;
    if (is_new) m_ranks.push_back(0);
    if (rank <= m_ranks[m_place]) return false;
    m_ranks[m_place] = rank;
    return true;
  }
  void set(const std::string& characteristic, Code code) {
    std::vector<Code>& codes = m_codes[characteristic];
    if (codes.size() <= m_place) codes.resize(m_place + 1);
    codes[m_place] = code;
  }

 private:
  IdSet m_ids;
  std::vector<AmountCode> m_ranks;  // by place
  std::map<std::string, std::vector<Code>> m_codes;
  std::size_t m_place = 0;
};

}  // namespace eqr::persons
