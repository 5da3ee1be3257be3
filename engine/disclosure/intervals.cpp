#include "disclosure/intervals.hpp"

#include <algorithm>
#include <utility>

#include "disclosure/simplex.hpp"

namespace eqr::disclosure {
namespace {

// Branching looks at so many programs for one end of one interval: when the interval is wanted, and when only
// its being wide enough is.
constexpr int most_branches = 500;
constexpr int most_branches_for_enough = 8;

enum class Direction { down, up };

// What a linear program says about one end of an interval.
struct Best {
  bool is_unbounded = false;
  std::int64_t bound = 0;  // no completion lies beyond; the best of fractions, rounded inwards
  Completion whole;        // where the program ended, if that is a completion; else empty
  std::size_t fractional = 0;
  std::int64_t below = 0;  // else an unknown that is no whole number there, and the one below it
};

template <class Integer>
std::int64_t floor_of(const Integer& numerator, const Integer& denominator) {
  Integer quotient = numerator / denominator;
  if (quotient * denominator > numerator) quotient -= 1;
  return narrowed(quotient);
}

template <class Integer>
Best best_of(Simplex<Integer>& simplex, std::size_t unknown, Direction direction) {
  const int sign = direction == Direction::down ? 1 : -1;
  Best best;
  best.is_unbounded = simplex.minimise(unknown, sign) == Simplex<Integer>::End::unbounded;
  const std::vector<Integer> numerators = simplex.numerators();
  const Integer& denominator = simplex.denominator();
  best.bound = direction == Direction::down ? -floor_of(Integer(-numerators[unknown]), denominator)
                                            : floor_of(numerators[unknown], denominator);
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    const std::int64_t below = floor_of(numerators[i], denominator);
    if (Integer(below) * denominator != numerators[i]) {
      best.whole.clear();
      best.fractional = i;
      best.below = below;
      return best;
    }
    best.whole.push_back(below);
  }
  return best;
}

Completion within(const Attack& attack, Completion start) {
  for (std::size_t i = 0; i < start.size(); ++i) {
    const Unknown& unknown = attack.unknowns[i];
    start[i] = std::max(start[i], unknown.least);
    if (unknown.most) start[i] = std::min(start[i], *unknown.most);
  }
  return start;
}

bool has_room(const Unknown& unknown) {
  return !unknown.most || unknown.least <= *unknown.most;
}

}  // namespace

bool is_completion(const Attack& attack, const Completion& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Unknown& unknown = attack.unknowns[i];
    if (values[i] < unknown.least || (unknown.most && values[i] > *unknown.most)) return false;
  }
  return std::ranges::all_of(attack.equations, [&](const Equation& equation) {
    std::int64_t sum = 0;
    for (const Term& term : equation.terms) sum += term.times * values[term.of];
    return sum == equation.sum;
  });
}

class Reader::Programs {
 public:
  Programs(Attack attack, const std::optional<Completion>& truth)
      : m_attack(std::move(attack)),
        m_start(within(m_attack, truth.value_or(Completion(m_attack.unknowns.size(), 0)))),
        m_lowest_seen(m_attack.unknowns.size()),
        m_highest_seen(m_attack.unknowns.size()) {
    if (!std::ranges::all_of(m_attack.unknowns, has_room)) {
      m_is_contradictory = true;
      return;
    }
    if (truth) see(*truth);
    try {
      m_fast = std::make_unique<Simplex<std::int64_t>>(m_attack, m_start);
    } catch (const Overflow&) {
      m_sure = std::make_unique<Simplex<Unbounded>>(m_attack, m_start);
    }
    m_is_contradictory = m_fast ? !m_fast->is_feasible() : !m_sure->is_feasible();
  }

  [[nodiscard]] bool is_contradictory() const { return m_is_contradictory; }

  Reading read(std::size_t unknown, std::optional<std::int64_t> enough) {
    Interval interval;
    if (enough && is_seen(unknown, *enough)) return seen(unknown);
    const int branches = enough ? most_branches_for_enough : most_branches;
    const auto low = end(unknown, Direction::down, branches);
    if (enough && is_seen(unknown, *enough)) return seen(unknown);
    const auto high = end(unknown, Direction::up, branches);
    interval.low = low.value;
    if (!high.is_unbounded) interval.high = high.value;
    interval.is_exact = low.is_exact && high.is_exact;
    return {interval, completion(m_lowest_seen[unknown]), completion(m_highest_seen[unknown])};
  }

 private:
  struct End {
    std::int64_t value = 0;
    bool is_unbounded = false;
    bool is_exact = true;
  };

  [[nodiscard]] bool is_seen(std::size_t unknown, std::int64_t width) const {
    const auto &low = m_lowest_seen[unknown], &high = m_highest_seen[unknown];
    return low && m_seen[*high][unknown] - m_seen[*low][unknown] >= width;
  }
  [[nodiscard]] Reading seen(std::size_t unknown) const {
    const Completion &low = m_seen[*m_lowest_seen[unknown]], &high = m_seen[*m_highest_seen[unknown]];
    return {{low[unknown], high[unknown], true}, low, high};
  }
  [[nodiscard]] Completion completion(const std::optional<std::size_t>& index) const {
    return index ? m_seen[*index] : Completion{};
  }

  // Keeps a completion if it is the lowest or the highest of an unknown so far.
  void see(const Completion& found) {
    bool is_news = false;
    const std::size_t index = m_seen.size();
    for (std::size_t i = 0; i < found.size(); ++i) {
      auto &low = m_lowest_seen[i], &high = m_highest_seen[i];
      if (!low || found[i] < m_seen[*low][i]) low = index, is_news = true;
      if (!high || found[i] > m_seen[*high][i]) high = index, is_news = true;
    }
    if (is_news) m_seen.push_back(found);
  }
  std::optional<std::int64_t> best_seen(std::size_t unknown, Direction direction) const {
    const auto& index = direction == Direction::down ? m_lowest_seen[unknown] : m_highest_seen[unknown];
    if (!index) return std::nullopt;
    return m_seen[*index][unknown];
  }

  End end(std::size_t unknown, Direction direction, int branches) {
    const Unknown& bounds = m_attack.unknowns[unknown];
    const auto known = best_seen(unknown, direction);
    if (direction == Direction::down ? known == bounds.least : known && bounds.most == known) return {*known};
    const Best best = program(unknown, direction);
    if (!best.whole.empty()) see(best.whole);
    if (best.is_unbounded) return {best.bound, true};
    if (!best.whole.empty() || best_seen(unknown, direction) == best.bound) return {best.bound};
    int left = branches;
    branch(m_attack, best, unknown, direction, left);
    const auto found = best_seen(unknown, direction);
    if (left > 0 && found) return {*found};
    return {best.bound, false, false};
  }

  // The linear program over the attack as it is.
  Best program(std::size_t unknown, Direction direction) {
    if (m_fast) {
      try {
        return best_of(*m_fast, unknown, direction);
      } catch (const Overflow&) {
        m_fast.reset();
        m_sure = std::make_unique<Simplex<Unbounded>>(m_attack, m_start);
      }
    }
    return best_of(*m_sure, unknown, direction);
  }

  // A program of its own; none if it has no completion.
  [[nodiscard]] std::optional<Best> fresh_program(const Attack& attack, std::size_t unknown,
                                                  Direction direction) const {
    try {
      return fresh_program<std::int64_t>(attack, unknown, direction);
    } catch (const Overflow&) {
      return fresh_program<Unbounded>(attack, unknown, direction);
    }
  }
  template <class Integer>
  [[nodiscard]] std::optional<Best> fresh_program(const Attack& attack, std::size_t unknown,
                                                  Direction direction) const {
    Simplex<Integer> simplex(attack, within(attack, m_start));
    if (!simplex.is_feasible()) return std::nullopt;
    return best_of(simplex, unknown, direction);
  }

  // Looks for better completions on both sides of the fraction where `best` ended.
  void branch(const Attack& attack, const Best& best, std::size_t unknown, Direction direction, int& left) {
    for (const Direction side : {Direction::down, Direction::up}) {
      if (--left <= 0) return;
      Attack narrower = attack;
      Unknown& split = narrower.unknowns[best.fractional];
      if (side == Direction::down) {
        split.most = best.below;
      } else {
        split.least = best.below + 1;
      }
      if (!has_room(split)) continue;
      const auto fresh = fresh_program(narrower, unknown, direction);
      if (!fresh) continue;
      const Best& found = *fresh;
      const auto known = best_seen(unknown, direction);
      const bool is_no_better =
          known && (direction == Direction::down ? found.bound >= *known : found.bound <= *known);
      if (is_no_better && !found.is_unbounded) continue;
      if (!found.whole.empty()) {
        see(found.whole);
      } else {
        branch(narrower, found, unknown, direction, left);
      }
    }
  }

  Attack m_attack;
  Completion m_start;
  std::vector<Completion> m_seen;
  std::vector<std::optional<std::size_t>> m_lowest_seen, m_highest_seen;  // of each unknown, in m_seen
  std::unique_ptr<Simplex<std::int64_t>> m_fast;
  std::unique_ptr<Simplex<Unbounded>> m_sure;  // once 64 bits were too few
  bool m_is_contradictory = false;
};

Reader::Reader(Attack attack, const std::optional<Completion>& truth)
    : m_programs(std::make_unique<Programs>(std::move(attack), truth)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

bool Reader::is_contradictory() const {
  return m_programs->is_contradictory();
}
Reading Reader::read(std::size_t unknown) {
  return m_programs->read(unknown, std::nullopt);
}
Reading Reader::read(std::size_t unknown, std::int64_t enough) {
  return m_programs->read(unknown, enough);
}

std::vector<std::optional<Interval>> intervals(const Attack& attack, const std::vector<std::size_t>& wanted,
                                               const std::optional<Completion>& truth) {
  std::vector<std::vector<std::size_t>> wanted_at(attack.unknowns.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) wanted_at[wanted[i]].push_back(i);
  std::vector<std::optional<Interval>> found(wanted.size());
  for (const Part& part : parts_of(attack)) {
    const auto is_wanted = [&](std::size_t unknown) { return !wanted_at[unknown].empty(); };
    if (!std::ranges::any_of(part.unknowns, is_wanted)) continue;
    std::optional<Completion> known;
    if (truth) {
      known.emplace();
      for (const std::size_t unknown : part.unknowns) known->push_back((*truth)[unknown]);
    }
    Reader reader(attack_of(part, attack), known);
    if (reader.is_contradictory()) continue;
    for (std::size_t place = 0; place < part.unknowns.size(); ++place) {
      if (!is_wanted(part.unknowns[place])) continue;
      const Interval interval = reader.read(place).interval;
      for (const std::size_t i : wanted_at[part.unknowns[place]]) found[i] = interval;
    }
  }
  return found;
}

}  // namespace eqr::disclosure
