#include "people/pass/id_set.hpp"

#include <numeric>

namespace eqr::persons {
namespace {

__extension__ using Wide = unsigned __int128;

}  // namespace

// Spreads the hash over any number of places, not only over powers of two: tables grow by half.
std::size_t IdSet::home(const Shard& shard, std::uint64_t id) {
  return static_cast<std::size_t>(Wide{id} * shard.places.size() >> 64);
}

void IdSet::prefetch(IdHash id) const {
  const Shard& shard = m_shards[id.high];
  if (!shard.places.empty()) __builtin_prefetch(shard.places.data() + home(shard, id.low), 1);
}

const IdSet::Person* IdSet::find(IdHash id) const {
  const Shard& shard = m_shards[id.high];
  if (shard.places.empty()) return nullptr;
  std::size_t at = home(shard, id.low);
  for (; shard.places[at].place != 0; at = at + 1 == shard.places.size() ? 0 : at + 1) {
    if (shard.places[at].id == id.low) return &shard.places[at];
  }
  return nullptr;
}

IdSet::Person& IdSet::insert(IdHash id, std::uint32_t content, std::uint32_t place, bool& is_new) {
  Shard& shard = m_shards[id.high];
  if (4 * (shard.size + 1) > 3 * shard.places.size()) {
    grow(shard);
  }
  std::size_t at = home(shard, id.low);
  for (; shard.places[at].place != 0; at = at + 1 == shard.places.size() ? 0 : at + 1) {
    if (shard.places[at].id != id.low) continue;
    is_new = false;
    return shard.places[at];
  }
  is_new = true;
  ++shard.size;
  shard.places[at] = {id.low, content, place};
  return shard.places[at];
}

void IdSet::reserve(std::size_t people) {
  if (size() > 0) return;
  // Three quarters full, and a little more room for shards that get more than their share.
  const std::size_t places = people / m_shards.size() * 7 / 5 + 64;
  m_reserved = ZeroedMemory<Person>(places * m_shards.size());
  std::size_t from = 0;
  for (Shard& shard : m_shards) {
    shard.places = m_reserved.values().subspan(from, places);
    from += places;
  }
}

void IdSet::grow(Shard& shard) {
  std::vector<Person> larger(shard.places.size() + shard.places.size() / 2 + 16);
  const std::span<Person> old = shard.places;
  shard.places = larger;
  for (const Person& person : old) {
    if (person.place == 0) continue;
    std::size_t at = home(shard, person.id);
    while (shard.places[at].place != 0) at = at + 1 == shard.places.size() ? 0 : at + 1;
    shard.places[at] = person;
  }
  shard.own.swap(larger);
}

std::size_t IdSet::size() const {
  return std::accumulate(m_shards.begin(), m_shards.end(), std::size_t{0},
                         [](std::size_t sum, const Shard& shard) { return sum + shard.size; });
}

}  // namespace eqr::persons
