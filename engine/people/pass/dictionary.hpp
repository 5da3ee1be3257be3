// What each distinct value of a column means. A column of a million cells holds a few dozen values: each is
// looked into once, and from then on known by its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

#include "people/pass/loads.hpp"

namespace eqr::persons {

// A leaf's position, or why there is none. The two highest bits are marks.
using Code = std::uint16_t;
inline constexpr Code misfit_mark = 0x8000;  // the rest names the misfit (misfits.hpp)
inline constexpr Code blank_mark = 0x4000;   // the cell is blank; the rest is the leaf that blanks belong to
inline constexpr Code code_part = 0x3FFF;

class Dictionary {
 public:
  // `meaning` is asked with the cell as text: without quotation marks around it, in UTF-8.
  using Meaning = std::function<Code(std::string_view cell)>;

  explicit Dictionary(Meaning meaning);

  // `cell` as written; 64 bytes on either side of it can be read.
  [[nodiscard]] Code code(std::string_view cell) {
    const std::uint64_t hash = hash_of(cell);
    const Entry& first = m_entries[home(hash)];
    if (first.hash == hash && first.length == cell.size() && same(first.bytes, cell)) return first.code;
    return find_further(cell, hash);
  }

  // Whether a cell had to be read as Windows-1252.
  [[nodiscard]] bool converted() const { return m_converted; }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    const char* bytes = nullptr;               // with 64 bytes more behind them; none: the place is free
    std::uint32_t length = ~std::uint32_t{0};  // of no cell
    Code code = 0;
  };

  // A column of names would fill the memory: beyond so many values further ones are looked into each time.
  static constexpr std::size_t most_values = 65'536;
  static constexpr std::size_t longest_value = 1'024;  // so would long ones

  // Three samples of eight bytes and the length: values of one column seldom agree in all of them, and same()
  // looks at every byte.
  [[nodiscard]] static std::uint64_t hash_of(std::string_view cell) {
    const std::size_t length = cell.size();
    const std::uint64_t whole = length < 8 ? 0 : ~std::uint64_t{0};
    const std::uint64_t first =
        load8(cell.data()) & (length < 8 ? ~(~std::uint64_t{0} << (8 * length)) : ~std::uint64_t{0});
    const std::uint64_t last = load8(cell.data() + length - 8) & whole;
    const std::uint64_t middle = load8(cell.data() + length / 2 - 4) & whole;
    const std::uint64_t hash = length * 0x165667B19E3779F9U + first * 0x9E3779B97F4A7C15U +
                               (last ^ last >> 31) * 0xC2B2AE3D27D4EB4FU +
                               (middle ^ middle >> 29) * 0xD6E8FEB86659FD93U;
    return hash ^ hash >> 35;
  }
  [[nodiscard]] static bool same(const char* known, std::string_view cell) {
    const std::size_t length = cell.size();
#if defined(__x86_64__)
    if (length <= 16) return (differences(known, cell.data()) & ~(~0U << length)) == 0;
    if (length <= 64) {
      std::uint64_t all = differences(known, cell.data());
      for (unsigned i = 16; i < 64; i += 16) {
        all |= std::uint64_t{differences(known + i, cell.data() + i)} << i;
      }
      return (all & (~std::uint64_t{0} >> (64 - length))) == 0;
    }
#endif
    return std::memcmp(known, cell.data(), length) == 0;
  }
#if defined(__x86_64__)
  // A bit for each of sixteen bytes that differ.
  [[nodiscard]] static std::uint32_t differences(const char* a, const char* b) {
    __m128i sixteen_a, sixteen_b;
    std::memcpy(&sixteen_a, a, 16);
    std::memcpy(&sixteen_b, b, 16);
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen_a, sixteen_b))) ^ 0xFFFFU;
  }
#endif
  [[nodiscard]] Code find_further(std::string_view cell, std::uint64_t hash);
  [[nodiscard]] Code add(std::string_view cell, std::uint64_t hash);
  [[nodiscard]] std::size_t home(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash >> m_shift & m_mask);
  }
  void make_room(std::uint64_t hash);
  enum class Homes { apart, shared };
  [[nodiscard]] bool arrange(std::size_t entries, unsigned shift, Homes homes, std::uint64_t further);

  Meaning m_meaning;
  std::vector<Entry> m_entries;
  std::uint64_t m_mask;
  unsigned m_shift = 0;  // which bits of the hash are a value's home
  std::size_t m_size = 0;
  std::deque<std::string> m_values;
  bool m_converted = false;
};

// A cell as its author meant it: without the quotation marks around it, those inside it once, in UTF-8.
// `converted` is set when it had to be read as Windows-1252.
[[nodiscard]] std::string meant(std::string_view cell, bool& converted);

}  // namespace eqr::persons
