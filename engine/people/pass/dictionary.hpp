// What each distinct value of a column means. A column of a million cells holds a few dozen values: each is
// looked into once, and from then on known by its bytes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "people/pass/loads.hpp"
#include "tabular/csv_blocks.hpp"

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

  explicit Dictionary(Meaning meaning, tabular::Instructions instructions = tabular::best_instructions());

  // Of cells as written, with 64 bytes on either side of them that can be read.
  [[nodiscard]] Code code(std::string_view cell) { return find_further(cell, hash_of(cell)); }
  void codes(const tabular::Records& records, std::size_t field, Code* codes);

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
  static constexpr std::size_t most_passed = 64;       // and many that share a hash

  // The first and the last eight bytes, or all of fewer, and the length: values of one column seldom agree in
  // all of them, and every byte is looked at afterwards. Without a branch on the length, which nobody can
  // predict.
  [[nodiscard]] static std::uint64_t hash_of(std::string_view cell) {
    const std::size_t length = cell.size(), part = std::min<std::size_t>(length, 8);
    const std::uint64_t first = load8(cell.data()) & first_bytes[part];
    const std::uint64_t last = load8(cell.data() + length - part) & first_bytes[part];
    return first * 0xC2B2AE3D27D4EB4FU + (last + length) * 0x9E3779B97F4A7C15U;
  }
  template <typename Cpu, std::size_t longest>
  std::size_t find_all(tabular::Records records, std::size_t field, std::size_t from, Code* codes);
  template <typename Cpu>
  void find_all(const tabular::Records& records, std::size_t field, Code* codes);
  void find_all_with_avx2(const tabular::Records& records, std::size_t field, Code* codes);
  // Passes over values that share its home; looks into one that is new.
  [[nodiscard]] Code find_further(std::string_view cell, std::uint64_t hash);
  [[nodiscard]] Code add(std::string_view cell, std::uint64_t hash);
  [[nodiscard]] std::size_t home(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash >> m_shift & m_mask);
  }
  void make_room(std::uint64_t hash);
  enum class Homes { apart, shared };
  [[nodiscard]] bool arrange(std::size_t entries, unsigned shift, Homes homes, std::uint64_t further);

  Meaning m_meaning;
  tabular::Instructions m_instructions;
  std::vector<Entry> m_entries;
  std::uint64_t m_mask;
  unsigned m_shift = 60;  // which bits of the hash are a value's home
  std::size_t m_size = 0;
  std::size_t m_longest = 0;  // value
  std::deque<std::string> m_values;
  bool m_converted = false;
};

// A cell as its author meant it: without the quotation marks around it, those inside it once, in UTF-8.
// `converted` is set when it had to be read as Windows-1252.
[[nodiscard]] std::string meant(std::string_view cell, bool& converted);

}  // namespace eqr::persons
