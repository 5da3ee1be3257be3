#include "disclosure/protect.hpp"

#include <algorithm>
#include <utility>

#include "disclosure/audit.hpp"
#include "disclosure/pay.hpp"
#include "disclosure/rounding.hpp"
#include "disclosure/secondary.hpp"

namespace eqr::disclosure {
namespace {

using tallies::CountSum;
using tallies::Key;

std::int64_t printed_size(std::int64_t people, std::uint64_t base) {
  return static_cast<std::int64_t>(
      rounded_to_nearest(static_cast<std::uint64_t>(people < 0 ? -people : people), base));
}

// In print a rounded count, or difference of counts, tells in which range it was.
Unknown told_by_rounded(std::int64_t people, std::uint64_t base) {
  const std::int64_t size = printed_size(people, base);
  if (size != 0 || people == 0) return before_rounding(people < 0 ? -size : size, base);
  const Unknown low = before_low(base);
  return people < 0 ? Unknown{-*low.most, -low.least} : low;
}

}  // namespace

class Protecting {
 public:
  Protecting(const Publication& publication, const Policy& policy)
      : m_publication(publication), m_policy(policy), m_system(system_of(publication, policy)) {
    m_safe.m_threshold = policy.threshold;
    m_safe.m_width = policy.required_width();
    m_safe.m_minimum_pay_group = policy.minimum_pay_group;
  }

  Protected finish() {
    switch (m_policy.rounding) {
      case Rounding::none:
        withhold_more();
        break;
      case Rounding::nearest:
        round_each();
        break;
      case Rounding::small:
        round_small();
        break;
    }
    certify();
    answer_counts();
    answer_pay();
    return {std::move(m_safe), std::move(m_certificate)};
  }

 private:
  void withhold_more() {
    const auto width = static_cast<std::int64_t>(m_policy.required_width());
    Secondary made = withhold_secondary(m_system.joint, width);
    m_witnesses = std::move(made.witnesses);
    for (const std::size_t cell : made.withheld) {
      m_system.meanings[cell].reason = reason_beside(cell);
    }
  }

  // For whose sake a cell is withheld, as far as its own relations tell.
  [[nodiscard]] Reason reason_beside(std::size_t cell) const {
    Reason reason = Reason::linked;
    for (const Equation& relation : m_system.joint.relations) {
      const auto is_it = [&](const Term& term) { return term.of == cell; };
      if (!std::ranges::any_of(relation.terms, is_it)) continue;
      for (const Term& term : relation.terms) {
        if (!m_system.joint.cells[term.of].is_protected) continue;
        const System::Meaning& other = m_system.meanings[term.of];
        if (other.is_shown) return Reason::secondary;
        reason = is_of_another_year(cell, term.of) ? Reason::year : Reason::complement;
      }
    }
    return reason;
  }
  [[nodiscard]] bool is_of_another_year(std::size_t first, std::size_t second) const {
    const auto year = [this](std::size_t cell) {
      return m_system.meanings[cell].sum.begin()->first.snapshot;
    };
    return year(first) != year(second);
  }

  // Every reader knows the range that a rounded count comes from, and that a withheld one is below the
  // threshold.
  void round_each() {
    for (std::size_t i = 0; i < m_system.joint.cells.size(); ++i) {
      JointCell& cell = m_system.joint.cells[i];
      if (cell.status == Status::published && !m_system.meanings[i].is_public) {
        cell.known = told_by_rounded(cell.people, m_policy.base);
        cell.status = Status::unshown;
        m_rounded.insert(i);
      } else if (cell.status == Status::withheld && m_system.meanings[i].reason == Reason::threshold) {
        const std::int64_t most = static_cast<std::int64_t>(m_policy.threshold) - 1;
        cell.known = {cell.known.least < 0 ? -most : 1, most};
      }
    }
  }

  // What is small is rounded in place of being withheld; what is withheld for other reasons stays so.
  void round_small() {
    Joint small = m_system.joint;
    for (std::size_t i = 0; i < small.cells.size(); ++i) {
      JointCell& cell = m_system.joint.cells[i];
      System::Meaning& meaning = m_system.meanings[i];
      if (meaning.reason == Reason::threshold) {
        meaning.reason.reset();
        cell.is_protected = false;
        if (meaning.is_shown) cell.status = Status::published;
      }
      // A small remainder that no table shows is rounded like the others: subtraction would tell it.
      if (cell.status != Status::withheld && m_policy.is_too_small(static_cast<std::uint64_t>(cell.people)))
        small.cells[i].status = Status::published;
    }
    withhold_more();
    m_changed = rounded_small_counts(small, std::max(m_policy.base, m_policy.threshold));
    if (!m_changed)
      m_certificate.unproven.emplace_back(
          "tables that small counts cannot be rounded in, so that they add up");
  }

  void certify() {
    m_certificate.cells = m_system.joint.cells.size();
    m_certificate.relations = m_system.joint.relations.size();
    m_certificate.width = m_policy.required_width();
    m_certificate.unkept.assign(m_system.unkept.begin(), m_system.unkept.end());
    for (std::size_t rule = 0; rule < m_policy.withhold.size(); ++rule) {
      if (!m_system.met.contains(rule)) m_certificate.idle.push_back(rule);
    }
    for (const System::Meaning& meaning : m_system.meanings) {
      if (meaning.is_shown && meaning.reason)
        m_certificate.withheld.push_back({tallies::in_words(meaning.sum), *meaning.reason});
    }
    for (const Audited& each :
         audit(m_system.joint, static_cast<std::int64_t>(m_certificate.width), m_witnesses)) {
      const System::Meaning& meaning = m_system.meanings[each.cell];
      m_certificate.proofs.push_back({tallies::in_words(meaning.sum), meaning.is_shown, each.interval});
      if (!each.is_wide) m_certificate.unproven.push_back(tallies::in_words(meaning.sum));
    }
  }

  void answer_counts() {
    for (std::size_t i = 0; i < m_system.meanings.size(); ++i) {
      const System::Meaning& meaning = m_system.meanings[i];
      if (!meaning.is_shown) continue;
      m_safe.m_counts.emplace(meaning.sum, answer(i));
      if (is_small_base(m_system.joint.cells[i].people)) m_safe.m_small_bases.insert(meaning.sum);
    }
    m_safe.m_counts.emplace(CountSum{}, tallies::Count{0});
    for (const Key& key : m_publication.exempt.statutory_counts) {
      const auto found = m_publication.answers.counts.find(key);
      if (found == m_publication.answers.counts.end()) continue;
      m_safe.m_statutory_counts.emplace(
          key, std::visit([](const auto& known) -> ProtectedAnswer { return known; }, found->second));
    }
  }

  [[nodiscard]] ProtectedAnswer answer(std::size_t cell) const {
    const System::Meaning& meaning = m_system.meanings[cell];
    const JointCell& at = m_system.joint.cells[cell];
    if (meaning.reason) return Withheld{*meaning.reason};
    if (const auto as_it_came = uncounted(meaning.sum)) return *as_it_came;
    std::int64_t people = at.people;
    if (m_changed) people = static_cast<std::int64_t>((*m_changed)[cell]);
    if (m_changed && people == 0 && at.people != 0) return Low{};
    if (m_rounded.contains(cell)) {
      const std::int64_t size = printed_size(people, m_policy.base);
      if (size == 0 && people != 0) return Low{};
      people = people < 0 ? -size : size;
    }
    if (people < 0) return Difference{people};
    return tallies::Count{static_cast<std::uint64_t>(people)};
  }

  // A percentage, or nothing, in place of a count.
  [[nodiscard]] std::optional<ProtectedAnswer> uncounted(const CountSum& sum) const {
    for (const auto& [key, times] : sum) {
      const tallies::Answer& answer = m_publication.answers.counts.at(key);
      if (const auto* unavailable = std::get_if<tallies::Unavailable>(&answer)) return *unavailable;
      const auto* percentage = std::get_if<tallies::Percentage>(&answer);
      if (percentage != nullptr && sum.size() > 1)
        return tallies::Unavailable{"Published as percentages only."};
      if (percentage != nullptr) return as_published(key, *percentage);
    }
    return std::nullopt;
  }

  // A percentage that came as one, of counts that are not known here.
  [[nodiscard]] ProtectedAnswer as_published(const Key& key, const tallies::Percentage& percentage) const {
    if (m_publication.exempt.published_inputs.contains(key.input)) return percentage;
    if (m_policy.rounding != Rounding::none)
      return tallies::Unavailable{"Supplied as a percentage, and so not of rounded counts."};
    auto base = percentage.base_people;
    if (percentage.base) {
      const auto found = m_publication.answers.counts.find(*percentage.base);
      const auto* count =
          found == m_publication.answers.counts.end() ? nullptr : std::get_if<tallies::Count>(&found->second);
      if (count != nullptr) base = count->people;
    }
    if (!base)
      return tallies::Unavailable{
          "Supplied as a percentage without the number that it is of, so that people cannot be protected."};
    if (is_small_base(static_cast<std::int64_t>(*base))) return Withheld{Reason::threshold};
    return percentage;
  }

  [[nodiscard]] bool is_small_base(std::int64_t people) const {
    return people > 0 && numbers::Exact(people) < numbers::exact(m_policy.minimum_percentage_base);
  }

  void answer_pay() {
    const WithheldPay withheld = withheld_pay(m_publication, m_policy);
    for (const auto& [amount, answered] : m_publication.answers.amounts) {
      auto& safe = m_safe.m_amounts[amount];
      for (const auto& [key, answer] : answered) {
        if (m_publication.is_between(amount, key)) continue;
        const auto found = withheld.at(amount).find(key);
        if (found != withheld.at(amount).end()) {
          safe.emplace(key, Withheld{found->second});
          m_certificate.withheld.push_back(
              {(amount == tallies::Amount::bonus ? "bonus pay of " : "hourly pay of ") +
                   tallies::in_words(key),
               found->second});
        } else {
          safe.emplace(key,
                       std::visit([](const auto& known) -> ProtectedDistribution { return known; }, answer));
        }
      }
    }
  }

  const Publication& m_publication;
  const Policy& m_policy;
  System m_system;
  std::set<std::size_t> m_rounded;                      // cells printed to the nearest multiple
  std::optional<std::vector<std::uint64_t>> m_changed;  // by small-count rounding
  Witnesses m_witnesses;
  ProtectedAnswers m_safe;
  Certificate m_certificate;
};

Protected protect(const Publication& publication, const Policy& policy) {
  return Protecting(publication, policy).finish();
}

}  // namespace eqr::disclosure
