#include "people/pass/amount_counts.hpp"

namespace eqr::persons {

AmountCounts::Entry& AmountCounts::place(std::uint64_t cell, AmountCode amount) {
  std::uint64_t hash =
      (cell * 0x9E3779B97F4A7C15U) ^ (static_cast<std::uint64_t>(amount) * 0xD6E8FEB86659FD93U);
  hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15U;
  std::size_t at = static_cast<std::size_t>(hash >> 20) & (m_places.size() - 1);
  while (m_places[at].people != 0 && (m_places[at].cell != cell || m_places[at].amount != amount)) {
    at = (at + 1) & (m_places.size() - 1);
  }
  return m_places[at];
}

void AmountCounts::add(std::uint64_t cell, AmountCode amount, std::uint64_t people) {
  if (4 * (m_size + 1) > 3 * m_places.size()) grow();
  Entry& entry = place(cell, amount);
  if (entry.people == 0) {
    entry = {cell, amount, 0};
    ++m_size;
  }
  entry.people += people;
}

void AmountCounts::add(const AmountCounts& other) {
  other.for_each([&](const Entry& entry) { add(entry.cell, entry.amount, entry.people); });
}

void AmountCounts::grow() {
  std::vector<Entry> old(m_places.empty() ? 1024 : 2 * m_places.size());
  old.swap(m_places);
  for (const Entry& entry : old) {
    if (entry.people != 0) place(entry.cell, entry.amount) = entry;
  }
}

}  // namespace eqr::persons
