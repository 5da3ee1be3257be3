#include "disclosure/published.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "disclosure/intervals.hpp"
#include "disclosure/joint.hpp"
#include "disclosure/pinned.hpp"
#include "disclosure/rounding.hpp"
#include "tallies/relations.hpp"

namespace eqr::disclosure {
namespace {

using tallies::CountSum;
using tallies::Key;

// Intervals of so many unknowns that hang together are still looked for.
constexpr std::size_t most_together = 3'000;

class Attacking {
 public:
  explicit Attacking(const Published& report) : m_report(report) {}

  Attacked finish() {
    for (const auto& [sum, count] : m_report.counts) (void)cell(sum);
    relate_keys();
    for (const tallies::TableTotal& total : m_report.totals) relate(total.total, total.parts);
    bound_by_shares();
    follow_the_law();
    m_attacked.cells = m_cells.size();
    m_attacked.relations = m_attack.equations.size();
    note_contradictions();
    tell_printed();
    tell_derived();
    const auto pinned = pinned_counts(m_report);
    m_attacked.derived.insert(m_attacked.derived.end(), pinned.begin(), pinned.end());
    return std::move(m_attacked);
  }

 private:
  struct Cell {
    CountSum sum;
    const Published::Count* count = nullptr;  // as the report has it; none if it has not
  };

  // Every cell is an unknown; what is printed has bounds that leave no choice, or as much as rounding leaves.
  std::size_t cell(const CountSum& sum) {
    const auto [found, is_new] = m_cell_of.try_emplace(sum, m_cells.size());
    const std::size_t index = found->second;
    if (!is_new) return index;
    const auto told = m_report.counts.find(sum);
    const Published::Count* count = told == m_report.counts.end() ? nullptr : &told->second;
    m_cells.push_back({sum, count});
    m_attack.unknowns.push_back(bounds_of(sum, count));
    const bool is_one = sum.size() == 1 && sum.begin()->second == 1;
    if (!is_one) define(index, sum);
    return index;
  }

  [[nodiscard]] Unknown bounds_of(const CountSum& sum, const Published::Count* count) const {
    const bool may_be_less = std::ranges::any_of(sum, [](const auto& one) { return one.second < 0; });
    const Unknown free{may_be_less ? -everybody : 0, everybody};
    if (count == nullptr) return free;
    if (m_report.base > 1) return told_by(*count, m_report.base).value_or(free);
    if (count->shorthand == "low") return {0, 0};
    if (!count->people) return free;
    return {*count->people, *count->people};
  }

  void define(std::size_t index, const CountSum& sum) {
    Equation equation{{{index, -1}}, 0};
    for (const auto& [key, times] : sum) equation.terms.push_back({cell(tallies::just(key)), times});
    m_attack.equations.push_back(std::move(equation));
  }

  void relate_keys() {
    std::set<Key> keys;
    for (const Cell& one : m_cells) {
      for (const auto& [key, times] : one.sum) keys.insert(key);
    }
    for (const tallies::Relation& relation : tallies::relations_among(keys, m_report.dimensions).relations) {
      std::vector<std::size_t> parts;
      for (const Key& part : relation.parts) parts.push_back(cell(tallies::just(part)));
      Equation equation = sum_of(cell(tallies::just(relation.total)), parts);
      // Last year's people are this year's who stayed or left only where groups do not change.
      if (relation.parts.size() > 1 || agrees(equation)) m_attack.equations.push_back(std::move(equation));
    }
  }

  // Whether bounds allow an equation between two cells.
  [[nodiscard]] bool agrees(const Equation& equation) const {
    const Unknown &first = m_attack.unknowns[equation.terms[0].of],
                  &second = m_attack.unknowns[equation.terms[1].of];
    return first.least <= second.most.value_or(everybody) && second.least <= first.most.value_or(everybody);
  }

  void relate(const CountSum& total, const std::vector<CountSum>& parts) {
    std::vector<std::size_t> cells;
    for (const CountSum& part : parts) cells.push_back(cell(part));
    m_attack.equations.push_back(sum_of(cell(total), cells));
  }

  // 100 x part / whole lies within half a step of what is printed: scale x part between low x whole and high
  // x whole.
  struct Printed {
    std::int64_t scale = 200, low = 0, high = 0;

    explicit Printed(const numbers::Decimal& percent)
        : low(2 * percent.digits - 1), high(2 * percent.digits + 1) {
      for (int place = 0; place < percent.places; ++place) scale *= 10;
    }
  };

  // Rounded counts give percentages of their own, which tell nothing more.
  void bound_by_shares() {
    if (m_report.base > 1) return;
    for (bool has_news = true; has_news;) {
      has_news = false;
      for (const Published::Share& share : m_report.shares) has_news = narrow_by(share) || has_news;
    }
    std::set<std::tuple<std::size_t, std::size_t, std::int64_t, int>> seen;  // many stand in several places
    for (const Published::Share& share : m_report.shares) {
      const std::size_t part = cell(share.part), whole = cell(share.whole);
      if (is_told(part) || is_told(whole)) continue;
      if (!seen.insert({part, whole, share.percent.digits, share.percent.places}).second) continue;
      // Two equations, each with an unknown for what it leaves.
      const Printed printed(share.percent);
      leave_over({{part, printed.scale}, {whole, -printed.low}});
      leave_over({{part, -printed.scale}, {whole, printed.high}});
    }
  }

  // Of a known whole the part has bounds, of a known part the whole. Whether they are news.
  bool narrow_by(const Published::Share& share) {
    const std::size_t part = cell(share.part), whole = cell(share.whole);
    const Printed printed(share.percent);
    if (is_told(whole) && !is_told(part)) {
      const std::int64_t of = m_attack.unknowns[whole].least;
      return narrow(part, above(printed.low * of, printed.scale), below(printed.high * of, printed.scale));
    }
    if (is_told(part) && !is_told(whole) && printed.low > 0) {
      const std::int64_t of = m_attack.unknowns[part].least * printed.scale;
      return narrow(whole, above(of, printed.high), below(of, printed.low));
    }
    return false;
  }

  static std::int64_t below(std::int64_t number, std::int64_t by) {
    return number / by - (number % by != 0 && (number < 0) != (by < 0) ? 1 : 0);
  }
  static std::int64_t above(std::int64_t number, std::int64_t by) { return -below(-number, by); }

  bool narrow(std::size_t index, std::int64_t least, std::int64_t most) {
    Unknown& bounds = m_attack.unknowns[index];
    least = std::max(least, bounds.least);
    most = std::min(most, bounds.most.value_or(everybody));
    if (least > most) {
      m_attacked.is_contradictory = true;
      return false;
    }
    const bool is_news = least > bounds.least || most < bounds.most.value_or(everybody);
    bounds = {least, most};
    return is_news;
  }

  void leave_over(std::vector<Term> terms) {
    m_attack.unknowns.push_back({0, std::nullopt});
    m_cells.emplace_back();
    terms.push_back({m_attack.unknowns.size() - 1, -1});
    std::erase_if(terms, [](const Term& term) { return term.times == 0; });
    m_attack.equations.push_back({std::move(terms), 0});
  }

  [[nodiscard]] bool is_told(std::size_t index) const {
    const Unknown& bounds = m_attack.unknowns[index];
    return bounds.most == bounds.least;
  }

  void note_contradictions() {
    for (const Equation& equation : m_attack.equations) {
      std::int64_t left = equation.sum;
      bool is_all_told = true;
      for (const Term& term : equation.terms) {
        is_all_told = is_all_told && is_told(term.of);
        left -= term.times * m_attack.unknowns[term.of].least;
      }
      m_attacked.is_contradictory = m_attacked.is_contradictory || (is_all_told && left != 0);
    }
  }

  // Parts of percentages that the law requires, and what they leave of their wholes.
  void follow_the_law() {
    std::set<std::size_t> wholes;
    for (const Published::Share& share : m_report.shares) {
      if (!share.is_by_law) continue;
      m_by_law.insert(cell(share.part));
      wholes.insert(cell(share.whole));
    }
    for (const Equation& equation : m_attack.equations) {
      std::vector<std::size_t> others;
      for (const Term& term : equation.terms) {
        if (!m_by_law.contains(term.of) && !wholes.contains(term.of)) others.push_back(term.of);
      }
      const bool is_of_one =
          std::ranges::any_of(equation.terms, [&](const Term& term) { return m_by_law.contains(term.of); });
      if (is_of_one && others.size() == 1) m_by_law.insert(others.front());
    }
  }

  void tell_printed() {
    for (const Cell& one : m_cells) {
      if (one.count == nullptr || !one.count->people) continue;
      if (is_few(*one.count->people) && m_report.base <= 1) {
        m_attacked.derived.push_back({Derived::Kind::printed,
                                      tallies::in_words(one.sum),
                                      {*one.count->people, *one.count->people, true}});
      }
    }
  }
  [[nodiscard]] bool is_few(std::int64_t people) const { return people > 0 && people < threshold(); }
  [[nodiscard]] std::int64_t threshold() const { return static_cast<std::int64_t>(m_report.threshold); }

  void tell_derived() {
    for (std::size_t i = 0; i < m_cells.size(); ++i) m_attacked.withheld += is_withheld(m_cells[i]) ? 1U : 0U;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
      const Cell& one = m_cells[i];
      const bool is_printed = one.count != nullptr && one.count->people;
      if (is_told(i) && !is_printed) tell(i, {m_attack.unknowns[i].least, m_attack.unknowns[i].most, true});
    }
    const Faced open = without_the_told();
    for (const Part& part : parts_of(open.attack)) {
      if (part.unknowns.size() > most_together) {
        m_attacked.too_many += part.unknowns.size();
        continue;
      }
      Reader reader(attack_of(part, open.attack));
      if (reader.is_contradictory()) {
        m_attacked.is_contradictory = true;
        continue;
      }
      for (std::size_t i = 0; i < part.unknowns.size(); ++i) {
        const Cell& one = m_cells[open.cells[part.unknowns[i]]];
        if (one.sum.empty()) continue;  // what a percentage leaves
        // Wider than the threshold, it tells nothing of few people.
        tell(open.cells[part.unknowns[i]], reader.read(i, std::max<std::int64_t>(threshold(), 2)).interval);
      }
    }
  }

  static bool is_withheld(const Cell& one) { return one.count != nullptr && one.count->shorthand == "c"; }

  void tell(std::size_t index, const Interval& interval) {
    const Cell& one = m_cells[index];
    const auto asked = static_cast<std::int64_t>(
        m_report.width.value_or(m_report.threshold > 1 ? m_report.threshold - 1 : 0));
    const std::int64_t width = std::max<std::int64_t>(asked, 1);
    if (is_withheld(one)) {
      if (!interval.is_at_least(width))
        m_attacked.derived.push_back(
            {m_by_law.contains(index) ? Derived::Kind::by_law : Derived::Kind::withheld,
             tallies::in_words(one.sum), interval});
      return;
    }
    const bool is_surely_few = interval.high && interval.low > 0 && is_few(*interval.high);
    if (!is_surely_few || m_report.base > 1) return;
    const auto kind = m_by_law.contains(index) ? Derived::Kind::by_law
                      : one.count == nullptr   ? Derived::Kind::remainder
                                               : Derived::Kind::small;
    m_attacked.derived.push_back({kind, tallies::in_words(one.sum), interval});
  }

  // The attack with what has one value put in.
  [[nodiscard]] Faced without_the_told() const {
    Joint all;
    all.relations = m_attack.equations;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
      const Unknown& bounds = m_attack.unknowns[i];
      all.cells.push_back(
          {bounds.least, is_told(i) ? Status::published : Status::unshown, false, {}, bounds});
    }
    return faced(all);
  }

  const Published& m_report;
  Attacked m_attacked;
  Attack m_attack;
  std::vector<Cell> m_cells;  // of the unknowns; those without a sum are what percentages leave
  std::map<CountSum, std::size_t> m_cell_of;
  std::set<std::size_t> m_by_law;  // cells that the law tells
};

// A share whose counts both stand in print, [low] as nought.
std::optional<PrintedShare> printed_share(const Published& report, const Published::Share& share) {
  const auto people = [&report](const CountSum& sum) -> std::optional<std::uint64_t> {
    const auto found = report.counts.find(sum);
    if (found == report.counts.end()) return std::nullopt;
    if (found->second.shorthand == "low") return 0;
    if (!found->second.people || *found->second.people < 0) return std::nullopt;
    return static_cast<std::uint64_t>(*found->second.people);
  };
  const auto part = people(share.part), whole = people(share.whole);
  if (!part || !whole || report.base > largest_searched_base) return std::nullopt;
  return PrintedShare{*part, *whole, share.percent, report.base};
}

}  // namespace

std::optional<Unknown> told_by(const Published::Count& count, std::uint64_t base) {
  if (count.shorthand == "low") return before_low(base);
  if (!count.people) return std::nullopt;
  return before_rounding(*count.people, base);
}

// Percentages are taken for those of true counts as soon as one of them is not that of the counts as printed.
std::vector<Derived> pinned_counts(const Published& report) {
  if (report.base <= 1) return {};
  std::vector<std::pair<const Published::Share*, PrintedShare>> shares;
  bool are_of_rounded = true;
  for (const Published::Share& share : report.shares) {
    const auto printed = printed_share(report, share);
    if (!printed || share.is_by_law) continue;
    shares.emplace_back(&share, *printed);
    are_of_rounded = are_of_rounded && possible_people(*printed, PercentageOf::rounded_counts);
  }
  std::vector<Derived> pinned;
  if (are_of_rounded) return pinned;
  std::set<CountSum> told;
  for (const auto& [share, printed] : shares) {
    const auto possible = possible_people(printed, PercentageOf::true_counts);
    if (!possible || !possible->is_pinned() || possible->least == 0) continue;
    if (possible->least >= std::max(report.threshold, report.base) || !told.insert(share->part).second)
      continue;
    const auto people = static_cast<std::int64_t>(possible->least);
    pinned.push_back({Derived::Kind::small, tallies::in_words(share->part), {people, people, true}});
  }
  return pinned;
}

bool Attacked::has_findings() const {
  return std::ranges::any_of(derived, [](const Derived& one) { return one.kind != Derived::Kind::by_law; });
}

Attacked attack(const Published& report) {
  return Attacking(report).finish();
}

}  // namespace eqr::disclosure
