#include "people/pass/dictionary.hpp"

#include <utility>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

#include "people/pass/loads.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

constexpr std::size_t padding = 64;

}  // namespace

Dictionary::Dictionary(Meaning meaning) : m_meaning(std::move(meaning)), m_entries(256), m_mask(255) {}

// Three samples of eight bytes and the length: values of one column seldom agree in all of them, and same()
// looks at every byte.
std::uint64_t Dictionary::hash_of(std::string_view cell) {
  const std::size_t length = cell.size();
  const std::uint64_t first = load8(cell.data());
  std::uint64_t hash = length * 0x165667B19E3779F9U;
  if (length < 8) {
    hash += (first & ((std::uint64_t{1} << (8 * length)) - 1)) * 0x9E3779B97F4A7C15U;
  } else {
    const std::uint64_t last = load8(cell.data() + length - 8);
    const std::uint64_t middle = load8(cell.data() + length / 2 - 4);
    hash += first * 0x9E3779B97F4A7C15U + (last ^ last >> 31) * 0xC2B2AE3D27D4EB4FU +
            (middle ^ middle >> 29) * 0xD6E8FEB86659FD93U;
  }
  return hash ^ hash >> 35;
}

bool Dictionary::same(const char* known, std::string_view cell) {
#if defined(__x86_64__)
  const auto differs = [&](std::size_t from) {
    __m128i a, b;
    std::memcpy(&a, known + from, 16);
    std::memcpy(&b, cell.data() + from, 16);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(a, b))) ^ 0xFFFFU;
  };
  const std::size_t length = cell.size();
  if (length <= 16) return (differs(0) & ((1U << length) - 1)) == 0;
  if (length <= 64) {
    const std::uint64_t all = differs(0) | std::uint64_t{differs(16)} << 16 |
                              std::uint64_t{differs(32)} << 32 | std::uint64_t{differs(48)} << 48;
    return (all & (~std::uint64_t{0} >> (64 - length))) == 0;
  }
#endif
  return std::memcmp(known, cell.data(), cell.size()) == 0;
}

Code Dictionary::find_further(std::string_view cell, std::uint64_t hash) {
  for (std::uint64_t at = hash & m_mask; m_entries[at].bytes != nullptr; at = (at + 1) & m_mask) {
    const Entry& entry = m_entries[at];
    if (entry.hash == hash && entry.length == cell.size() && same(entry.bytes, cell)) return entry.code;
  }
  return add(cell, hash);
}

Code Dictionary::add(std::string_view cell, std::uint64_t hash) {
  bool converted = false;
  const Code code = m_meaning(meant(cell, converted));
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
  std::vector<Entry> old(4 * m_entries.size());
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
