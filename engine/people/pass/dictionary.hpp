// What each distinct value of a column means. A column of a million cells holds a few dozen values: each is
// looked into once, and from then on known by its bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

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
    const Entry& first = m_entries[hash & m_mask];
    if (first.hash == hash && first.length == cell.size() && same(first.bytes, cell)) return first.code;
    return find_further(cell, hash);
  }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    const char* bytes = nullptr;  // with 64 bytes more behind them; none: the place is free
    std::uint32_t length = 0;
    Code code = 0;
  };

  // A column of names would fill the memory: beyond so many values further ones are looked into each time.
  static constexpr std::size_t most_values = 65'536;

  [[nodiscard]] static std::uint64_t hash_of(std::string_view cell);
  [[nodiscard]] static bool same(const char* known, std::string_view cell);
  [[nodiscard]] Code find_further(std::string_view cell, std::uint64_t hash);
  [[nodiscard]] Code add(std::string_view cell, std::uint64_t hash);
  void grow();

  Meaning m_meaning;
  std::vector<Entry> m_entries;
  std::uint64_t m_mask;
  std::size_t m_size = 0;
  std::deque<std::string> m_values;
};

// A cell as its author meant it: without the quotation marks around it, those inside it once, in UTF-8.
// `converted` is set when it had to be read as Windows-1252.
[[nodiscard]] std::string meant(std::string_view cell, bool& converted);

}  // namespace eqr::persons
