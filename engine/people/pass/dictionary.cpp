#include "people/pass/dictionary.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "text/words.hpp"

namespace eqr::persons {
namespace {

constexpr std::size_t padding = 64;

// Whether a cell is a known value of its length, which is at most `longest`. 64 bytes can be read behind
// either.
struct Portable {
  template <std::size_t longest>
  static bool same(const char* known, const char* cell, std::size_t length) {
    return std::memcmp(known, cell, length) == 0;
  }
};

#if defined(__x86_64__)
// The lowest `length` bits, of up to 64.
[[gnu::always_inline]] inline std::uint64_t lowest(std::size_t length) {
  return ((std::uint64_t{1} << length % 64) - 1) | (std::uint64_t{0} - length / 64);
}

// A loop over the bytes would end after a number of turns that nobody can predict.
struct Sse2 {
  static std::uint64_t differences(const char* known, const char* cell) {
    __m128i one, other;
    std::memcpy(&one, known, 16);
    std::memcpy(&other, cell, 16);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(one, other))) ^ 0xFFFFU;
  }
  template <std::size_t longest>
  static bool same(const char* known, const char* cell, std::size_t length) {
    if (longest > 64 && length > 64) return std::memcmp(known, cell, length) == 0;
    std::uint64_t all = 0;
    for (unsigned i = 0; i < std::min<std::size_t>(longest, 64); i += 16)
      all |= differences(known + i, cell + i) << i;
    return (all & lowest(length)) == 0;
  }
};

#define EQR_AVX2 [[gnu::target("avx2,bmi,bmi2")]]

struct Avx2 {
  EQR_AVX2 static std::uint64_t agreements(const char* known, const char* cell) {
    __m256i one, other;
    std::memcpy(&one, known, 32);
    std::memcpy(&other, cell, 32);
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(one, other)));
  }
  template <std::size_t longest>
  EQR_AVX2 static bool same(const char* known, const char* cell, std::size_t length) {
    if constexpr (longest <= 32) {
      return _bzhi_u64(~agreements(known, cell), static_cast<unsigned>(length)) == 0;
    }
    if (longest > 64 && length > 64) return std::memcmp(known, cell, length) == 0;
    const std::uint64_t all = agreements(known, cell) | agreements(known + 32, cell + 32) << 32;
    return _bzhi_u64(~all, static_cast<unsigned>(length)) == 0;
  }
};
#endif

}  // namespace

Dictionary::Dictionary(Meaning meaning, tabular::Instructions instructions)
    : m_meaning(std::move(meaning)), m_instructions(instructions), m_entries(16), m_mask(15) {}

// Until a value is met that is longer than any before; how many are done then.
template <typename Cpu, std::size_t longest>
[[gnu::always_inline]] inline std::size_t Dictionary::find_all(tabular::Records records, std::size_t field,
                                                               std::size_t from, Code* codes) {
  for (std::size_t i = from; i < records.size(); ++i) {
    const std::string_view cell = records.cell(i, field);
    const std::uint64_t hash = hash_of(cell);
    const Entry& entry = m_entries[home(hash)];
    if (entry.length == cell.size() && Cpu::template same<longest>(entry.bytes, cell.data(), cell.size())) {
      codes[i] = entry.code;
      continue;
    }
    codes[i] = find_further(cell, hash);
    if (m_longest > longest) return i + 1;
  }
  return records.size();
}

template <typename Cpu>
[[gnu::always_inline]] inline void Dictionary::find_all(const tabular::Records& records, std::size_t field,
                                                        Code* codes) {
  for (std::size_t done = 0; done < records.size();) {
    done = m_longest <= 32   ? find_all<Cpu, 32>(records, field, done, codes)
           : m_longest <= 64 ? find_all<Cpu, 64>(records, field, done, codes)
                             : find_all<Cpu, longest_value>(records, field, done, codes);
  }
}

#if defined(__x86_64__)
EQR_AVX2 void Dictionary::find_all_with_avx2(const tabular::Records& records, std::size_t field,
                                             Code* codes) {
  find_all<Avx2>(records, field, codes);
}
#endif

void Dictionary::codes(const tabular::Records& records, std::size_t field, Code* codes) {
#if defined(__x86_64__)
  if (m_instructions == tabular::Instructions::avx2) return find_all_with_avx2(records, field, codes);
  if (m_instructions == tabular::Instructions::sse2) return find_all<Sse2>(records, field, codes);
#endif
  find_all<Portable>(records, field, codes);
}

Code Dictionary::find_further(std::string_view cell, std::uint64_t hash) {
  std::size_t passed = 0;
  for (std::size_t at = home(hash); m_entries[at].bytes != nullptr; at = (at + 1) & m_mask) {
    const Entry& entry = m_entries[at];
    if (++passed > most_passed) return m_meaning(meant(cell, m_converted));
    if (entry.hash == hash && std::string_view(entry.bytes, entry.length) == cell) return entry.code;
  }
  return add(cell, hash);
}

Code Dictionary::add(std::string_view cell, std::uint64_t hash) {
  const Code code = m_meaning(meant(cell, m_converted));
  if (m_size == most_values || cell.size() > longest_value) return code;
  ++m_size;
  m_longest = std::max(m_longest, cell.size());
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
      for (unsigned shift = 8; 4 * m_size <= entries && shift < 52; ++shift) {
        if (arrange(entries, shift, Homes::apart, hash)) return;
      }
    }
  }
  // The highest bits of a product are those that all of its factors have a part in.
  const std::size_t entries = 4 * m_entries.size();
  const auto shift = static_cast<unsigned>(std::countl_zero(std::uint64_t{entries - 1}));
  if (is_full) static_cast<void>(arrange(entries, shift, Homes::shared, hash));
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
