#include "tabular/csv_structure.hpp"

#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace eqr::tabular {
namespace {

constexpr std::size_t lane = 64;

// One bit for each of sixty-four bytes, the first byte in the lowest bit.
struct Marks {
  std::uint64_t separators = 0, line_feeds = 0, quotes = 0, carriage_returns = 0;
};

// Also the reference for the other two.
struct Portable {
  static Marks marks(const char* bytes, char separator) {
    Marks found;
    for (std::size_t i = 0; i < lane; ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      if (bytes[i] == separator) found.separators |= bit;
      if (bytes[i] == '\n') found.line_feeds |= bit;
      if (bytes[i] == '"') found.quotes |= bit;
      if (bytes[i] == '\r') found.carriage_returns |= bit;
    }
    return found;
  }
};

#if defined(__x86_64__)
struct Sse2 {
  static std::uint64_t equal(const char* bytes, char wanted) {
    const __m128i pattern = _mm_set1_epi8(wanted);
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 4; ++i) {
      __m128i sixteen;
      std::memcpy(&sixteen, bytes + std::size_t{16} * i, 16);
      const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, pattern)));
      bits |= static_cast<std::uint64_t>(mask) << (16 * i);
    }
    return bits;
  }
  static Marks marks(const char* bytes, char separator) {
    return {equal(bytes, separator), equal(bytes, '\n'), equal(bytes, '"'), equal(bytes, '\r')};
  }
};

struct Avx2 {
  [[gnu::target("avx2,bmi,popcnt")]] static std::uint64_t equal(__m256i low, __m256i high, char wanted) {
    const __m256i pattern = _mm256_set1_epi8(wanted);
    const auto first = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern)));
    const auto second = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern)));
    return first | static_cast<std::uint64_t>(second) << 32;
  }
  [[gnu::target("avx2,bmi,popcnt")]] static Marks marks(const char* bytes, char separator) {
    __m256i low, high;
    std::memcpy(&low, bytes, 32);
    std::memcpy(&high, bytes + 32, 32);
    return {equal(low, high, separator), equal(low, high, '\n'), equal(low, high, '"'),
            equal(low, high, '\r')};
  }
};
#endif

// Each bit becomes the parity of itself and all bits below: from an opening mark up to its closing one.
std::uint64_t parity_so_far(std::uint64_t bits) {
  for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

// What one lane leaves to the next.
struct Carried {
  std::uint64_t inside = 0;          // all bits: the lane begins inside quotation marks
  std::uint64_t after_boundary = 1;  // the lowest bit: a field or a closing mark ended just before
  std::uint64_t after_closing = 0;   // a closing mark stood just before
  std::uint64_t after_return = 0;    // a carriage return outside stood just before
};

// Whether each mark opens where a field begins, closes where one ends, and each carriage return outside
// belongs to a line feed. The bits beyond `valid` are not looked at; what a closing mark or a return at the
// very end is followed by is left to the next lane.
bool is_sound(const Marks& marks, std::uint64_t inside, std::uint64_t valid, Carried& carried) {
  const std::uint64_t boundaries = (marks.separators | marks.line_feeds) & ~inside;
  const std::uint64_t opening = marks.quotes & inside, closing = marks.quotes & ~inside;
  const std::uint64_t returns = marks.carriage_returns & ~inside;
  const std::uint64_t before = (boundaries | closing) << 1 | carried.after_boundary;
  const std::uint64_t after_closing = closing << 1 | carried.after_closing;
  const std::uint64_t after_return = returns << 1 | carried.after_return;
  const std::uint64_t may_follow = boundaries | marks.quotes | returns;
  const std::uint64_t faults =
      (opening & ~before) | (after_closing & ~may_follow) | (after_return & ~marks.line_feeds);
  carried.after_boundary = (boundaries | closing) >> 63;
  carried.after_closing = closing >> 63;
  carried.after_return = returns >> 63;
  return (faults & valid) == 0;
}

void append_positions(std::uint64_t bits, std::uint32_t from, std::vector<std::uint32_t>& positions) {
  for (; bits != 0; bits &= bits - 1) {
    positions.push_back(from + static_cast<std::uint32_t>(std::countr_zero(bits)));
  }
}

// Eight at a time, wanted or not: a loop that ends after a number of turns nobody can predict costs more than
// the turns. `positions` has room for a whole lane.
[[gnu::always_inline]] inline void write_positions(std::uint64_t bits, std::uint32_t from,
                                                   std::uint32_t* positions) {
  const int count = std::popcount(bits);
  for (int done = 0; done < count; done += 8) {
    for (int i = 0; i < 8; ++i, bits &= bits - 1) {
      positions[done + i] = from + static_cast<std::uint32_t>(std::countr_zero(bits));
    }
  }
}

// Inlined into a caller that may use the instructions of `Cpu`.
template <typename Cpu>
[[gnu::always_inline]] inline void find(std::string_view text, char separator, CsvStructure& structure) {
  Carried carried;
  structure.ends.clear();
  structure.lines.clear();
  structure.quoted_line_feeds.clear();
  structure.sound = true;
  for (std::size_t at = 0; at < text.size(); at += lane) {
    const Marks marks = Cpu::marks(text.data() + at, separator);
    const std::size_t rest = text.size() - at;
    const std::uint64_t valid = rest < lane ? (std::uint64_t{1} << rest) - 1 : ~std::uint64_t{0};
    std::uint64_t inside = carried.inside;
    if (marks.quotes != 0) inside ^= parity_so_far(marks.quotes);
    const std::uint64_t outside = ~inside & valid;
    if ((marks.quotes | marks.carriage_returns | carried.after_closing | carried.after_return) != 0) {
      structure.sound &= is_sound(marks, inside, valid, carried);
    } else {
      carried.after_boundary = ((marks.separators | marks.line_feeds) & ~inside) >> 63;
    }
    if (inside != 0) {
      append_positions(marks.line_feeds & inside & valid, static_cast<std::uint32_t>(at),
                       structure.quoted_line_feeds);
    }
    carried.inside = std::uint64_t{0} - (inside >> 63);

    const std::uint64_t line_feeds = marks.line_feeds & outside;
    const std::uint64_t fields = line_feeds | (marks.separators & outside);
    const auto before = static_cast<std::uint32_t>(structure.ends.size());
    if (line_feeds != 0) {
      std::uint32_t* line = structure.lines.room(lane);
      std::size_t count = 0;
      for (std::uint64_t left = line_feeds; left != 0; left &= left - 1) {
        const std::uint64_t below = (left & (~left + 1)) - 1;
        line[count++] = before + static_cast<std::uint32_t>(std::popcount(fields & below));
      }
      structure.lines.add(count);
    }
    write_positions(fields, static_cast<std::uint32_t>(at), structure.ends.room(lane));
    structure.ends.add(static_cast<std::size_t>(std::popcount(fields)));
  }
}

#if defined(__x86_64__)
[[gnu::target("avx2,bmi,popcnt")]] void find_with_avx2(std::string_view text, char separator,
                                                       CsvStructure& structure) {
  find<Avx2>(text, separator, structure);
}
#endif

}  // namespace

Instructions best_instructions() {
#if defined(__x86_64__)
  static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
                               __builtin_cpu_supports("popcnt") != 0;
  return has_avx2 ? Instructions::avx2 : Instructions::sse2;
#else
  return Instructions::portable;
#endif
}

void find_structure(std::string_view text, char separator, Instructions instructions,
                    CsvStructure& structure) {
#if defined(__x86_64__)
  if (instructions == Instructions::avx2) return find_with_avx2(text, separator, structure);
  if (instructions == Instructions::sse2) return find<Sse2>(text, separator, structure);
#endif
  static_cast<void>(instructions);
  find<Portable>(text, separator, structure);
}

}  // namespace eqr::tabular
