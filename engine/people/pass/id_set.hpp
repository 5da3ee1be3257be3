// Whose rows have been met: 16 bytes for each person at most three quarters full, whatever the identifiers
// look like.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "people/pass/rows.hpp"
#include "people/pass/zeroed_memory.hpp"

namespace eqr::persons {

class IdSet {
 public:
  struct Person {
    std::uint64_t id = 0;
    std::uint32_t content = 0;  // of the first row
    std::uint32_t place = 0;    // of the first row, from 1; nought: nobody
  };

  // Makes room for so many people at once, when there is nobody yet.
  void reserve(std::size_t people);
  // The person with this identifier. A new one gets `content` and `place` (above nought); `is_new` says so.
  Person& insert(IdHash id, std::uint32_t content, std::uint32_t place, bool& is_new);
  [[nodiscard]] const Person* find(IdHash id) const;
  // Brings the memory near in which insert() will look.
  void prefetch(IdHash id) const;

  [[nodiscard]] std::size_t size() const;
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (const Shard& shard : m_shards) {
      for (const Person& person : shard.places) {
        if (person.place != 0) visit(person);
      }
    }
  }

 private:
  // Two hundred and fifty-six small tables that grow one at a time: no moment needs twice the memory.
  struct Shard {
    std::span<Person> places;  // of what was reserved, or its own
    std::vector<Person> own;
    std::size_t size = 0;
  };
  [[nodiscard]] static Person* home(const Shard& shard, std::uint64_t id);
  [[nodiscard]] static Person& place_of(const Shard& shard, std::uint64_t id);
  static void grow(Shard& shard);

  std::array<Shard, 256> m_shards;
  ZeroedMemory<Person> m_reserved;
};

}  // namespace eqr::persons
