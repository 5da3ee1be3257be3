#include "people/pass/amount_counts.hpp"

#include <stdexcept>

#include <boost/sort/spreadsort/integer_sort.hpp>

namespace eqr::persons {
namespace {

constexpr std::uint64_t most_usual_cells = 32;  // a megabyte of counters

}  // namespace

AmountCounts::AmountCounts(std::uint64_t cells) : m_usual_cells(cells <= most_usual_cells ? cells : 0) {
  if (cells >> 32 != 0) throw std::length_error("a distribution with too many cells");
  m_usual.resize(m_usual_cells * usual_amounts);
}

AmountCounts::Entry& AmountCounts::place(std::uint32_t cell, AmountCode amount) {
  std::uint64_t hash =
      (cell * 0x9E3779B97F4A7C15U) ^ (static_cast<std::uint64_t>(amount) * 0xD6E8FEB86659FD93U);
  hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15U;
  std::size_t at = static_cast<std::size_t>(hash >> 20) & (m_places.size() - 1);
  while (m_places[at].people != 0 && (m_places[at].cell != cell || m_places[at].amount != amount)) {
    at = (at + 1) & (m_places.size() - 1);
  }
  return m_places[at];
}

void AmountCounts::add_unusual(std::uint32_t cell, AmountCode amount) {
  if (4 * (m_size + 1) > 3 * m_places.size()) grow();
  Entry& entry = place(cell, amount);
  if (entry.people == 0) {
    entry = {amount, cell, 0};
    ++m_size;
  }
  ++entry.people;
}

void AmountCounts::grow() {
  std::vector<Entry> old(m_places.empty() ? 1024 : 2 * m_places.size());
  old.swap(m_places);
  for (const Entry& entry : old) {
    if (entry.people != 0) place(entry.cell, entry.amount) = entry;
  }
}

tallies::Distribution AmountCounts::merged(const std::vector<std::uint64_t>& usual,
                                           tallies::Distribution unusual) {
  boost::sort::spreadsort::integer_sort(
      unusual.begin(), unusual.end(), [](const auto& entry, unsigned shift) { return entry.first >> shift; },
      [](const auto& one, const auto& other) { return one.first < other.first; });
  // People of several cells, and those whom several threads counted, may have the same amount.
  std::size_t different = 0;
  for (std::size_t i = 0; i < unusual.size(); ++i) {
    if (different > 0 && unusual[i].first == unusual[different - 1].first) {
      unusual[different - 1].second += unusual[i].second;
    } else {
      unusual[different++] = unusual[i];
    }
  }
  unusual.resize(different);

  // No amount is both.
  tallies::Distribution all;
  auto next = unusual.begin();
  for (std::size_t i = 0; i < usual.size(); ++i) {
    if (usual[i] == 0) continue;
    const auto amount = static_cast<AmountCode>(i * penny);
    for (; next != unusual.end() && next->first < amount; ++next) all.push_back(*next);
    all.emplace_back(amount, usual[i]);
  }
  if (all.empty()) return unusual;
  all.insert(all.end(), next, unusual.end());
  return all;
}

}  // namespace eqr::persons
