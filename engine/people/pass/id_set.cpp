#include "people/pass/id_set.hpp"

#include <bit>
#include <new>
#include <numeric>

namespace eqr::persons {
namespace {

__extension__ using Wide = unsigned __int128;

// Places come by fours, which lie in one line of the processor's memory and are filled from the front.
constexpr std::size_t four = 4;

}  // namespace

// Spreads the hash over any number of fours, not only over powers of two: tables grow by half.
IdSet::Person* IdSet::home(const Shard& shard, std::uint64_t id) {
  return shard.places.data() + four * static_cast<std::size_t>(Wide{id} * (shard.places.size() / four) >> 64);
}

// Where this person is or, when the place is free, would be. Some place is free.
IdSet::Person& IdSet::place_of(const Shard& shard, std::uint64_t id) {
  Person* const end = shard.places.data() + shard.places.size();
  for (Person* at = home(shard, id);;) {
    unsigned same = 0, free = 0;
    for (unsigned i = 0; i < four; ++i) {
      same |= (at[i].id == id ? 1U : 0U) << i;
      free |= (at[i].place == 0 ? 1U : 0U) << i;
    }
    if (same != 0) return at[std::countr_zero(same)];
    if (free != 0) return at[std::countr_zero(free)];
    at += four;
    if (at == end) at = shard.places.data();
  }
}

void IdSet::prefetch(IdHash id) const {
  const Shard& shard = m_shards[id.high];
  if (!shard.places.empty()) __builtin_prefetch(home(shard, id.low), 1);
}

const IdSet::Person* IdSet::find(IdHash id) const {
  const Shard& shard = m_shards[id.high];
  if (shard.places.empty()) return nullptr;
  const Person& person = place_of(shard, id.low);
  return person.place == 0 ? nullptr : &person;
}

IdSet::Person& IdSet::insert(IdHash id, std::uint32_t content, std::uint32_t place, bool& is_new) {
  Shard& shard = m_shards[id.high];
  if (4 * (shard.size + 1) > 3 * shard.places.size()) grow(shard);
  Person& person = place_of(shard, id.low);
  is_new = person.place == 0;
  if (!is_new) return person;
  ++shard.size;
  person = {id.low, content, place};
  return person;
}

void IdSet::reserve(std::size_t people) {
  if (size() > 0) return;
  // Three quarters full, and a little more room for shards that get more than their share.
  const std::size_t places = (people / m_shards.size() * 7 / 5 + 64) / four * four;
  try {
    m_reserved = ZeroedMemory<Person>(places * m_shards.size());
  } catch (const std::bad_alloc&) {
    return;  // it was a guess: growing as people come may need less
  }
  std::size_t from = 0;
  for (Shard& shard : m_shards) {
    shard.places = m_reserved.values().subspan(from, places);
    from += places;
  }
}

void IdSet::grow(Shard& shard) {
  std::vector<Person> larger((shard.places.size() + shard.places.size() / 2 + 16) / four * four);
  const std::span<Person> old = shard.places;
  shard.places = larger;
  for (const Person& person : old) {
    if (person.place != 0) place_of(shard, person.id) = person;
  }
  shard.own.swap(larger);
}

std::size_t IdSet::size() const {
  return std::accumulate(m_shards.begin(), m_shards.end(), std::size_t{0},
                         [](std::size_t sum, const Shard& shard) { return sum + shard.size; });
}

}  // namespace eqr::persons
