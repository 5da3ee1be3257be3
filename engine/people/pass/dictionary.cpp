#include "people/pass/dictionary.hpp"

#include <utility>

#include "text/words.hpp"

namespace eqr::persons {
namespace {

constexpr std::size_t padding = 64;

}  // namespace

Dictionary::Dictionary(Meaning meaning) : m_meaning(std::move(meaning)), m_entries(16), m_mask(15) {}

Code Dictionary::find_further(std::string_view cell, std::uint64_t hash) {
  for (std::uint64_t at = hash & m_mask; m_entries[at].bytes != nullptr; at = (at + 1) & m_mask) {
    const Entry& entry = m_entries[at];
    if (entry.hash == hash && entry.length == cell.size() && same(entry.bytes, cell)) return entry.code;
  }
  return add(cell, hash);
}

Code Dictionary::add(std::string_view cell, std::uint64_t hash) {
  const Code code = m_meaning(meant(cell, m_converted));
  if (m_size == most_values) return code;
  if (4 * ++m_size > m_entries.size()) grow();
  std::string& kept = m_values.emplace_back(cell);
  kept.resize(cell.size() + padding);
  std::uint64_t at = hash & m_mask;
  while (m_entries[at].bytes != nullptr) at = (at + 1) & m_mask;
  m_entries[at] = {hash, kept.data(), static_cast<std::uint32_t>(cell.size()), code};
  return code;
}

void Dictionary::grow() {
  std::vector<Entry> old(2 * m_entries.size());
  old.swap(m_entries);
  m_mask = m_entries.size() - 1;
  for (const Entry& entry : old) {
    if (entry.bytes == nullptr) continue;
    std::uint64_t at = entry.hash & m_mask;
    while (m_entries[at].bytes != nullptr) at = (at + 1) & m_mask;
    m_entries[at] = entry;
  }
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
