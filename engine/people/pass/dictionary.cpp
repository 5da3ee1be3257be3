#include "people/pass/dictionary.hpp"

#include <utility>

#include "text/words.hpp"

namespace eqr::persons {
namespace {

constexpr std::size_t padding = 64;

}  // namespace

Dictionary::Dictionary(Meaning meaning) : m_meaning(std::move(meaning)), m_entries(16), m_mask(15) {}

Code Dictionary::find_further(std::string_view cell, std::uint64_t hash) {
  for (std::size_t at = home(hash); m_entries[at].bytes != nullptr; at = (at + 1) & m_mask) {
    const Entry& entry = m_entries[at];
    if (entry.hash == hash && entry.length == cell.size() && same(entry.bytes, cell)) return entry.code;
  }
  return add(cell, hash);
}

Code Dictionary::add(std::string_view cell, std::uint64_t hash) {
  const Code code = m_meaning(meant(cell, m_converted));
  if (m_size == most_values || cell.size() > longest_value) return code;
  ++m_size;
  make_room(hash);
  std::string& kept = m_values.emplace_back(cell);
  kept.resize(cell.size() + padding);
  std::size_t at = home(hash);
  while (m_entries[at].bytes != nullptr) at = (at + 1) & m_mask;
  m_entries[at] = {hash, kept.data(), static_cast<std::uint32_t>(cell.size()), code};
  return code;
}

// Values that share a home cost a branch that nobody can predict. While there are few, some bits of the hash
// are looked for that give each a home of its own.
void Dictionary::make_room(std::uint64_t hash) {
  constexpr std::size_t few = 128;
  const bool is_full = 4 * m_size > m_entries.size();
  if (m_entries[home(hash)].bytes == nullptr && !is_full) return;
  if (m_size <= few) {
    for (std::size_t entries = m_entries.size(); entries <= 16 * few; entries *= 2) {
      for (unsigned shift = 0; 4 * m_size <= entries && shift < 48; ++shift) {
        if (arrange(entries, shift, Homes::apart, hash)) return;
      }
    }
  }
  if (is_full) static_cast<void>(arrange(4 * m_entries.size(), 0, Homes::shared, hash));
}

// False, and nothing is changed, when homes are to be apart and two values, or one and the further one, would
// share theirs.
bool Dictionary::arrange(std::size_t entries, unsigned shift, Homes homes, std::uint64_t further) {
  const std::uint64_t mask = entries - 1;
  std::vector<Entry> arranged(entries);
  for (const Entry& entry : m_entries) {
    if (entry.bytes == nullptr) continue;
    std::size_t at = static_cast<std::size_t>(entry.hash >> shift & mask);
    if (homes == Homes::apart && arranged[at].bytes != nullptr) return false;
    while (arranged[at].bytes != nullptr) at = (at + 1) & mask;
    arranged[at] = entry;
  }
  const std::size_t last = static_cast<std::size_t>(further >> shift & mask);
  if (homes == Homes::apart && arranged[last].bytes != nullptr) return false;
  m_entries.swap(arranged);
  m_mask = mask;
  m_shift = shift;
  return true;
}

std::string meant(std::string_view cell, bool& converted) {
  std::string text;
  if (cell.size() >= 2 && cell.front() == '"') {
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
      if (cell[i] == '"') ++i;
      text += cell[i];
    }
  } else {
    text = cell;
  }
  if (text::is_utf8(text)) return text;
  converted = true;
  return text::from_windows_1252(text);
}

}  // namespace eqr::persons
