#include "disclosure/pay.hpp"

#include <algorithm>
#include <optional>

#include "disclosure/elimination.hpp"
#include "disclosure/joint.hpp"

namespace eqr::disclosure {
namespace {

using tallies::Distribution;
using tallies::Key;
using tallies::people_in;

// Whether the people with most get as large a part of the sum as the policy says.
bool is_dominated(const Distribution& paid, const Dominance& rule) {
  if (rule.people == 0 || paid.empty()) return false;
  numbers::Exact sum = 0, theirs = 0;
  std::uint64_t left = rule.people;
  for (const auto& [amount, people] : paid) sum += numbers::Exact(amount) * people;
  for (auto next = paid.rbegin(); next != paid.rend() && left > 0; ++next) {
    const std::uint64_t of_them = std::min(left, next->second);
    theirs += numbers::Exact(next->first) * of_them;
    left -= of_them;
  }
  return sum > 0 && theirs * 100 >= sum * rule.percent;
}

// The sums of pay that the means of a report tell, as a system. Only what equations give away is looked at:
// sums of pay have no small whole numbers between them.
class Means {
 public:
  Means(const Publication& publication, const Policy& policy, tallies::Amount amount,
        std::map<Key, Reason>& withheld)
      : m_publication(publication), m_policy(policy), m_amount(amount), m_withheld(withheld) {}

  void protect() {
    for (const tallies::Relation& relation : relations()) {
      std::vector<std::size_t> parts;
      for (const Key& part : relation.parts) parts.push_back(cell(part));
      m_equations.push_back(sum_of(cell(relation.total), parts));
    }
    while (const auto told = first_told()) {
      if (const auto other = cheapest_beside(*told)) {
        m_withheld.emplace(m_cells[*other], Reason::secondary);
      } else {
        m_given_up.insert(*told);  // all others are published by law
      }
    }
  }

 private:
  [[nodiscard]] std::set<tallies::Relation> relations() const {
    const auto means = m_publication.shown.means.find(m_amount);
    if (means == m_publication.shown.means.end()) return {};
    return tallies::relations_among(means->second, m_publication.dimensions).relations;
  }

  std::size_t cell(const Key& key) {
    const auto [found, is_new] = m_cell_of.try_emplace(key, m_cells.size());
    if (is_new) m_cells.push_back(key);
    return found->second;
  }

  [[nodiscard]] const Distribution* paid(const Key& key) const {
    const auto& answered = m_publication.answers.amounts.at(m_amount);
    const auto found = answered.find(key);
    return found == answered.end() ? nullptr : std::get_if<Distribution>(&found->second);
  }
  [[nodiscard]] bool is_shown(const Key& key) const {
    return m_publication.shown.means.at(m_amount).contains(key);
  }
  [[nodiscard]] bool is_published(const Key& key) const { return is_shown(key) && !m_withheld.contains(key); }
  // Nobody gets nothing.
  [[nodiscard]] bool is_known(const Key& key) const {
    return is_published(key) || (is_counted(key) && people_of(key) == 0);
  }
  [[nodiscard]] bool is_counted(const Key& key) const {
    return paid(key) != nullptr || m_publication.answers.counts.contains(key);
  }
  [[nodiscard]] bool is_protected(const Key& key) const {
    if (m_publication.exempt.statutory_pay.contains(key)) return false;
    const Distribution* distribution = paid(key);
    if (distribution != nullptr && is_dominated(*distribution, m_policy.dominance)) return true;
    const std::uint64_t people = people_of(key);
    return people > 0 && people < m_policy.minimum_pay_group;
  }

  // Who stand behind a mean.
  [[nodiscard]] std::uint64_t people_of(const Key& key) const {
    if (const Distribution* distribution = paid(key)) return people_in(*distribution);
    const auto counted = m_publication.answers.counts.find(key);
    if (counted == m_publication.answers.counts.end()) return 0;
    const auto* count = std::get_if<tallies::Count>(&counted->second);
    return count == nullptr ? 0 : count->people;
  }

  // A protected mean that the published ones give away.
  [[nodiscard]] std::optional<std::size_t> first_told() const {
    Joint means;
    means.relations = m_equations;
    for (const Key& key : m_cells) {
      means.cells.push_back({0, is_known(key) ? Status::published : Status::unshown, false, {}, {}});
    }
    const Faced left = faced(means);
    const auto values = worked_out(left.attack);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::size_t mean = left.cells[i];
      if (values[i] && is_protected(m_cells[mean]) && !m_given_up.contains(mean)) return mean;
    }
    return std::nullopt;
  }

  // Of the published means that stand in an equation with it, directly or through others, that of the fewest.
  [[nodiscard]] std::optional<std::size_t> cheapest_beside(std::size_t told) const {
    std::set<std::size_t> reached{told};
    for (bool grew = true; grew;) {
      std::optional<std::size_t> best;
      const std::size_t before = reached.size();
      for (const Equation& equation : m_equations) {
        const auto is_reached = [&](const Term& term) { return reached.contains(term.of); };
        if (!std::ranges::any_of(equation.terms, is_reached)) continue;
        for (const Term& term : equation.terms) {
          const Key& key = m_cells[term.of];
          if (!is_known(key)) {
            reached.insert(term.of);
          } else if (people_of(key) == 0) {
            continue;
          } else if (!m_publication.exempt.statutory_pay.contains(key) && !key.admits.empty() &&
                     (!best || people_of(key) < people_of(m_cells[*best]))) {
            best = term.of;
          }
        }
      }
      if (best) return best;
      grew = reached.size() > before;
    }
    return std::nullopt;
  }

  const Publication& m_publication;
  const Policy& m_policy;
  tallies::Amount m_amount;
  std::map<Key, Reason>& m_withheld;
  std::vector<Key> m_cells;
  std::map<Key, std::size_t> m_cell_of;
  std::vector<Equation> m_equations;
  std::set<std::size_t> m_given_up;
};

}  // namespace

WithheldPay withheld_pay(const Publication& publication, const Policy& policy) {
  WithheldPay withheld;
  for (const auto& [amount, answered] : publication.answers.amounts) {
    std::map<Key, Reason>& here = withheld[amount];
    for (const auto& [key, answer] : answered) {
      const auto* paid = std::get_if<Distribution>(&answer);
      if (paid == nullptr || publication.exempt.statutory_pay.contains(key)) continue;
      if (publication.is_between(amount, key)) continue;
      const std::uint64_t people = people_in(*paid);
      if (people > 0 && people < policy.minimum_pay_group) {
        here.emplace(key, Reason::pay_group);
      } else if (is_dominated(*paid, policy.dominance)) {
        here.emplace(key, Reason::dominance);
      }
    }
    Means(publication, policy, amount, here).protect();
  }
  return withheld;
}

}  // namespace eqr::disclosure
