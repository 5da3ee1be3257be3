#include "disclosure/elimination.hpp"

#include <algorithm>

namespace eqr::disclosure {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t prime = (std::uint64_t{1} << 61) - 1;

std::uint64_t multiplied(std::uint64_t first, std::uint64_t second) {
  const Wide product = static_cast<Wide>(first) * second;
  const auto folded = static_cast<std::uint64_t>(product & prime) + static_cast<std::uint64_t>(product >> 61);
  return folded >= prime ? folded - prime : folded;
}

std::uint64_t minus(std::uint64_t first, std::uint64_t second) {
  return first >= second ? first - second : first + prime - second;
}

// By Fermat: value to the power of prime - 2.
std::uint64_t inverse(std::uint64_t value) {
  std::uint64_t power = prime - 2, result = 1;
  for (; power > 0; power >>= 1) {
    if ((power & 1) != 0) result = multiplied(result, value);
    value = multiplied(value, value);
  }
  return result;
}

std::uint64_t residue(std::int64_t value) {
  const auto size = static_cast<std::uint64_t>(value < 0 ? -value : value) % prime;
  return value < 0 ? minus(0, size) : size;
}

std::int64_t nearest_to_nought(std::uint64_t value) {
  const auto number = static_cast<std::int64_t>(value);
  return value > prime / 2 ? number - static_cast<std::int64_t>(prime) : number;
}

// An equation's coefficients in ascending order of unknowns; what it adds up to comes last, as the
// coefficient of one more unknown.
struct Row {
  struct Entry {
    std::size_t of;
    std::uint64_t times;
  };
  std::vector<Entry> entries;

  [[nodiscard]] std::uint64_t at(std::size_t of) const {
    const auto found = std::ranges::lower_bound(entries, of, {}, &Entry::of);
    return found == entries.end() || found->of != of ? 0 : found->times;
  }
};

Row row_of(const Equation& equation, std::size_t unknowns) {
  Row row;
  for (const Term& term : equation.terms) row.entries.push_back({term.of, residue(term.times)});
  std::ranges::sort(row.entries, {}, &Row::Entry::of);
  row.entries.push_back({unknowns, residue(equation.sum)});
  std::erase_if(row.entries, [](const Row::Entry& entry) { return entry.times == 0; });
  return row;
}

// `row` less `times` the other.
Row less(const Row& row, const Row& other, std::uint64_t times) {
  Row result;
  result.entries.reserve(row.entries.size() + other.entries.size());
  auto mine = row.entries.begin();
  auto its = other.entries.begin();
  while (mine != row.entries.end() || its != other.entries.end()) {
    if (its == other.entries.end() || (mine != row.entries.end() && mine->of < its->of)) {
      result.entries.push_back(*mine++);
      continue;
    }
    std::uint64_t left = 0;
    const std::size_t of = its->of;
    if (mine != row.entries.end() && mine->of == of) left = (mine++)->times;
    left = minus(left, multiplied(times, (its++)->times));
    if (left != 0) result.entries.push_back({of, left});
  }
  return result;
}

void scale_to_one(Row& row) {
  const std::uint64_t by = inverse(row.entries.front().times);
  for (Row::Entry& entry : row.entries) entry.times = multiplied(entry.times, by);
}

}  // namespace

std::vector<std::optional<std::int64_t>> worked_out(const Attack& attack) {
  const std::size_t unknowns = attack.unknowns.size();
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<Row> rows;  // each leads with an unknown of its own, which no other row holds
  std::vector<std::size_t> led_by(unknowns, none);
  for (const Equation& equation : attack.equations) {
    Row row = row_of(equation, unknowns);
    for (std::size_t i = 0; i < row.entries.size();) {
      const std::size_t of = row.entries[i].of;
      if (of == unknowns || led_by[of] == none) {
        ++i;
      } else {
        // What comes in stands in no leading place, so that the entries before stay.
        row = less(row, rows[led_by[of]], row.entries[i].times);
      }
    }
    if (row.entries.empty() || row.entries.front().of == unknowns) continue;
    scale_to_one(row);
    const std::size_t leading = row.entries.front().of;
    for (Row& other : rows) {
      if (const std::uint64_t times = other.at(leading); times != 0) other = less(other, row, times);
    }
    led_by[leading] = rows.size();
    rows.push_back(std::move(row));
  }
  std::vector<std::optional<std::int64_t>> values(unknowns);
  for (const Row& row : rows) {
    const bool is_alone = row.entries.size() == 1 || row.entries[1].of == unknowns;
    if (is_alone) values[row.entries.front().of] = nearest_to_nought(row.at(unknowns));
  }
  return values;
}

}  // namespace eqr::disclosure
