#include "tabular/csv_structure.hpp"

#include <algorithm>
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
  // Each bit becomes the parity of itself and all bits below: from an opening mark up to its closing one.
  static std::uint64_t parity_so_far(std::uint64_t bits) {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
  }
  // The position of the lowest bit; any number when there is none. (std::countr_zero would test for that.)
  static unsigned lowest(std::uint64_t bits) {
    return static_cast<unsigned>(std::countr_zero(bits | std::uint64_t{1} << 63));
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
  static std::uint64_t parity_so_far(std::uint64_t bits) { return Portable::parity_so_far(bits); }
  static unsigned lowest(std::uint64_t bits) { return Portable::lowest(bits); }
};

#define EQR_AVX2 [[gnu::target("avx2,bmi,popcnt,pclmul")]]

struct Avx2 {
  EQR_AVX2 static std::uint64_t equal(__m256i low, __m256i high, char wanted) {
    const __m256i pattern = _mm256_set1_epi8(wanted);
    const auto first = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern)));
    const auto second = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern)));
    return first | static_cast<std::uint64_t>(second) << 32;
  }
  EQR_AVX2 static Marks marks(const char* bytes, char separator) {
    __m256i low, high;
    std::memcpy(&low, bytes, 32);
    std::memcpy(&high, bytes + 32, 32);
    return {equal(low, high, separator), equal(low, high, '\n'), equal(low, high, '"'),
            equal(low, high, '\r')};
  }
  // The carry-less product with all bits is that parity.
  EQR_AVX2 static std::uint64_t parity_so_far(std::uint64_t bits) {
    const __m128i factor = _mm_set_epi64x(0, static_cast<long long>(bits));
    const __m128i product = _mm_clmulepi64_si128(factor, _mm_set1_epi8('\xFF'), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
  }
  EQR_AVX2 static unsigned lowest(std::uint64_t bits) { return static_cast<unsigned>(_tzcnt_u64(bits)); }
};
#endif

// What one lane leaves to the next.
struct Carried {
  std::uint64_t inside = 0;          // all bits: the lane begins inside quotation marks
  std::uint64_t after_boundary = 1;  // the lowest bit: a field or a closing mark ended just before
  std::uint64_t after_closing = 0;   // a closing mark stood just before
  std::uint64_t after_return = 0;    // a carriage return outside stood just before
  std::uint64_t faults = 0;          // any so far
  std::int64_t line_feeds = 0;       // so many ends of records so far
};

// Marks that open where no field begins, closing ones that no field ends behind, and carriage returns outside
// that belong to no line feed. What a closing mark or a return at the very end is followed by is left to the
// next lane.
[[gnu::always_inline]] inline std::uint64_t faults(const Marks& marks, std::uint64_t inside,
                                                   Carried& carried) {
  const std::uint64_t boundaries = (marks.separators | marks.line_feeds) & ~inside;
  const std::uint64_t opening = marks.quotes & inside, closing = marks.quotes & ~inside;
  const std::uint64_t returns = marks.carriage_returns & ~inside;
  const std::uint64_t before = (boundaries | closing) << 1 | carried.after_boundary;
  const std::uint64_t after_closing = closing << 1 | carried.after_closing;
  const std::uint64_t after_return = returns << 1 | carried.after_return;
  const std::uint64_t may_follow = boundaries | marks.quotes | returns;
  carried.after_boundary = (boundaries | closing) >> 63;
  carried.after_closing = closing >> 63;
  carried.after_return = returns >> 63;
  return (opening & ~before) | (after_closing & ~may_follow) | (after_return & ~marks.line_feeds);
}

void append_positions(std::uint64_t bits, std::uint32_t from, std::vector<std::uint32_t>& positions) {
  for (; bits != 0; bits &= bits - 1) {
    positions.push_back(from + static_cast<std::uint32_t>(std::countr_zero(bits)));
  }
}

// A dozen at once, wanted or not, which is enough for most lanes: a loop that ends after a number of turns
// nobody can predict costs more than the turns. `positions` has room for a whole lane.
template <typename Cpu>
[[gnu::always_inline]] inline void write_positions(std::uint64_t bits, int count, std::uint32_t from,
                                                   std::uint32_t* positions) {
  constexpr int at_once = 12;
  for (int i = 0; i < at_once; ++i, bits &= bits - 1) positions[i] = from + Cpu::lowest(bits);
  for (int i = at_once; i < count; ++i, bits &= bits - 1) positions[i] = from + Cpu::lowest(bits);
}

// What is found in a lane of which the bytes with a bit in `valid` belong to the text; how many ends. Inlined
// into a caller that may use the instructions of `Cpu`, and without branches on what the text is like: none
// of them could be predicted.
template <typename Cpu>
[[gnu::always_inline]] inline int find_in_lane(const char* bytes, std::uint64_t valid, std::uint32_t at,
                                               char separator, Carried& carried, std::uint32_t* ends,
                                               CsvStructure& structure) {
  const Marks marks = Cpu::marks(bytes, separator);
  const std::uint64_t inside = Cpu::parity_so_far(marks.quotes) ^ carried.inside;
  carried.inside = std::uint64_t{0} - (inside >> 63);
  carried.faults |= faults(marks, inside, carried) & valid;
  const std::uint64_t line_feeds = marks.line_feeds & valid;
  if ((line_feeds & inside) != 0) append_positions(line_feeds & inside, at, structure.quoted_line_feeds);
  carried.line_feeds += std::popcount(line_feeds & ~inside);

  const std::uint64_t fields = (marks.line_feeds | marks.separators) & ~inside & valid;
  const int count = std::popcount(fields);
  write_positions<Cpu>(fields, count, at, ends);
  return count;
}

template <typename Cpu>
[[gnu::always_inline]] inline void find(std::string_view text, char separator, CsvStructure& structure) {
  constexpr std::size_t stride = 64 * lane;  // for which there is room made at once
  Carried carried;
  structure.ends.clear();
  structure.quoted_line_feeds.clear();
  for (std::size_t from = 0; from < text.size(); from += stride) {
    const std::size_t size = std::min(stride, text.size() - from);
    std::uint32_t* const room = structure.ends.room(size + lane);
    std::uint32_t* ends = room;
    std::size_t at = from;
    for (; at + lane <= from + size; at += lane) {
      ends += find_in_lane<Cpu>(text.data() + at, ~std::uint64_t{0}, static_cast<std::uint32_t>(at),
                                separator, carried, ends, structure);
    }
    if (at < from + size) {
      const std::uint64_t valid = (std::uint64_t{1} << (from + size - at)) - 1;
      ends += find_in_lane<Cpu>(text.data() + at, valid, static_cast<std::uint32_t>(at), separator, carried,
                                ends, structure);
    }
    structure.ends.add(static_cast<std::size_t>(ends - room));
  }
  structure.line_feeds = static_cast<std::size_t>(carried.line_feeds);
  structure.sound = carried.faults == 0;
}

#if defined(__x86_64__)
EQR_AVX2 void find_with_avx2(std::string_view text, char separator, CsvStructure& structure) {
  find<Avx2>(text, separator, structure);
}
#endif

}  // namespace

Instructions best_instructions() {
#if defined(__x86_64__)
  static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
                               __builtin_cpu_supports("bmi2") != 0 && __builtin_cpu_supports("popcnt") != 0 &&
                               __builtin_cpu_supports("pclmul") != 0;
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
